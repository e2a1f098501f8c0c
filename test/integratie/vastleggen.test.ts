/** One cause, one transaction, one effect. */
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { maakTransport } from '../../activities/mail/transport.ts';
import { legVast as legVastMet } from '../../activities/vastleggen.ts';
import { beginTafel } from '../../domain/tafel.ts';
import { tafelMomenten } from '../../domain/tafelkalender.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { verwerkWekker } from '../../domain/trajectWekker.ts';
import type { Vastlegging } from '../../domain/vastlegging.ts';
import { tafelRij } from '../../infra/tafels.ts';
import { zaai } from '../../prisma/seed.ts';
import { aanmeldingTijdstip, begonnenOnderzoek } from '../support/berichten.ts';
import { maakDossier, vastleggingVan, vraagBesluit } from '../support/dossier.ts';
import { mailInstellingen } from '../support/mail.ts';
import { maakDatabase, type TestDatabase } from '../support/servers.ts';

let database: TestDatabase;
let traject: TrajectToestand;
let kenmerk: string;
let logregels: Record<string, unknown>[] = [];
let volgnummer = 0;
const logboek = pino({}, { write: (regel: string) => logregels.push(JSON.parse(regel)) });
const mailVan = 'Zorglogistiek <noreply@zorglogistiek.example>';

beforeAll(async () => {
  database = await maakDatabase();
  await zaai(database.db);
});
afterAll(() => database.sluit());

beforeEach(async () => {
  logregels = [];
  volgnummer += 1;
  kenmerk = `ZL-2025-${String(volgnummer).padStart(4, '0')}`;
  traject = await maakDossier(database.db, kenmerk);
});

const legVast = (v: Vastlegging) => legVastMet({ db: database.db, mailVan, logboek }, v);

/** A triage by a person, with its mails: to the aanmelder, and to the colleague who takes it up. */
async function triage() {
  const codes = { uitkomst: 'bespreking', coordinator: 'coordinator-2' } as const;
  const id = await vraagBesluit(database.db, { kenmerk, soort: 'triage', codes });
  const gevolg = pasTrajectBesluitToe(traject, { soort: 'triage', codes }, id, aanmeldingTijdstip);
  const invoer = { id, soort: 'triage', codes, antwoord: { kenmerk, fase: 'voorbereiding' } };
  const { gebeurtenis, berichten, toestand } = gevolg;
  return { ...vastleggingVan(toestand, { oorzaak: `invoer:${id}`, gebeurtenis, berichten }), invoer };
}

/** Everything that is stored of the traject. */
async function opgeslagen() {
  const { db } = database;
  const waar = { where: { kenmerk } };
  const [rij, gebeurtenissen, onderzoeken, audit, uitkomsten, berichten] = await Promise.all([
    db.traject.findUniqueOrThrow(waar),
    db.gebeurtenis.findMany(waar),
    db.onderzoek.findMany(waar),
    db.auditRegel.findMany(waar),
    db.invoerUitkomst.findMany({ where: { invoer: { kenmerk } } }),
    db.bericht.findMany({ ...waar, orderBy: { geadresseerde: 'asc' } }),
  ]);
  return { rij, gebeurtenissen, onderzoeken, audit, uitkomsten, berichten };
}

async function fout(belofte: Promise<unknown>): Promise<ApplicationFailure> {
  const uitkomst = await belofte.then(
    () => undefined,
    (reden: unknown) => reden,
  );
  expect(uitkomst).toBeInstanceOf(ApplicationFailure);
  return uitkomst as ApplicationFailure;
}

