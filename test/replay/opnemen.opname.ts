/**
 * Records histories for the replay gate: `npm run opnemen`. It only ever adds: those of the stories below, and of every story of
 * dev/verhalen/. A history that is there stays as it was recorded: when it no longer replays, the workflow code is wrong, not
 * the history.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorbraakBesluitVoorbeelden } from '../../api/voorbeelden.ts';
import { speelVerhaal } from '../../dev/verhaal.ts';
import { verhalen as demoVerhalen } from '../../dev/verhalen/index.ts';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { afspraakTermijnen } from '../../domain/doorbraakkalender.ts';
import { leesOnderzoekId, trajectWorkflowId } from '../../domain/kenmerk.ts';
import { leesPeriode, periodeOp } from '../../domain/periode.ts';
import { rapportId } from '../../domain/rapport/publicatie.ts';
import { weekoverzichtId } from '../../domain/rapport/weekbericht.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { plusMaanden } from '../../domain/werkdagen.ts';
import { maakAntwoordpoort } from '../support/antwoordpoort.ts';
import { besproken } from '../support/bespreking.ts';
import {
  begin,
  besluit,
  gelukt,
  isOnder,
  kwartaalNu,
  leesZaak,
  mails,
  metMaatregel,
  sluitnormVan,
} from '../support/doorbraken.ts';
import { vraagBesluit } from '../support/dossier.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarVerhaal } from '../support/rapportrijen.ts';
import { testSpeelruimte } from '../support/speelruimte.ts';
import { stuurStuk } from '../support/stukken.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import {
  alleMailsWeg,
  antwoord,
  beginExtra,
  beginKwartaal,
  leesUitvraag,
  noemt,
  rij,
  tot,
  totGesloten,
} from '../support/uitvragen.ts';
import { antwoordt, gaatDoorAlsNieuw, inOnderzoek, verstrijkVoorbij } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

const map = join(import.meta.dirname, 'histories');

const verhalen: Record<string, (op: Opstelling, kenmerk: string) => Promise<string[]>> = {
  afgewezen: async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', { uitkomst: 'afgewezen', reden: 'gezinshuis-of-pleeggezin' });
    return [];
  },
  'ingetrokken-tijdens-onderzoek': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02']);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return onderzoeken;
  },
  'tweede-vraag-blijft-open': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    await op.aanbiederZegt(onderzoeken[0] ?? '', 'vraag', {
      soorten: ['voorgeschiedenis'],
      vraag: 'Waar eerst?',
    });
    const [{ vraagId }] = await wachtTot(
      async () => (await op.traject(kenmerk)).vragen,
      (vragen) => vragen.length === 1,
    );
    await op.verstrijk('1 day');
    await op.besluit(kenmerk, 'informatievraag', { soorten: ['risicotaxatie'], vraag: 'Is er een taxatie?' });
    await op.besluit(kenmerk, 'informatie', { vragen: [vraagId], antwoord: 'Bij een tante.' });
    await op.verstrijk('21 days');
    await op.besluit(kenmerk, 'informatie', { antwoord: 'De taxatie is van mei.' });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return onderzoeken;
  },
  'vraag-niet-meer-nodig': async (op, kenmerk) => {
    // Two questions of the coördinator, each with its own term; the first is withdrawn once it is vastgelopen.
    await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wie is de voogd?' });
    const [{ vraagId }] = (await op.traject(kenmerk)).vragen;
    await op.verstrijk('7 days');
    await op.besluit(kenmerk, 'informatievraag', { soorten: ['risicotaxatie'], vraag: 'Is er een taxatie?' });
    await op.verstrijk('12 days');
    await op.besluit(kenmerk, 'vraag-ingetrokken', { vragen: [vraagId] });
    await op.verstrijk('14 days');
    await op.besluit(kenmerk, 'vraag-ingetrokken', {});
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'informatie-ontbreekt' });
    // Two questions of aanbieders that become due together, and lapse: by an afwijzing, and by a situatie.
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02']);
    for (const onderzoek of onderzoeken)
      await op.aanbiederZegt(onderzoek, 'vraag', { soorten: ['intelligentie'], vraag: 'Is er een verslag?' });
    await wachtTot(
      async () => (await op.traject(kenmerk)).vragen,
      (vragen) => vragen.length === 2,
    );
    await op.verstrijk('21 days');
    await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await op.besluit(kenmerk, 'situatie', { toelichting: 'Het gaat thuis slechter.' });
    // Nobody was weighed before; the risicotaxatie makes that no less late.
    await op.verstrijk('5 days');
    await stuurStuk(op, kenmerk, { velden: { soort: 'risicotaxatie' } });
    await op.besluit(kenmerk, 'weging', { besluit: 'voorrang', elementen: ['onveiligheid'] });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return onderzoeken;
  },
  'zorg-gestart': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
    const [een = '', twee = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'bevestiging');
    await op.verstrijk('3 days');
    await op.aanbiederZegt(twee, 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await op.aanbiederZegt(een, 'nieuws', { nieuws: 'Het team kijkt ernaar.' });
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' });
    await gehoord(op, kenmerk, een);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(20),
    });
    await op.verstrijk('20 days');
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return onderzoeken;
  },
  'te-laat-en-terug-naar-tafel': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    await op.verstrijk('16 days');
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'draagvlak-nodig' });
    await op.besluit(kenmerk, 'complexiteit', {
      complexiteit: 'zeer-complex',
      reden: 'Er is meer aan de hand.',
    });
    await op.verstrijk('30 days');
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbieders-niet-eens' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-05'],
      ...besproken,
      verslag: 'Een tweede ronde.',
    });
    const tweede = `onderzoek-${kenmerk}-aanbieder-05-r2`;
    await op.verstrijk('60 days');
    await op.aanbiederZegt(tweede, 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-06'],
    });
    await gehoord(op, kenmerk, tweede);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-05', 'aanbieder-06'],
      evaluatieDatum: await op.datum(14),
      overbruggingsplan: 'Begeleiding thuis.',
    });
    await op.besluit(kenmerk, 'overbrugging', {
      evaluatieDatum: await op.datum(28),
      overbruggingsplan: 'Begeleiding thuis, langer.',
    });
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return [...onderzoeken, tweede];
  },
  'antwoord-verplaatst': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02']);
    await op.verstrijk('2 days');
    await op.besluit(kenmerk, 'complexiteit', {
      complexiteit: 'zeer-complex',
      reden: 'Er is meer aan de hand.',
    });
    // Past the third level: on the way to a table their answers are waited for as well.
    await op.aanbiederZegt(onderzoeken[1] ?? '', 'antwoord', {
      antwoord: 'meer-tijd',
      totDatum: await op.datum(45),
      meerTijdReden: 'draagvlak-nodig',
    });
    await op.verstrijk('50 days');
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return onderzoeken;
  },
  'partner-houdt-het-plan': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    await op.aanbiederZegt(onderzoeken[0] ?? '', 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-02'],
    });
    await gehoord(op, kenmerk, onderzoeken[0] ?? '');
    await op.besluit(kenmerk, 'opschorting', {
      reden: 'veiligheid-eerst',
      evaluatieDatum: await op.datum(10),
      toelichting: 'Eerst veilig.',
    });
    await op.verstrijk('3 days');
    await op.besluit(kenmerk, 'hervatting', {});
    const opnieuw = `onderzoek-${kenmerk}-aanbieder-02-r2`;
    await op.aanbiederZegt(opnieuw, 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-01'],
    });
    await gehoord(op, kenmerk, opnieuw);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      verwachteStartDatum: await op.datum(3),
    });
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return [...onderzoeken, `onderzoek-${kenmerk}-aanbieder-02-r1`, opnieuw];
  },
  'afspraken-plan-en-stilstand': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
    const voorDatum = await op.datum(2);
    const aanTafel = {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      afspraken: ['aanmelder', 'aanbieder-03'].map((wie) => ({ wie, wat: 'overleg-voeren', voorDatum })),
      ...besproken,
    };
    await op.besluit(kenmerk, 'verslag', { ...aanTafel, verslag: 'Zij onderzoeken.' });
    await op.verstrijk('3 days');
    for (const nummer of [1, 2]) await op.besluit(kenmerk, 'afspraak-gedaan', { nummer });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    // Both go on with the onderzoek that is open already.
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      aanbieders: aanTafel.aanbieders,
      ...besproken,
      verslag: 'Er is nieuws.',
    });
    const [een = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' });
    await gehoord(op, kenmerk, een);
    await op.besluit(kenmerk, 'opschorting', {
      reden: 'rechter-beslist',
      evaluatieDatum: await op.datum(5),
      toelichting: 'De rechter beslist volgende week.',
    });
    await op.besluit(kenmerk, 'hervatting', {});
    const plan = { overbruggingsplan: 'Begeleiding thuis.' };
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      evaluatieDatum: await op.datum(7),
      eigenaar: 'aanmelder',
      ...plan,
    });
    await op.verstrijk('8 days');
    const evaluatieDatum = await op.datum(7);
    await op.besluit(kenmerk, 'overbrugging', { evaluatieDatum, eigenaar: 'aanbieder-03', ...plan });
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return [...onderzoeken, `onderzoek-${kenmerk}-aanbieder-02-r3`];
  },
  'losgelaten-en-overgenomen': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden: 'individuele-situatie' });
    // It was of nobody.
    await op.besluit(kenmerk, 'stap', { stap: 'opgepakt' });
    await op.besluit(kenmerk, 'verhuizing', {
      gemeente: 'buiten-haaglanden',
      afloop: 'blijft-hier',
      toelichting: 'De gemeente blijft verantwoordelijk.',
    });
    const legVoor = async (aanbieders: string[]): Promise<string[]> =>
      (await op.besluit(kenmerk, 'direct-voorleggen', { aanbieders, reden: 'tijd-winnen' })).onderzoeken;
    const twee = await legVoor(['aanbieder-01', 'aanbieder-02']);
    for (const id of twee) await antwoordt(op, id, { antwoord: 'aanbod' });
    const plan = { evaluatieDatum: await op.datum(7), overbruggingsplan: 'Begeleiding thuis.' };
    const kies = (aanbieder: string, eigenaar: string) =>
      op.besluit(kenmerk, 'keuze', { aanbieders: [aanbieder], eigenaar, ...plan });
    await kies('aanbieder-01', 'aanbieder-04');
    await op.besluit(kenmerk, 'overbrugging', { eigenaar: 'coordinator-1', ...plan });
    await kies('aanbieder-02', 'aanbieder-05');
    const alle = await legVoor(['aanbieder-03']);
    await antwoordt(op, alle.at(-1) ?? '', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return alle;
  },
  'een-jaar-zonder-antwoord': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    await op.trajectWorkflow(kenmerk).cancel();
    await op.trajectWorkflow(kenmerk).signal('onderzoekGemeld', 'onzin');
    await op.verstrijk('365 days');
    const [een = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'antwoord', {
      antwoord: 'meer-tijd',
      totDatum: await op.datum(20),
      meerTijdReden: 'aanvullend-onderzoek',
    });
    await op.verstrijk('10 days');
    await op.besluit(kenmerk, 'intrekking', { reden: 'hulp-niet-meer-nodig' });
    return onderzoeken;
  },
  teruggestuurd: async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', {
      uitkomst: 'teruggestuurd',
      terugstuurReden: 'te-vroeg',
      afwijkReden: 'overleg-met-aanmelder',
    });
    return [];
  },
  'crisis-bij-de-triage': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', { uitkomst: 'crisis' });
    return [];
  },
  'crisis-in-onderzoek': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02']);
    await antwoordt(op, onderzoeken[1] ?? '', {
      antwoord: 'meer-tijd',
      totDatum: await op.datum(20),
      meerTijdReden: 'draagvlak-nodig',
    });
    await op.besluit(kenmerk, 'crisis', {});
    return onderzoeken;
  },
  'stuk-weging-en-een-ander': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'weging', { besluit: 'voorrang', elementen: ['gi'] });
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-2' });
    expect((await stuurStuk(op, kenmerk)).status).toBe(201);
    await op.besluit(kenmerk, 'aanmelder', {
      aanmelderCode: 'aanmelder-2',
      naam: 'Noor Voorbeeld',
      email: 'noor@jeugdteam.example',
      telefoon: '070 000 01 02',
    });
    await op.besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-3' });
    await op.besluit(kenmerk, 'verhuizing', {
      gemeente: 'delft',
      afloop: 'blijft-hier',
      toelichting: 'Binnen de regio.',
    });
    await op.besluit(kenmerk, 'intrekking', { reden: 'andere-route' });
    return [];
  },
  'weging-herzien': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'weging', { besluit: 'voorrang' });
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.verstrijk('30 days');
    await wachtTot(
      () => op.traject(kenmerk),
      ({ elementen }) => !elementen.includes('jong-kind'),
    );
    await op.besluit(kenmerk, 'weging', { besluit: 'geen-voorrang' });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return [];
  },
  'overgedragen-in-onderzoek': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    await op.besluit(kenmerk, 'overdracht', { naar: 'wmo', toelichting: 'De gemeente neemt het over.' });
    return onderzoeken;
  },
  'wachten-was-keuze': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'wachtkeuze', {
      reden: 'gekozen-behandelaar',
      evaluatieDatum: await op.datum(30),
      toelichting: 'Er is andere hulp aangeboden.',
    });
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
    await op.verstrijk('5 days');
    await op.besluit(kenmerk, 'wachtkeuze-einde', {});
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return [];
  },
  'alleen-afspraken': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 3) });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
    await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      afspraken: [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: await op.datum(6) }],
      verslag: 'Eerst meer informatie.',
    });
    await op.besluit(kenmerk, 'afspraak-gedaan', { nummer: 1 });
    await op.besluit(kenmerk, 'intrekking', { reden: 'situatie-veranderd' });
    return [];
  },
  'van-team-naar-team': async (op, kenmerk) => {
    const naar = (spoor: string) => op.besluit(kenmerk, 'spoor', { spoor, toelichting: 'Beter daar.' });
    const legVoor = async (aanbieder: string): Promise<string> => {
      const voorgelegd = { aanbieders: [aanbieder], reden: 'tijd-winnen' };
      return (await op.besluit(kenmerk, 'direct-voorleggen', voorgelegd)).onderzoeken.at(-1);
    };
    await op.besluit(kenmerk, 'triage', { uitkomst: 'experttafel', afwijkReden: 'individuele-situatie' });
    await naar('zorgbemiddeling');
    const een = await legVoor('aanbieder-01');
    // Back at the table, and still of Zorgbemiddeling.
    await antwoordt(op, een, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await naar('zorglogistiek');
    const twee = await legVoor('aanbieder-02');
    await naar('zorgbemiddeling');
    await naar('zorglogistiek');
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return [een, twee];
  },
  'niveau-3-houdt-plaats': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    const tafelDatum = await werkdagOver(op, 40);
    await planTafel(op, tafelDatum);
    await op.verstrijk('29 days');
    await wachtTot(
      () => op.traject(kenmerk),
      (traject) => traject.tafelDatum === tafelDatum,
    );
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return onderzoeken;
  },
  'opgeschort-tafel-gemist': async (op, kenmerk) => {
    const tafelDatum = await opgeschortAanTafel(op, kenmerk);
    await verstrijkTot(op, Date.parse((await leesTafel(op, tafelDatum)).agendaSluitTijdstip) + 60_000);
    await op.besluit(kenmerk, 'hervatting', {});
    const volgende = await werkdagOver(op, 10);
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: volgende });
    await schortOp(op, kenmerk);
    // In time for this one.
    await op.besluit(kenmerk, 'hervatting', {});
    await verstrijkTot(op, Date.parse(volgende));
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return [];
  },
  'opgeschort-tafel-vervalt': async (op, kenmerk) => {
    const tafelDatum = await opgeschortAanTafel(op, kenmerk);
    await op.vraag('POST', `/v1/tafels/${tafelDatum}/vervallen`, { reden: 'voorzitter-ziek' });
    await wachtTot(
      () => op.traject(kenmerk),
      ({ fase }) => fase === 'onderzoek',
    );
    const { onderzoeken } = await op.besluit(kenmerk, 'hervatting', {});
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return onderzoeken.slice(0, 1);
  },
};

/** How the aanmelding of a story differs, when it begins at `nu` (ms since the epoch). */
const anderen: Record<string, (nu: number) => (aanmelding: Aanmelding) => void> = {
  'weging-herzien': (nu) => geboren(nu, 0, 7),
  'overgedragen-in-onderzoek': (nu) => geboren(nu, 5, 18),
};

