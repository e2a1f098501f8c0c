import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Aanmelding, aanmeldingSchema, trajectCodes } from '../../domain/aanmelding.ts';
import { labelVan, nederlandseFouten } from '../../domain/fouten.ts';
import { toetsAanmelding } from '../../domain/toetsAanmelding.ts';

const map = new URL('../../voorbeelden/', import.meta.url);
const lees = (bestand: string): unknown => JSON.parse(readFileSync(new URL(bestand, map), 'utf8'));
const bestanden = readdirSync(map);
const nu = Date.parse('2025-06-05T10:00Z');

/** A well-formed aanmelding, changed on one or more dotted paths; `undefined` takes the field away. */
function aanmelding(wijzigingen: Record<string, unknown> = {}): Record<string, unknown> {
  const kopie = structuredClone(lees('website-behandelgroep-jeugdhulp.json')) as Record<string, unknown>;
  for (const [pad, waarde] of Object.entries(wijzigingen)) {
    const delen = pad.split('.');
    const veld = delen.pop() ?? '';
    const doel = delen.reduce((object, deel) => object[deel] as Record<string, unknown>, kopie);
    if (waarde === undefined) delete doel[veld];
    else doel[veld] = waarde;
  }
  return kopie;
}

function fouten(invoer: unknown) {
  const uitslag = aanmeldingSchema.safeParse(invoer);
  return uitslag.success ? [] : nederlandseFouten(uitslag.error, aanmeldingSchema);
}

const geldig = (wijzigingen: Record<string, unknown> = {}): Aanmelding =>
  aanmeldingSchema.parse(aanmelding(wijzigingen));

describe('de voorbeelden', () => {
  it.each(bestanden)('%s is een geldige aanmelding van een minderjarige', (bestand) => {
    const gelezen = aanmeldingSchema.parse(lees(bestand));
    expect(toetsAanmelding(gelezen, nu).filter((bevinding) => bevinding.ernst === 'fout')).toEqual([]);
  });

  it('laten samen elke soort aanmelding zien', () => {
    const alle = bestanden.map((bestand) => aanmeldingSchema.parse(lees(bestand)));
    const waarden = (kies: (een: Aanmelding) => string) => new Set(alle.map(kies));
    expect(waarden((een) => een.kanaal)).toEqual(new Set(['website', 'mail', 'telefoon']));
    expect(waarden((een) => een.vraag.sector)).toEqual(new Set(['jeugdhulp', 'j-ggz', 'lvb']));
    expect(waarden((een) => een.complexiteit)).toEqual(new Set(['gewoon', 'zeer-complex']));
    expect(waarden((een) => een.vraag.verblijfSoort)).toEqual(
      new Set(['behandelgroep', 'woongroep', 'gezinshuis']),
    );
    expect(waarden((een) => een.jeugdige.gemeente)).toContain('buiten-haaglanden');
    expect(waarden((een) => een.jeugdige.verblijfplaats)).toContain('jeugdzorgplus');
    expect(waarden((een) => een.jeugdige.bsn).size).toBe(alle.length);
  });
});

describe('elk veld van de aanmelding', () => {
  interface Blad {
    type?: string;
    title?: string;
    description?: string;
    examples?: unknown[];
    properties?: Record<string, Blad>;
  }
  const velden = (blad: Blad, pad: string[] = []): [string, Blad][] =>
    Object.entries(blad.properties ?? {}).flatMap(([naam, kind]) =>
      kind.properties ? velden(kind, [...pad, naam]) : [[[...pad, naam].join('.'), kind] as [string, Blad]],
    );
  const alle = velden(z.toJSONSchema(aanmeldingSchema, { io: 'input' }) as Blad);

  it('staat in het document van de API', () => {
    expect(alle).toHaveLength(30);
  });

  const nodig: Record<string, Record<string, unknown>> = {
    'jeugdige.gemeenteNaam': { 'jeugdige.gemeente': 'buiten-haaglanden' },
    'jeugdige.maatregel': { 'jeugdige.gi': 'andere-gi' },
    'risicotaxatie.gevalideerd': { 'risicotaxatie.instrument': 'LIRIK' },
  };

  it.each(alle)('%s heeft een label, een uitleg en een voorbeeld dat zelf geldig is', (pad, veld) => {
    expect(veld.title).toBeTruthy();
    expect(veld.description).toMatch(/\.$/);
    expect(labelVan(pad.split('.'), aanmeldingSchema)).toBe(veld.title);
    expect(veld.examples?.length).toBeGreaterThan(0);
    for (const voorbeeld of veld.examples ?? []) {
      expect(fouten(aanmelding({ ...nodig[pad], [pad]: voorbeeld }))).toEqual([]);
    }
  });
});

