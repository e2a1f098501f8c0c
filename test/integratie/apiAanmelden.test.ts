import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

const voorbeelden = join(import.meta.dirname, '../../voorbeelden');

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

const meldAan = (aanmelding: unknown, sleutel: string = randomUUID()) =>
  op.vraag('POST', '/v1/aanmeldingen', aanmelding, { rol: 'aanmelder', sleutel });

describe('een aanmelding', () => {
  it.each(readdirSync(voorbeelden))(
    'voorbeelden/%s wordt aangenomen en het traject start',
    async (bestand) => {
      const antwoord = await meldAan(JSON.parse(readFileSync(join(voorbeelden, bestand), 'utf8')));
      expect(antwoord).toMatchObject({
        status: 201,
        headers: { location: `/v1/trajecten/${antwoord.inhoud.kenmerk}` },
        inhoud: { kenmerk: expect.stringMatching(/^ZL-\d{4}-\d{4,}$/), fase: 'intake', gestart: true },
      });
      const beschrijving = await op.trajectWorkflow(antwoord.inhoud.kenmerk).describe();
      expect(beschrijving.status.name).toBe('RUNNING');
      expect(await beschrijving.staticSummary()).toContain(antwoord.inhoud.kenmerk);
    },
  );

  it('uit een gemeente buiten Haaglanden wordt aangenomen, met de melding dat wij doorverwijzen', async () => {
    const { jeugdige } = aanmeldingVoorbeeld;
    const antwoord = await meldAan({
      ...aanmeldingVoorbeeld,
      jeugdige: { ...jeugdige, gemeente: 'buiten-haaglanden', gemeenteNaam: 'Rotterdam' },
    });
    expect(antwoord).toMatchObject({
      status: 201,
      inhoud: {
        meldingen: [{ veld: 'jeugdige.gemeente', melding: expect.stringContaining('verwijst u door') }],
      },
    });
    expect(await op.traject(antwoord.inhoud.kenmerk)).toMatchObject({ gemeente: 'buiten-haaglanden' });
  });

  it('bewaart wie, wat en wanneer, en het BSN alleen versleuteld', async () => {
    const { kenmerk } = (await meldAan(aanmeldingVoorbeeld)).inhoud;
    const rij = await op.db.aanmelding.findUniqueOrThrow({ where: { kenmerk }, include: { jeugdige: true } });
    expect(rij.ingediendDoor).toBe('aanmelder-1');
    const allesVanDeRijen = JSON.stringify([
      rij,
      await op.db.invoer.findMany({ where: { kenmerk } }),
      await op.db.traject.findMany({ where: { kenmerk } }),
      await op.db.gebeurtenis.findMany({ where: { kenmerk } }),
    ]);
    expect(allesVanDeRijen).not.toContain(aanmeldingVoorbeeld.jeugdige.bsn);
    expect(await op.db.auditRegel.findFirst({ where: { kenmerk, wat: 'aangemeld' } })).toMatchObject({
      wie: 'aanmelder-1',
      rol: 'aanmelder',
    });
    const gelezen = await op.vraag('GET', `/v1/aanmeldingen/${kenmerk}`);
    expect(gelezen.inhoud.aanmelding).toEqual({
      ...aanmeldingVoorbeeld,
      jeugdige: { ...aanmeldingVoorbeeld.jeugdige, bsn: '*******19' },
    });
  });

  it('herkent dezelfde jeugdige, en een tikfout in een BSN hernoemt geen ander kind', async () => {
    const een = (await meldAan(aanmeldingVoorbeeld)).inhoud.kenmerk;
    const anders = { ...aanmeldingVoorbeeld.jeugdige, naam: 'Iemand Anders' };
    const twee = (await meldAan({ ...aanmeldingVoorbeeld, jeugdige: anders })).inhoud.kenmerk;
    const rijen = await op.db.aanmelding.findMany({
      where: { kenmerk: { in: [een, twee] } },
      include: { jeugdige: true },
    });
    expect(new Set(rijen.map(({ jeugdigeId }) => jeugdigeId)).size).toBe(1);
    expect(rijen.map(({ jeugdige }) => jeugdige.naam)).toEqual(
      Array(2).fill(aanmeldingVoorbeeld.jeugdige.naam),
    );
  });

  it('laat in de geschiedenis van de workflow niets persoonlijks achter', async () => {
    const kanarie = 'Kanarie';
    const { kenmerk } = (
      await meldAan({
        ...aanmeldingVoorbeeld,
        aanmelder: { ...aanmeldingVoorbeeld.aanmelder, naam: kanarie, organisatie: kanarie },
        jeugdige: { ...aanmeldingVoorbeeld.jeugdige, naam: kanarie },
        vraag: { ...aanmeldingVoorbeeld.vraag, plek: kanarie, perspectief: kanarie },
      })
    ).inhoud;
    await wachtTot(
      () => op.verhaal(kenmerk),
      (verhaal) => verhaal.includes('traject-begonnen'),
    );
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', toelichting: kanarie });
    const { events } = await op.trajectWorkflow(kenmerk).fetchHistory();
    const tekst = JSON.stringify(events, (_sleutel, waarde) =>
      waarde?.type === 'Buffer' ? Buffer.from(waarde.data).toString() : waarde,
    );
    expect(tekst).toContain(kenmerk);
    expect(tekst).not.toMatch(/kanarie/i);
    expect(tekst).not.toContain(aanmeldingVoorbeeld.jeugdige.geboorteDatum);
  });
});