/** A jeugdige of this age in so many months, on the first of the month. */
function geboren(nu: number, maanden: number, leeftijd: number): (aanmelding: Aanmelding) => void {
  const [jaar, maand] = new Date(plusMaanden(nu, maanden)).toISOString().split('-');
  return ({ jeugdige }) => {
    jeugdige.geboorteDatum = `${Number(jaar) - leeftijd}-${maand}-01`;
  };
}

async function schortOp(op: Opstelling, kenmerk: string): Promise<void> {
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(30),
    toelichting: 'Eerst moet het veilig zijn.',
  });
}

/** Puts a traject on a table that has no next one, and slows it down; resolves with the day of the table. */
async function opgeschortAanTafel(op: Opstelling, kenmerk: string): Promise<string> {
  const tafelDatum = await werkdagOver(op, 12);
  await planTafel(op, tafelDatum);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum });
  await schortOp(op, kenmerk);
  return tafelDatum;
}

async function naarAanbieders(op: Opstelling, kenmerk: string, aanbieders: string[]): Promise<string[]> {
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  return (await op.besluit(kenmerk, 'verslag', { aanbieders, ...besproken, verslag: 'Zij onderzoeken.' }))
    .onderzoeken;
}

/** Waits until the traject has heard the answer of this onderzoek. */
function gehoord(op: Opstelling, kenmerk: string, onderzoek: string) {
  return wachtTot(
    () => op.db.traject.findUniqueOrThrow({ where: { kenmerk } }),
    ({ toestand }) =>
      (toestand as { onderzoeken: Record<string, { status: string }> }).onderzoeken[onderzoek]?.status ===
      'beantwoord',
  );
}

