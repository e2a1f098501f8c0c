import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { onderzoekId, trajectWorkflowId } from '../../domain/kenmerk.ts';
import type { OnderzoekToestand } from '../../domain/onderzoek.ts';
import { werkdagenVanaf } from '../../domain/werkdagen.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

const besluit = (kenmerk: string, soort: string, inhoud: object, wie: Vraag = {}) =>
  op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud, wie);

/** A traject that aanbieders are looking into. */
async function inOnderzoek(
  aanbieders = ['aanbieder-01', 'aanbieder-02'],
): Promise<{ kenmerk: string; onderzoeken: string[] }> {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 3) });
  const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
    aanbieders,
    ...besproken,
    verslag: 'Besproken en afgesproken.',
  });
  return { kenmerk, onderzoeken };
}

describe('een besluit', () => {
  it('is meteen te lezen, met wie het nam', async () => {
    const kenmerk = await op.meldAan();
    const antwoord = await besluit(kenmerk, 'triage', { uitkomst: 'bespreking', toelichting: 'Duidelijk.' });
    expect(antwoord).toMatchObject({ status: 200, inhoud: { kenmerk, fase: 'voorbereiding' } });
    expect(await op.traject(kenmerk)).toMatchObject({
      fase: 'voorbereiding',
      coordinator: 'coordinator-1',
      versie: antwoord.inhoud.versie,
    });
    const { gebeurtenissen } = (await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`)).inhoud;
    expect(gebeurtenissen.at(-1)).toMatchObject({
      soort: 'triage',
      tekst: 'De aanmelding gaat naar de tafelbespreking.',
      wie: 'coordinator-1',
      rol: 'coordinator',
    });
  });

  it('met dezelfde sleutel en inhoud gebeurt één keer', async () => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    const eerste = await besluit(kenmerk, 'triage', { uitkomst: 'bespreking' }, { sleutel });
    const tweede = await besluit(kenmerk, 'triage', { uitkomst: 'bespreking' }, { sleutel });
    expect(eerste.status).toBe(200);
    expect({ status: tweede.status, inhoud: tweede.inhoud }).toEqual({ status: 200, inhoud: eerste.inhoud });
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'triage')).toHaveLength(1);
  });

  it('tien keer tegelijk met dezelfde sleutel gebeurt één keer, en krijgt overal hetzelfde antwoord', async () => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    const antwoorden = await Promise.all(
      Array.from({ length: 10 }, () => besluit(kenmerk, 'triage', { uitkomst: 'bespreking' }, { sleutel })),
    );
    expect(new Set(antwoorden.map(({ status, inhoud }) => JSON.stringify([status, inhoud]))).size).toBe(1);
    expect(antwoorden[0]?.status).toBe(200);
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'triage')).toHaveLength(1);
  });

  it('met dezelfde sleutel en een andere inhoud, soort of kenmerk is 409', async () => {
    const [een, twee] = [await op.meldAan(), await op.meldAan()];
    const sleutel = randomUUID();
    await besluit(een, 'triage', { uitkomst: 'bespreking' }, { sleutel });
    for (const antwoord of [
      await besluit(een, 'triage', { uitkomst: 'bespreking', toelichting: 'Anders.' }, { sleutel }),
      await besluit(een, 'complexiteit', { complexiteit: 'gewoon', reden: 'Anders.' }, { sleutel }),
      await besluit(twee, 'triage', { uitkomst: 'bespreking' }, { sleutel }),
    ])
      expect(antwoord).toMatchObject({
        status: 409,
        inhoud: { type: expect.stringMatching(/:sleutel-hergebruikt$/) },
      });
    expect(await op.traject(twee)).toMatchObject({ fase: 'intake' });
  });

  it('dat is geweigerd, blijft geweigerd onder die sleutel', async () => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    const tafel = { tafelDatum: await werkdagOver(op, 3) };
    const eerste = await besluit(kenmerk, 'tafeldatum', tafel, { sleutel });
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    const tweede = await besluit(kenmerk, 'tafeldatum', tafel, { sleutel });
    const zonderNummer = ({ inhoud: { instance: _, ...rest } }: typeof eerste) => rest;
    expect(eerste.status).toBe(409);
    expect(zonderNummer(tweede)).toEqual(zonderNummer(eerste));
    expect(await besluit(kenmerk, 'tafeldatum', tafel)).toMatchObject({ status: 200 });
  });

  it('op een afgesloten traject is 409', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await op.trajectWorkflow(kenmerk).result();
    expect(await besluit(kenmerk, 'triage', { uitkomst: 'bespreking' })).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:afgesloten$/), toegestaan: [] },
    });
  });

  it('is terug te vinden onder zijn nummer, alleen voor wie het nam', async () => {
    const kenmerk = await op.meldAan();
    await besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) }, { wie: 'coordinator-2' });
    const { id } = await op.db.invoer.findFirstOrThrow({ where: { kenmerk, soort: 'zorgstart' } });
    expect(await op.vraag('GET', `/v1/invoer/${id}`, undefined, { wie: 'coordinator-2' })).toMatchObject({
      status: 200,
      inhoud: { status: 'geweigerd', weigering: { code: 'verkeerde-fase' }, antwoord: null },
    });
    expect(await op.vraag('GET', `/v1/invoer/${id}`)).toMatchObject({ status: 404 });
  });
});

describe('een onderzoek', () => {
  it('wordt beantwoord door de aanbieder zelf, of door de coördinator namens de aanbieder', async () => {
    const { kenmerk, onderzoeken } = await inOnderzoek();
    const [een = '', twee = ''] = onderzoeken;
    expect(await op.aanbiederZegt(een, 'bevestiging')).toMatchObject({
      onderzoekId: een,
      status: 'bevestigd',
    });
    expect(await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' })).toMatchObject({
      status: 'beantwoord',
    });
    const namens = await op.vraag('POST', `/v1/onderzoeken/${twee}/antwoord`, {
      antwoord: 'afwijzing',
      afwijzingReden: 'geen-plek',
    });
    expect(namens).toMatchObject({ status: 200, inhoud: { status: 'beantwoord' } });
    const { onderzoeken: lijst } = (await op.vraag('GET', `/v1/trajecten/${kenmerk}/onderzoeken`)).inhoud;
    expect(lijst).toMatchObject([
      { onderzoekId: een, status: 'beantwoord', antwoord: { antwoord: 'aanbod' } },
      {
        onderzoekId: twee,
        status: 'beantwoord',
        antwoord: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' },
      },
    ]);
  });

  it('dat nog moet beginnen, wacht even met wat de aanbieder al meldt', async () => {
    const kenmerk = await op.meldAan();
    const { beleid } = (await op.db.traject.findUniqueOrThrow({ where: { kenmerk } })).toestand as never;
    const id = onderzoekId(kenmerk, 'aanbieder-07', 1);
    const nu = Date.now();
    const toestand: OnderzoekToestand = {
      id,
      kenmerk,
      trajectId: trajectWorkflowId(kenmerk),
      aanbieder: 'aanbieder-07',
      ronde: 1,
      versie: 0,
      status: 'gevraagd',
      gevraagdTijdstip: nu,
      antwoordVoorTijdstip: nu + 14 * dag,
      contactTijdstip: nu,
      herinneringen: 0,
      onbeantwoord: 0,
      werkdagen: werkdagenVanaf(nu, 20),
      beleid,
      basisUrl: '',
      verwerkt: [],
    };
    const { aanbieder, ronde, versie, status, herinneringen } = toestand;
    const rij = { id, kenmerk, aanbieder, ronde, versie, status, herinneringen, toestand: toestand as never };
    await op.db.onderzoek.create({ data: { ...rij, gevraagdTijdstip: new Date(nu) } });

    const antwoord = op.aanbiederZegt(id, 'bevestiging');
    await wachtTot(
      () => op.db.invoer.count({ where: { onderzoekId: id } }),
      (aantal) => aantal === 1,
    );
    await op.client.workflow.start('aanbiederOnderzoek', {
      workflowId: id,
      taskQueue: op.instellingen.ZL_TASK_QUEUE,
      args: [toestand],
    });
    expect(await antwoord).toMatchObject({ status: 'bevestigd' });
  });

  it('dat gesloten is neemt geen antwoord meer aan', async () => {
    const { onderzoeken } = await inOnderzoek();
    const [een = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' });
    await op.workflow(een).result();
    const nogEens = await op.vraag('POST', `/v1/onderzoeken/${een}/antwoord`, { antwoord: 'aanbod' });
    expect(nogEens).toMatchObject({
      status: 409,
      inhoud: { type: 'tag:zorglogistiek.example,2026:al-beantwoord', toegestaan: [] },
    });
  });

  it('is voor een andere aanbieder niet te vinden', async () => {
    const { kenmerk, onderzoeken } = await inOnderzoek();
    const [een = ''] = onderzoeken;
    const ander: Vraag = { rol: 'aanbieder', aanbieder: 'aanbieder-02' };
    expect(await op.vraag('GET', `/v1/onderzoeken/${een}`, undefined, ander)).toMatchObject({ status: 404 });
    expect(
      await op.vraag('POST', `/v1/onderzoeken/${een}/antwoord`, { antwoord: 'aanbod' }, ander),
    ).toMatchObject({ status: 404 });
    const { onderzoeken: eigen } = (await op.vraag('GET', '/v1/onderzoeken?limiet=100', undefined, ander))
      .inhoud;
    expect(eigen.map((o: { onderzoekId: string }) => o.onderzoekId)).toContain(
      `onderzoek-${kenmerk}-aanbieder-02-r1`,
    );
    expect(new Set(eigen.map((o: { aanbieder: string }) => o.aanbieder))).toEqual(new Set(['aanbieder-02']));
  });

  it('toont het verslag aan de coördinator en de aanbieder zelf, niet aan de manager', async () => {
    const { onderzoeken } = await inOnderzoek();
    const [een = ''] = onderzoeken;
    const lees = async (wie: Vraag) =>
      (await op.vraag('GET', `/v1/onderzoeken/${een}`, undefined, wie)).inhoud.verslag;
    expect(await lees({})).toBe('Besproken en afgesproken.');
    expect(await lees({ rol: 'aanbieder', aanbieder: 'aanbieder-01' })).toBe('Besproken en afgesproken.');
    expect(await lees({ rol: 'manager' })).toBeNull();
  });

  it('toont het verslag niet meer na een afwijzing, na een andere keuze en na het einde', async () => {
    const { kenmerk, onderzoeken } = await inOnderzoek(['aanbieder-01', 'aanbieder-02', 'aanbieder-08']);
    const [een = '', twee = '', drie = ''] = onderzoeken;
    const lees = async (id: string, aanbieder: string) =>
      (await op.vraag('GET', `/v1/onderzoeken/${id}`, undefined, { rol: 'aanbieder', aanbieder })).inhoud
        .verslag;
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' });
    await op.aanbiederZegt(twee, 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    expect(await lees(twee, 'aanbieder-02')).toBeNull();
    expect(await lees(drie, 'aanbieder-08')).toBe('Besproken en afgesproken.');

    const later = await op.datum(7);
    await wachtTot(
      () =>
        besluit(kenmerk, 'keuze', {
          aanbieders: ['aanbieder-01'],
          evaluatieDatum: later,
          overbruggingsplan: 'Begeleiding thuis.',
        }),
      ({ status }) => status === 200,
    );
    await op.workflow(drie).result();
    expect(await lees(een, 'aanbieder-01')).toBe('Besproken en afgesproken.');
    expect(await lees(drie, 'aanbieder-08')).toBeNull();

    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    expect(await lees(een, 'aanbieder-01')).toBeNull();
    expect((await op.onderzoek(een)).verslag).toBe('Besproken en afgesproken.');
  });

  it('toont wat de aanbieder schreef aan de coördinator en de aanbieder zelf, niet aan de manager', async () => {
    const { onderzoeken } = await inOnderzoek();
    const [een = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'bevestiging');
    await op.aanbiederZegt(een, 'nieuws', { nieuws: 'Het team bespreekt het donderdag.' });
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod', toelichting: 'Er komt een kamer vrij.' });
    const lees = async (wie: Vraag) =>
      (await op.vraag('GET', `/v1/onderzoeken/${een}`, undefined, wie)).inhoud.toelichtingen;
    const toelichtingen = [
      {
        soort: 'onderzoek-nieuws',
        tekstvelden: [
          { veld: 'nieuws', label: 'Stand van zaken', tekst: 'Het team bespreekt het donderdag.' },
        ],
      },
      {
        soort: 'onderzoek-antwoord',
        tekstvelden: [
          { veld: 'toelichting', label: 'Toelichting bij het antwoord', tekst: 'Er komt een kamer vrij.' },
        ],
      },
    ];
    expect(await lees({})).toMatchObject(toelichtingen);
    expect(await lees({ rol: 'aanbieder', aanbieder: 'aanbieder-01' })).toMatchObject(toelichtingen);
    expect(await lees({ rol: 'manager' })).toEqual([]);
  });
});

describe('de vrije tekst bij een gebeurtenis', () => {
  const triage = { veld: 'toelichting', label: 'Toelichting bij de triage', tekst: 'Alleen voor het team.' };
  const verslag = {
    veld: 'verslag',
    label: 'Wat is besproken en afgesproken',
    tekst: 'Eén aanbieder gaat aan de slag.',
  };
  const geprobeerd = { veld: 'geprobeerd', label: 'Wat is geprobeerd', tekst: besproken.geprobeerd };
  const waaromNiet = {
    veld: 'waaromNiet',
    label: 'Waarom dat geen plek gaf',
    tekst: besproken.waaromNiet,
  };
  const nieuws = { veld: 'nieuws', label: 'Stand van zaken', tekst: 'Wij kijken donderdag.' };
  const intrekking = { veld: 'toelichting', label: 'Toelichting bij de intrekking', tekst: 'Dank u wel.' };

  it('is naar rol te lezen: de coördinator alles, de manager niets, de aanmelder het verslag en eigen tekst', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', toelichting: triage.tekst });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 3) });
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-04'],
      verslag: verslag.tekst,
    });
    await op.aanbiederZegt(onderzoeken[0], 'nieuws', { nieuws: nieuws.tekst });
    await op.besluit(
      kenmerk,
      'intrekking',
      { reden: 'plek-gevonden', toelichting: intrekking.tekst },
      { rol: 'aanmelder' },
    );
    const lees = async (rol: NonNullable<Vraag['rol']>) =>
      (
        await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`, undefined, { rol })
      ).inhoud.gebeurtenissen.flatMap(({ soort, tekstvelden }: { soort: string; tekstvelden: object[] }) =>
        tekstvelden.map((tekstveld) => [soort, tekstveld]),
      );
    expect(await lees('coordinator')).toEqual([
      ['triage', triage],
      ['verslag', geprobeerd],
      ['verslag', waaromNiet],
      ['verslag', verslag],
      ['onderzoek-nieuws', nieuws],
      ['intrekking', intrekking],
    ]);
    expect(await lees('manager')).toEqual([]);
    expect(await lees('aanmelder')).toEqual([
      ['verslag', geprobeerd],
      ['verslag', waaromNiet],
      ['verslag', verslag],
      ['intrekking', intrekking],
    ]);
  });
});

