/** The closing of an agenda that is stored after a newer change of the table still invites whoever has not heard the newer one. */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legTafelVast } from '../../activities/tafelVastleggen.ts';
import {
  beginTafel,
  pasTafelBesluitToe,
  sluitAgenda,
  type TafelGevolg,
  type TafelVastlegging,
  wisselGenodigden,
} from '../../domain/tafel.ts';
import { eersteWerkdag, tafelMomenten } from '../../domain/tafelkalender.ts';
import { alsDatum } from '../../infra/dag.ts';
import { tafelRij } from '../../infra/tafels.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inVoorbereiding } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

const [blijft, gaat, komt] = ['aanbieder-01', 'aanbieder-02', 'aanbieder-40'].map(
  (aanbieder) => `${aanbieder}-contact-1`,
) as [string, string, string];

/** A table without a workflow, that closes with two tafelleden; what is stored of it is stored by the test, in its own order. */
async function eenTafel(dagen: number) {
  const nu = await op.nu();
  const datum = eersteWerkdag(await op.datum(dagen));
  const momenten = tafelMomenten(datum, '09:30', nu);
  const begin = {
    datum,
    beginTijd: '09:30',
    plaats: 'kantoor',
    agendaLimiet: 6,
    gemaaktTijdstip: nu,
    basisUrl: op.instellingen.ZL_PUBLIC_URL,
  } as const;
  const gepland = beginTafel(begin, momenten);
  await op.db.tafel.create({ data: tafelRij(gepland) });
  const agenda = [await inVoorbereiding(op)];
  const gesloten = sluitAgenda(gepland, { agenda, genodigden: [blijft, gaat], isLeeg: false }, nu);
  const kenmerk = `tafel-${datum}`;
  const leg = ({ toestand, wat, berichten }: TafelGevolg, oorzaak: string) => {
    const v: TafelVastlegging = { kenmerk, oorzaak, tijdstip: nu, wat, tafel: toestand, berichten };
    const { db, instellingen } = op;
    return legTafelVast({ db, mailVan: instellingen.ZL_MAIL_VAN, logboek: pino({ level: 'silent' }) }, v);
  };
  const uitgenodigd = async () =>
    (await op.db.tafeluitnodiging.findMany({ where: { tafel: alsDatum(datum) } }))
      .map(({ geadresseerde, volgnummer, status }) => [geadresseerde, volgnummer, status])
      .sort();
  const berichten = async () =>
    (await op.db.bericht.findMany({ where: { kenmerk } }))
      .map(({ geadresseerde, soort }) => [geadresseerde, soort])
      .sort();
  return { gesloten, momenten, nu, leg, uitgenodigd, berichten };
}

describe('een agenda die later wordt vastgelegd dan een nieuwere verandering', () => {
  it('nodigt na een wissel van tafelleden de anderen alsnog uit, en wie wegging niet', async () => {
    const { gesloten, nu, leg, uitgenodigd, berichten } = await eenTafel(30);
    const wissel = wisselGenodigden(gesloten.toestand, { komen: [komt], gaan: [gaat] }, nu);
    await leg(wissel, 'wekker:wissel');
    await leg(gesloten, 'wekker:agenda-sluit');
    expect(await uitgenodigd()).toEqual([
      [blijft, 0, 'uitgenodigd'],
      [gaat, 1, 'afgezegd'],
      [komt, 1, 'uitgenodigd'],
    ]);
    expect(await berichten()).toEqual([
      [blijft, 'tafel-uitnodiging'],
      [gaat, 'tafel-uitnodiging-vervallen'],
      [komt, 'tafel-uitnodiging'],
    ]);
  });

  it('nodigt niemand meer uit als de tafel intussen is vervallen', async () => {
    const { gesloten, momenten, leg, uitgenodigd, berichten } = await eenTafel(40);
    const besluit = { soort: 'vervallen', codes: { reden: 'anders' } } as const;
    await leg(pasTafelBesluitToe(gesloten.toestand, besluit, momenten), 'wekker:vervallen');
    await leg(gesloten, 'wekker:agenda-sluit');
    expect(await uitgenodigd()).toEqual([
      [blijft, 1, 'afgezegd'],
      [gaat, 1, 'afgezegd'],
    ]);
    expect((await berichten()).map(([, soort]) => soort)).toEqual(['tafel-afgezegd', 'tafel-afgezegd']);
  });
});