describe('een besluit van een persoon', () => {
  it('staat in het verhaal, het leesmodel, de audit, de uitkomst en het mailregister', async () => {
    const v = await triage();
    await legVast(v);
    const { rij, gebeurtenissen, audit, uitkomsten, berichten } = await opgeslagen();
    expect(gebeurtenissen).toMatchObject([
      {
        oorzaak: v.oorzaak,
        soort: 'triage',
        codes: { uitkomst: 'bespreking', coordinator: 'coordinator-2' },
        tijdstip: new Date(aanmeldingTijdstip),
        invoerId: v.invoer.id,
      },
    ]);
    expect(rij).toMatchObject({
      versie: 1,
      fase: 'voorbereiding',
      coordinator: 'coordinator-2',
      wachtOp: 'coordinator',
      signalen: [],
      toestand: v.traject,
    });
    expect(audit).toMatchObject([
      { wie: 'coordinator-1', rol: 'coordinator', wat: 'triage', oorzaak: v.oorzaak },
    ]);
    expect(uitkomsten).toMatchObject([
      { invoerId: v.invoer.id, uitkomst: 'verwerkt', antwoord: { kenmerk, fase: 'voorbereiding' } },
    ]);
    expect(berichten).toMatchObject([
      {
        soort: 'naar-bespreking',
        geadresseerde: 'aanmelder',
        status: 'klaar',
        pogingen: 0,
        onzekerePogingen: 0,
      },
      { soort: 'coordinator-gewijzigd', geadresseerde: 'coordinator-2', status: 'klaar' },
    ]);
  });

  it('heeft bij herhaling geen tweede effect', async () => {
    const v = await triage();
    await legVast(v);
    const eerst = await opgeslagen();
    await legVast(v);
    await legVast(JSON.parse(JSON.stringify(v)));
    expect(await opgeslagen()).toEqual(eerst);
  });

  it('laat het eerste antwoord op de invoer staan', async () => {
    const v = await triage();
    await database.db.invoerUitkomst.create({
      data: {
        invoerId: v.invoer.id,
        uitkomst: 'verwerkt',
        antwoord: { eerste: true },
        tijdstip: new Date(aanmeldingTijdstip),
      },
    });
    await legVast(v);
    expect((await opgeslagen()).uitkomsten).toMatchObject([{ antwoord: { eerste: true } }]);
  });

  it('gaat over dezelfde codes, in welke volgorde ze ook staan', async () => {
    const v = await triage();
    const { uitkomst, coordinator } = v.invoer.codes;
    await legVast({ ...v, invoer: { ...v.invoer, codes: { coordinator, uitkomst } } });
    expect((await opgeslagen()).gebeurtenissen).toHaveLength(1);
  });

  const vervalsingen: [string, (v: Awaited<ReturnType<typeof triage>>) => void | Promise<void>][] = [
    ['die niet bestaat', (v) => void Object.assign(v.invoer, { id: randomUUID() })],
    ['van een andere soort', (v) => void Object.assign(v.invoer, { soort: 'intrekking' })],
    ['met andere codes', (v) => void Object.assign(v.invoer, { codes: { uitkomst: 'afgewezen' } })],
    [
      'van een ander traject',
      async (v) => {
        await maakDossier(database.db, `ET-${kenmerk.slice(3)}`);
        const codes = { uitkomst: 'bespreking', coordinator: 'coordinator-2' };
        const id = await vraagBesluit(database.db, {
          kenmerk: `ET-${kenmerk.slice(3)}`,
          soort: 'triage',
          codes,
        });
        Object.assign(v.invoer, { id });
      },
    ],
    [
      'die al is geweigerd',
      async (v) => {
        const invoerId = v.invoer.id;
        const tijdstip = new Date(aanmeldingTijdstip);
        await database.db.invoerUitkomst.create({
          data: { invoerId, uitkomst: 'geweigerd', antwoord: {}, tijdstip },
        });
      },
    ],
  ];

  it.each(vervalsingen)('met een invoer %s wordt geweigerd en verandert niets', async (_naam, vervals) => {
    const v = await triage();
    await vervals(v);
    const eerst = await opgeslagen();
    const { type, nonRetryable, message } = await fout(legVast(v));
    expect({ type, nonRetryable }).toEqual({ type: 'invoer-ongeldig', nonRetryable: true });
    expect(message).toMatch(/^Dit besluit hoort niet bij een geldige invoer\./);
    expect(await opgeslagen()).toEqual(eerst);
  });

  it('van een aanbieder geldt alleen voor zijn eigen onderzoek', async () => {
    const eigen = begonnenOnderzoek(kenmerk, 'aanbieder-01');
    const ander = begonnenOnderzoek(kenmerk, 'aanbieder-02');
    await legVast(vastleggingVan(traject, { onderzoeken: [eigen, ander] }));
    const id = await vraagBesluit(database.db, {
      kenmerk,
      soort: 'bevestiging',
      codes: {},
      onderzoekId: eigen.id,
    });
    const voor = (o: typeof eigen): Vastlegging => ({
      kenmerk,
      oorzaak: `invoer:${id}`,
      tijdstip: aanmeldingTijdstip,
      gebeurtenis: { soort: 'onderzoek-bevestiging', codes: { aanbieder: o.aanbieder } },
      invoer: { id, soort: 'bevestiging', codes: {}, antwoord: {} },
      onderzoeken: [{ ...o, versie: 1, status: 'bevestigd', bevestigdTijdstip: aanmeldingTijdstip }],
      berichten: [],
    });
    expect((await fout(legVast(voor(ander)))).type).toBe('invoer-ongeldig');
    expect((await opgeslagen()).onderzoeken.every(({ status }) => status === 'gevraagd')).toBe(true);
    await legVast(voor(eigen));
    expect((await opgeslagen()).onderzoeken.find((o) => o.id === eigen.id)).toMatchObject({
      status: 'bevestigd',
      bevestigdTijdstip: new Date(aanmeldingTijdstip),
    });
  });
});

