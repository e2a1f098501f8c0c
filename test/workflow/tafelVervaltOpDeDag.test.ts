/** A table that was not held, of which that is told after its end: what was not discussed goes on, what was discussed stays. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stukkenlezersVan } from '../../infra/stukken/lezen.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  agendabestand,
  leesTafel,
  ontvanger,
  opAgenda,
  planTafel,
  tafelMails,
  verstrijkTot,
  werkdagOver,
} from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

it('vervalt op de dag zelf, ook na het geplande einde, en tot zij is afgerond', async () => {
  const datum = await werkdagOver(op, 9);
  await planTafel(op, datum);
  const [wel, niet] = ['wel@besproken.example', 'niet@besproken.example'];
  const metAanmelder = (email: string) =>
    opAgenda(op, datum, ({ aanmelder }) => {
      aanmelder.email = email;
    });
  const [gedaan, ongedaan] = [await metAanmelder(wel), await metAanmelder(niet)];
  const { agendaSluitTijdstip, eindTijdstip } = await leesTafel(op, datum);
  await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
  await wachtTot(
    () => stukkenlezersVan(op.db, ongedaan),
    ({ length }) => length === 12,
  );
  await verstrijkTot(op, Date.parse(eindTijdstip) + 60_000);
  await wachtTot(
    () => leesTafel(op, datum),
    ({ status }) => status === 'gehouden',
  );
  await op.besluit(gedaan, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01'],
    verslag: 'Alleen dit kind is besproken.',
  });
  const volgende = await werkdagOver(op, 7);
  await planTafel(op, volgende);

  const laat = await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { plaats: 'online' });
  expect(laat).toMatchObject({ status: 409, inhoud: { toegestaan: ['vervallen'] } });
  expect(await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' })).toMatchObject(
    {
      status: 200,
      inhoud: { status: 'vervallen' },
    },
  );
  expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
  expect(
    await wachtTot(
      () => op.traject(ongedaan),
      ({ tafelDatum }) => tafelDatum === volgende,
    ),
  ).toMatchObject({ fase: 'bespreking' });
  expect(await op.traject(gedaan)).toMatchObject({ fase: 'onderzoek' });
  expect(await stukkenlezersVan(op.db, ongedaan)).toEqual([]);
  expect(await stukkenlezersVan(op.db, gedaan)).toEqual(['aanbieder-01-contact-1']);

  const afgezegd = await wachtTot(
    () => tafelMails(op, datum).filter(({ subject }) => subject?.includes('niet helemaal doorgegaan')),
    ({ length }) => length === 15,
  );
  const ontvangers = afgezegd.map(ontvanger);
  expect(ontvangers).toContain(niet);
  expect(ontvangers).not.toContain(wel);
  expect(new Set(afgezegd.map((mail) => agendabestand(mail).method))).toEqual(new Set(['CANCEL']));
  expect(afgezegd.find((mail) => ontvanger(mail) === niet)?.text).toContain('niet besproken');
});