async function bewaar(
  { client }: { client: Client },
  naam: string,
  id: string,
  runId?: string,
): Promise<void> {
  const bestand = join(map, `${naam}.json`);
  if (existsSync(bestand)) throw new Error(`${bestand} is er al: een opname verandert nooit`);
  const geschiedenis = await client.workflow.getHandle(id, runId).fetchHistory();
  const history = proto.temporal.api.history.v1.History.toObject(geschiedenis as never, {
    longs: String,
    enums: String,
    bytes: String,
  });
  // A stack tells where the program stood on the disk of whoever records; a replay does not look at it.
  const zonderStapel = (veld: string, waarde: unknown) => (veld === 'stackTrace' ? undefined : waarde);
  await writeFile(bestand, `${JSON.stringify({ workflowId: id, history }, zonderStapel)}\n`);
}

describe('opnemen in virtuele tijd', () => {
  for (const [naam, verhaal] of Object.entries(verhalen)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      // Each story has a clock of its own.
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const kenmerk = await op.meldAan(anderen[naam]?.(await op.nu()));
      const onderzoeken = await verhaal(op, kenmerk);
      await op.trajectWorkflow(kenmerk).result();
      await bewaar(op, naam, `traject-${kenmerk}`);
      for (const [nummer, id] of onderzoeken.entries()) {
        await op.workflow(id).result();
        await bewaar(op, `${naam}-onderzoek-${nummer + 1}`, id);
      }
      await op.sluit();
    });
  }
});

