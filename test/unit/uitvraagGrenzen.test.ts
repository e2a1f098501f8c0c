import { describe, expect, it } from 'vitest';
import { nederlandseFouten } from '../../domain/fouten.ts';
import {
  extraFormulier,
  extraUitFormulier,
  kwartaalAlsFormulier,
  kwartaalFormulier,
  kwartaalUitFormulier,
} from '../../domain/uitvraagFormulier.ts';
import { extraAntwoordSchema, kwartaalAntwoordSchema } from '../../domain/uitvraagInvulling.ts';

const cel = { sector: 'lvb', vorm: 'verblijf', wachtend: 12, drieMaanden: 3, overbrugging: 5 };
const fouten = (wijziging: object, rest: object = {}) => {
  const gelezen = kwartaalAntwoordSchema.safeParse({ wachtenden: [{ ...cel, ...wijziging }], ...rest });
  return gelezen.success ? [] : nederlandseFouten(gelezen.error, kwartaalAntwoordSchema);
};

describe('het antwoord op de uitvraag van een kwartaal', () => {
  it.each([
    ['min drie', { wachtend: -3 }, 'wachtend', 'heel getal van 0 tot en met 9.999'],
    ['tienduizend', { wachtend: 10_000 }, 'wachtend', 'heel getal van 0 tot en met 9.999'],
    ['een half kind', { overbrugging: 1.5 }, 'overbrugging', 'zonder punt of komma'],
    ['tekst', { drieMaanden: 'drie' }, 'drieMaanden', 'heel getal'],
    ['niets', { wachtend: undefined }, 'wachtend', 'heel getal'],
    ['meer dan drie maanden dan er wachten', { drieMaanden: 13 }, 'drieMaanden', 'meer dan er wachten (12)'],
    ['meer overbrugging dan er wachten', { overbrugging: 13 }, 'overbrugging', 'meer dan er wachten (12)'],
  ])('weigert %s, bij het veld en in gewone taal', (_naam, wijziging, veld, melding) => {
    expect(fouten(wijziging)).toEqual([
      {
        veld: `wachtenden.0.${veld}`,
        label: expect.stringMatching(/\?$/),
        melding: expect.stringContaining(melding),
      },
    ]);
  });

  it('neemt aan wat net past: 9.999, en evenveel als er wachten', () => {
    expect(fouten({ wachtend: 9_999, drieMaanden: 9_999, overbrugging: 9_999 })).toEqual([]);
    expect(fouten({ wachtend: 0, drieMaanden: 0, overbrugging: 0 })).toEqual([]);
  });

  it('weigert iedere dubbele regel, en een wachttijd van meer dan tien jaar', () => {
    const dubbel = kwartaalAntwoordSchema.safeParse({
      wachtenden: [cel, cel],
      oorzaken: ['instroom', 'instroom'],
      wachttijden: [
        { zorgsoort: 'kdc', weken: 521 },
        { zorgsoort: 'kdc', weken: 1 },
      ],
    });
    expect(dubbel.error?.issues.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['wachtenden.1.sector', 'oorzaken', 'wachttijden.0.weken']),
    );
  });

  it('is op de pagina hetzelfde antwoord: leeg is nul, en wat niet past staat bij het eigen veld', () => {
    const ingevuld = {
      'lvb-verblijf-wachtend': 12,
      'lvb-verblijf-drieMaanden': 3,
      'weken-kdc': 60,
      oorzaken: ['triage'],
    };
    expect(kwartaalUitFormulier(kwartaalFormulier.parse(ingevuld))).toEqual({
      wachtenden: [{ sector: 'lvb', vorm: 'verblijf', wachtend: 12, drieMaanden: 3, overbrugging: 0 }],
      oorzaken: ['triage'],
      wachttijden: [{ zorgsoort: 'kdc', weken: 60 }],
    });
    const fout = kwartaalFormulier.safeParse({ 'mix-ambulant-overbrugging': 1, 'lvb-verblijf-wachtend': 2 });
    expect(fout.error?.issues).toMatchObject([
      { path: ['mix-ambulant-overbrugging'], message: expect.stringContaining('(0)') },
    ]);
    expect(kwartaalFormulier.safeParse({ 'mix-ambulant-wachtend': -3 }).error?.issues).toMatchObject([
      { path: ['mix-ambulant-wachtend'], message: expect.stringContaining('heel getal') },
    ]);
  });

  it('is op de pagina geen antwoord zonder één wachtende jeugdige, tenzij is aangevinkt dat er niemand wachtte', () => {
    const issues = (velden: object) => kwartaalFormulier.safeParse(velden).error?.issues;
    for (const leeg of [{}, { 'weken-kdc': 52, oorzaken: ['triage'] }, { 'lvb-verblijf-wachtend': 0 }])
      expect(issues(leeg)).toMatchObject([
        { path: ['niemand'], message: expect.stringContaining('vink aan dat er niemand wachtte') },
      ]);
    expect(issues({ 'lvb-verblijf-wachtend': 2, niemand: true })).toMatchObject([
      { path: ['niemand'], message: expect.stringContaining('Kies één van de twee') },
    ]);
    const niemand = kwartaalFormulier.parse({ niemand: true, 'weken-kdc': 52 });
    expect(kwartaalUitFormulier(niemand)).toEqual({
      wachtenden: [],
      oorzaken: [],
      wachttijden: [{ zorgsoort: 'kdc', weken: 52 }],
    });
  });

  it.each([
    [
      'met getallen',
      {
        wachtenden: [
          { sector: 'lvb', vorm: 'verblijf', wachtend: 12, drieMaanden: 3, overbrugging: 5 },
          { sector: 'mix', vorm: 'ambulant', wachtend: 8, drieMaanden: 0, overbrugging: 0 },
        ],
        oorzaken: ['triage', 'instroom'],
        wachttijden: [{ zorgsoort: 'kdc', weken: 60 }],
      },
    ],
    ['waarin niemand wacht', { wachtenden: [], oorzaken: [], wachttijden: [] }],
  ])('staat weer op de pagina zoals het is gegeven: %s', (_naam, gegeven) => {
    const eerder = kwartaalAntwoordSchema.parse(gegeven);
    const velden = kwartaalFormulier.parse(kwartaalAlsFormulier(eerder));
    expect(kwartaalUitFormulier(velden)).toEqual(eerder);
  });
});

