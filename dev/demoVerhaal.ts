/** `npm run demo -- --verhaal <naam>`: plays one story in a stack of its own, in virtual time. */
import { leesbaarMoment } from '../domain/werkdagen.ts';
import type { StartInstellingen } from '../infra/instellingen.ts';
import { inEigenRuimte } from './eigenRuimte.ts';
import { schrijf, vet, zacht } from './scherm.ts';
import { speelVerhaal, type Verhaal, type Vertel } from './verhaal.ts';

/** The width of a moment as text, and of a code. */
const kolommen = [36, 26] as const;

const toon: Vertel = (moment, wie, wat) =>
  schrijf(
    `  ${zacht(leesbaarMoment(moment).padEnd(kolommen[0]))}${wie.padEnd(kolommen[1])}${wie === '' ? zacht(wat) : wat}`,
  );

/**
 * Plays a story and shows it, or with `json` only the state in which it ends.
 * @returns what differs from what the story must end as, a line each, in Dutch. Ctrl-C ends the program with 130, once
 * everything that it started has ended.
 */
export async function demoVerhaal(
  verhaal: Verhaal,
  instellingen: StartInstellingen,
  json: boolean,
): Promise<string[]> {
  const stil = () => {};
  if (!json) schrijf(`${vet(verhaal.naam)}: ${verhaal.zin}\n`);
  const meld = json ? stil : (regel: string) => schrijf(zacht(`  ${regel}`));
  return inEigenRuimte(instellingen, meld, async (ruimte) => {
    const { traject, kenmerk, verschillen } = await speelVerhaal(ruimte, verhaal, json ? stil : toon);
    if (json) schrijf(JSON.stringify(traject, null, 2));
    else if (verschillen.length === 0)
      schrijf(
        `\n${vet(`${kenmerk}: ${String(traject.uitkomst).replaceAll('-', ' ')}`)}\nDe stand, de e-mails en de gebeurtenissen zijn zoals het verhaal ze verwacht.`,
      );
    return verschillen;
  });
}