/** Stories of a table; each takes a day on which two trajecten are planned. */
const tafelverhalen: Record<string, (op: Opstelling, datum: string) => Promise<void>> = {
  'tafel-afgerond': async (op, datum) => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await op.workflow(`tafel-${datum}`).cancel();
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '14:00', plaats: 'online' });
    await op.verstrijk('8 days');
  },
  'tafel-wissel': async (op, datum) => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    const zetLid = (aanbieder: string, perioden: object[]) =>
      op.vraag('PUT', `/v1/aanbieders/${aanbieder}/tafellidmaatschap`, { perioden });
    await zetLid('aanbieder-02', []);
    await zetLid('aanbieder-40', [{ vanafDatum: datum, totDatum: null }]);
    await op.verstrijk('8 days');
  },
  'tafel-gasten': async (op, datum) => {
    const { agendaSluitTijdstip, agenda } = await leesTafel(op, datum);
    const [gaat, blijft] = agenda;
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    // Both were signed up by the same aanmelder, who therefore stays until the second is somebody else's.
    for (const { kenmerk } of [gaat, blijft])
      await op.besluit(kenmerk, 'aanmelder', {
        naam: 'Noor Voorbeeld',
        email: 'noor@jeugdteam.example',
        telefoon: '070 000 01 02',
      });
    await op.besluit(gaat.kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await op.vraag('PUT', '/v1/aanbieders/aanbieder-02/contacten', {
      contact: { naam: 'Sam Opvolger', email: 'opvolger@aanbieder-02.example', telefoon: '070 010 0002' },
      contactAchterContact: null,
    });
    await op.verstrijk('8 days');
  },
  'tafel-vervallen': async (op, datum) => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '11:00' });
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    await planTafel(op, await werkdagOver(op, 10));
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'te-weinig-deelnemers' });
  },
  'tafel-vervalt-na-einde': async (op, datum) => {
    const { agenda, eindTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(eindTijdstip) + 60_000);
    await op.besluit(agenda[0].kenmerk, 'wachtreden', { wachtreden: 'wachtlijst' });
    await op.besluit(agenda[0].kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01'],
      verslag: 'Alleen dit kind is besproken.',
    });
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
  },
  'tafel-sluit-zonder-traject': async (op, datum) => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await blijftHangen(op, datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 90 * 60_000);
    await op.verstrijk('8 days');
  },
  'tafel-verdeeld-zonder-traject': async (op, datum) => {
    const [punt] = (await leesTafel(op, datum)).agenda;
    await schortOp(op, punt.kenmerk);
    await blijftHangen(op, datum);
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'te-weinig-deelnemers' });
    await op.verstrijk('90 minutes');
  },
};

/** A traject of which the decision for a table is stored and never taken. */
async function blijftHangen(op: Opstelling, tafelDatum: string): Promise<void> {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await vraagBesluit(op.db, { kenmerk, soort: 'tafeldatum', codes: { tafelDatum } });
}

describe('een tafel opnemen in virtuele tijd', () => {
  for (const [naam, verhaal] of Object.entries(tafelverhalen)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const datum = await werkdagOver(op, 14);
      await planTafel(op, datum);
      for (let aantal = 0; aantal < 2; aantal++) await opAgenda(op, datum);
      await verhaal(op, datum);
      await op.workflow(`tafel-${datum}`).result();
      await bewaar(op, naam, `tafel-${datum}`);
      await op.sluit();
    });
  }
});

/** Stories of the traject on a table that is cancelled; each resolves with its onderzoeken. */
const vervallenTafels: Record<
  string,
  (op: Opstelling, kenmerk: string, vervalt: () => Promise<void>) => Promise<string[]>
> = {
  'tafel-naar-aanbieders': async (op, kenmerk, vervalt) => {
    await vervalt();
    const onderzoeken = await op.db.onderzoek.findMany({ where: { kenmerk }, orderBy: { id: 'asc' } });
    const [een = '', twee = ''] = onderzoeken.map(({ id }) => id);
    for (const id of [een, twee]) await antwoordt(op, id, { antwoord: 'aanbod' });
    const keuzeVan = async (id: string) => ({
      aanbieders: [leesOnderzoekId(id)?.aanbieder ?? ''],
      verwachteStartDatum: await op.datum(10),
    });
    const { aanbieders } = await keuzeVan(een);
    const { onderzoeken: alle } = await op.besluit(kenmerk, 'direct-voorleggen', {
      aanbieders,
      reden: 'situatie-vraagt-het',
    });
    // Chosen on its offer, while it was asked once more; then another one after all.
    await op.besluit(kenmerk, 'keuze', await keuzeVan(een));
    await op.besluit(kenmerk, 'keuze', await keuzeVan(twee));
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return alle;
  },
  'tafel-naar-coordinator': async (op, kenmerk, vervalt) => {
    await op.db.tafellidmaatschap.deleteMany();
    await vervalt();
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return [];
  },
};

