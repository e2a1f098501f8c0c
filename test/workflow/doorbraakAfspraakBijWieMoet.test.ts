/** Who must carry out an agreement of a doorbraak hears it, reads it behind a link of its own, and is reminded on the day; nobody reads more than that. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { afspraakTermijnen } from '../../domain/doorbraakkalender.ts';
import { begin, gelukt, kwartaalNu, mails, metMaatregel } from '../support/doorbraken.ts';
import { lees, linkUitMail } from '../support/gelezenLink.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { verstrijkVoorbij } from '../support/verloop.ts';
import { tekstVan } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const partijen = {
  aanmelder: (kenmerk: string) => `aanmelder-van-${kenmerk}`,
  'aanbieder-03': () => 'aanbieder-03-contact-1',
  'leger-des-heils': () => 'leger-des-heils',
  'coordinator-2': () => 'coordinator-2',
  // Who takes the decision: told by nobody.
  'coordinator-1': () => null,
};

it('de aanmelder, een aanbieder, een GI en een collega horen het, lezen het en worden herinnerd', async () => {
  const kenmerk = await op.meldAan(metMaatregel('999990019'));
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-1' });
  await op.verstrijk(93 * dag);
  const periode = await kwartaalNu(op);
  const id = doorbraakId(periode);
  await begin(op, periode);
  const voorDatum = await op.datum(45);
  for (const wie of Object.keys(partijen))
    await gelukt(
      op,
      periode,
      'afspraak',
      { wie, wat: 'overleg-voeren', voorDatum, toelichting: 'Vertrouwelijk.' },
      kenmerk,
    );
  const horen = Object.values(partijen).flatMap((code) => code(kenmerk) ?? []);
  const verteld = await mails(op, periode, 'doorbraak-afspraak', horen.length);
  expect(verteld.map(({ geadresseerde }) => geadresseerde).sort()).toEqual(horen.sort());
  for (const mail of op.mails(id)) {
    expect(tekstVan(mail)).not.toContain('Vertrouwelijk');
    expect(tekstVan(mail)).not.toContain('Testpersoon');
  }

  // Each reads its own agreement and nothing else of the traject, also long after the mail.
  const paden = await Promise.all(
    [`aanmelder-van-${kenmerk}`, 'aanbieder-03-contact-1', 'leger-des-heils'].map((wie) =>
      linkUitMail(op, id, 'doorbraak-afspraak', wie),
    ),
  );
  const [vanAanmelder = '', vanAanbieder = '', vanGi = ''] = paden;
  const eigen = /Overleg voeren, door u, uiterlijk op/g;
  expect((await lees(op, vanAanmelder)).tekst.match(eigen)).toHaveLength(1);
  await op.verstrijk(35 * dag);
  const { tekst } = await lees(op, vanAanbieder);
  expect(tekst.match(eigen)).toHaveLength(1);
  expect(tekst).not.toMatch(/verslag|leger-des-heils|Vertrouwelijk/i);
  const bijGi = (await lees(op, vanGi)).tekst;
  expect(bijGi).toContain(`${kenmerk}: overleg voeren, door u`);
  expect(bijGi).not.toContain('aanbieder-03');
  const { links } = (await op.vraag('GET', `/v1/trajecten/${kenmerk}/links`)).inhoud;
  expect(
    links.map(({ doel, geadresseerde }: Record<string, string>) => `${doel} ${geadresseerde}`).sort(),
  ).toEqual([
    'afgesproken aanbieder-03-contact-1',
    'doorbraak leger-des-heils',
    'doorbraak william-schrikker',
    'informatie aanmelder',
  ]);

  await verstrijkVoorbij(op, afspraakTermijnen(voorDatum).herinnerTijdstip);
  // For each agreement its coördinator, and who must act; once where that is the same.
  const herinnerd = await mails(op, periode, 'doorbraak-herinnering', 9);
  expect(herinnerd.map(({ geadresseerde }) => geadresseerde).sort()).toEqual(
    [...horen, ...Object.keys(partijen).map(() => 'coordinator-1')].sort(),
  );

  // Done: there is nothing to read any more.
  await gelukt(op, periode, 'afspraak-gedaan', { nummer: 2 }, kenmerk);
  expect((await lees(op, vanAanbieder)).status).toBe(410);
});
