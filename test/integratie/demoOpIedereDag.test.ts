/** `npm run demo` plays a whole traject at any moment: in a weekend, around midnight, and when the table of today is closed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bouwApi } from '../../api/server.ts';
import { bewaarAdressen } from '../../dev/gegevensmap.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import { eersteWerkdag, plusDagen, tafelMomenten } from '../../domain/tafelkalender.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { startProgramma } from '../support/programma.ts';
import { leesTafel, planTafel, werkdagOver, zaterdagNa } from '../support/tafels.ts';
import { inVoorbereiding } from '../support/verloop.ts';

let op: Opstelling;
let map: string;
let api: Awaited<ReturnType<typeof bouwApi>>;
/** How far the clock of the API and of the demo is from that of the rest, in ms. */
let verschil = 0;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  map = await mkdtemp(join(tmpdir(), 'zl-demo-'));
  const sleutels = {
    jwt: op.instellingen.ZL_JWT_SLEUTEL,
    bsn: 'ongebruikt',
    link: 'ongebruikt',
    postgres: 'ongebruikt',
  };
  await writeFile(join(map, 'sleutels.json'), JSON.stringify(sleutels));
  api = await bouwApi({
    db: op.db,
    temporal: op.client,
    instellingen: op.instellingen,
    klok: { nu: () => Date.now() + verschil },
    logboek: pino({ level: 'silent' }),
  });
  const poort = await vrijePoort();
  await api.listen({ port: poort, host: '127.0.0.1' });
  const scherm = 'http://127.0.0.1:1';
  await bewaarAdressen(map, { temporalUi: scherm, mail: scherm, api: `http://127.0.0.1:${poort}` });
});
afterAll(async () => {
  await api.close();
  await op.sluit();
  await rm(map, { recursive: true });
});
beforeEach(() => {
  verschil = 0;
});

/** Plays the demo at a moment (ms since the epoch); resolves with the day on which it planned the bespreking. */
async function speelOp(moment: number): Promise<string> {
  verschil = moment - Date.now();
  const klok = `const D=Date;globalThis.Date=class extends D{constructor(...a){super(...(a.length?a:[D.now()+(${verschil})]))}static now(){return D.now()+(${verschil})}}`;
  const programma = startProgramma('dev/demo.ts', [], {
    ZL_DATA_DIR: map,
    NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(klok).toString('base64')}`,
  });
  const code = await programma.einde;
  expect({ code, fouten: programma.fouten() }).toEqual({ code: 0, fouten: '' });
  const uitvoer = programma.uitvoer();
  expect(uitvoer).toMatch(/zorg gestart$/m);
  return /plant de tafelbespreking op (\S+)/.exec(uitvoer)?.[1] ?? '';
}

/** The moment of a time on the clock in the Netherlands, on a day. */
const opTijd = (datum: string, tijd: string) => tafelMomenten(datum, tijd, 0).beginTijdstip;

describe('npm run demo', () => {
  it('zet op zondagavond de bespreking op de eerste werkdag', async () => {
    const zondag = plusDagen(zaterdagNa(await op.datum(3)), 1);
    expect(await speelOp(opTijd(zondag, '23:30'))).toBe(eersteWerkdag(zondag));
  });

  it('zet op een werkdag de bespreking op die dag, ook in de avond', async () => {
    const datum = await werkdagOver(op, 12);
    expect(await speelOp(opTijd(datum, '22:00'))).toBe(datum);
  });

  it('zet de bespreking op een latere dag als de tafel van vandaag dicht is, en die van morgen vol of vervallen', async () => {
    const vandaag = await werkdagOver(op, 20);
    const vol = eersteWerkdag(plusDagen(vandaag, 1));
    const vervallen = eersteWerkdag(plusDagen(vol, 1));
    await planTafel(op, vandaag);
    await planTafel(op, vol, { agendaLimiet: 1 });
    await op.besluit(await inVoorbereiding(op), 'tafeldatum', { tafelDatum: vol });
    await planTafel(op, vervallen);
    await op.vraag('POST', `/v1/tafels/${vervallen}/vervallen`, { reden: 'anders' });
    const gesloten = opTijd(vandaag, '08:00');
    expect(Date.parse((await leesTafel(op, vandaag)).agendaSluitTijdstip)).toBeLessThan(gesloten);
    expect(await speelOp(gesloten)).toBe(eersteWerkdag(plusDagen(vervallen, 1)));
  });
});
