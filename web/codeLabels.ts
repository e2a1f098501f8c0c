/** How a code of a list reads on a page; what is not here reads as its code: `geen-plek` is "Geen plek". */
const labels: Readonly<Record<string, string>> = {
  aanbod: 'Een aanbod',
  samenwerking: 'Een aanbod samen met andere aanbieders',
  maatwerk: 'Maatwerk',
  wachtlijst: 'Een plek na een wachtlijst',
  afwijzing: 'Geen aanbod',
  'meer-tijd': 'Wij hebben meer tijd nodig',
  'veiligheid-groep': 'De veiligheid van de groep',
  leeftijd: 'De leeftijd van de jeugdige',
  'buiten-contract': 'Het valt buiten ons contract',
  'aanvullend-onderzoek': 'Aanvullend onderzoek is nodig',
  'draagvlak-nodig': 'Draagvlak in de organisatie is nodig',
  'samenwerking-afstemmen': 'Wij stemmen af met andere aanbieders',
  gevraagd: 'Gevraagd, nog niet bevestigd',
};

/** The Dutch label of a code. */
export function codeLabel(code: string): string {
  const woorden = code.replaceAll('-', ' ');
  return labels[code] ?? `${woorden.charAt(0).toUpperCase()}${woorden.slice(1)}`;
}