describe('een aanmelding die niet klopt', () => {
  it.each([
    ['een verkeerd BSN', { 'jeugdige.bsn': '123456789' }, 'jeugdige.bsn', 'BSN', /geen geldig BSN/],
    [
      'een regeleinde in het e-mailadres',
      { 'aanmelder.email': 'a@b.example\r\nBcc: c@d.example' },
      'aanmelder.email',
      'E-mailadres van de aanmelder',
      /op één regel/,
    ],
    [
      'een regeleinde achter het e-mailadres',
      { 'aanmelder.email': 'a@b.example\n' },
      'aanmelder.email',
      'E-mailadres van de aanmelder',
      /op één regel/,
    ],
    [
      'geen e-mailadres',
      { 'aanmelder.email': 'a@b' },
      'aanmelder.email',
      'E-mailadres van de aanmelder',
      /geldig e-mailadres/,
    ],
    [
      'een regeleinde in een naam',
      { 'aanmelder.naam': 'Robin\nVoorbeeld' },
      'aanmelder.naam',
      'Naam van de aanmelder',
      /één regel/,
    ],
    ['een naam van spaties', { 'jeugdige.naam': '   ' }, 'jeugdige.naam', 'Naam van de jeugdige', /leeg/],
    [
      'een te lang verhaal',
      { 'vraag.plek': 'x'.repeat(10_001) },
      'vraag.plek',
      'Hoe de plek eruit moet zien',
      /hoogstens 10\.000 tekens/,
    ],
    [
      'een NUL-teken in een verhaal',
      { 'vraag.plek': 'a\0b' },
      'vraag.plek',
      'Hoe de plek eruit moet zien',
      /onleesbare tekens/,
    ],
    [
      'een half teken in een verhaal',
      { 'vraag.plek': 'a\ud83d' },
      'vraag.plek',
      'Hoe de plek eruit moet zien',
      /onleesbare tekens/,
    ],
    [
      'een telefoonnummer met te weinig cijfers',
      { 'aanmelder.telefoon': '070 123' },
      'aanmelder.telefoon',
      'Telefoonnummer van de aanmelder',
      /tien cijfers/,
    ],
    [
      'een dag die niet bestaat',
      { 'jeugdige.geboorteDatum': '2015-02-30' },
      'jeugdige.geboorteDatum',
      'Geboortedatum',
      /jjjj-mm-dd/,
    ],
    [
      'een onbekende gemeente',
      { 'jeugdige.gemeente': 'rotterdam' },
      'jeugdige.gemeente',
      'Gemeente volgens het woonplaatsbeginsel',
      /^Kies één van: delft, den-haag/,
    ],
    [
      'een verblijfplaats die ontbreekt',
      { 'jeugdige.verblijfplaats': undefined },
      'jeugdige.verblijfplaats',
      'Waar de jeugdige nu woont',
      /ontbreekt\. Kies één van: thuis/,
    ],
    [
      'een naam die ontbreekt',
      { 'jeugdige.naam': undefined },
      'jeugdige.naam',
      'Naam van de jeugdige',
      /ontbreekt\. Vul het in/,
    ],
    [
      'een maatregel zonder GI',
      { 'jeugdige.maatregel': 'ots' },
      'jeugdige.gi',
      'Gecertificeerde instelling',
      /die de maatregel uitvoert/,
    ],
    [
      'buiten Haaglanden zonder naam',
      { 'jeugdige.gemeente': 'buiten-haaglanden' },
      'jeugdige.gemeenteNaam',
      'Naam van de gemeente buiten Haaglanden',
      /naam van de gemeente/,
    ],
    [
      'een naam bij een gemeente in Haaglanden',
      { 'jeugdige.gemeenteNaam': 'Delft' },
      'jeugdige.gemeenteNaam',
      'Naam van de gemeente buiten Haaglanden',
      /Laat dit veld weg/,
    ],
    [
      'een gevalideerde risicotaxatie zonder instrument',
      { 'risicotaxatie.gevalideerd': true },
      'risicotaxatie.instrument',
      'Instrument van de risicotaxatie',
      /welk instrument/,
    ],
    [
      'tekst waar ja of nee moet staan',
      { 'risicotaxatie.onveiligheid': 'ja' },
      'risicotaxatie.onveiligheid',
      'Onveiligheid',
      /ja \(true\) of nee \(false\)/,
    ],
    ['een getal waar een groep velden moet staan', { vraag: 3 }, 'vraag', 'Vraag', /JSON-object/],
    [
      'geen lijst',
      { 'vraag.gevraagdeAanbieders': 'Groep' },
      'vraag.gevraagdeAanbieders',
      'Aanbieders die al zijn gevraagd',
      /lijst/,
    ],
    [
      'een te lange lijst',
      { 'vraag.gevraagdeAanbieders': Array(51).fill('Groep') },
      'vraag.gevraagdeAanbieders',
      'Aanbieders die al zijn gevraagd',
      /hoogstens 50 in de lijst/,
    ],
    [
      'een lege regel in een lijst',
      { 'vraag.gevraagdeAanbieders': ['Groep', ''] },
      'vraag.gevraagdeAanbieders.1',
      'Aanbieders die al zijn gevraagd',
      /leeg/,
    ],
    ['een onbekend veld', { 'jeugdige.kleur': 'blauw' }, 'jeugdige.kleur', 'kleur', /kennen wij niet/],
  ])('%s: één melding, bij dat veld, in het Nederlands', (_, wijziging, veld, label, melding) => {
    expect(fouten(aanmelding(wijziging))).toEqual([{ veld, label, melding: expect.stringMatching(melding) }]);
  });

  it('noemt alles wat niet klopt in één keer: elk onbekend veld, en regels over meer velden naast een ontbrekend veld', () => {
    const gevonden = fouten(
      aanmelding({ kleur: 1, maat: 2, 'jeugdige.naam': undefined, 'jeugdige.maatregel': 'voogdij' }),
    );
    expect(gevonden.map((fout) => fout.veld).sort()).toEqual([
      'jeugdige.gi',
      'jeugdige.naam',
      'kleur',
      'maat',
    ]);
  });

  it.each(['aanmelder', 'jeugdige', 'vraag', 'risicotaxatie'])('kent bij %s geen andere velden', (groep) => {
    expect(fouten(aanmelding({ [`${groep}.kleur`]: 'blauw' })).map((fout) => fout.veld)).toEqual([
      `${groep}.kleur`,
    ]);
  });

  it.each([[null], [undefined], [[]], ['tekst'], [7]])('%j is geen aanmelding', (invoer) => {
    expect(fouten(invoer)).toEqual([{ veld: '', label: 'Aanmelding', melding: expect.any(String) }]);
  });

  it('herhaalt nooit wat is ingevuld en laat geen Engels zien', () => {
    const velden = [
      'jeugdige.naam',
      'jeugdige.bsn',
      'jeugdige.geboorteDatum',
      'aanmelder.email',
      'aanmelder.telefoon',
      'kanaal',
      'risicotaxatie',
      'vraag.gevraagdeAanbieders',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...velden), fc.anything(), (veld, rommel) => {
        for (const { melding } of fouten(
          aanmelding({ [veld]: rommel === undefined ? null : { geheim: 'Xq7zzy', rommel } }),
        )) {
          expect(melding).not.toMatch(/Xq7zzy|[Ii]nvalid|expected|required/);
          expect(melding).toMatch(/^[A-Z].*\.$/);
        }
      }),
    );
  });
});