describe('vijftig aanmeldingen tegelijk', () => {
  it('krijgen vijftig kenmerken zonder gat', async () => {
    const antwoorden = await Promise.all(Array.from({ length: 50 }, () => meldAan(aanmeldingVoorbeeld)));
    const nummers = antwoorden
      .map(({ inhoud }) => Number(inhoud.kenmerk.split('-')[2]))
      .sort((a, b) => a - b);
    const eerste = nummers[0] ?? 0;
    expect(nummers).toEqual(Array.from({ length: 50 }, (_, plaats) => eerste + plaats));
  });
});

describe('dezelfde sleutel nog eens', () => {
  it('geeft bij dezelfde aanmelding hetzelfde antwoord, en één traject', async () => {
    const sleutel = randomUUID();
    const eerste = await meldAan(aanmeldingVoorbeeld, sleutel);
    const tweede = await meldAan(structuredClone(aanmeldingVoorbeeld), sleutel);
    expect(tweede.status).toBe(201);
    expect(tweede.inhoud).toEqual(eerste.inhoud);
    expect(await op.db.invoer.count({ where: { idempotencyKey: sleutel } })).toBe(1);
  });

  it('geeft ook bij tien verzoeken tegelijk één traject, en verspilt geen kenmerk', async () => {
    const sleutel = randomUUID();
    const antwoorden = await Promise.all(
      Array.from({ length: 10 }, () => meldAan(aanmeldingVoorbeeld, sleutel)),
    );
    expect(antwoorden.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const kenmerken = new Set(antwoorden.map(({ inhoud }) => inhoud.kenmerk));
    expect(kenmerken.size).toBe(1);
    const [kenmerk] = kenmerken;
    const [reeks] = await op.db.kenmerkreeks.findMany();
    expect(reeks?.laatste).toBe(Number(kenmerk.split('-')[2]));
    expect(await op.db.aanmelding.count()).toBe(reeks?.laatste);
  });

  it('is bij een andere aanmelding 409', async () => {
    const sleutel = randomUUID();
    await meldAan(aanmeldingVoorbeeld, sleutel);
    const ander = { ...aanmeldingVoorbeeld, complexiteit: 'zeer-complex' };
    expect(await meldAan(ander, sleutel)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:sleutel-hergebruikt$/) },
    });
  });

  it('van een andere persoon is een ander verzoek', async () => {
    const sleutel = randomUUID();
    const eerste = await meldAan(aanmeldingVoorbeeld, sleutel);
    const tweede = await op.vraag('POST', '/v1/aanmeldingen', aanmeldingVoorbeeld, {
      rol: 'aanmelder',
      wie: 'aanmelder-2',
      sleutel,
    });
    expect(tweede.status).toBe(201);
    expect(tweede.inhoud.kenmerk).not.toBe(eerste.inhoud.kenmerk);
  });
});