describe('wat een doorbraak meldt', () => {
  const doorbraak = 'doorbraak-2025-K3';
  const meldt = (isOnder: boolean): Vastlegging => ({
    ...vastleggingVan({ ...traject, versie: 1 }, { oorzaak: `${doorbraak}:${isOnder}` }),
    bewijs: { doorbraak, isOnder },
  });
  const zet = (onderDoorbraak: boolean) =>
    database.db.doorbraakzaak.update({
      where: { doorbraak_kenmerk: { doorbraak, kenmerk } },
      data: { onderDoorbraak },
    });

  it('is een herhaling als het al vaststond, ook als wat het bewees intussen voorbij is', async () => {
    const dag = new Date('2025-07-01');
    const { jeugdigeId } = await database.db.aanmelding.findUniqueOrThrow({ where: { kenmerk } });
    await database.db.doorbraak.create({
      data: {
        id: doorbraak,
        periode: '2025-K3',
        versie: 1,
        status: 'open',
        peilDatum: dag,
        besprekingDatum: dag,
        begonnenTijdstip: dag,
        toestand: {},
        zaken: {
          create: {
            kenmerk,
            jeugdigeId,
            groep: 'zonder-maatregel',
            soort: 'zaak',
            versie: 1,
            onderDoorbraak: true,
            toestand: {},
          },
        },
      },
    });
    await legVast(meldt(true));
    await zet(false);
    await legVast(meldt(true));
    expect((await opgeslagen()).gebeurtenissen).toHaveLength(1);
    await legVast(meldt(false));
    await zet(true);
    await expect(legVast({ ...meldt(false), oorzaak: `${doorbraak}:verzonnen` })).rejects.toMatchObject({
      type: 'invoer-ongeldig',
    });
    expect((await opgeslagen()).gebeurtenissen).toHaveLength(2);
  });
});