describe('wat bij het toetsen wordt gezegd', () => {
  it('is niets bij een gewone aanmelding', () => {
    expect(toetsAanmelding(geldig(), nu)).toEqual([]);
  });

  it.each([
    ['op de dag voor de achttiende verjaardag', '2007-06-06', []],
    ['op de achttiende verjaardag', '2007-06-05', [['fout', 'jeugdige.geboorteDatum', 'Geboortedatum']]],
    ['bij een geboorte vandaag', '2025-06-05', []],
    ['bij een geboorte morgen', '2025-06-06', [['fout', 'jeugdige.geboorteDatum', 'Geboortedatum']]],
  ])('%s', (_, geboorteDatum, verwacht) => {
    const bevindingen = toetsAanmelding(geldig({ 'jeugdige.geboorteDatum': geboorteDatum }), nu);
    expect(bevindingen.map(({ ernst, veld, label }) => [ernst, veld, label])).toEqual(verwacht);
  });

  it('noemt bij een crisis als eerste het CIT, en weigert niet', () => {
    const melding = expect.stringMatching(/bel nu het Crisis Interventie Team \(CIT\)/);
    const crisis = geldig({ crisis: true, 'vraag.verblijfSoort': 'gezinshuis' });
    expect(toetsAanmelding(crisis, nu)).toEqual([
      { ernst: 'let-op', veld: 'crisis', label: 'Crisis', melding },
      expect.objectContaining({ veld: 'vraag.verblijfSoort' }),
    ]);
    expect(toetsAanmelding(geldig({ crisis: false }), nu)).toEqual([]);
  });

  it('noemt bij een gemeente buiten Haaglanden de gemeente en wat er nu gebeurt, en weigert niet', () => {
    const buiten = geldig({ 'jeugdige.gemeente': 'buiten-haaglanden', 'jeugdige.gemeenteNaam': 'Leiden' });
    expect(toetsAanmelding(buiten, nu)).toEqual([
      expect.objectContaining({
        ernst: 'let-op',
        veld: 'jeugdige.gemeente',
        melding: expect.stringMatching(/^Leiden hoort niet bij/),
      }),
    ]);
  });

  it.each(['gezinshuis', 'pleeggezin', 'jeugdzorgplus', 'anders'])(
    'zegt dat %s hier niet wordt gezocht, en weigert niet',
    (soort) => {
      expect(toetsAanmelding(geldig({ 'vraag.verblijfSoort': soort }), nu)).toEqual([
        expect.objectContaining({ ernst: 'let-op', veld: 'vraag.verblijfSoort' }),
      ]);
    },
  );
});

