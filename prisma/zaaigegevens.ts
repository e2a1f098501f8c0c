/**
 * The fictional data that a fresh database begins with. The aanbieders, persons and addresses do not exist: the
 * names are made from word lists, mail goes to the reserved domain `.example`, and no Dutch telephone number begins
 * with 0 after its area code. The GI's are called by their own names, as in the sources; nothing else of them is real.
 */
import { gecertificeerdeInstellingen, type Sector } from '../domain/aanmeldingCodes.ts';
import { isEenGi } from '../domain/doorbraakCodes.ts';
import { gemeenten } from '../domain/gemeenten.ts';

/** Contracted aanbieders in the region (regiovisie-monitor-2022, "5 Aanpak wachttijden"). */
const aantalAanbieders = 188;
/** A dozen of them sit at the table (domein, "Who does what": Aanbieder). */
const aantalTafelleden = 12;

const soorten = [
  'Voorbeeldhuis',
  'Fictiehof',
  'Denkbeeldgroep',
  'Schetsplaats',
  'Proefhaven',
  'Woonvorm Verzonnen',
  'Stichting Fantasie',
  'Jeugdhuis Bedacht',
  'Zorggroep Model',
  'Leefgroep Ontwerp',
  'Kliniek Droombeeld',
  'Erf Verbeelding',
] as const;

const eigennamen = [
  'de Berk',
  'de Eik',
  'de Linde',
  'de Wilg',
  'de Zwaluw',
  'de Merel',
  'de Kievit',
  'de Reiger',
  'het Kompas',
  'het Anker',
  'het Baken',
  'de Vuurtoren',
  'de Brug',
  'de Sluis',
  'het Duin',
  'de Branding',
] as const;

const voornamen = [
  'Alex',
  'Bo',
  'Charlie',
  'Dani',
  'Eli',
  'Jip',
  'Kim',
  'Luca',
  'Mika',
  'Noa',
  'Robin',
] as const;
const achternamen = [
  'Voorbeeld',
  'van Fictie',
  'de Proef',
  'Testman',
  'van der Schets',
  'Denkbeeld',
  'Verzonnen',
] as const;

const sectorreeks: readonly (readonly Sector[])[] = [
  ['jeugdhulp'],
  ['j-ggz'],
  ['jeugdhulp', 'lvb'],
  ['jeugdhulp', 'j-ggz'],
  ['lvb'],
];

/** The item at a place in a list that goes round. */
function rondgaand<T>(lijst: readonly T[], plaats: number): T {
  const item = lijst[plaats % lijst.length];
  if (item === undefined) throw new RangeError('De lijst is leeg.');
  return item;
}

const plaatsen = Array.from({ length: aantalAanbieders }, (_, plaats) => plaats);
const codeVan = (plaats: number) => `aanbieder-${String(plaats + 1).padStart(2, '0')}`;

/** The contracted aanbieders. */
export const aanbieders = plaatsen.map((plaats) => ({
  code: codeVan(plaats),
  // The kind goes round faster than the name, shifted by one each time: no two aanbieders are called the same.
  naam: `${rondgaand(soorten, plaats)} ${rondgaand(eigennamen, plaats + Math.floor(plaats / soorten.length))}`,
  sectoren: [...rondgaand(sectorreeks, plaats)],
}));

/** The first dozen sit at the table, from the agreement on the afwegingskader on (domein, "Details"). */
export const tafellidmaatschappen = plaatsen
  .slice(0, aantalTafelleden)
  .map((plaats) => ({ aanbieder: codeVan(plaats), vanafDatum: new Date('2024-01-01') }));

/** Two contacts for each aanbieder: the contact (1) and the contact behind the contact (2). */
export const contacten = plaatsen.flatMap((plaats) =>
  [1, 2].map((volgorde) => ({
    code: `${codeVan(plaats)}-contact-${volgorde}`,
    aanbieder: codeVan(plaats),
    volgorde,
    naam: `${rondgaand(voornamen, plaats + volgorde)} ${rondgaand(achternamen, plaats * 2 + volgorde)}`,
    email: `${volgorde === 1 ? 'zorglogistiek' : 'leiding'}@${codeVan(plaats)}.example`,
    telefoon: `070 0${volgorde}0 ${String(plaats + 1).padStart(4, '0')}`,
  })),
);

/** The team itself, by pseudonym. */
export const medewerkers = [
  ['coordinator-1', 'coordinator'],
  ['coordinator-2', 'coordinator'],
  ['coordinator-3', 'coordinator'],
  ['voorzitter-1', 'voorzitter'],
  ['manager-1', 'manager'],
].map(([code = '', rol = '']) => ({ code, rol, email: `${code}@zorglogistiek.example` }));

/** The organisations that sign children up: the GI's by kind, and one jeugdteam for each gemeente. */
export const organisaties = [
  ...Object.entries(gecertificeerdeInstellingen).map(([code, naam]) => ({
    code,
    naam,
    soort: 'gi',
    // Several GI's under one code have no mailbox: who reads it would read the agenda of all.
    ...(isEenGi(code) ? { email: `doorbraak@${code}.example` } : {}),
  })),
  ...Object.entries(gemeenten).map(([gemeente, naam]) => ({
    code: `jeugdteam-${gemeente}`,
    naam: `Jeugdteam ${naam}`,
    soort: 'jeugdteam',
    gemeente,
  })),
];
