/** A doorbraak that takes over everything before the one before has met: that meeting is void, and leaves the calendar of whoever was invited. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { periodeOp } from '../../domain/periode.ts';
import { begin, gelukt, kwartaalNu, lees, mails, metMaatregel } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { Agenda, ontvanger } from '../support/tafels.ts';
import { tekstVan } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('wie was uitgenodigd krijgt een afzegging, en houdt alleen de nieuwe bespreking in de agenda', async () => {
  const overal = await op.meldAan(metMaatregel('999990019'));
  await op.besluit(overal, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-2' });
  await op.meldAan(metMaatregel('123456782', 'leger-des-heils'));
  const afgesproken = await op.meldAan(metMaatregel('111222333', 'leger-des-heils'));
  await op.verstrijk(93 * dag);
  const kwartaal = await kwartaalNu(op);
  await begin(op, kwartaal);
  const afspraak = { wie: 'coordinator-1', wat: 'overleg-voeren', voorDatum: await op.datum(30) };
  await gelukt(op, kwartaal, 'afspraak', afspraak, afgesproken);
  await mails(op, kwartaal, 'doorbraak-uitnodiging', 4);
  // Somebody else has the traject by now: who was invited is told.
  await op.besluit(overal, 'coordinator', { coordinator: 'coordinator-3' });
  await op.verstrijk(2 * dag);
  const maand = periodeOp('maand', await op.nu()).code;
  const { besprekingDatum } = await begin(op, maand);

  const afgezegd = await mails(op, kwartaal, 'doorbraak-afgezegd', 2);
  expect(afgezegd.map(({ geadresseerde, gelegenheid }) => `${geadresseerde} ${gelegenheid}`)).toEqual([
    'coordinator-2 groep-william-schrikker',
    'william-schrikker groep-william-schrikker',
  ]);
  await mails(op, maand, 'doorbraak-uitnodiging', 4);
  const agendaVan = (adres: string) => {
    const agenda = new Agenda();
    for (const mail of [...op.mails(doorbraakId(kwartaal)), ...op.mails(doorbraakId(maand))])
      if (ontvanger(mail) === adres && mail.attachments.length > 0) agenda.neem(mail);
    return [...agenda.afspraken.values()].map(({ begin: moment }) => moment);
  };
  expect(agendaVan('doorbraak@william-schrikker.example')).toEqual([`${besprekingDatum}T09:00:00`]);
  expect(agendaVan('coordinator-2@zorglogistiek.example')).toEqual([]);
  // Of this group somebody is left in the first.
  expect(agendaVan('doorbraak@leger-des-heils.example')).toHaveLength(2);
  const [mail] = op.mails(doorbraakId(kwartaal)).filter((een) => tekstVan(een).includes('vervalt'));
  expect(mail && tekstVan(mail)).toContain('De doorbraak van');
  expect(await lees(op, kwartaal)).toMatchObject({ status: 'open', zonderAfspraak: 0 });
});