describe('de besluiten die kunnen', () => {
  it('staan er alleen voor wie ze mag nemen', async () => {
    const { kenmerk, onderzoeken } = await inOnderzoek();
    const van = async (url: string, wie: Vraag) => (await op.vraag('GET', url, undefined, wie)).inhoud;
    const traject = `/v1/trajecten/${kenmerk}`;
    const inTraject = [
      'tafeldatum',
      'direct-voorleggen',
      'keuze',
      'complexiteit',
      'situatie',
      'spoor',
      'informatievraag',
      'weging',
      'wachtreden',
      'opschorting',
      'wachtkeuze',
      'aanmelder',
      'coordinator',
      'contact',
      'verhuizing',
      'crisis',
      'intrekking',
    ];
    expect((await van(traject, {})).besluiten).toEqual(inTraject);
    expect((await van(traject, { rol: 'aanmelder' })).besluiten).toEqual(['intrekking']);
    expect((await van(traject, { rol: 'manager' })).besluiten).toEqual([]);
    const { trajecten } = await van('/v1/trajecten?limiet=100', { rol: 'aanmelder' });
    expect(new Set(trajecten.flatMap((t: { besluiten: string[] }) => t.besluiten))).toEqual(
      new Set(['intrekking']),
    );

    const inOnderzoeken = ['bevestiging', 'nieuws', 'vraag', 'antwoord'];
    const aanbieder: Vraag = { rol: 'aanbieder', aanbieder: 'aanbieder-01' };
    const onderzoek = `/v1/onderzoeken/${onderzoeken[0]}`;
    expect((await van(onderzoek, aanbieder)).besluiten).toEqual(inOnderzoeken);
    expect((await van(onderzoek, {})).besluiten).toEqual(inOnderzoeken);
    expect((await van(onderzoek, { rol: 'manager' })).besluiten).toEqual([]);
    for (const [url, wie] of [
      ['/v1/onderzoeken?limiet=100', { rol: 'manager' }],
      [`${traject}/onderzoeken`, { rol: 'aanmelder' }],
    ] as const)
      expect((await van(url, wie)).onderzoeken.flatMap((o: { besluiten: string[] }) => o.besluiten)).toEqual(
        [],
      );
  });

  it('staan ook bij een weigering alleen voor wie ze mag nemen', async () => {
    const kenmerk = await op.meldAan();
    const aanmelder: Vraag = { rol: 'aanmelder' };
    const { id } = await op.db.invoer.create({
      data: {
        id: randomUUID(),
        wie: 'aanmelder-1',
        rol: 'aanmelder',
        idempotencyKey: randomUUID(),
        bodyHash: '',
        soort: 'intrekking',
        kenmerk,
        codes: {},
        vrijeTekst: {},
        ingediendTijdstip: new Date(),
        uitkomst: {
          create: {
            uitkomst: 'geweigerd',
            antwoord: {
              code: 'verkeerde-fase',
              uitleg: 'Dit kan nu niet.',
              toegestaan: ['triage', 'intrekking'],
            },
            tijdstip: new Date(),
          },
        },
      },
    });
    const { weigering } = (await op.vraag('GET', `/v1/invoer/${id}`, undefined, aanmelder)).inhoud;
    expect(weigering.toegestaan).toEqual(['intrekking']);
  });
});