describe('dezelfde oorzaak met een andere inhoud', () => {
  const anders: [string, (v: Vastlegging) => Partial<Vastlegging>][] = [
    ['een andere soort', () => ({ gebeurtenis: { soort: 'escalatie', codes: {} } })],
    ['andere codes', (v) => ({ gebeurtenis: { ...v.gebeurtenis, codes: { ambitieTijdstip: 1 } } })],
    ['een ander tijdstip', (v) => ({ tijdstip: v.tijdstip + 1 })],
  ];
  it.each(anders)('(%s) faalt luid, mag opnieuw, en verandert niets', async (_naam, wijzig) => {
    const v = vastleggingVan({ ...traject, versie: 1 });
    await legVast(v);
    const eerst = await opgeslagen();
    const { type, nonRetryable } = await fout(
      legVast({ ...v, traject: { ...traject, versie: 2, gewaarschuwd: true }, ...wijzig(v) }),
    );
    expect({ type, nonRetryable }).toEqual({ type: 'oorzaak-andere-inhoud', nonRetryable: false });
    expect(logregels).toMatchObject([{ level: 50, kenmerk, oorzaak: v.oorzaak }]);
    expect(await opgeslagen()).toEqual(eerst);
  });
});

describe('het leesmodel', () => {
  it('volgt alle kolommen uit de toestand', async () => {
    const laat: TrajectToestand = {
      ...traject,
      versie: 1,
      fase: 'onderzoek',
      gi: 'william-schrikker',
      complexiteit: 'zeer-complex',
      coordinator: 'coordinator-1',
      wachtOp: 'aanbieder',
      wachtreden: 'wachtlijst',
      schadelijk: true,
      escalatieniveau: 2,
      tafelDatum: '2025-05-15',
      duidelijkheidTijdstip: aanmeldingTijdstip + 1,
    };
    await legVast(vastleggingVan(laat));
    const { rij } = await opgeslagen();
    expect(rij).toEqual({
      kenmerk,
      versie: 1,
      spoor: 'zorglogistiek',
      fase: 'onderzoek',
      gemeente: 'den-haag',
      gi: 'william-schrikker',
      complexiteit: 'zeer-complex',
      coordinator: 'coordinator-1',
      wachtOp: 'aanbieder',
      wachtSinds: new Date(aanmeldingTijdstip),
      wachtreden: 'wachtlijst',
      signalen: ['schadelijk'],
      vastgelopenRedenen: [],
      escalatieniveau: 2,
      aanmeldingTijdstip: new Date(aanmeldingTijdstip),
      ambitieTijdstip: new Date(laat.ambitieTijdstip),
      tafelDatum: new Date('2025-05-15'),
      duidelijkheidTijdstip: new Date(aanmeldingTijdstip + 1),
      uitkomst: null,
      toestand: laat,
    });
  });

  it('gaat nooit terug naar een oudere versie; het verhaal krijgt de regel wel', async () => {
    const onderzoek = begonnenOnderzoek(kenmerk, 'aanbieder-01');
    await legVast(
      vastleggingVan(
        { ...traject, versie: 5, fase: 'onderzoek' },
        {
          onderzoeken: [{ ...onderzoek, versie: 3, herinneringen: 2 }],
        },
      ),
    );
    await legVast(
      vastleggingVan(
        { ...traject, versie: 4, fase: 'bespreking' },
        {
          oorzaak: 'wekker:eerder',
          onderzoeken: [{ ...onderzoek, versie: 2, herinneringen: 1 }],
        },
      ),
    );
    const { rij, onderzoeken, gebeurtenissen } = await opgeslagen();
    expect(rij).toMatchObject({ versie: 5, fase: 'onderzoek', toestand: { versie: 5 } });
    expect(onderzoeken).toMatchObject([{ versie: 3, herinneringen: 2, toestand: { versie: 3 } }]);
    expect(gebeurtenissen).toHaveLength(2);
  });

  it('bewaart het antwoord van een aanbieder', async () => {
    const onderzoek = begonnenOnderzoek(kenmerk, 'aanbieder-01');
    const antwoord = { antwoord: 'wachtlijst', totDatum: '2025-09-01' } as const;
    await legVast(vastleggingVan(traject, { onderzoeken: [onderzoek] }));
    await legVast({
      ...vastleggingVan(traject, { oorzaak: 'antwoord' }),
      onderzoeken: [
        { ...onderzoek, versie: 1, status: 'beantwoord', antwoord, beantwoordTijdstip: aanmeldingTijdstip },
      ],
    });
    expect((await opgeslagen()).onderzoeken).toMatchObject([
      { id: onderzoek.id, aanbieder: 'aanbieder-01', ronde: 1, status: 'beantwoord', antwoord },
    ]);
  });
});

