/** The order of the agenda: one place, for the API that shows it and the worker that closes it. */

/** A traject on an agenda. */
export interface Agendapunt {
  kenmerk: string;
  /** ms since the epoch. */
  aanmeldingTijdstip: number;
  /** What the coördinator decided by the afwegingskader; absent as long as nothing was decided. */
  weging?: { elementen: readonly string[]; besluit: 'voorrang' | 'geen-voorrang' };
}

/** Which of two trajecten comes first: voorrang, then the oldest aanmelding, then the kenmerk (domein, "Afwegingskader"). */
export function agendaVolgorde(a: Agendapunt, b: Agendapunt): number {
  return (
    Number(heeftVoorrang(b)) - Number(heeftVoorrang(a)) ||
    a.aanmeldingTijdstip - b.aanmeldingTijdstip ||
    (a.kenmerk < b.kenmerk ? -1 : 1)
  );
}

/** Whether the coördinator gave this traject voorrang. */
export function heeftVoorrang({ weging }: Agendapunt): boolean {
  return weging?.besluit === 'voorrang';
}