describe('een tafel die vervalt opnemen, met haar traject', () => {
  for (const [naam, verhaal] of Object.entries(vervallenTafels)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const datum = await werkdagOver(op, 14);
      await planTafel(op, datum);
      const kenmerk = await opAgenda(op, datum, ({ vraag }) => {
        vraag.sector = 'lvb';
      });
      const onderzoeken = await verhaal(op, kenmerk, async () => {
        await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
        await wachtTot(
          () => op.traject(kenmerk),
          ({ fase }) => fase !== 'bespreking',
        );
      });
      await op.workflow(`tafel-${datum}`).result();
      await op.trajectWorkflow(kenmerk).result();
      await bewaar(op, `${naam}-traject`, trajectWorkflowId(kenmerk));
      for (const [nummer, id] of onderzoeken.entries()) {
        await op.workflow(id).result();
        await bewaar(op, `${naam}-onderzoek-${nummer + 1}`, id);
      }
      await bewaar(op, naam, `tafel-${datum}`);
      await op.sluit();
    });
  }
});

describe('doorbraken opnemen in virtuele tijd', () => {
  it.skipIf(existsSync(join(map, 'doorbraak-gaat-over.json')))('doorbraak-gaat-over', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel' });
    const blijftOver = await op.meldAan(metMaatregel('999990019'));
    const teLaat = await op.meldAan(metMaatregel('123456782'));
    const afgesloten = await op.meldAan(metMaatregel('111222333'));
    await op.verstrijk('93 days');
    const eerste = await kwartaalNu(op);
    await begin(op, eerste);
    const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(7) };
    await gelukt(op, eerste, 'afspraak', afspraak, teLaat);
    await op.workflow(doorbraakId(eerste)).cancel();
    await op.workflow(doorbraakId(eerste)).signal('volgendeBegonnen', 'onzin');
    await verstrijkTot(op, (leesPeriode(eerste)?.eindTijdstip ?? 0) + 60_000);
    const tweede = await kwartaalNu(op);
    await begin(op, tweede);
    await wachtTot(
      () => leesZaak(op, eerste, blijftOver),
      ({ overNaar }) => overNaar !== null,
    );
    await op.besluit(afgesloten, 'intrekking', { reden: 'plek-gevonden' });
    await gelukt(op, eerste, 'geen-lacune', {}, teLaat);
    await gelukt(op, eerste, 'sluiting');
    for (const kenmerk of [blijftOver, teLaat]) {
      await gelukt(op, tweede, 'afspraak', { ...afspraak, voorDatum: await op.datum(7) }, kenmerk);
      await gelukt(op, tweede, 'lacune', doorbraakBesluitVoorbeelden.lacune, kenmerk);
    }
    expect((await besluit(op, tweede, 'afspraak-gedaan', { nummer: 2 }, teLaat)).status).toBe(409);
    await gelukt(op, tweede, 'afspraak-gedaan', { nummer: 1 }, teLaat);
    await gelukt(op, tweede, 'sluiting');
    // What nobody ticks off is followed for half a year.
    await op.verstrijk('240 days');
    for (const periode of [eerste, tweede]) await op.workflow(doorbraakId(periode)).result();
    await op.besluit(blijftOver, 'intrekking', { reden: 'plek-gevonden' });
    await op.trajectWorkflow(blijftOver).result();
    await bewaar(op, 'doorbraak-in-traject', trajectWorkflowId(blijftOver));
    await bewaar(op, 'doorbraak-neemt-over', doorbraakId(tweede));
    await bewaar(op, 'doorbraak-gaat-over', doorbraakId(eerste));
    await op.sluit();
  });

  it.skipIf(existsSync(join(map, 'doorbraak-lacune-niet-opgegeven.json')))(
    'doorbraak-lacune-niet-opgegeven',
    async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const gezegd = await op.meldAan(metMaatregel('999990019'));
      const nietGezegd = await op.meldAan(metMaatregel('123456782'));
      await op.verstrijk('93 days');
      const eerste = await kwartaalNu(op);
      await begin(op, eerste);
      const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(200) };
      for (const kenmerk of [gezegd, nietGezegd]) await gelukt(op, eerste, 'afspraak', afspraak, kenmerk);
      await gelukt(op, eerste, 'geen-lacune', {}, gezegd);
      expect((await besluit(op, eerste, 'sluiting')).status).toBe(409);
      const { managerTijdstip, sluitTijdstip } = await sluitnormVan(op, eerste);
      await verstrijkVoorbij(op, Math.max(managerTijdstip, leesPeriode(eerste)?.eindTijdstip ?? 0));
      // Both are gone through in two doorbraken now.
      const tweede = await kwartaalNu(op);
      await begin(op, tweede);
      await wachtTot(
        () => op.verhaal(gezegd),
        (verhaal) => verhaal.filter((soort) => soort === 'doorbraak').length === 2,
      );
      await verstrijkVoorbij(op, sluitTijdstip);
      await mails(op, eerste, 'doorbraak-bren', 1);
      await wachtTot(
        () => op.verhaal(gezegd),
        (verhaal) => verhaal.filter((soort) => soort === 'doorbraak').length === 3,
      );
      expect(await isOnder(op, gezegd)).toBe(true);
      for (const kenmerk of [gezegd, nietGezegd])
        await gelukt(op, eerste, 'afspraak-gedaan', { nummer: 1 }, kenmerk);
      await op.workflow(doorbraakId(eerste)).result();
      await op.besluit(gezegd, 'intrekking', { reden: 'plek-gevonden' });
      await op.trajectWorkflow(gezegd).result();
      await bewaar(op, 'doorbraak-in-traject-twee-keer', trajectWorkflowId(gezegd));
      await bewaar(op, 'doorbraak-lacune-niet-opgegeven', doorbraakId(eerste));
      await op.sluit();
    },
  );

  it.skipIf(existsSync(join(map, 'doorbraak-vanzelf-gesloten.json')))(
    'doorbraak-vanzelf-gesloten',
    async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const vervalt = await op.meldAan(metMaatregel('999990019'));
      const laatGedaan = await op.meldAan(metMaatregel('123456782'));
      const blijftOver = await op.meldAan(metMaatregel('111222333'));
      await op.verstrijk('93 days');
      const eerste = await kwartaalNu(op);
      await begin(op, eerste);
      const voorDatum = await op.datum(7);
      const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum };
      for (const kenmerk of [vervalt, laatGedaan]) {
        await gelukt(op, eerste, 'afspraak', afspraak, kenmerk);
        await gelukt(op, eerste, 'lacune', doorbraakBesluitVoorbeelden.lacune, kenmerk);
      }
      const { escalatieTijdstip, vervalTijdstip = 0 } = afspraakTermijnen(voorDatum);
      await verstrijkVoorbij(op, escalatieTijdstip);
      await gelukt(op, eerste, 'afspraak-gedaan', { nummer: 1 }, laatGedaan);
      const { managerTijdstip, sluitTijdstip } = await sluitnormVan(op, eerste);
      await verstrijkVoorbij(op, Math.max(managerTijdstip, leesPeriode(eerste)?.eindTijdstip ?? 0));
      const tweede = await kwartaalNu(op);
      await begin(op, tweede);
      await wachtTot(
        () => leesZaak(op, eerste, blijftOver),
        ({ overNaar }) => overNaar !== null,
      );
      await gelukt(op, tweede, 'lacune', doorbraakBesluitVoorbeelden.lacune, blijftOver);
      await verstrijkVoorbij(op, sluitTijdstip);
      await verstrijkVoorbij(op, vervalTijdstip);
      await op.workflow(doorbraakId(eerste)).result();
      // The second stayed open beyond its own moment, since nothing was agreed in it: it closes with the last agreement.
      const daarna = { ...afspraak, voorDatum: await op.datum(7) };
      for (const kenmerk of [vervalt, laatGedaan, blijftOver])
        await gelukt(op, tweede, 'afspraak', daarna, kenmerk);
      for (const kenmerk of [vervalt, laatGedaan, blijftOver])
        await gelukt(op, tweede, 'afspraak-gedaan', { nummer: 1 }, kenmerk);
      await op.workflow(doorbraakId(tweede)).result();
      await bewaar(op, 'doorbraak-sluit-na-laatste-afspraak', doorbraakId(tweede));
      await bewaar(op, 'doorbraak-vanzelf-gesloten', doorbraakId(eerste));
      await op.sluit();
    },
  );
});