describe('wat de workflow van een aanmelding weet', () => {
  it('zijn alleen codes', () => {
    expect(trajectCodes(aanmeldingSchema.parse(lees('mail-buiten-haaglanden.json')))).toEqual({
      gemeente: 'buiten-haaglanden',
      gi: 'leger-des-heils',
      maatregel: 'ots',
      verblijfplaats: 'crisisplek',
      organisatieSoort: 'andere-gi',
      sector: 'jeugdhulp',
      complexiteit: 'gewoon',
      kanaal: 'mail',
      crisis: false,
      onveiligheidGevalideerd: false,
    });
  });

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('onveiligheid %s, gevalideerd %s: telt %s', (onveiligheid, gevalideerd, verwacht) => {
    const risicotaxatie = { onveiligheid, gevalideerd, instrument: 'ARIJ' };
    expect(trajectCodes(geldig({ risicotaxatie })).onveiligheidGevalideerd).toBe(verwacht);
  });

  it.each([
    [undefined, false],
    [false, false],
    [true, true],
  ])('crisis %s is crisis %s', (crisis, verwacht) => {
    expect(trajectCodes(geldig({ crisis })).crisis).toBe(verwacht);
  });

  it('is nooit wat iemand zelf heeft getypt', () => {
    const getypt = 'Geheim 4711';
    const gelezen = geldig({
      'aanmelder.naam': getypt,
      'aanmelder.organisatie': getypt,
      'jeugdige.naam': getypt,
      'jeugdige.gemeente': 'buiten-haaglanden',
      'jeugdige.gemeenteNaam': getypt,
      'vraag.plek': getypt,
      'vraag.gevraagdeAanbieders': [getypt],
    });
    const codes = JSON.stringify(trajectCodes(gelezen));
    for (const geheim of [
      getypt,
      gelezen.jeugdige.bsn,
      gelezen.jeugdige.geboorteDatum,
      gelezen.aanmelder.email,
    ]) {
      expect(codes).not.toContain(geheim);
    }
  });
});
