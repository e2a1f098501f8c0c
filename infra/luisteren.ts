/**
 * Why a program cannot listen on a port, in Dutch, with the setting that changes it.
 * @param fout what `listen` failed with.
 * @param waar the settings of port and address by name, what they hold, and for whom the port is.
 */
export function luisterUitleg(
  fout: unknown,
  waar: { poort: number; poortnaam: string; adres: string; adresnaam?: string; voor: string },
): string {
  const { poort, poortnaam, adres, adresnaam, voor } = waar;
  const { code, message } = fout as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return `Poort ${poort} is bezet (voor ${voor}). Kies een andere met de instelling ${poortnaam}.`;
    case 'EACCES':
      return `Poort ${poort} (voor ${voor}) mag alleen een beheerder gebruiken. Kies met de instelling ${poortnaam} een poort vanaf 1024.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return (
        `${adres} is geen adres van deze computer, dus ${voor} kan daar niet luisteren.` +
        (adresnaam ? ` Kies een ander adres met de instelling ${adresnaam}, zoals 127.0.0.1.` : '')
      );
    default:
      return `Op poort ${poort} van ${adres} kan ${voor} niet luisteren: ${message}`;
  }
}