/** Runs what a Schedule runs, now; resolves with its workflow id. */
async function loopt(op: Opstelling, type: string, keer = 1): Promise<string> {
  const workflowId = `${type}-opname-${keer}`;
  await op.client.workflow.execute(type, { workflowId, taskQueue: op.instellingen.ZL_TASK_QUEUE, args: [] });
  return workflowId;
}

/** Lets virtual time pass until the uitvraag has ended, and not longer: after the end of a child the clock does not skip. */
async function totAfgerond(op: Opstelling, code: string): Promise<void> {
  const uitvraag = await op.db.uitvraag.findUniqueOrThrow({ where: { code } });
  const { afrondTijdstip } = uitvraag.begin as unknown as { afrondTijdstip: number };
  await tot(op, code, afrondTijdstip, ({ status }) => status === 'afgerond');
  await op.workflow(uitvraagId(code)).result();
}

describe('opnemen wat een schema begint', () => {
  it.skipIf(existsSync(join(map, 'tafel-zonder-agenda.json')))('tafel-zonder-agenda', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel' });
    const starter = await loopt(op, 'planTafel');
    const { tafels } = (await op.vraag('GET', '/v1/tafels')).inhoud;
    const { datum, agendaSluitTijdstip } = tafels[0];
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 1);
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
    await bewaar(op, 'plan-tafel', starter);
    await bewaar(op, 'tafel-zonder-agenda', `tafel-${datum}`);
    await op.sluit();
  });

  it.skipIf(existsSync(join(map, 'doorbraak-zonder-zaken.json')))('doorbraak-zonder-zaken', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel' });
    const id = doorbraakId(await kwartaalNu(op));
    const starter = await loopt(op, 'planDoorbraak');
    await op.workflow(id).result();
    await bewaar(op, 'plan-doorbraak', starter);
    await bewaar(op, 'doorbraak-zonder-zaken', id);
    await op.sluit();
  });

  it.skipIf(existsSync(join(map, 'uitvraag-kwartaal.json')))('uitvraag-kwartaal', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' } });
    const starter = await loopt(op, 'planUitvraag');
    const { code } = await op.db.uitvraag.findFirstOrThrow();
    await alleMailsWeg(op);
    await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(3)], oorzaken: [], wachttijden: [] });
    await totGesloten(op, code);
    await alleMailsWeg(op);
    await totAfgerond(op, code);
    await bewaar(op, 'plan-uitvraag', starter);
    await bewaar(op, 'uitvraag-kwartaal', uitvraagId(code));
    await op.sluit();
  });

  it.skipIf(existsSync(join(map, 'herstel-invoer.json')))('herstel-invoer', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel' });
    await bewaar(op, 'herstel-invoer', await loopt(op, 'herstelInvoer'));
    await op.sluit();
  });
});

/** So many aanbieders that two parts of e-mails go out. */
const zeven = ['01', '02', '03', '04', '05', '06', '07'].map((nummer) => `aanbieder-${nummer}`);

describe('een verslag opnemen', () => {
  const verslagen = { halfjaarverslag: 'halfjaar/2024-2', experttafelverslag: 'experttafel/2024' };
  for (const [naam, pad] of Object.entries(verslagen)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      await bewaarVerhaal(op.db, { kenmerk: 'ZL-2024-0001', moment: '2024-05-13T10:00:00+02:00' });
      const url = `/v1/rapportages/${pad}/publicatie`;
      const { inhoud } = await op.vraag('POST', url, {}, { rol: 'manager' });
      await op.workflow(inhoud.rapportId).result();
      await bewaar(op, naam, inhoud.rapportId);
      await op.sluit();
    });
  }
});

it.skipIf(existsSync(join(map, 'weekoverzicht.json')))('weekoverzicht', async () => {
  const op = await maakOpstelling({ tijd: 'virtueel' });
  const starter = await loopt(op, 'planWeekoverzicht');
  const id = weekoverzichtId(periodeOp('week', await op.nu()).code);
  await op.workflow(id).result();
  await bewaar(op, 'plan-weekoverzicht', starter);
  await bewaar(op, 'weekoverzicht', id);
  await op.sluit();
});