describe('tegelijk', () => {
  it('houdt van twintig oorzaken het verhaal compleet en de nieuwste versie', async () => {
    const aanbieders = ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'];
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => {
        const onderzoeken = aanbieders.map((a) => ({
          ...begonnenOnderzoek(kenmerk, a),
          versie: i,
          herinneringen: i,
        }));
        return legVast(
          vastleggingVan(
            { ...traject, versie: i + 1, wachtSinds: aanmeldingTijdstip + i },
            {
              oorzaak: `wekker:${i}`,
              onderzoeken: i % 2 === 0 ? onderzoeken : onderzoeken.reverse(),
            },
          ),
        );
      }),
    );
    const { rij, gebeurtenissen, onderzoeken, audit } = await opgeslagen();
    expect(gebeurtenissen).toHaveLength(20);
    expect(audit).toHaveLength(20);
    expect(audit.every(({ wie, rol }) => wie === 'systeem' && rol === 'systeem')).toBe(true);
    expect(rij).toMatchObject({ versie: 20, wachtSinds: new Date(aanmeldingTijdstip + 19) });
    expect(onderzoeken.map(({ versie, herinneringen }) => [versie, herinneringen])).toEqual(
      aanbieders.map(() => [19, 19]),
    );
  });

  it('heeft tien keer dezelfde oorzaak één effect, en geen van de tien faalt', async () => {
    const v = await triage();
    await Promise.all(Array.from({ length: 10 }, () => legVast(v)));
    const { gebeurtenissen, audit, uitkomsten, berichten } = await opgeslagen();
    expect([gebeurtenissen, audit, uitkomsten, berichten].map((rijen) => rijen.length)).toEqual([1, 1, 1, 2]);
  });
});

describe('een transactie die niet lukt', () => {
  it('laat niets achter', async () => {
    const v = await triage();
    const eerst = await opgeslagen();
    const onbekend = begonnenOnderzoek(kenmerk, 'aanbieder-bestaat-niet');
    await expect(legVast({ ...v, onderzoeken: [onbekend] })).rejects.toThrow();
    expect(await opgeslagen()).toEqual(eerst);
    await legVast(v);
    expect((await opgeslagen()).gebeurtenissen).toHaveLength(1);
  });
});