describe('het antwoord op een extra uitvraag', () => {
  const kind = {
    bsn: '999990019',
    zorgsoort: 'kdc',
    vorm: 'ambulant',
    gemeente: 'delft',
    wachtSindsDatum: '2026-09-01',
  };

  it('weigert een nummer dat geen BSN is, en dezelfde jeugdige twee keer voor dezelfde zorg; het nummer komt nooit terug', () => {
    const gelezen = extraAntwoordSchema.safeParse({
      jeugdigen: [kind, { ...kind, bsn: '999990018' }, kind, { ...kind, zorgsoort: 'respijtzorg' }],
    });
    const gevonden = nederlandseFouten(gelezen.error ?? { issues: [] }, extraAntwoordSchema);
    expect(gevonden.map(({ veld }) => veld)).toContain('jeugdigen.1.bsn');
    expect(JSON.stringify(gevonden)).not.toMatch(/9999900/);
    const dubbel = extraAntwoordSchema.safeParse({
      jeugdigen: [kind, kind, { ...kind, zorgsoort: 'respijtzorg' }],
    });
    expect(dubbel.error?.issues.map(({ path }) => path.join('.'))).toEqual(['jeugdigen.1.bsn']);
  });

  const formulier = extraFormulier('2026-10-01');

  it('leest regels uit een rekenblad, met namen of codes, en zegt welke regel niet klopt', () => {
    const regels =
      '999990019; Kinderdagcentrum (KDC); Ambulant; Delft; 1-9-2026\n\n123456782\tkdc\tverblijf\tden-haag\t2026-08-31\n';
    expect(extraUitFormulier(formulier.parse({ regels })).jeugdigen).toEqual([
      kind,
      {
        bsn: '123456782',
        zorgsoort: 'kdc',
        vorm: 'verblijf',
        gemeente: 'den-haag',
        wachtSindsDatum: '2026-08-31',
      },
    ]);
    expect(extraUitFormulier(formulier.parse({ niemand: true }))).toEqual({ jeugdigen: [] });

    const melding = (velden: object) => formulier.safeParse(velden).error?.issues[0]?.message ?? '';
    expect(melding({})).toContain('vink aan dat er niemand wachtte');
    expect(melding({ regels, niemand: true })).toContain('Kies één van de twee');
    expect(melding({ regels: '999990019; kdc' })).toBe(
      'Regel 1: zet op iedere regel vijf delen, met een puntkomma ertussen. Dit zijn er 2.',
    );
    const fout = melding({
      regels: '999990019;kdc;ambulant;delft;1-9-2026\n111111111;kdc;thuis;delft;31-2-2026',
    });
    expect(fout).toContain('Regel 2, BSN: Dit is geen geldig BSN.');
    expect(fout).toContain('Regel 2, Ambulant of verblijf: Kies één van: ambulant, verblijf.');
    expect(fout).toContain('Regel 2, Wacht sinds');
    expect(fout).not.toMatch(/111111111|thuis/);
  });

  it('telt een regel zoals iemand hem ziet, en weigert daar wie na de peildatum begon te wachten', () => {
    const melding = (regels: string) => formulier.safeParse({ regels }).error?.issues[0]?.message ?? '';
    expect(
      melding('999990019; kdc; ambulant; delft; 1-10-2026\n\n123456782; kdc; ambulant; delft; 2-10-2026'),
    ).toBe(
      'Regel 3, Wacht sinds: Deze dag ligt na de peildatum, donderdag 1 oktober 2026. Noem alleen wie toen al wachtte.',
    );
    expect(melding('\n\n999990019; kdc')).toContain('Regel 3: zet op iedere regel vijf delen');
  });
});