describe('een uitvraag opnemen in virtuele tijd', () => {
  it.skipIf(existsSync(join(map, 'uitvraag-afgerond.json')))('uitvraag-afgerond', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '5' } });
    op.smtp.weigert.add('zorglogistiek@aanbieder-03.example');
    const code = await beginExtra(op, await op.datum(0), zeven);
    const id = uitvraagId(code);
    await alleMailsWeg(op);
    await op.workflow(id).cancel();
    await noemt(op, code, 'aanbieder-01', []);
    await op.verstrijk('61 seconds');
    await alleMailsWeg(op);
    await noemt(op, code, 'aanbieder-01', []);
    await totGesloten(op, code);
    await noemt(op, code, 'aanbieder-02', []);
    const heropening = { aanbieder: 'aanbieder-02', totDatum: await op.datum(5), reden: 'Later.' };
    await op.vraag('POST', `/v1/uitvragen/${code}/heropening`, heropening);
    await noemt(op, code, 'aanbieder-02', []);
    await alleMailsWeg(op);
    await totAfgerond(op, code);
    expect(await leesUitvraag(op, code)).toMatchObject({ geantwoord: 2, cijferversie: 2 });
    await bewaar(op, 'uitvraag-afgerond', id);
    await op.sluit();
  });
});

describe('een uitvraag die open is en opnieuw wordt gevraagd opnemen', () => {
  it.skipIf(existsSync(join(map, 'uitvraag-opnieuw-gevraagd.json')))(
    'uitvraag-opnieuw-gevraagd',
    async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const code = await beginExtra(op, await op.datum(0), zeven.slice(0, 2));
      await alleMailsWeg(op);
      for (const [aanbieder, dagen] of Object.entries({ 'aanbieder-01': 2, 'aanbieder-02': 40 })) {
        const heropening = {
          aanbieder,
          totDatum: await op.datum(dagen),
          reden: 'Een nieuwe contactpersoon.',
        };
        await op.vraag('POST', `/v1/uitvragen/${code}/heropening`, heropening);
        await alleMailsWeg(op);
      }
      await noemt(op, code, 'aanbieder-01', []);
      await totGesloten(op, code);
      await noemt(op, code, 'aanbieder-02', []);
      await alleMailsWeg(op);
      await totAfgerond(op, code);
      expect(await leesUitvraag(op, code)).toMatchObject({ geantwoord: 2, cijferversie: 2 });
      await bewaar(op, 'uitvraag-opnieuw-gevraagd', uitvraagId(code));
      await op.sluit();
    },
  );
});

describe('een uitvraag van een kwartaal en de starters van verslagen opnemen', () => {
  it.skipIf(existsSync(join(map, 'uitvraag-kwartaal-gepubliceerd.json')))(
    'uitvraag-kwartaal-gepubliceerd',
    async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      await op.db.contact.deleteMany({ where: { aanbieder: { gte: 'aanbieder-03' } } });
      await op.db.tafellidmaatschap.deleteMany({ where: { aanbieder: { gte: 'aanbieder-04' } } });
      await op.db.aanbieder.deleteMany({ where: { code: { gte: 'aanbieder-04' } } });
      const code = await beginKwartaal(op);
      const id = uitvraagId(code);
      const verslag = rapportId({ soort: 'wachttijden', periode: code, versie: 1 });
      await alleMailsWeg(op);
      await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(5)] });
      await totGesloten(op, code);
      await wachtTot(
        () => op.db.rapport.count(),
        (aantal) => aantal === 1,
      );
      await op.workflow(verslag).result();
      const heropening = { aanbieder: 'aanbieder-02', totDatum: await op.datum(5), reden: 'Later.' };
      await op.vraag('POST', `/v1/uitvragen/${code}/heropening`, heropening);
      await antwoord(op, code, 'aanbieder-02', { wachtenden: [rij(7)] });
      await alleMailsWeg(op);
      const { begin } = await op.db.uitvraag.findUniqueOrThrow({ where: { code } });
      const { afrondTijdstip } = begin as unknown as { afrondTijdstip: number };
      await tot(op, code, afrondTijdstip, ({ status }) => status === 'afgerond');
      await op.workflow(id).result();
      await bewaar(op, 'uitvraag-kwartaal-gepubliceerd', id);
      await bewaar(op, 'wachttijdenverslag', verslag);
      await op.sluit();
    },
  );

  for (const verslag of ['Halfjaarverslag', 'Experttafelverslag']) {
    const naam = `plan-${verslag.toLowerCase()}`;
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      await bewaarVerhaal(op.db, { kenmerk: 'ZL-2024-0001', moment: '2024-05-13T10:00:00+02:00' });
      await op.client.workflow.execute(`plan${verslag}`, {
        workflowId: naam,
        taskQueue: op.instellingen.ZL_TASK_QUEUE,
        args: [],
      });
      await bewaar(op, naam, naam);
      await wachtTot(
        () => op.db.bericht.count({ where: { status: 'verzonden' } }),
        (aantal) => aantal > 0,
      );
      await op.sluit();
    });
  }
});

it.skipIf(existsSync(join(map, 'plan-halfjaarverslag-zonder-gegevens.json')))(
  'plan-halfjaarverslag-zonder-gegevens',
  async () => {
    const op = await maakOpstelling({ tijd: 'virtueel' });
    const naam = 'plan-halfjaarverslag-zonder-gegevens';
    await op.client.workflow.execute('planHalfjaarverslag', {
      workflowId: naam,
      taskQueue: op.instellingen.ZL_TASK_QUEUE,
      args: [],
    });
    await bewaar(op, naam, naam);
    await op.sluit();
  },
);

describe('opnemen van de verhalen van npm run demo', () => {
  for (const verhaal of demoVerhalen) {
    const naam = `verhaal-${verhaal.naam}`;
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const ruimte = await testSpeelruimte();
      const { kenmerk, onderzoeken, verschillen } = await speelVerhaal(ruimte, verhaal);
      expect(verschillen).toEqual([]);
      await bewaar(ruimte, naam, trajectWorkflowId(kenmerk));
      for (const [nummer, id] of onderzoeken.entries())
        await bewaar(ruimte, `${naam}-onderzoek-${nummer + 1}`, id);
      await ruimte.sluit();
    });
  }
});

/** Decisions that a traject takes while the answer of the first aanbieder is on its way. */
const onderweg: Record<string, (op: Opstelling, kenmerk: string) => Promise<unknown>> = {
  'antwoord-tijdens-keuze': async (op, kenmerk) =>
    op.besluit(kenmerk, 'keuze', { aanbieders: ['aanbieder-02'], verwachteStartDatum: await op.datum(5) }),
  'antwoord-na-afsluiting': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await op.trajectWorkflow(kenmerk).result();
  },
};

