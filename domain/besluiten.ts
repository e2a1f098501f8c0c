/**
 * Every decision that a person can take, as data: its codes (they travel to the workflow) and its free text (it stays
 * in PostgreSQL). The API makes its request bodies from this, the workflows check their messages with it.
 */
import { z } from 'zod';
import { gecertificeerdeInstellingen, maatregelen } from './aanmeldingCodes.ts';
import { heeftMaatregel, wegingBesluiten, wegingElementen } from './afwegingskader.ts';
import { emailSchema, telefoonSchema } from './bereikbaarheid.ts';
import { aanbieders, besluit, datum, hoortBij, tekst } from './besluit.ts';
import {
  adviesSoorten,
  afspraakSoorten,
  afwezigredenen,
  afwijkredenen,
  afwijsredenen,
  afwijzingRedenen,
  antwoordSoorten,
  codeSchema,
  complexiteiten,
  contactSoorten,
  directredenen,
  doorverwijzingen,
  informatieSoorten,
  intrekredenen,
  meerTijdRedenen,
  opschortredenen,
  overdrachtNaar,
  sporen,
  stapSoorten,
  terugstuurredenen,
  verhuisAflopen,
  wachtkeuzeredenen,
  wachtredenen,
} from './codes.ts';
import { vraagtUitleg } from './eindTeksten.ts';
import { gemeenteSchema } from './gemeenten.ts';
import { keuzesInWoorden, keuzeUit } from './keuzelijst.ts';
import { stukSoorten } from './stukken.ts';
import { regel } from './tekst.ts';
import { triageUitkomsten } from './triageCodes.ts';

// Who reads it outside the team, as api/onderzoekLezen.ts, api/afgesproken.ts and api/vrijeTekst.ts let them.
const verslagtekst = (title: string) =>
  tekst(
    title,
    'De aanmelder en de aanbieders die onderzoeken, zijn gekozen, eigenaar zijn van het plan of een afspraak hebben,',
  );
const overbruggingsplan = tekst(
  'Overbruggingsplan voor de tussenliggende periode',
  'De aanmelder, de gekozen aanbieders en de eigenaar van het plan',
);

const toelichting = (title = 'Toelichting') => tekst(title).optional();

const afwijkReden = z.enum(afwijkredenen).optional().meta({
  title: 'Reden om af te wijken',
  description: 'Verplicht als u anders besluit dan het voorstel. Licht de reden toe bij de toelichting.',
});

const informatie = z
  .array(z.enum(informatieSoorten))
  .min(1, 'Noem minstens één soort informatie.')
  .max(informatieSoorten.length)
  .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedere soort één keer.')
  .meta({ title: 'Soorten informatie', examples: [['intelligentie']] });

const vragen = (title: string, zonder: string) =>
  z
    .array(z.uuid())
    .min(1, 'Noem minstens één vraag, of laat dit veld weg.')
    .max(50)
    .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedere vraag één keer.')
    .optional()
    .meta({
      title,
      description: `Van iedere vraag het \`vraagId\`, zoals het bij het traject staat. ${zonder}`,
      examples: [['0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10']],
    });

const coordinator = codeSchema.meta({ title: 'Coördinator', examples: ['coordinator-2'] });

/** Who takes a traject up that is of nobody, with what is decided. */
const opgepaktDoor = coordinator.optional().meta({
  title: 'Coördinator',
  description:
    'Wie het traject oppakt, als het nog van niemand is. Zonder deze code bent u dat. Heeft het traject al een coördinator, dan blijft die het.',
  examples: ['coordinator-2'],
});

const afspraken = z
  .array(
    z.strictObject({
      wie: codeSchema.meta({
        title: 'Wie',
        description: '`aanmelder`, of de code van een coördinator of een aanbieder.',
        examples: ['aanmelder'],
      }),
      wat: z.enum(afspraakSoorten).meta({ title: 'Wat' }),
      voorDatum: datum('Uiterlijk op'),
    }),
  )
  .min(1, 'Noem minstens één afspraak, of laat dit veld weg.')
  .max(20)
  .meta({ title: 'Afspraken', description: 'Wie doet wat, en wanneer is het klaar.' });

