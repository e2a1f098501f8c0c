/** Places on the agenda of a table, and what the API shows of one. */
import { randomUUID } from 'node:crypto';
import { beginTafel, type TafelBegin, tafelAntwoord } from '../domain/tafel.ts';
import { tafelBeginTijd } from '../domain/tafelbeleid.ts';
import { tafelId } from '../domain/tafelCodes.ts';
import { tafelMomenten } from '../domain/tafelkalender.ts';
import { leesbareDatum } from '../domain/werkdagen.ts';
import {
  alsDatum,
  neemPlaatsenslot,
  plaatsenOp,
  tafelRij,
  tafelToestand,
  volgendeTafelMetRuimte,
} from '../infra/tafels.ts';
import type { Invoer, Prisma, Tafel } from '../prisma/client/client.ts';
import type { Indiening } from './invoer.ts';
import type { Omgeving } from './omgeving.ts';
import { ProbleemFout } from './problemen.ts';

type Tx = Prisma.TransactionClient;

/** Makes the row of a table, in the transaction of the decision that asks for it. */
export async function maakTafel(
  { klok, instellingen }: Pick<Omgeving, 'klok' | 'instellingen'>,
  tx: Tx,
  wens: Pick<TafelBegin, 'datum'> & Partial<Pick<TafelBegin, 'beginTijd' | 'plaats' | 'agendaLimiet'>>,
): Promise<void> {
  const { datum, beginTijd = tafelBeginTijd, plaats = 'kantoor' } = wens;
  const gemaaktTijdstip = klok.nu();
  const begin: TafelBegin = {
    datum,
    beginTijd,
    plaats,
    agendaLimiet: wens.agendaLimiet ?? instellingen.ZL_TAFEL_LIMIET,
    gemaaktTijdstip,
    basisUrl: instellingen.ZL_PUBLIC_URL.replace(/\/+$/, ''),
  };
  const toestand = beginTafel(begin, tafelMomenten(datum, beginTijd, gemaaktTijdstip));
  await tx.tafel.createMany({ data: [tafelRij(toestand)] });
}

/**
 * Gives a traject a place on the agenda of a day, in the transaction that stores its decision. A day without a table gets
 * one: then the Invoer of that table is returned, to be handled after the transaction.
 * @throws ProbleemFout (409) when the agenda has closed or is full; it names the next table with room.
 */
async function neemPlaats(
  omgeving: Omgeving,
  tx: Tx,
  besluit: Invoer,
  datum: string,
): Promise<Invoer | null> {
  await neemPlaatsenslot(tx);
  const rij = await tx.tafel.findUnique({ where: { datum: alsDatum(datum) } });
  if (!rij) return maakTafelBij(omgeving, tx, besluit, datum);
  const opAgenda = await plaatsenOp(tx, datum);
  const { status, agendaLimiet, agendaSluitTijdstip } = tafelToestand(rij);
  const anderen = opAgenda.filter((kenmerk) => kenmerk !== besluit.kenmerk);
  const isOpen = status === 'gepland' && omgeving.klok.nu() < agendaSluitTijdstip;
  if (isOpen && anderen.length < agendaLimiet) return null;
  const volgende = await volgendeTafelMetRuimte(tx, datum, omgeving.klok.nu());
  const advies = volgende
    ? `De eerstvolgende tafel met plaats is op ${leesbareDatum(volgende)} (${volgende}).`
    : 'Er is nog geen latere tafel met plaats. Kies een andere datum, dan wordt er een tafel gepland.';
  const dag = leesbareDatum(datum);
  if (status === 'vervallen')
    throw new ProbleemFout('agenda-gesloten', `De tafel van ${dag} is vervallen. ${advies}`);
  if (!isOpen)
    throw new ProbleemFout(
      'agenda-gesloten',
      `De agenda van de tafel van ${dag} is al gesloten en de stukken zijn verdeeld. ${advies}`,
    );
  throw new ProbleemFout(
    'agenda-vol',
    `De agenda van de tafel van ${dag} is vol: er passen ${agendaLimiet} trajecten op. ${advies}`,
  );
}

/** The table that a coördinator asks for by planning a traject on a day without one: a decision of its own. */
async function maakTafelBij(omgeving: Omgeving, tx: Tx, besluit: Invoer, datum: string): Promise<Invoer> {
  await maakTafel(omgeving, tx, { datum });
  const invoer: Invoer = {
    ...besluit,
    id: randomUUID(),
    idempotencyKey: `tafel-bij-${besluit.id}`,
    soort: 'tafel',
    kenmerk: tafelId(datum),
    onderzoekId: null,
    codes: { datum },
    vrijeTekst: {},
  };
  await tx.invoer.createMany({ data: [invoer as Prisma.InvoerCreateManyInput] });
  return invoer;
}

/** What the storing of a decision takes along when it plans a traject on the table of a day; nothing when it does not. */
export function plaatsAanTafel(
  omgeving: Omgeving,
  { tafelDatum }: Readonly<Record<string, unknown>>,
): Pick<Indiening, 'bijBewaren'> {
  return typeof tafelDatum === 'string'
    ? { bijBewaren: (tx, invoer) => neemPlaats(omgeving, tx, invoer, tafelDatum) }
    : {};
}

/** A table as every reader sees it. */
export function toonTafel(rij: Tafel) {
  const toestand = tafelToestand(rij);
  const { tafelId: id, ...rest } = tafelAntwoord(toestand);
  return {
    tafelId: id,
    ...rest,
    beginTijdstip: new Date(toestand.beginTijdstip).toISOString(),
    eindTijdstip: new Date(toestand.eindTijdstip).toISOString(),
    vervalreden: toestand.vervalreden ?? null,
  };
}
