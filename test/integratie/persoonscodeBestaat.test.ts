/** A code of a person in a decision is that of somebody whom we know, so no name or BSN travels further with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { begin, besluit, gelukt, kwartaalNu, leesZaak } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';

let op: Opstelling;
let kenmerk: string;
let periode: string;
let morgen: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 3) });
  periode = await kwartaalNu(op);
  await begin(op, periode);
  morgen = await op.datum(1);
});
afterAll(() => op?.sluit());

const verslag = { ...besproken, verslag: 'Eerst meer informatie.' };
const afspraak = (anders: object = {}) => ({
  wie: 'aanmelder',
  wat: 'overleg-voeren',
  voorDatum: morgen,
  ...anders,
});
const jaar2206 = '2206-01-04';
const plan = { overbruggingsplan: 'Begeleiding thuis.' };

/** Each field that names a person, with a decision that fills it in. */
const velden: [string, string, (code: string) => object][] = [
  ['afspraken.1.wie', 'verslag', (wie) => ({ ...verslag, afspraken: [afspraak(), afspraak({ wie })] })],
  [
    'aanwezig.1',
    'verslag',
    (code) => ({ ...verslag, aanwezig: ['aanmelder', code], afspraken: [afspraak()] }),
  ],
  [
    'eigenaar',
    'keuze',
    (eigenaar) => ({ aanbieders: ['aanbieder-01'], evaluatieDatum: morgen, eigenaar, ...plan }),
  ],
  ['eigenaar', 'overbrugging', (eigenaar) => ({ evaluatieDatum: morgen, eigenaar, ...plan })],
];

/** A BSN, names, and codes of nobody. */
const vreemden = ['999990019', 'robin-voorbeeld', 'robin', 'coordinator-99', 'aanbieder-999'];

describe.each(velden)('%s bij %s', (veld, soort, inhoud) => {
  // A GI has a part in a doorbraak only.
  it.each([...vreemden, 'william-schrikker'])('weigert %s, en bewaart niets', async (code) => {
    const eerder = await op.db.invoer.count();
    const antwoord = await op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud(code));
    expect(antwoord.status).toBe(400);
    expect(antwoord.inhoud.velden).toEqual([
      { veld, label: expect.any(String), melding: expect.stringContaining('Vul “aanmelder” in') },
    ]);
    expect(JSON.stringify(antwoord.inhoud)).not.toContain(code);
    expect(await op.db.invoer.count()).toBe(eerder);
  });

  it.each(['coordinator-2', 'aanbieder-03'])('laat %s door', async (code) => {
    // A date that cannot be right keeps the traject where it is: only that date is refused.
    const teVer =
      soort === 'verslag'
        ? { afspraken: [afspraak({ wie: code, voorDatum: jaar2206 })] }
        : { evaluatieDatum: jaar2206 };
    const antwoord = await op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, {
      ...inhoud(code),
      ...teVer,
    });
    expect(antwoord).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: soort === 'verslag' ? 'afspraken.0.voorDatum' : 'evaluatieDatum' }] },
    });
    expect(antwoord.inhoud.velden).toHaveLength(1);
  });
});

describe('de code van een nieuwe aanmelder', () => {
  const nieuw = { naam: 'Noor Voorbeeld', email: 'noor@jeugdteam.example', telefoon: '070 000 01 02' };
  const wissel = (aanmelderCode: string) =>
    op.vraag('POST', `/v1/trajecten/${kenmerk}/aanmelder`, { ...nieuw, aanmelderCode });

  it.each([
    ['999990019', 'nooit een BSN'],
    ['bsn-999990019', 'nooit een BSN'],
    ['bsn999-990-019', 'nooit een BSN'],
    ['99-99-90-019', 'nooit een BSN'],
    ['0612345678', 'nooit een BSN'],
    ['noor-06-12345678', 'nooit een BSN'],
    ['31612345678', 'nooit een BSN'],
    ['1234', 'nooit een BSN'],
    ['9999.90.019', 'Gebruik een code'],
    ['999 990 019', 'Gebruik een code'],
    ['noor@jeugdteam.example', 'Gebruik een code'],
  ])('weigert %s, en bewaart niets', async (code, melding) => {
    const eerder = await op.db.invoer.count();
    const antwoord = await wissel(code);
    expect(antwoord.status).toBe(400);
    expect(antwoord.inhoud.velden).toEqual([
      {
        veld: 'aanmelderCode',
        label: 'Code van de nieuwe aanmelder',
        melding: expect.stringContaining(melding),
      },
    ]);
    expect(JSON.stringify(antwoord.inhoud)).not.toContain(code);
    expect(await op.db.invoer.count()).toBe(eerder);
  });

  it.each(['aanmelder-2', 'jeugdteam-2026-000123', '01234567-1234-1234-8234-012345678901'])(
    'laat %s door',
    async (code) => {
      expect(await wissel(code)).toMatchObject({ status: 200 });
      const { ingediendDoor } = await op.db.aanmelding.findUniqueOrThrow({ where: { kenmerk } });
      expect(ingediendDoor).toBe(code);
    },
  );
});

describe('de dag van een afspraak in het verslag', () => {
  it.each([
    ['die voorbij is', () => op.datum(-1), 'al voorbij'],
    ['in 2206', async () => jaar2206, 'meer dan twee jaar'],
  ])('%s wordt geweigerd, en er wordt niets bewaard', async (_naam, voorDatum, melding) => {
    const eerder = await op.db.invoer.count();
    const inhoud = { ...verslag, afspraken: [afspraak({ voorDatum: await voorDatum() })] };
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/verslag`, inhoud)).toMatchObject({
      status: 400,
      inhoud: {
        velden: [
          { veld: 'afspraken.0.voorDatum', label: 'Uiterlijk op', melding: expect.stringContaining(melding) },
        ],
      },
    });
    expect(await op.db.invoer.count()).toBe(eerder);
  });
});

it('een afspraak in een doorbraak met wie wij niet kennen, wordt geweigerd', async () => {
  const eerder = await op.db.invoer.count();
  for (const wie of vreemden) {
    const { status, inhoud } = await besluit(op, periode, 'afspraak', afspraak({ wie }), kenmerk);
    expect(status).toBe(400);
    expect(inhoud.velden).toEqual([
      { veld: 'wie', label: 'Wie', melding: expect.stringContaining('de code van een GI') },
    ]);
  }
  expect(await op.db.invoer.count()).toBe(eerder);
});

it('wie wij kennen, kan een afspraak hebben: in een doorbraak ook een GI', async () => {
  const allen = ['aanmelder', 'william-schrikker', 'coordinator-1', 'aanbieder-03'];
  for (const wie of allen) await gelukt(op, periode, 'afspraak', afspraak({ wie }), kenmerk);
  const { afspraken } = await leesZaak(op, periode, kenmerk);
  expect(afspraken.map(({ wie }: { wie: string }) => wie)).toEqual(allen);
});

it('een verslag met wie wij kennen, op een dag van vandaag, wordt verwerkt', async () => {
  const allen = ['aanmelder', 'coordinator-1', 'voorzitter-1', 'aanbieder-01'];
  const voorDatum = await op.datum(0);
  await op.besluit(kenmerk, 'verslag', {
    ...verslag,
    aanwezig: allen,
    afspraken: allen.map((wie) => afspraak({ wie, voorDatum })),
  });
  const { afspraken } = await op.traject(kenmerk);
  expect(afspraken.map(({ wie }: { wie: string }) => wie)).toEqual(allen);
});