/** Decisions on a traject. */
export const trajectBesluiten = {
  triage: besluit({
    titel: 'Triage: wat er met de aanmelding gebeurt',
    codes: {
      uitkomst: z.enum(triageUitkomsten).meta({ title: 'Uitkomst van de triage' }),
      reden: z.enum(afwijsredenen).optional().meta({ title: 'Reden van de afwijzing' }),
      doorverwezenNaar: z.enum(doorverwijzingen).optional().meta({ title: 'Doorverwezen naar' }),
      terugstuurReden: z.enum(terugstuurredenen).optional().meta({ title: 'Reden van het terugsturen' }),
      soorten: informatie.optional().meta({
        title: 'Soorten informatie die ontbreken',
        description: 'Verplicht bij `informatie-ontbreekt`. De aanmelder leest ze in de e-mail.',
      }),
      aanbieders: aanbieders.optional(),
      afwijkReden,
      coordinator: codeSchema.optional().meta({
        title: 'Coördinator',
        description: 'Wie het traject oppakt. Zonder deze code is dat wie de triage doet.',
        examples: ['coordinator-1'],
      }),
    },
    tekst: {
      toelichting: toelichting('Toelichting bij de triage'),
      uitleg: tekst('Uitleg voor de aanmelder').optional().meta({
        title: 'Uitleg voor de aanmelder',
        description:
          'Vrije tekst die de aanmelder leest achter de link, na een code. Verplicht bij `andere-organisatie` en `vraag-niet-duidelijk`. Gaat nooit mee in een e-mail.',
      }),
    },
    regel: ({ uitkomst, ...velden }) =>
      hoortBij(
        uitkomst,
        {
          afgewezen: { nodig: ['reden'] },
          doorverwezen: { nodig: ['doorverwezenNaar'] },
          teruggestuurd: { nodig: ['terugstuurReden'] },
          'direct-voorleggen': { nodig: ['aanbieders'] },
        },
        velden,
      ) ??
      hoortBij(
        velden.terugstuurReden ?? uitkomst,
        { 'informatie-ontbreekt': { mag: ['soorten'] } },
        { soorten: velden.soorten },
      ),
    // Asked of who decides now; a workflow still takes what was stored before this was asked.
    regelMetTekst: ({ uitkomst, reden, doorverwezenNaar, terugstuurReden, soorten, uitleg }) => {
      if (terugstuurReden === 'informatie-ontbreekt' && !soorten)
        return {
          veld: 'soorten',
          melding: 'Noem welke informatie ontbreekt. De aanmelder leest dit in de e-mail.',
        };
      const teZeggen = vraagtUitleg[reden ?? doorverwezenNaar ?? terugstuurReden ?? ''];
      if (teZeggen && !uitleg) return { veld: 'uitleg', melding: teZeggen };
      const mag = { mag: ['uitleg'] } as const;
      return hoortBij(uitkomst, { afgewezen: mag, doorverwezen: mag, teruggestuurd: mag }, { uitleg });
    },
  }),
  informatievraag: besluit({
    titel: 'Informatie gevraagd aan de aanmelder',
    codes: { soorten: informatie },
    tekst: { vraag: tekst('Wat u van de aanmelder wilt weten') },
  }),
  informatie: besluit({
    titel: 'Informatie van de aanmelder ontvangen',
    codes: {
      vragen: vragen('Vragen die hiermee zijn beantwoord', 'Zonder dit veld zijn alle vragen beantwoord.'),
    },
    tekst: {
      antwoord: tekst('Het antwoord van de aanmelder').meta({
        description: 'Dit lezen de coördinator en de aanbieders van wie hiermee een vraag is beantwoord.',
      }),
    },
  }),
  'vraag-ingetrokken': besluit({
    titel: 'Een vraag aan de aanmelder is niet meer nodig',
    codes: {
      vragen: vragen(
        'Vragen die niet meer nodig zijn',
        'Zonder dit veld zijn dat alle vragen van het team, en van aanbieders die niet meer onderzoeken.',
      ),
    },
    tekst: { toelichting: toelichting('Waarom dit niet meer nodig is') },
  }),
  weging: besluit({
    titel: 'Weging volgens het afwegingskader',
    codes: {
      besluit: z.enum(wegingBesluiten).meta({ title: 'Besluit' }),
      elementen: z
        .array(z.enum(wegingElementen))
        .max(wegingElementen.length)
        .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem ieder element één keer.')
        .optional()
        .meta({
          title: 'Elementen die gelden',
          description: 'Vul dit in als er nieuws is. Zonder dit veld gelden de elementen die al bekend zijn.',
          examples: [['gi']],
        }),
      afwijkReden,
    },
    tekst: { toelichting: toelichting('Toelichting bij de weging') },
  }),
  stuk: besluit({
    titel: 'Stuk toegevoegd',
    codes: { stukId: z.uuid(), stukSoort: z.enum(stukSoorten), versie: z.int().min(1) },
    tekst: {},
  }),
  tafeldatum: besluit({
    titel: 'Datum van de tafelbespreking',
    codes: { tafelDatum: datum('Datum van de tafel') },
    tekst: { toelichting: toelichting('Toelichting bij de datum') },
  }),
  'direct-voorleggen': besluit({
    titel: 'Direct voorgelegd aan aanbieders, buiten de bespreking om',
    codes: { aanbieders, reden: z.enum(directredenen).meta({ title: 'Reden' }) },
    tekst: { toelichting: toelichting() },
  }),
  verslag: besluit({
    titel: 'Verslag van de tafelbespreking, met de volgende stap',
    codes: {
      aanwezig: z
        .array(codeSchema)
        .min(1, 'Noem wie er aanwezig was.')
        .max(40)
        .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedereen één keer.')
        .meta({
          title: 'Aanwezig',
          description: '`aanmelder`, en de codes van coördinatoren en aanbieders.',
          examples: [['aanmelder', 'coordinator-1', 'aanbieder-01']],
        }),
      aanmelderAfwezig: z.enum(afwezigredenen).optional().meta({ title: 'Waarom de aanmelder er niet was' }),
      aanbieders: aanbieders.optional(),
      afspraken: afspraken.optional(),
    },
    tekst: {
      geprobeerd: verslagtekst('Wat is geprobeerd'),
      waaromNiet: verslagtekst('Waarom dat geen plek gaf'),
      verslag: verslagtekst('Wat is besproken en afgesproken'),
    },
    regel: (codes) => {
      if (!codes.aanbieders && !codes.afspraken)
        return {
          veld: 'afspraken',
          melding:
            'Niemand gaat weg zonder aanbod of volgende stap. Noem de aanbieders die aan de slag gaan, of minstens één afspraak.',
        };
      if (codes.aanwezig.includes('aanmelder') === (codes.aanmelderAfwezig !== undefined))
        return {
          veld: 'aanmelderAfwezig',
          melding: codes.aanmelderAfwezig
            ? 'Laat dit veld weg: de aanmelder staat bij de aanwezigen.'
            : 'De aanmelder hoort bij de bespreking te zijn. Zet “aanmelder” bij de aanwezigen, of geef de reden.',
        };
      return null;
    },
  }),
  'afspraak-gedaan': besluit({
    titel: 'Een afspraak uit het verslag is gedaan',
    codes: {
      nummer: z
        .int()
        .min(1)
        .meta({
          title: 'Nummer van de afspraak',
          description: 'Zoals bij het traject staat.',
          examples: [1],
        }),
    },
    tekst: { toelichting: toelichting('Wat er is gedaan') },
  }),
  wachtreden: besluit({
    titel: 'Wachtreden: waarom duurt het langer dan de ambitie',
    codes: { wachtreden: z.enum(wachtredenen).meta({ title: 'Wachtreden' }) },
    tekst: { toelichting: toelichting('Toelichting bij de wachtreden') },
  }),
  complexiteit: besluit({
    titel: 'Complexiteit gewijzigd: de ambitie wordt opnieuw berekend',
    codes: { complexiteit: z.enum(complexiteiten).meta({ title: 'Complexiteit' }) },
    tekst: { reden: tekst('Reden van de wijziging') },
  }),
  situatie: besluit({
    titel: 'De situatie van de jeugdige is veranderd: wat liep, begint opnieuw',
    codes: {
      maatregel: keuzeUit(maatregelen)
        .optional()
        .meta({
          title: 'Wettelijke maatregel',
          description: `De maatregel die nu geldt, als de rechter anders besliste of een andere instelling haar uitvoert. ${keuzesInWoorden(maatregelen)}`,
          examples: ['ots'],
        }),
      gi: keuzeUit(gecertificeerdeInstellingen)
        .optional()
        .meta({
          title: 'Gecertificeerde instelling',
          description: `De gecertificeerde instelling (GI) die de maatregel nu uitvoert; verplicht bij een maatregel. ${keuzesInWoorden(gecertificeerdeInstellingen)}`,
          examples: ['william-schrikker'],
        }),
    },
    tekst: { toelichting: tekst('Wat er veranderde') },
    regel: ({ maatregel, gi }) => {
      if (gi && !maatregel)
        return { veld: 'maatregel', melding: 'Kies ook de maatregel die deze instelling uitvoert.' };
      return maatregel && heeftMaatregel(maatregel) && !gi
        ? { veld: 'gi', melding: 'Kies de gecertificeerde instelling die de maatregel uitvoert.' }
        : null;
    },
  }),
  opschorting: besluit({
    titel: 'Opgeschort: eerst iets anders, daarna verder',
    codes: {
      reden: z.enum(opschortredenen).meta({ title: 'Reden' }),
      evaluatieDatum: datum('Datum waarop u bekijkt of het verder kan'),
    },
    tekst: { toelichting: tekst('Toelichting bij de opschorting') },
  }),
  hervatting: besluit({
    titel: 'Hervat na een opschorting',
    codes: {},
    tekst: { toelichting: toelichting() },
  }),
  wachtkeuze: besluit({
    titel: 'Wachten is hier een keuze',
    codes: {
      reden: z.enum(wachtkeuzeredenen).meta({ title: 'Reden' }),
      evaluatieDatum: datum('Datum waarop u bekijkt of dat nog zo is'),
    },
    tekst: { toelichting: tekst('Welke keuze is gemaakt, en welke andere hulp is aangeboden') },
  }),
  'wachtkeuze-einde': besluit({
    titel: 'Wachten is niet langer een keuze',
    codes: {},
    tekst: { toelichting: toelichting() },
  }),
  verhuizing: besluit({
    titel: 'De jeugdige verhuist naar een andere gemeente',
    codes: {
      gemeente: gemeenteSchema.meta({ title: 'Nieuwe gemeente', examples: ['buiten-haaglanden'] }),
      afloop: z.enum(verhuisAflopen).meta({
        title: 'Afloop',
        description:
          'Volgens het woonplaatsbeginsel blijft een jeugdige die verblijf krijgt meestal bij de gemeente van vóór het verblijf.',
      }),
    },
    tekst: { toelichting: tekst('Waarheen, en wat is afgesproken') },
    regel: ({ gemeente, afloop }) =>
      afloop === 'overgedragen' && gemeente !== 'buiten-haaglanden'
        ? {
            veld: 'gemeente',
            melding:
              'Deze gemeente hoort bij Haaglanden. Overdragen kan alleen naar een andere regio: kies “buiten-haaglanden”, of de afloop “blijft-hier”.',
          }
        : null,
  }),
  aanmelder: besluit({
    titel: 'Een andere aanmelder neemt het over',
    codes: {
      aanmelderCode: codeSchema.optional().meta({
        title: 'Code van de nieuwe aanmelder',
        description:
          'De code waarmee de nieuwe aanmelder inlogt, als die er is. Nooit een BSN, een telefoonnummer of een ander nummer.',
        examples: ['aanmelder-2'],
      }),
    },
    tekst: {
      naam: regel(200).meta({ title: 'Naam van de nieuwe aanmelder', examples: ['Noor Voorbeeld'] }),
      email: emailSchema.meta({
        title: 'E-mailadres van de nieuwe aanmelder',
        examples: ['noor@jeugdteam.example'],
      }),
      telefoon: telefoonSchema.meta({
        title: 'Telefoonnummer van de nieuwe aanmelder',
        examples: ['070 000 01 02'],
      }),
    },
  }),
  coordinator: besluit({
    titel: 'Een andere coördinator neemt het over',
    codes: { coordinator },
    tekst: { toelichting: toelichting() },
  }),
  spoor: besluit({
    titel: 'Naar een ander team van het expertiseteam',
    codes: {
      spoor: z.enum(sporen).meta({ title: 'Team' }),
      coordinator: coordinator.optional(),
    },
    tekst: { toelichting: tekst('Waarom een ander team') },
  }),
  stap: besluit({
    titel: 'Stap van Zorgbemiddeling of de Experttafel',
    codes: {
      stap: z.enum(stapSoorten).meta({ title: 'Stap' }),
      opvolgDatum: datum('Wanneer u weer kijkt').optional(),
      coordinator: opgepaktDoor,
    },
    tekst: { toelichting: toelichting('Wat er is gedaan') },
  }),
  advies: besluit({
    titel: 'Advies van de Experttafel',
    codes: {
      advies: z.enum(adviesSoorten).meta({ title: 'Soort advies' }),
      opvolgDatum: datum('Wanneer u bekijkt of het advies is uitgevoerd'),
      coordinator: opgepaktDoor,
    },
    tekst: { toelichting: tekst('Het advies') },
  }),
  'advies-uitgevoerd': besluit({
    titel: 'Het advies is uitgevoerd',
    codes: {
      uitgevoerdDatum: datum('Datum waarop het advies was uitgevoerd')
        .optional()
        .meta({
          title: 'Datum waarop het advies was uitgevoerd',
          description: 'Vandaag of eerder, maar niet voor het advies. Zonder dit veld: vandaag.',
          examples: ['2027-01-14'],
        }),
    },
    tekst: { toelichting: toelichting() },
  }),
  keuze: besluit({
    titel: 'Keuze van de aanbieder: duidelijkheid over wie de vraag oppakt',
    codes: {
      aanbieders,
      verwachteStartDatum: datum('Verwachte startdatum van de zorg').optional(),
      evaluatieDatum: datum('Datum waarop het overbruggingsplan wordt bekeken').optional(),
      eigenaar: codeSchema.optional().meta({
        title: 'Eigenaar van het overbruggingsplan',
        description:
          '`aanmelder`, of de code van een coördinator of een aanbieder. Zonder dit veld: de coördinator.',
        examples: ['aanbieder-01'],
      }),
    },
    tekst: { overbruggingsplan: overbruggingsplan.optional() },
    regel: ({ verwachteStartDatum, evaluatieDatum }) =>
      verwachteStartDatum || evaluatieDatum
        ? null
        : {
            veld: 'evaluatieDatum',
            melding:
              'Geef een verwachte startdatum, of een overbruggingsplan met de datum waarop het wordt bekeken.',
          },
    // Asked of who decides now: nobody is told of a plan that was not written, or that nobody looks at again.
    regelMetTekst: ({ evaluatieDatum, eigenaar, overbruggingsplan }) => {
      if ((evaluatieDatum || eigenaar) && !overbruggingsplan)
        return {
          veld: 'overbruggingsplan',
          melding: evaluatieDatum
            ? 'Schrijf op wat er gebeurt tot de zorg start. Er is een datum waarop het overbruggingsplan wordt bekeken.'
            : 'Schrijf op wat er gebeurt tot de zorg start, of laat de eigenaar weg. Er is nog geen overbruggingsplan.',
        };
      if (overbruggingsplan && !evaluatieDatum)
        return {
          veld: 'evaluatieDatum',
          melding: 'Geef de datum waarop het overbruggingsplan wordt bekeken.',
        };
      return null;
    },
  }),
  overbrugging: besluit({
    titel: 'Overbruggingsplan vastgelegd of bijgewerkt',
    codes: {
      evaluatieDatum: datum('Datum waarop het overbruggingsplan wordt bekeken'),
      verwachteStartDatum: datum('Verwachte startdatum van de zorg').optional(),
      eigenaar: codeSchema.optional().meta({
        title: 'Eigenaar van het overbruggingsplan',
        description:
          '`aanmelder`, of de code van een coördinator of een aanbieder. Zonder dit veld blijft de eigenaar dezelfde.',
        examples: ['aanbieder-01'],
      }),
    },
    tekst: { overbruggingsplan },
  }),
  zorgstart: besluit({
    titel: 'De zorg is gestart',
    codes: { startDatum: datum('Datum waarop de zorg startte') },
    tekst: { toelichting: toelichting('Toelichting bij de start') },
  }),
  contact: besluit({
    titel: 'Contact gehad over de jeugdige',
    codes: { met: z.enum(contactSoorten).meta({ title: 'Met wie' }) },
    tekst: { verslag: tekst('Wat er is besproken') },
  }),
  overdracht: besluit({
    titel: 'Overgedragen bij 18 jaar',
    codes: { naar: z.enum(overdrachtNaar).meta({ title: 'Overgedragen aan' }) },
    tekst: { toelichting: tekst('Wie het overneemt, en wat is afgesproken') },
  }),
  crisis: besluit({
    titel: 'Crisis: het CIT neemt het over',
    codes: {},
    tekst: { toelichting: toelichting() },
  }),
  intrekking: besluit({
    titel: 'De aanmelding is ingetrokken',
    codes: { reden: z.enum(intrekredenen).meta({ title: 'Reden van de intrekking' }) },
    tekst: { toelichting: toelichting('Toelichting bij de intrekking') },
  }),
} as const;

