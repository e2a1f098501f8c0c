/** The third level of the ladder brings a traject back to the table: on a place that is kept for it, and the aanmelder hears it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houdTafelplaats } from '../../activities/tafels.ts';
import { plaatsenOp } from '../../infra/tafels.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesTafel, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { inOnderzoek, inVoorbereiding, ontvangers } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const plan = (kenmerk: string, tafelDatum: string) =>
  op.vraag('POST', `/v1/trajecten/${kenmerk}/tafeldatum`, { tafelDatum });

describe('niveau 3', () => {
  it('zet trajecten die tegelijk terugkomen niet met te veel op een tafel, en mailt de aanmelder de datum', async () => {
    const eerste = await inOnderzoek(op, ['aanbieder-01']);
    const tweede = await inOnderzoek(op, ['aanbieder-02']);
    const tafels = [await werkdagOver(op, 40), await werkdagOver(op, 47)];
    for (const datum of tafels) await planTafel(op, datum, { agendaLimiet: 1 });
    await op.verstrijk('29 days');
    const standen = await wachtTot(
      () => Promise.all([eerste, tweede].map(({ kenmerk }) => op.traject(kenmerk))),
      (lijst) => lijst.every(({ escalatieniveau }) => escalatieniveau === 3),
    );
    for (const { fase } of standen) expect(fase).toBe('bespreking');
    expect(standen.map(({ tafelDatum }) => tafelDatum).sort()).toEqual(tafels);
    for (const { kenmerk } of [eerste, tweede]) {
      expect(await ontvangers(op, kenmerk, 'tafeldatum-gepland', 2)).toEqual(['aanmelder', 'aanmelder']);
      const { tafelDatum } = await op.traject(kenmerk);
      const { gegevens } = await op.db.bericht.findFirstOrThrow({
        where: { kenmerk, soort: 'tafeldatum-gepland', gelegenheid: { startsWith: 'niveau-3' } },
      });
      expect(gegevens).toEqual({ tafelDatum });
    }
    for (const datum of tafels) expect(await plaatsenOp(op.db, datum)).toHaveLength(1);
  });

  it('houdt de plaats tot het traject er zelf op staat of verder is; zo lang sluit de agenda niet', async () => {
    // Later than any other table, so that no other is nearer.
    const datum = await werkdagOver(op, 30);
    const verder = await werkdagOver(op, 37);
    for (const dag of [datum, verder]) await planTafel(op, dag, { agendaLimiet: 1 });
    const [een, twee, drie] = [
      await inVoorbereiding(op),
      await inVoorbereiding(op),
      await inVoorbereiding(op),
    ];
    const houd = async (kenmerk: string) => {
      const { versie } = await op.db.traject.findUniqueOrThrow({ where: { kenmerk } });
      return houdTafelplaats({ db: op.db, klok: { nu: () => 0 } }, { kenmerk, versie, na: await op.nu() });
    };
    expect(await houd(een)).toBe(datum);
    // Asked again, it is the same place.
    expect(await houd(een)).toBe(datum);
    expect(await houd(twee)).toBe(verder);
    expect(await houd(drie)).toBeNull();
    expect(await plan(drie, datum)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:agenda-vol$/) },
    });

    // Who goes somewhere else leaves the place free.
    await op.besluit(twee, 'direct-voorleggen', { aanbieders: ['aanbieder-01'], reden: 'tijd-winnen' });
    expect(await plan(drie, verder)).toMatchObject({ status: 200 });

    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) - 60_000);
    // By now much has happened to the first one: its place is free again.
    const laatste = await inVoorbereiding(op);
    expect(await houd(laatste)).toBe(datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 1_000);
    await wachtTot(
      () => op.workflow(`tafel-${datum}`).describe(),
      ({ raw }) => raw.pendingActivities?.some(({ attempt }) => (attempt ?? 0) > 1) === true,
    );
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'gepland' });
    await op.besluit(laatste, 'contact', { met: 'ouders', verslag: 'Het gaat.' });
    await wachtTot(
      () => leesTafel(op, datum),
      ({ status }) => status !== 'gepland',
    );
  });
});