describe('een aanmelder', () => {
  const vreemd: Vraag = { rol: 'aanmelder', wie: 'aanmelder-2' };

  it('ziet en trekt alleen eigen aanmeldingen in', async () => {
    const kenmerk = await op.meldAan();
    for (const pad of ['', '/gebeurtenissen', '/onderzoeken'])
      expect(await op.vraag('GET', `/v1/trajecten/${kenmerk}${pad}`, undefined, vreemd)).toMatchObject({
        status: 404,
      });
    expect(await op.vraag('GET', `/v1/aanmeldingen/${kenmerk}`, undefined, vreemd)).toMatchObject({
      status: 404,
    });
    expect(await besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' }, vreemd)).toMatchObject({
      status: 404,
    });
    expect((await op.vraag('GET', '/v1/trajecten', undefined, vreemd)).inhoud.trajecten).toEqual([]);

    const zelf: Vraag = { rol: 'aanmelder' };
    expect(await op.vraag('GET', `/v1/trajecten/${kenmerk}`, undefined, zelf)).toMatchObject({ status: 200 });
    expect(await besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' }, zelf)).toMatchObject({
      status: 200,
      inhoud: { uitkomst: 'ingetrokken' },
    });
  });
});

describe('de lijst van trajecten', () => {
  const lijst = async (vraag: string) => (await op.vraag('GET', `/v1/trajecten?${vraag}`)).inhoud;
  const kenmerken = async (vraag: string): Promise<string[]> =>
    (await lijst(vraag)).trajecten.map(({ kenmerk }: { kenmerk: string }) => kenmerk);

  it('filtert op fase, gemeente, aanbieder, coördinator, op wie het wacht, signaal en uitkomst', async () => {
    const { kenmerk } = await inOnderzoek();
    const delft = await op.meldAan((aanmelding) => {
      aanmelding.jeugdige.gemeente = 'delft';
    });
    expect(await kenmerken('fase=onderzoek&limiet=100')).toContain(kenmerk);
    expect(await kenmerken('fase=onderzoek&limiet=100')).not.toContain(delft);
    expect(await kenmerken('gemeente=delft&limiet=100')).toEqual([delft]);
    expect(await kenmerken('aanbieder=aanbieder-02&limiet=100')).toContain(kenmerk);
    expect(await kenmerken('aanbieder=aanbieder-03&limiet=100')).toEqual([]);
    expect(await kenmerken('teLaat=true')).toEqual([]);
    const eigen = await op.meldAan();
    await op.besluit(eigen, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-3' });
    expect(await kenmerken('coordinator=coordinator-3&limiet=100')).toEqual([eigen]);
    expect(await kenmerken('wachtOp=aanbieder&limiet=100')).toContain(kenmerk);
    expect(await kenmerken('wachtOp=aanbieder&limiet=100')).not.toContain(eigen);
    expect(await kenmerken('wachtOp=aanbieder&coordinator=coordinator-3')).toEqual([]);
    expect(await kenmerken('vastgelopen=false&gemeente=delft')).toEqual([delft]);
    await op.besluit(delft, 'intrekking', { reden: 'plek-gevonden' });
    expect(await kenmerken('uitkomst=ingetrokken&gemeente=delft')).toEqual([delft]);
  });

  it('komt in pagina’s, zonder iets over te slaan of te herhalen', async () => {
    const allemaal = await kenmerken('limiet=100');
    expect(allemaal.length).toBeGreaterThan(5);
    const gelezen: string[] = [];
    let cursor = '';
    do {
      const pagina = await lijst(`limiet=4${cursor}`);
      expect(pagina.trajecten.length).toBeLessThanOrEqual(4);
      gelezen.push(...pagina.trajecten.map(({ kenmerk }: { kenmerk: string }) => kenmerk));
      cursor = pagina.volgende ? `&cursor=${pagina.volgende}` : '';
    } while (cursor);
    expect(gelezen).toEqual(allemaal);
  });
});

describe('de contacten van een aanbieder', () => {
  const pad = '/v1/aanbieders/aanbieder-05/contacten';
  const nieuw = { naam: 'Nieuw Contact', email: 'nieuw@aanbieder-05.example', telefoon: '070 010 0005' };

  it('wijzigt de coördinator; de code blijft, zodat e-mail die nog klaarstaat het nieuwe adres vindt', async () => {
    const eerder = await op.db.contact.findFirstOrThrow({
      where: { aanbieder: 'aanbieder-05', volgorde: 1 },
    });
    const wijziging = { contact: nieuw, contactAchterContact: null };
    expect(await op.vraag('PUT', pad, wijziging)).toMatchObject({ status: 200, inhoud: wijziging });
    expect((await op.vraag('GET', pad)).inhoud).toEqual(wijziging);
    expect(await op.db.contact.findMany({ where: { aanbieder: 'aanbieder-05' } })).toMatchObject([
      { code: eerder.code, email: nieuw.email },
    ]);
    expect(await op.db.auditRegel.findFirst({ where: { kenmerk: 'aanbieder-05' } })).toMatchObject({
      wie: 'coordinator-1',
      wat: 'contacten-gewijzigd',
    });
  });

  it('ziet een aanbieder alleen van zichzelf', async () => {
    const alsAanbieder = (aanbieder: string) =>
      op.vraag('GET', pad, undefined, { rol: 'aanbieder', aanbieder });
    expect(await alsAanbieder('aanbieder-05')).toMatchObject({ status: 200 });
    expect(await alsAanbieder('aanbieder-06')).toMatchObject({ status: 404 });
  });

  it('neemt geen e-mailadres met een regeleinde aan', async () => {
    const antwoord = await op.vraag('PUT', pad, {
      contact: { ...nieuw, email: 'a@b.example\nBcc: c@d.example' },
      contactAchterContact: null,
    });
    expect(antwoord).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'contact.email' }] } });
  });
});

describe('de pagina achter een link in een e-mail', () => {
  it('verraadt niet of een kenmerk bestaat', async () => {
    const kenmerk = await op.meldAan();
    const bestaat = await op.api.inject(`/trajecten/${kenmerk}`);
    const bestaatNiet = await op.api.inject('/trajecten/ZL-2099-0001');
    expect(bestaat.statusCode).toBe(200);
    expect(bestaat.body).toContain('<html lang="nl"');
    expect(bestaat.body).not.toContain('<script');
    expect(bestaatNiet.body.replaceAll('ZL-2099-0001', kenmerk)).toBe(bestaat.body);
    const onderzoek = await op.api.inject('/onderzoeken/onderzoek-ZL-2099-0001-aanbieder-01-r1');
    expect(onderzoek.statusCode).toBe(200);
    expect(onderzoek.body).toContain('/v1/onderzoeken/onderzoek-ZL-2099-0001-aanbieder-01-r1/antwoord');
  });

  it('neemt niets over dat geen kenmerk is', async () => {
    const antwoord = await op.api.inject('/trajecten/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(antwoord.statusCode).toBe(404);
    expect(antwoord.body).not.toContain('script');
  });
});
