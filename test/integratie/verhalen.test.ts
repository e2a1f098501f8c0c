import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Speelruimte } from '../../dev/speelruimte.ts';
import { speelVerhaal } from '../../dev/verhaal.ts';
import { verhalen } from '../../dev/verhalen/index.ts';
import { testSpeelruimte } from '../support/speelruimte.ts';

/** One Speelruimte for as many stories as its clock allows. */
let ruimte: Speelruimte | undefined;
async function sluitRuimte(): Promise<void> {
  await ruimte?.sluit();
  ruimte = undefined;
}
afterEach(async () => {
  if (!(await ruimte?.kanVerder())) await sluitRuimte();
});
afterAll(sluitRuimte);

describe('ieder verhaal eindigt zoals het zegt: de stand, de e-mails en de gebeurtenissen', () => {
  it.each(verhalen.map((verhaal) => [verhaal.naam, verhaal] as const))('%s', async (_naam, verhaal) => {
    ruimte ??= await testSpeelruimte();
    const { verschillen } = await speelVerhaal(ruimte, verhaal);
    expect(verschillen).toEqual([]);
  });

  it('heeft voor ieder verhaal een eigen naam, zonder hoofdletters of spaties', () => {
    const namen = verhalen.map(({ naam }) => naam);
    expect(new Set(namen).size).toBe(namen.length);
    expect(namen.filter((naam) => !/^[a-z]+(-[a-z]+)*$/.test(naam))).toEqual([]);
  });
});

describe('een verhaal dat anders loopt', () => {
  it('zegt wat er anders is aan de stand, de e-mails en de gebeurtenissen', async () => {
    const verhaal = verhalen.find(({ naam }) => naam === 'afgewezen');
    if (!verhaal) throw new Error('no such story');
    ruimte ??= await testSpeelruimte();
    const { verschillen } = await speelVerhaal(ruimte, {
      ...verhaal,
      einde: {
        stand: { ...verhaal.einde.stand, uitkomst: 'doorverwezen' },
        mails: { ...verhaal.einde.mails, 'aanmelding-afgewezen': [], doorverwezen: ['aanmelder'] },
        gebeurtenissen: [...verhaal.einde.gebeurtenissen, 'intrekking'],
      },
    });
    expect(verschillen).toEqual([
      'einde, uitkomst: verwacht "doorverwezen", gekregen "afgewezen"',
      'mails: verwacht, niet gekregen: doorverwezen aan aanmelder',
      'mails: gekregen, niet verwacht: aanmelding-afgewezen aan aanmelder',
      expect.stringMatching(/^gebeurtenissen, vanaf de 4e:\n.*triage, intrekking\n.*triage$/s),
    ]);
  });
});