export type TrajectBesluitSoort = keyof typeof trajectBesluiten;
export type TrajectBesluit = {
  [S in TrajectBesluitSoort]: { soort: S; codes: CodesVan<S> };
}[TrajectBesluitSoort];
/** The codes of one kind of decision on a traject. */
export type CodesVan<S extends TrajectBesluitSoort> = z.output<(typeof trajectBesluiten)[S]['codes']>;

/** What an aanbieder can tell in its onderzoek. */
export const onderzoekBesluiten = {
  bevestiging: besluit({
    titel: 'De aanbieder bevestigt dat het onderzoek loopt',
    codes: {},
    tekst: { toelichting: tekst('Toelichting van de aanbieder').optional() },
  }),
  nieuws: besluit({
    titel: 'De aanbieder meldt hoe het onderzoek loopt',
    codes: {},
    tekst: { nieuws: tekst('Stand van zaken') },
  }),
  vraag: besluit({
    titel: 'De aanbieder heeft meer informatie van de aanmelder nodig',
    codes: { soorten: informatie },
    tekst: { vraag: tekst('Wat de aanbieder van de aanmelder wil weten') },
  }),
  antwoord: besluit({
    titel: 'Het antwoord van de aanbieder',
    codes: {
      antwoord: z.enum(antwoordSoorten).meta({ title: 'Antwoord' }),
      metAanbieders: aanbieders.optional().meta({ title: 'Aanbieders waarmee wordt samengewerkt' }),
      totDatum: datum('Wachtlijst of meer tijd: tot welke datum').optional(),
      afwijzingReden: z.enum(afwijzingRedenen).optional().meta({ title: 'Reden van de afwijzing' }),
      meerTijdReden: z.enum(meerTijdRedenen).optional().meta({ title: 'Reden waarom meer tijd nodig is' }),
    },
    tekst: { toelichting: tekst('Toelichting bij het antwoord').optional() },
    regel: ({ antwoord, ...velden }) =>
      hoortBij(
        antwoord,
        {
          samenwerking: { nodig: ['metAanbieders'] },
          maatwerk: { mag: ['metAanbieders'] },
          wachtlijst: { nodig: ['totDatum'] },
          afwijzing: { nodig: ['afwijzingReden'] },
          'meer-tijd': { nodig: ['totDatum', 'meerTijdReden'] },
        },
        velden,
      ),
  }),
} as const;

export type OnderzoekBesluitSoort = keyof typeof onderzoekBesluiten;
export type OnderzoekBesluit = {
  [S in OnderzoekBesluitSoort]: { soort: S; codes: z.output<(typeof onderzoekBesluiten)[S]['codes']> };
}[OnderzoekBesluitSoort];
export type AntwoordCodes = z.output<typeof onderzoekBesluiten.antwoord.codes>;
export type VraagCodes = z.output<typeof onderzoekBesluiten.vraag.codes>;

/** A decision as it is sent to a workflow: the id of its Invoer, and its codes. */
export interface IngediendBesluit<C = unknown> {
  invoerId: string;
  codes: C;
}

/** Why a decision cannot be taken now, and what can. */
export interface Weigering {
  code:
    | 'verkeerde-fase'
    | 'afgesloten'
    | 'wachtreden-ontbreekt'
    | 'geen-aanbod'
    | 'al-beantwoord'
    | 'opgeschort'
    | 'afwijking-zonder-reden'
    | 'niet-ingestemd'
    | 'niet-van-toepassing'
    | 'afspraak-ontbreekt'
    | 'lacune-ontbreekt';
  uitleg: string;
  toegestaan: readonly string[];
}