describe('een antwoord dat onderweg is opnemen', () => {
  for (const [naam, besluit] of Object.entries(onderweg)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const poort = maakAntwoordpoort();
      const op = await maakOpstelling({ tijd: 'echt', worker: poort.worker });
      const kenmerk = await op.meldAan();
      const [een = '', twee = ''] = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02']);
      await op.aanbiederZegt(twee, 'antwoord', { antwoord: 'aanbod' });
      await gehoord(op, kenmerk, twee);
      await poort.terwijlHetAntwoordOnderweg(op, een, { antwoord: 'aanbod' }, () => besluit(op, kenmerk));
      await op.workflow(een).result();
      if (naam === 'antwoord-tijdens-keuze') {
        await gehoord(op, kenmerk, een);
        await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
        await op.trajectWorkflow(kenmerk).result();
      }
      await bewaar(op, naam, `traject-${kenmerk}`);
      await bewaar(op, `${naam}-onderzoek-1`, een);
      await op.sluit();
    });
  }
});

describe('opnemen op een echte server', () => {
  let op: Opstelling;
  beforeAll(async () => {
    op = await maakOpstelling({ tijd: 'echt', dynamisch: { 'limit.historyCount.suggestContinueAsNew': 60 } });
  });
  afterAll(() => op.sluit());

  it.skipIf(existsSync(join(map, 'als-nieuw-doorgegaan-1.json')))('als-nieuw-doorgegaan', async () => {
    const kenmerk = await op.meldAan();
    const traject = op.trajectWorkflow(kenmerk);
    const { runId } = await traject.describe();
    const verhuisd = async () => (await traject.describe()).runId !== runId;
    while (!(await verhuisd())) await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'wachtlijst' });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await traject.result();
    await bewaar(op, 'als-nieuw-doorgegaan-1', `traject-${kenmerk}`, runId);
    await bewaar(op, 'als-nieuw-doorgegaan-2', `traject-${kenmerk}`);
  });

  it.skipIf(existsSync(join(map, 'uitvraag-als-nieuw-1.json')))('uitvraag-als-nieuw', async () => {
    const code = await beginExtra(op, await op.datum(0), zeven);
    const uitvraag = op.workflow(uitvraagId(code));
    const { runId } = await uitvraag.describe();
    const isDoor = async () => (await uitvraag.describe()).runId !== runId;
    while (!(await isDoor())) await noemt(op, code, 'aanbieder-01', []);
    await noemt(op, code, 'aanbieder-02', []);
    await bewaar(op, 'uitvraag-als-nieuw-1', uitvraagId(code), runId);
    await bewaar(op, 'uitvraag-als-nieuw-2', uitvraagId(code));
  });

  /** Does something again and again until this workflow goes on in a new history; resolves with the run before. */
  async function totAlsNieuw(id: string, doe: (keer: number) => Promise<unknown>): Promise<string> {
    const { runId } = await op.workflow(id).describe();
    for (let keer = 0; (await op.workflow(id).describe()).runId === runId; keer += 1) await doe(keer);
    return runId;
  }

  it.skipIf(existsSync(join(map, 'opgeschort-als-nieuw-1.json')))('opgeschort-als-nieuw', async () => {
    const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
    await op.besluit(kenmerk, 'opschorting', {
      reden: 'veiligheid-eerst',
      evaluatieDatum: await op.datum(10),
      toelichting: 'Eerst moet het veilig zijn.',
    });
    await op.workflow(onderzoeken[0] ?? '').result();
    const { runId } = await op.trajectWorkflow(kenmerk).describe();
    await gaatDoorAlsNieuw(op, kenmerk);
    await op.besluit(kenmerk, 'hervatting', {});
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await op.trajectWorkflow(kenmerk).result();
    await bewaar(op, 'opgeschort-als-nieuw-1', trajectWorkflowId(kenmerk), runId);
    await bewaar(op, 'opgeschort-als-nieuw-2', trajectWorkflowId(kenmerk));
  });

  it.skipIf(existsSync(join(map, 'onderzoek-als-nieuw-1.json')))('onderzoek-als-nieuw', async () => {
    const [id = ''] = (await inOnderzoek(op, ['aanbieder-01'])).onderzoeken;
    await op.aanbiederZegt(id, 'bevestiging');
    const runId = await totAlsNieuw(id, () => op.aanbiederZegt(id, 'nieuws', { nieuws: 'Het team kijkt.' }));
    await op.aanbiederZegt(id, 'antwoord', { antwoord: 'aanbod' });
    await op.workflow(id).result();
    await bewaar(op, 'onderzoek-als-nieuw-1', id, runId);
    await bewaar(op, 'onderzoek-als-nieuw-2', id);
  });

  it.skipIf(existsSync(join(map, 'tafel-als-nieuw-1.json')))('tafel-als-nieuw', async () => {
    const datum = await werkdagOver(op, 30);
    await planTafel(op, datum);
    const id = `tafel-${datum}`;
    const runId = await totAlsNieuw(id, (keer) =>
      op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: keer % 2 === 0 ? '10:00' : '11:00' }),
    );
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'anders' });
    await op.workflow(id).result();
    await bewaar(op, 'tafel-als-nieuw-1', id, runId);
    await bewaar(op, 'tafel-als-nieuw-2', id);
  });

  it.skipIf(existsSync(join(map, 'doorbraak-als-nieuw-1.json')))('doorbraak-als-nieuw', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
    const periode = await kwartaalNu(op);
    await begin(op, periode);
    const id = doorbraakId(periode);
    const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(30) };
    let aantal = 0;
    const runId = await totAlsNieuw(id, async (keer) => {
      await gelukt(op, periode, 'afspraak', afspraak, kenmerk);
      aantal = keer + 1;
    });
    await gelukt(op, periode, 'geen-lacune', {}, kenmerk);
    await gelukt(op, periode, 'sluiting');
    for (let nummer = 1; nummer <= aantal; nummer += 1)
      await gelukt(op, periode, 'afspraak-gedaan', { nummer }, kenmerk);
    await op.workflow(id).result();
    await bewaar(op, 'doorbraak-als-nieuw-1', id, runId);
    await bewaar(op, 'doorbraak-als-nieuw-2', id);
  });
});
