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
  /** The period of the next doorbraak that took it over, in words; null when none did. */
  overNaar: string | null;
  /** True when its traject has closed. */
  isGesloten: boolean;
  afspraken: readonly Afspraak[];
}

interface Afspraak {
  /** In words. */
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
export function doorbraakagendaPagina(agenda: Doorbraakagenda): string {
  const { periode, zaken, elders } = agenda;
  const teBespreken = zaken.filter(({ soort }) => soort === 'zaak');
  const apart = zaken.filter(({ soort }) => soort !== 'zaak');
  return pagina({
    titel: `Agenda voor de doorbraak van ${periode}`,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      alinea(
        `${waarover(agenda)} Er staan met opzet geen namen in: de coördinator vertelt bij welke jeugdige een kenmerk hoort.`,
      ),
      teBespreken.map((zaak) => h(Fragment, { key: zaak.kenmerk }, ...inWoorden(zaak))),
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

/** What the page is about; the meeting only while somebody is left to discuss, since it may have been called off. */
function waarover({ groep, besprekingDatum, zaken, elders }: Doorbraakagenda): string {
  if (zaken.length === 0 && elders.length > 0) return `Hier leest u de afspraken met ${groep}.`;
  const isTeBespreken = zaken.some((zaak) => zaak.soort === 'zaak' && !einde(zaak));
  const wat = isTeBespreken
    ? `Wij bespreken haar op ${besprekingDatum}.`
    : zaken.length > 0
      ? 'In deze doorbraak hoeft daarvan niemand meer te worden besproken.'
      : 'Er staat niemand op deze agenda.';
  return `Dit is de agenda van ${groep}. ${wat}`;
}

/** Why nothing is agreed any more on a zaak; null when something may be. */
function einde({ overNaar, isGesloten }: Agendazaak): string | null {
  if (isGesloten) return 'Het traject is afgesloten.';
  return overNaar === null ? null : `Overgegaan naar de doorbraak van ${overNaar}.`;
}

function inWoorden(zaak: Agendazaak): ReactNode[] {
  const { kenmerk, gemeente, sector, nettoDagen, brutoDagen, isOver, afspraken } = zaak;
  const slot = einde(zaak) ?? (afspraken.length > 0 ? null : 'Er is nog niets afgesproken.');
  const waar = gemeenteKeuzes[gemeente as GemeenteCode] ?? gemeente;
  const wat = sector ? `, ${sectoren[sector as Sector] ?? sector}` : '';
  return [
    kop(kenmerk),
    alinea(
      `Wacht ${nettoDagen} dagen${brutoDagen === nettoDagen ? '' : `, en met de tijd die niet meetelt ${brutoDagen} dagen`}. ${waar}${wat}.${isOver ? ' In de vorige doorbraak is hierover niets afgesproken.' : ''}`,
    ),
    afspraken.length > 0 && lijst(afspraken.map(afspraakInWoorden)),
    slot && alinea(slot),
  ];
}

const afspraakInWoorden = ({ wat, wie, voor, isGedaan }: Afspraak) =>
  `${wat.replaceAll('-', ' ')}, door ${wie}, uiterlijk ${voor}${isGedaan ? ' (gedaan)' : ''}`;
