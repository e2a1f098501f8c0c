/** A doorbraak closes when something is agreed on each zaak, and then the BREN hears what is lacking, without personal data. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import {
  begin,
  besluit,
  gelukt,
  kwartaalNu,
  lees,
  leesZaak,
  mails,
  metMaatregel,
  zonder,
} from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { ontvanger } from '../support/tafels.ts';
import { tekstVan } from '../support/volgen.ts';

let op: Opstelling;
let periode: string;
const kenmerken: string[] = [];
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  for (const bsn of ['999990019', '123456782', '111222333'])
    kenmerken.push(await op.meldAan(metMaatregel(bsn)));
  kenmerken.push(await op.meldAan(zonder('123443210')));
  await op.verstrijk(93 * dag);
  periode = await kwartaalNu(op);
  await begin(op, periode);
});
afterAll(() => op.sluit());

const [een, twee, drie, vier] = [0, 1, 2, 3].map((plaats) => () => kenmerken[plaats] ?? '') as [
  () => string,
  () => string,
  () => string,
  () => string,
];
const lacune = {
  sector: 'lvb',
  zorgsoort: 'kleinschalig-wonen',
  regio: 'haaglanden',
  omschrijving: 'Kanarie: een kleine woonplek met nachtwacht.',
};

describe('een doorbraak', () => {
  it('sluit niet zolang over een traject niets is afgesproken of niets over het aanbod is gezegd, en noemt welke', async () => {
    const afspraak = { wie: 'aanmelder', wat: 'overbrugging-regelen', voorDatum: await op.datum(14) };
    await gelukt(op, periode, 'afspraak', afspraak, een());
    await gelukt(op, periode, 'afspraak', afspraak, twee());
    await gelukt(op, periode, 'lacune', lacune, een());
    const { status, inhoud } = await besluit(op, periode, 'sluiting');
    expect(status).toBe(409);
    expect(inhoud.type).toMatch(/:afspraak-ontbreekt$/);
    expect(inhoud.detail).toContain(
      `Voor deze 2 trajecten is nog niets afgesproken: ${[drie(), vier()].join(', ')}.`,
    );
    expect(inhoud.detail).toContain(
      `Bij deze 3 trajecten is nog niet vastgelegd welk aanbod ontbreekt, of dat er niets ontbreekt: ${[twee(), drie(), vier()].join(', ')}.`,
    );
    expect(inhoud.detail).not.toContain(een());
    expect(inhoud.toegestaan).toEqual(expect.arrayContaining(['afspraak', 'lacune', 'sluiting']));
    expect(await lees(op, periode)).toMatchObject({ status: 'open', zonderAfspraak: 2, zonderLacune: 3 });
  });

  it('weigert een afspraak voor een dag die voorbij is, en bij een traject dat er niet in staat', async () => {
    const afspraak = { wie: 'aanmelder', wat: 'andere-stap' };
    const voorbij = await besluit(
      op,
      periode,
      'afspraak',
      { ...afspraak, voorDatum: await op.datum(-1) },
      drie(),
    );
    expect(voorbij).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'voorDatum' }] } });
    const nieuw = await op.meldAan(zonder('999990020'));
    const anders = await besluit(
      op,
      periode,
      'afspraak',
      { ...afspraak, voorDatum: await op.datum(1) },
      nieuw,
    );
    expect(anders).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:niet-van-toepassing$/) },
    });
    const dubbel = await op.vraag('POST', '/v1/doorbraken', { periode }, { rol: 'manager' });
    expect(dubbel).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:doorbraak-bestaat$/) },
    });
    for (const verkeerd of ['2020-K1', '2999-K1']) {
      const antwoord = await op.vraag('POST', '/v1/doorbraken', { periode: verkeerd }, { rol: 'manager' });
      expect(antwoord).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'periode' }] } });
    }
  });

  it('sluit als ieder traject een afspraak heeft of is afgesloten, en het BREN hoort wat ontbreekt', async () => {
    await gelukt(op, periode, 'lacune', { ...lacune, sector: 'j-ggz', regio: 'delft' }, drie());
    expect((await leesZaak(op, periode, een())).lacune).toEqual(lacune);
    await op.besluit(drie(), 'intrekking', { reden: 'plek-gevonden' });
    await op.besluit(vier(), 'intrekking', { reden: 'plek-gevonden' });
    // Of the last one somebody has to say that nothing is lacking.
    expect(await besluit(op, periode, 'sluiting')).toMatchObject({
      status: 409,
      inhoud: {
        type: expect.stringMatching(/:lacune-ontbreekt$/),
        detail: expect.stringContaining(
          `Bij dit traject is nog niet vastgelegd welk aanbod ontbreekt, of dat er niets ontbreekt: ${twee()}.`,
        ),
      },
    });
    await gelukt(op, periode, 'geen-lacune', {}, twee());
    expect(await leesZaak(op, periode, twee())).toMatchObject({ lacune: null, geenLacune: true });
    // What is lacking after all takes its place, and the other way round.
    await gelukt(op, periode, 'lacune', lacune, twee());
    expect(await leesZaak(op, periode, twee())).toMatchObject({ lacune, geenLacune: false });
    expect(await gelukt(op, periode, 'sluiting')).toMatchObject({ status: 'gesloten', zonderAfspraak: 0 });

    await mails(op, periode, 'doorbraak-bren', 1);
    const [mail] = op
      .mails(doorbraakId(periode))
      .filter((bericht) => ontvanger(bericht) === 'bren@voorbeeld.example');
    if (!mail) throw new Error('no mail for the BREN');
    const tekst = tekstVan(mail);
    expect(tekst).toContain(
      'Zorg bij een (licht) verstandelijke beperking, kleinschalige woonvoorziening, Heel Haaglanden. Bij minder dan 5 jeugdigen',
    );
    expect(tekst).toContain('Jeugd-GGZ, kleinschalige woonvoorziening, Delft');
    for (const geheim of ['Kanarie', 'Testpersoon', '999990019', ...kenmerken])
      expect(JSON.stringify([mail.subject, mail.text, mail.html])).not.toContain(geheim);

    // Closed is closed, but for what was agreed.
    const naSluiting = await besluit(op, periode, 'lacune', lacune, een());
    expect(naSluiting).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:afgesloten$/) },
    });
    for (const kenmerk of [een(), twee()])
      await gelukt(op, periode, 'afspraak-gedaan', { nummer: 1 }, kenmerk);
    expect(await op.workflow(doorbraakId(periode)).result()).toMatchObject({ status: 'afgerond' });
    expect(await lees(op, periode)).toMatchObject({ status: 'afgerond' });
  });
});
