import { Fragment, createElement as h } from 'react';
import { codeLabel } from '../codeLabels.ts';
import { afsprakenDeel, type Plan, planDeel } from '../onderdelen/afgesproken.ts';
import { samenvatting } from '../onderdelen/samenvatting.ts';
import { type Stukformulier, stukformulier } from '../onderdelen/stukformulier.ts';
import { type Stukregel, stukkenlijst } from '../onderdelen/stukkenlijst.ts';
import { alinea, kop, lijst, tekstblok } from '../onderdelen/tekst.ts';
import { type Besluitpagina, besluitpagina } from './onderzoekAntwoord.ts';

interface Informatie extends Besluitpagina {
  kenmerk: string;
  fase: string;
  /** The day of the bespreking, in words. */
  tafelDatum: string | null;
  /** Every question that is open: by whom, when and about what it was asked, in words, and its text. */
  vragen: readonly { kop: string; tekst: string }[];
  /** Of every question that needs no answer any more: by whom, when and about what it was asked, in words. */
  vervallen: readonly string[];
  /** The last verslag, by part; nothing before the first bespreking. */
  verslag: readonly { label: string; tekst: string }[];
  /** Who does what, and by when, in words. */
  afspraken: readonly string[];
  plan: Plan | null;
  stukken: readonly Stukregel[];
  stukformulier: Stukformulier;
}

/** The page of the aanmelder, after the code: where the traject stands, what is asked, and its stukken. */
export function informatiePagina(gegevens: Informatie): string {
  const { kenmerk, fase, tafelDatum, vragen, vervallen, verslag, afspraken, plan, stukken } = gegevens;
  return besluitpagina(
    `Uw aanmelding ${kenmerk}`,
    {
      ...gegevens,
      fouten: gegevens.stukformulier.fouten,
      onderaan: [
        ...afsprakenDeel(afspraken),
        ...planDeel(plan),
        ...verslag.flatMap(({ label, tekst }) => [kop(`Verslag: ${label}`), tekstblok(tekst)]),
        kop('Stukken'),
        stukkenlijst(stukken),
        kop('Stuur een stuk'),
        stukformulier(gegevens.stukformulier),
      ],
    },
    samenvatting([['Fase', codeLabel(fase)], ...(tafelDatum ? [['Bespreking', tafelDatum] as const] : [])]),
    kop('Wat wij u vragen'),
    vragen.length === 0 && alinea('Wij hebben nu geen vraag aan u.'),
    vragen.length > 1 &&
      alinea(`Er staan ${vragen.length} vragen open. Geef in uw antwoord op alle vragen antwoord.`),
    ...vragen.map(({ kop: boven, tekst }) =>
      h(Fragment, { key: boven + tekst }, kop(boven, 3), tekstblok(tekst)),
    ),
    ...(vervallen.length === 0 ? [] : [kop('Wat u niet meer hoeft te beantwoorden', 3), lijst(vervallen)]),
  );
}
