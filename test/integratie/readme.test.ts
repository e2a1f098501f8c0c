/** The requests that the README and the handleiding show are sent as they stand there, and answered as they say. */
import { readFileSync } from 'node:fs';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eersteWerkdag } from '../../domain/tafelkalender.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

interface Voorbeeld {
  methode: 'GET' | 'POST' | 'PUT';
  pad: string;
  /** JSON, or `@` and the name of a file. */
  inhoud: string | undefined;
  sleutel?: string | undefined;
  status: number;
  /** JSON; nothing when only the status is shown. */
  antwoord: string;
}

const lees = (pad: string) => readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8');

function blokken(bestand: string, taal: string): string[] {
  const gevonden: string[] = [];
  visit(remark().parse(lees(bestand)), 'code', ({ lang, value }) => {
    if (lang === taal) gevonden.push(value);
  });
  return gevonden;
}

/** A command on a line that begins with `$`, its answer on one line, and the status on the next. */
function uitSessie(blok: string): Voorbeeld[] {
  return blok
    .split(/^\$ /m)
    .filter((deel) => deel.startsWith('curl '))
    .map((deel) => {
      const [opdracht = ''] = /^(?:.*\\\n)*.*\n/.exec(deel) ?? [];
      const [antwoord = '', status] = deel.slice(opdracht.length).trimEnd().split('\n');
      const inhoud = / -d (?:'([^']+)'|(@\S+))/.exec(opdracht);
      return {
        methode: inhoud ? 'POST' : 'GET',
        pad: /http:\/\/127\.0\.0\.1:3000(\/[^\s']+)/.exec(opdracht)?.[1] ?? '',
        inhoud: inhoud?.[1] ?? inhoud?.[2],
        sleutel: /Idempotency-Key: ([^']+)'/.exec(opdracht)?.[1],
        status: Number(status),
        antwoord,
      };
    });
}

/** A method and a path, what is sent, and after an arrow the status with part of the answer. */
function uitHandleiding(blok: string): Voorbeeld[] {
  return [...blok.matchAll(/^(GET|POST|PUT) (\S+)\n([^→]*)→ (\d{3})(.*)$/gm)].map(
    ([, methode, pad = '', inhoud = '', status, antwoord = '']) => ({
      methode: methode as Voorbeeld['methode'],
      pad,
      inhoud: inhoud.trim() || undefined,
      status: Number(status),
      antwoord: antwoord.trim(),
    }),
  );
}

const kenmerk = /ZL-\d{4}-\d{4}/g;

/** What differs from run to run, made the same. */
const zonderToeval = (tekst: string): unknown =>
  JSON.parse(
    tekst
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '(tijdstip)')
      .replace(/urn:uuid:[0-9a-f-]{36}/g, '(uuid)'),
  );

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

/** Sends examples in order; `vergelijk` holds each answer against the text, in which it has the kenmerk of the text. */
async function speel(
  voorbeelden: readonly Voorbeeld[],
  opDatum: (tekst: string) => string,
  vergelijk: (getoond: string, gekregen: string) => void,
): Promise<void> {
  const kenmerken = new Map<string, string>();
  const echt = (tekst: string) =>
    opDatum(tekst.replace(kenmerk, (getoond) => kenmerken.get(getoond) ?? getoond));
  const zoalsGetoond = (tekst: string) =>
    [...kenmerken].reduce((uit, [getoond, gekregen]) => uit.replaceAll(gekregen, getoond), tekst);
  for (const { methode, pad, inhoud, sleutel, status, antwoord } of voorbeelden) {
    const gestuurd = inhoud?.startsWith('@') ? lees(inhoud.slice(1)) : inhoud && echt(inhoud);
    const gekregen = await op.vraag(
      methode,
      echt(pad),
      gestuurd && JSON.parse(gestuurd),
      sleutel ? { sleutel } : {},
    );
    expect(`${methode} ${pad} ${gekregen.status}`).toBe(`${methode} ${pad} ${status}`);
    if (status === 201) kenmerken.set(/ZL-\d{4}-\d{4}/.exec(antwoord)?.[0] ?? '', gekregen.inhoud.kenmerk);
    if (antwoord) vergelijk(antwoord, zoalsGetoond(JSON.stringify(gekregen.inhoud)));
    // What an aanbieder answers reaches the traject right behind the answer; a reader is slower than that.
    const onderzoek = /onderzoeken\/(onderzoek-(ZL-\d{4}-\d{4})\S+)\/antwoord$/.exec(echt(pad));
    if (onderzoek)
      await wachtTot(
        () =>
          op.db.gebeurtenis.count({
            where: {
              kenmerk: onderzoek[2] ?? '',
              soort: 'onderzoek-gemeld',
              oorzaak: { contains: onderzoek[1] ?? '' },
            },
          }),
        (gemeld) => gemeld > 0,
      );
  }
}

describe('de README', () => {
  const sessies = blokken('README.md', 'console');
  const voorbeelden = sessies.flatMap(uitSessie);

  it('toont verzoeken die allemaal worden herkend', () => {
    expect(voorbeelden.length).toBeGreaterThan(3);
    expect(voorbeelden).toHaveLength(lees('README.md').match(/\bcurl\b/g)?.length ?? 0);
  });

  it('toont bij ieder verzoek wat ervan terugkomt', async () => {
    await speel(
      voorbeelden,
      (tekst) => tekst,
      (getoond, gekregen) => expect(zonderToeval(gekregen)).toEqual(zonderToeval(getoond)),
    );
  });
});

describe('de handleiding', () => {
  const tekst = lees('docs/HANDLEIDING.md');
  const voorbeelden = blokken('docs/HANDLEIDING.md', 'http').flatMap(uitHandleiding);

  it('toont verzoeken die allemaal worden herkend', () => {
    expect(voorbeelden.length).toBeGreaterThan(10);
    expect(voorbeelden).toHaveLength(tekst.match(/^→/gm)?.length ?? 0);
  });

  it('toont bij ieder verzoek wat ervan terugkomt', async () => {
    const dag = 24 * 60 * 60 * 1000;
    const getoondeDag = Date.parse(/vandaag (\d{4}-\d\d-\d\d)/.exec(tekst)?.[1] ?? '');
    const dagen = Math.round((Date.parse(await op.datum(0)) - getoondeDag) / dag);
    // The table meets on werkdagen: what is not today in the text falls on one, whatever day it is today.
    const verschuif = (datum: string) => {
      const verschoven = new Date(Date.parse(datum) + dagen * dag).toISOString().slice(0, 10);
      return Date.parse(datum) === getoondeDag ? verschoven : eersteWerkdag(verschoven);
    };
    await speel(
      voorbeelden,
      (verzoek) => verzoek.replace(/\b\d{4}-\d\d-\d\d\b/g, verschuif),
      (getoond, gekregen) => expect(JSON.parse(gekregen)).toMatchObject(JSON.parse(getoond)),
    );
  });
});
