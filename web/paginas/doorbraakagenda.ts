/** The page on which a GI without an account reads its agenda for the doorbraak, after the code. */
import { Fragment, createElement as h, type ReactNode } from 'react';
import { type Sector, sectoren } from '../../domain/aanmeldingCodes.ts';
import { type GemeenteCode, gemeenteKeuzes } from '../../domain/gemeenten.ts';
import { alinea, kop, lijst } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

interface Agendazaak {
  kenmerk: string;
  soort: 'zaak' | 'keuze' | 'opgeschort';
  gemeente: string;
  sector: string | null;
  nettoDagen: number;
  brutoDagen: number;
  /** True when nothing was agreed in the doorbraak before. */
  isOver: boolean;
  afspraken: readonly Afspraak[];
}

interface Afspraak {
  wie: string;
  wat: string;
  /** In words. */
  voor: string;
  isGedaan: boolean;
}

interface Doorbraakagenda {
  /** In words. */
  periode: string;
  /** Name of the GI. */
  groep: string;
  /** In words. */
  besprekingDatum: string;
  zaken: readonly Agendazaak[];
  /** What was agreed with this GI on the agenda of another group. */
  elders: readonly (Afspraak & { kenmerk: string })[];
}

/** Who of one GI is gone through, with what was agreed; codes and days, no name. */
export function doorbraakagendaPagina({
  periode,
  groep,
  besprekingDatum,
  zaken,
  elders,
}: Doorbraakagenda): string {
  const teBespreken = zaken.filter(({ soort }) => soort === 'zaak');
  const apart = zaken.filter(({ soort }) => soort !== 'zaak');
  return pagina({
    titel: `Agenda voor de doorbraak van ${periode}`,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      alinea(
        `Dit is de agenda van ${groep}. Wij bespreken haar op ${besprekingDatum}. Er staan met opzet geen namen in: de coördinator vertelt bij welke jeugdige een kenmerk hoort.`,
      ),
      teBespreken.length > 0
        ? teBespreken.map((zaak) => h(Fragment, { key: zaak.kenmerk }, ...inWoorden(zaak)))
        : alinea('Er staat niemand op deze agenda.'),
      elders.length > 0 && [
        h(Fragment, { key: 'kop' }, kop('Afspraken met u over andere jeugdigen')),
        h(
          Fragment,
          { key: 'lijst' },
          lijst(elders.map((een) => `${een.kenmerk}: ${afspraakInWoorden(een)}`)),
        ),
      ],
      apart.length > 0 && [
        h(Fragment, { key: 'kop' }, kop('Apart genoemd')),
        h(
          Fragment,
          { key: 'uitleg' },
          alinea(
            'Hierover hoeft niets te worden afgesproken: het wachten is een keuze, of is opgeschort geweest.',
          ),
        ),
        h(
          Fragment,
          { key: 'lijst' },
          lijst(
            apart.map(
              ({ kenmerk, soort, brutoDagen }) =>
                `${kenmerk}: ${brutoDagen} dagen, ${soort === 'keuze' ? 'wachten is een keuze' : 'opgeschort geweest'}`,
            ),
          ),
        ),
      ],
    ),
  });
}

function inWoorden(zaak: Agendazaak): ReactNode[] {
  const { kenmerk, gemeente, sector, nettoDagen, brutoDagen, isOver, afspraken } = zaak;
  const waar = gemeenteKeuzes[gemeente as GemeenteCode] ?? gemeente;
  const wat = sector ? `, ${sectoren[sector as Sector] ?? sector}` : '';
  return [
    kop(kenmerk),
    alinea(
      `Wacht ${nettoDagen} dagen${brutoDagen === nettoDagen ? '' : `, en met de tijd die niet meetelt ${brutoDagen} dagen`}. ${waar}${wat}.${isOver ? ' In de vorige doorbraak is hierover niets afgesproken.' : ''}`,
    ),
    afspraken.length > 0 ? lijst(afspraken.map(afspraakInWoorden)) : alinea('Er is nog niets afgesproken.'),
  ];
}

const afspraakInWoorden = ({ wat, wie, voor, isGedaan }: Afspraak) =>
  `${wat.replaceAll('-', ' ')}, door ${wie}, uiterlijk ${voor}${isGedaan ? ' (gedaan)' : ''}`;
