/** Finds the time-skipping test server: the SDK's own download, or the Java program that Maven brings. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tijdspringer } from './bronnen.ts';
import { controleer, eersteBron, type Melder, maakMap, voerUit } from './ophalen.ts';
import { haalViaSdk } from './viaSdk.ts';

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>nl.zorglogistiek</groupId>
  <artifactId>tijdspringer</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${tijdspringer.groep}</groupId>
      <artifactId>${tijdspringer.artefact}</artifactId>
      <version>${tijdspringer.versie}</version>
    </dependency>
  </dependencies>
</project>
`;

/**
 * The SDK starts this file with the port as its only argument and kills it at the end. The loop beside it ends the
 * server when the process that started it is gone: a killed test run leaves nothing behind.
 */
const starter = `#!/bin/sh
map=$(dirname "$0")
( while kill -0 "$PPID" 2>/dev/null && kill -0 $$ 2>/dev/null; do sleep 1; done
  kill -9 $$ 2>/dev/null ) </dev/null >/dev/null 2>&1 &
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$map/jars/*" ${tijdspringer.klasse} "$@" 2>"$map/laatste.log"
`;

async function viaMaven(map: string): Promise<void> {
  const java = await voerUit('java', ['-version']);
  const versie = Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0);
  if (versie < 17) throw new Error(`Java ${versie} is te oud: 17 of nieuwer is nodig`);
  await writeFile(join(map, 'pom.xml'), pom);
  const jars = join(map, 'jars');
  await mkdir(jars);
  await voerUit('mvn', [
    '--quiet',
    '--batch-mode',
    '--file',
    join(map, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${jars}`,
    '-DincludeScope=runtime',
  ]);
  for (const jar of await readdir(jars)) await controleer(join(jars, jar), tijdspringer.sha256[jar]);
  await rm(join(map, 'pom.xml'));
  await writeFile(join(map, 'tijdspringer'), starter, { mode: 0o755 });
}

/**
 * The path of a program that the SDK can start as its time-skipping server; fetched into `cacheMap` when it is not there yet.
 * @throws with all that was tried when it is not to be had.
 */
export function vindTijdspringer(cacheMap: string, meld: Melder): Promise<string> {
  const map = resolve(cacheMap, `tijdspringer-${tijdspringer.versie}`);
  const bewaard = join(map, 'tijdspringer');
  return eersteBron(
    'Tijdspringer',
    [
      ...(existsSync(bewaard)
        ? [{ naam: 'eerder opgehaald', raad: `Verwijder de map ${map}.`, haal: async () => bewaard }]
        : []),
      {
        naam: 'ophalen met de SDK van Temporal',
        raad: 'Hiervoor is open internet nodig.',
        haal: async () => {
          await maakMap(map, async (nieuw) => {
            await rename(await haalViaSdk('tijdspringer', nieuw), join(nieuw, 'tijdspringer'));
          });
          return bewaard;
        },
      },
      {
        naam: `ophalen met Maven (${tijdspringer.groep}:${tijdspringer.artefact}:${tijdspringer.versie}, 38 MB)`,
        raad: 'Hiervoor zijn Java 17 en Maven nodig (Debian: openjdk-17-jre-headless en maven).',
        haal: async () => {
          await maakMap(map, viaMaven);
          return bewaard;
        },
      },
    ],
    meld,
  );
}
