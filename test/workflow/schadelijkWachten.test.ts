/** Schadelijk wachten: after three months, at once where the hulp does not exist, never while waiting is a choice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { plusMaanden } from '../../domain/werkdagen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { adresVan, evenNa, mailMetKop, momenten, springNaar, verzonden, zinnen } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const kop = 'Een jeugdige wacht schadelijk lang';
const wachtkeuze = async (kenmerk: string) =>
  op.besluit(kenmerk, 'wachtkeuze', {
    reden: 'gekozen-behandelaar',
    evaluatieDatum: await op.datum(200),
    toelichting: 'Er is ook andere hulp aangeboden.',
  });
const totSignaal = (kenmerk: string, signaal: string) =>
  wachtTot(
    () => op.traject(kenmerk),
    ({ signalen }) => signalen.includes(signaal),
  );

/** A new aanmelding that Zorgbemiddeling works on, with the moment at which three months have passed. */
async function aangemeld() {
  const kenmerk = await op.meldAan();
  const { aanmeldingTijdstip } = await op
    .besluit(kenmerk, 'triage', {
      uitkomst: 'zorgbemiddeling',
      coordinator: 'coordinator-1',
      afwijkReden: 'individuele-situatie',
    })
    .then(() => op.traject(kenmerk));
  return { kenmerk, drieMaanden: plusMaanden(Date.parse(aanmeldingTijdstip), 3) };
}

describe('drie maanden wachten', () => {
  it('is schadelijk, precies dan en één keer', async () => {
    const { kenmerk, drieMaanden } = await aangemeld();
    await springNaar(op, drieMaanden - dag / 24);
    expect((await op.traject(kenmerk)).signalen).not.toContain('schadelijk');
    await springNaar(op, evenNa(drieMaanden));
    await totSignaal(kenmerk, 'schadelijk');
    const [moment = 0] = await momenten(op, kenmerk, 'schadelijk-wachtend');
    expect(moment).toBeGreaterThanOrEqual(drieMaanden);
    expect(adresVan(await mailMetKop(op, kenmerk, kop))).toBe('coordinator-1@zorglogistiek.example');
    expect(await zinnen(op, kenmerk, 'schadelijk-wachtend')).toEqual([
      'De jeugdige wacht drie maanden. Dat is schadelijk wachten; de jeugdige is geregistreerd voor de doorbraak.',
    ]);
    await op.verstrijk('95 days');
    await verzonden(op, kenmerk, 'schadelijk-wachtend', 1);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  });
});

describe('wachten op hulp die er niet is', () => {
  it('is meteen schadelijk, en na drie maanden niet nog een keer', async () => {
    const { kenmerk, drieMaanden } = await aangemeld();
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
    expect(await op.traject(kenmerk)).toMatchObject({
      wachtreden: 'aanbod-ontbreekt',
      signalen: ['schadelijk'],
    });
    await mailMetKop(op, kenmerk, kop);
    await springNaar(op, evenNa(drieMaanden));
    await verzonden(op, kenmerk, 'schadelijk-wachtend', 1);
    expect(await op.verhaal(kenmerk)).not.toContain('schadelijk-wachtend');
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  });

  it('een andere wachtreden is dat niet', async () => {
    const { kenmerk } = await aangemeld();
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'wachtlijst' });
    expect((await op.traject(kenmerk)).signalen).toEqual([]);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  });

  it('zolang wachten een keuze is niet, zodra het geen keuze meer is meteen', async () => {
    const { kenmerk } = await aangemeld();
    await wachtkeuze(kenmerk);
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
    expect((await op.traject(kenmerk)).signalen).toEqual(['wachten-is-keuze']);
    await op.besluit(kenmerk, 'wachtkeuze-einde', {});
    expect((await op.traject(kenmerk)).signalen).toEqual(['schadelijk']);
    await mailMetKop(op, kenmerk, kop);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  });
});

describe('wachten dat een keuze is', () => {
  it('telt niet mee voor de drie maanden: die tellen daarna verder, en bruto en netto lopen uiteen', async () => {
    const { kenmerk, drieMaanden } = await aangemeld();
    await op.verstrijk('30 days');
    await wachtkeuze(kenmerk);
    await springNaar(op, evenNa(drieMaanden));
    expect(await op.traject(kenmerk)).toMatchObject({
      signalen: expect.not.arrayContaining(['schadelijk']),
      wachtkeuze: { reden: 'gekozen-behandelaar' },
      wachttijd: { nettoDagen: 30 },
    });

    await op.besluit(kenmerk, 'wachtkeuze-einde', {});
    const [begin = 0] = await momenten(op, kenmerk, 'wachtkeuze');
    const [einde = 0] = await momenten(op, kenmerk, 'wachtkeuze-einde');
    const later = drieMaanden + (einde - begin);
    await springNaar(op, later - dag / 24);
    const voor = await op.traject(kenmerk);
    expect(voor.signalen).not.toContain('schadelijk');
    await springNaar(op, evenNa(later));
    const { wachttijd } = await totSignaal(kenmerk, 'schadelijk');
    const keuzeDagen = (einde - begin) / dag;
    expect(wachttijd.brutoDagen - wachttijd.nettoDagen).toBeGreaterThanOrEqual(Math.floor(keuzeDagen));
    expect(wachttijd.brutoDagen - wachttijd.nettoDagen).toBeLessThanOrEqual(Math.ceil(keuzeDagen));
    expect(wachttijd.brutoDagen).toBe(Math.floor((later - aanmelding(voor)) / dag));
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  });

  it('verbergt een eerder teken tot de keuze voorbij is', async () => {
    const { kenmerk } = await aangemeld();
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
    await wachtkeuze(kenmerk);
    expect((await op.traject(kenmerk)).signalen).toEqual(['wachten-is-keuze']);
    await op.besluit(kenmerk, 'wachtkeuze-einde', {});
    expect((await op.traject(kenmerk)).signalen).toEqual(['schadelijk']);
    await verzonden(op, kenmerk, 'schadelijk-wachtend', 1);
  });

  it('kan niet eindigen als het er niet is', async () => {
    const { kenmerk } = await aangemeld();
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/wachtkeuze-einde`, {})).toMatchObject({
      status: 409,
      inhoud: { type: 'tag:zorglogistiek.example,2026:niet-van-toepassing' },
    });
  });
});

const aanmelding = ({ aanmeldingTijdstip }: { aanmeldingTijdstip: string }) => Date.parse(aanmeldingTijdstip);