describe('een e-mail in het register', () => {
  const escalatie = (niveau: 1 | 2 | 3) =>
    verwerkWekker(
      traject,
      { soort: 'escalatie', niveau, gelegenheid: `niveau-${niveau}@1`, tijdstip: 0 },
      aanmeldingTijdstip,
      null,
    );
  const adressen = async () => (await opgeslagen()).berichten.map((b) => `${b.soort} → ${b.geadresseerde}`);

  it('is voor de coördinator van het traject en voor ieder die de rol heeft', async () => {
    await database.db.medewerker.create({
      data: { code: 'voorzitter-2', rol: 'voorzitter', email: 'voorzitter-2@zorglogistiek.example' },
    });
    const { toestand, berichten } = escalatie(3);
    await legVast(vastleggingVan({ ...toestand, coordinator: 'coordinator-2' }, { berichten }));
    expect(await adressen()).toEqual([
      'te-laat → coordinator-2',
      'te-laat → manager-1',
      'te-laat → voorzitter-1',
      'te-laat → voorzitter-2',
    ]);
    await database.db.medewerker.delete({ where: { code: 'voorzitter-2' } });
  });

  it('is voor het team als nog niemand het traject heeft, of niemand hem kent', async () => {
    const { toestand, berichten } = escalatie(1);
    await legVast(vastleggingVan(toestand, { berichten }));
    await legVast(
      vastleggingVan({ ...toestand, coordinator: 'iemand-anders' }, { oorzaak: 'later', berichten }),
    );
    expect(await adressen()).toEqual(['te-laat → team', 'te-laat → voorzitter-1']);
  });

  it('is voor het eerste contact van de aanbieder, of voor het contact daarachter', async () => {
    const aan = (wie: 'aanbieder' | 'aanbieder-achter', aanbieder: string) =>
      ({ soort: 'gekozen', aan: { wie, aanbieder }, gelegenheid: 'g', gegevens: {} }) as const;
    await database.db.contact.delete({ where: { code: 'aanbieder-03-contact-2' } });
    await legVast(
      vastleggingVan(traject, {
        berichten: [
          aan('aanbieder', 'aanbieder-01'),
          aan('aanbieder-achter', 'aanbieder-02'),
          aan('aanbieder-achter', 'aanbieder-03'),
          aan('aanbieder', 'aanbieder-zonder-contact'),
        ],
      }),
    );
    expect(await adressen()).toEqual([
      'gekozen → aanbieder-01-contact-1',
      'gekozen → aanbieder-02-contact-2',
      'gekozen → aanbieder-03-contact-1',
      'gekozen → team',
    ]);
  });
});

describe('de kalender', () => {
  const activiteiten = () => {
    const mail = maakTransport('smtp://127.0.0.1:9');
    const klok = { nu: () => aanmeldingTijdstip };
    let hersteld = 0;
    const herstel = async () => {
      hersteld += 1;
    };
    const { mailVan: _mailVan, ...rest } = mailInstellingen;
    const deel = { ...rest, mail, klok, logboek, mailVan, herstel };
    return { ...createActivities({ db: database.db, ...deel }), keerHersteld: () => hersteld };
  };

  it('geeft de volgende tafel met een open agenda en ruimte, na de dag van nu', async () => {
    const { volgendeTafel } = activiteiten();
    const na = Date.UTC(2025, 4, 1, 8);
    expect(await volgendeTafel({ na })).toBeNull();
    const gemaaktTijdstip = Date.UTC(2025, 3, 1, 8);
    for (const [datum, agendaLimiet] of [
      ['2025-05-15', 1],
      ['2025-05-22', 1],
    ] as const) {
      const begin = { datum, beginTijd: '09:30', plaats: 'kantoor', agendaLimiet, gemaaktTijdstip } as const;
      const momenten = tafelMomenten(datum, '09:30', gemaaktTijdstip);
      const tafel = beginTafel({ ...begin, basisUrl: 'http://zorglogistiek.example' }, momenten);
      await database.db.tafel.createMany({ data: [tafelRij(tafel)] });
    }
    expect(await volgendeTafel({ na })).toBe('2025-05-15');
    await legVast(vastleggingVan({ ...traject, versie: 1, fase: 'bespreking', tafelDatum: '2025-05-15' }));
    expect(await volgendeTafel({ na })).toBe('2025-05-22');
  });

  it('geeft werkdagen, en roept het herstel aan', async () => {
    const { werkdagenVanaf, herstelInvoer, keerHersteld } = activiteiten();
    expect(await werkdagenVanaf({ vanaf: Date.UTC(2025, 11, 24, 12), aantal: 2 })).toEqual([
      Date.UTC(2025, 11, 29, 8),
      Date.UTC(2025, 11, 30, 8),
    ]);
    await herstelInvoer();
    expect(keerHersteld()).toBe(1);
  });
});
