import { describe, expect, it } from 'vitest';
import { leefOpEenKlok } from '../../dev/scenario/tijdlijn.ts';

describe('levens op één klok', () => {
  it('gaan verder op volgorde van hun eigen momenten, ook als zij door elkaar lopen', async () => {
    const verloop: string[] = [];
    let klok = 0;
    await leefOpEenKlok(
      [
        async (wacht) => {
          for (const moment of [10, 30, 40]) {
            await wacht(moment);
            verloop.push(`a${klok}`);
          }
        },
        async (wacht) => {
          for (const moment of [5, 30, 35]) {
            await wacht(moment);
            verloop.push(`b${klok}`);
          }
        },
      ],
      50,
      async (moment) => {
        klok = moment;
      },
    );
    expect(verloop).toEqual(['b5', 'a10', 'b30', 'a30', 'b35', 'a40']);
    expect(klok).toBe(50);
  });

  it('laten de klok pas verder gaan als niemand meer bezig is', async () => {
    let bezig = false;
    await leefOpEenKlok(
      [
        async (wacht) => {
          await wacht(1);
          bezig = true;
          for (let nog = 100; nog > 0; nog -= 1) await Promise.resolve();
          bezig = false;
          await wacht(3);
        },
        (wacht) => wacht(1).then(() => wacht(2)),
      ],
      10,
      async () => {
        expect(bezig).toBe(false);
      },
    );
  });

  it('eindigen op het einde: wat op dat moment of later zou komen, gebeurt niet', async () => {
    const verloop: number[] = [];
    const leven = (moment: number) => (wacht: (moment: number) => Promise<void>) =>
      wacht(moment).then(() => void verloop.push(moment));
    await leefOpEenKlok([9, 10, 11].map(leven), 10, async () => {});
    expect(verloop).toEqual([9]);
  });

  it('eindigen met de fout van wie er een heeft', async () => {
    const mislukt = leefOpEenKlok(
      [
        (wacht) => wacht(5),
        async (wacht) => {
          await wacht(2);
          throw new Error('kan niet');
        },
      ],
      10,
      async (moment) => {
        expect(moment).toBeLessThan(5);
      },
    );
    await expect(mislukt).rejects.toThrow('kan niet');
  });
});
