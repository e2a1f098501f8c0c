/** Plays an uitvraag of wachttijden: aanbieders are asked, answer through the API or stay silent, and it closes. */
import { randomUUID } from 'node:crypto';
import { eersteWerkdag } from '../../domain/tafelkalender.ts';
import type { UitvraagCijfers } from '../../domain/uitvraagCijfers.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { kwartaalVanSchema } from '../../domain/uitvraagkalender.ts';
import { datumInNederland, plusMaanden } from '../../domain/werkdagen.ts';
import { laatsteVersie } from '../../infra/rapportage.ts';
import { wachtTot } from '../rust.ts';
import type { Persoon, Speelruimte } from '../speelruimte.ts';
import { dien, lees } from './post.ts';
import type { ScenarioVan } from './schema.ts';
import { testBsn } from './testpersonen.ts';
import { type Meld, volgendePeriode } from './trajecten.ts';
import { momentOp } from './wegen.ts';

const manager: Persoon = { rol: 'manager' };
const dag = 24 * 60 * 60 * 1000;
const tien = 10;
/** Half of the aanbieders answer soon, the others after they were reminded: so many days after the begin. */
const antwoordDagen = [3, 16] as const;
/** So many answer at a time. */
const tegelijk = 8;

/** The part of an uitvraag that its player reads. */
interface Stand {
  status: string;
  sluitTijdstip: string;
}
/** What one aanbieder sends. */
interface Inzending {
  aanbieder: string;
  pad: 'antwoord' | 'jeugdigen';
  inhoud: object;
}

/** Waits until every mail has left, and the uitvraag does nothing any more. */
function uitvraagRust({ db, client }: Speelruimte, code: string): Promise<void> {
  const id = uitvraagId(code);
  return wachtTot(`${id} komt niet tot rust`, async () => {
    const { versie } = await db.uitvraag.findUniqueOrThrow({ where: { code } });
    if (versie === 0) return 'zij is nog niet begonnen';
    const mails = await db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } });
    if (mails > 0) return `${mails} mails zijn nog niet verzonden`;
    const { raw } = await client.workflow.getHandle(id).describe();
    return (raw.pendingActivities ?? []).length > 0 ? 'zij voert nog iets uit' : null;
  });
}

/** From the first e-mail to the closing; the clock stands at the begin. */
async function totGesloten(
  ruimte: Speelruimte,
  code: string,
  inzendingen: readonly Inzending[],
  meld: Meld,
): Promise<void> {
  const begin = await ruimte.nu();
  const helft = Math.ceil(inzendingen.length / 2);
  let beantwoord = 0;
  const naar = async (moment: number) => {
    meld(moment, `${beantwoord} van de ${inzendingen.length} antwoorden`);
    await ruimte.totMoment(moment);
    await uitvraagRust(ruimte, code);
  };
  await uitvraagRust(ruimte, code);
  for (const [deel, dagen] of antwoordDagen.entries()) {
    await naar(begin + dagen * dag);
    const nu = inzendingen.slice(deel * helft, (deel + 1) * helft);
    for (let eerste = 0; eerste < nu.length; eerste += tegelijk) {
      const groep = nu.slice(eerste, eerste + tegelijk);
      await Promise.all(
        groep.map(({ aanbieder, pad, inhoud }) =>
          dien(ruimte, { rol: 'aanbieder', aanbieder }, `/v1/uitvragen/${code}/${pad}`, inhoud),
        ),
      );
      beantwoord += groep.length;
    }
    await uitvraagRust(ruimte, code);
  }
  const stand = () => lees<Stand>(ruimte, manager, `/v1/uitvragen/${code}`);
  await naar(Date.parse((await stand()).sluitTijdstip) + 1);
  await wachtTot(`${code} sluit niet`, async () => {
    const { status } = await stand();
    return status === 'open' ? status : null;
  });
  await uitvraagRust(ruimte, code);
}

/**
 * Plays the quarterly uitvraag over the next whole quarter of the clock: the starter runs as its Schedule does, on the first werkdag
 * after it, all contracted aanbieders are asked, and at its closing the figures are published. @returns the code of the quarter. @throws when the API refuses an answer.
 */
export async function speelKwartaal(
  ruimte: Speelruimte,
  { antwoorden }: ScenarioVan<'wachttijden'>,
  meld: Meld,
): Promise<string> {
  const { eindTijdstip } = volgendePeriode('kwartaal', await ruimte.nu());
  const moment = momentOp(eersteWerkdag(datumInNederland(eindTijdstip)), tien);
  await ruimte.totMoment(moment);
  const code = kwartaalVanSchema(moment)?.code ?? '';
  await ruimte.client.workflow.execute('planUitvraag', {
    workflowId: `plan-uitvraag-${randomUUID()}`,
    taskQueue: ruimte.taskQueue,
    args: [],
  });
  const inzendingen = antwoorden.map(
    ({ aanbieder, ...inhoud }): Inzending => ({
      aanbieder,
      pad: 'antwoord',
      inhoud: { ...inhoud, klopt: true },
    }),
  );
  await totGesloten(ruimte, code, inzendingen, meld);
  await wachtTot(`de wachttijden van ${code} worden niet gepubliceerd`, async () =>
    (await laatsteVersie(ruimte.db, { soort: 'wachttijden', periode: code })) === 0 ? 'nog niet' : null,
  );
  return code;
}

/**
 * Plays the extra uitvraag on the first day of the next quarter of the clock. @returns its figures after the closing.
 * @throws when the API refuses it, or an answer.
 */
export async function speelExtra(
  ruimte: Speelruimte,
  { antwoorden, zonderAntwoord }: ScenarioVan<'uitvraag'>,
  meld: Meld,
): Promise<UitvraagCijfers> {
  const { beginTijdstip } = volgendePeriode('kwartaal', await ruimte.nu());
  const peilDatum = datumInNederland(beginTijdstip);
  await ruimte.totMoment(momentOp(eersteWerkdag(peilDatum), tien));
  const { code } = await dien<{ code: string }>(ruimte, { rol: 'coordinator' }, '/v1/uitvragen', {
    soort: 'extra',
    peilDatum,
    aanbieders: [...antwoorden.map(({ aanbieder }) => aanbieder), ...zonderAntwoord],
  });
  const inzendingen = antwoorden.map(
    ({ aanbieder, jeugdigen }): Inzending => ({
      aanbieder,
      pad: 'jeugdigen',
      inhoud: {
        jeugdigen: jeugdigen.map(({ jeugdige, wachtMaanden, ...rest }) => ({
          ...rest,
          bsn: testBsn(jeugdige),
          wachtSindsDatum: datumInNederland(plusMaanden(beginTijdstip, -wachtMaanden)),
        })),
      },
    }),
  );
  await totGesloten(ruimte, code, inzendingen, meld);
  return lees(ruimte, manager, `/v1/uitvragen/${code}/cijfers`);
}
