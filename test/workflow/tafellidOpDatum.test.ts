import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesTafel, opAgenda, planTafel, tafelMails, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const pad = (code: string) => `/v1/aanbieders/${code}/tafellidmaatschap`;
const leden = async () =>
  (await op.vraag('GET', '/v1/aanbieders?tafellid=true&limiet=100')).inhoud.aanbieders.map(
    ({ code }: { code: string }) => code,
  );

describe('een aanbieder komt aan tafel of gaat weg op een datum', () => {
  it('en wie op de dag van de tafel tafellid is, wordt uitgenodigd', async () => {
    const datum = await werkdagOver(op, 15);
    const begin = { vanafDatum: '2024-01-01' };
    const gaatWeg = await op.vraag('PUT', pad('aanbieder-02'), { perioden: [{ ...begin, totDatum: datum }] });
    expect(gaatWeg).toMatchObject({ status: 200 });
    const komt = { vanafDatum: datum, totDatum: null };
    expect(await op.vraag('PUT', pad('aanbieder-40'), { perioden: [komt] })).toMatchObject({ status: 200 });
    const blijftNog = { ...begin, totDatum: plusDagen(datum, 1) };
    await op.vraag('PUT', pad('aanbieder-03'), { perioden: [blijftNog] });
    expect((await op.vraag('GET', pad('aanbieder-03'))).inhoud).toEqual({ perioden: [blijftNog] });
    // Today nothing has changed yet.
    expect(await leden()).toEqual(expect.arrayContaining(['aanbieder-02', 'aanbieder-03']));
    expect(await leden()).not.toContain('aanbieder-40');

    await planTafel(op, datum);
    const tafel = await leesTafel(op, datum);
    await opAgenda(op, datum);
    await verstrijkTot(op, Date.parse(tafel.agendaSluitTijdstip) + 60_000);
    await wachtTot(
      () => tafelMails(op, datum).length,
      (aantal) => aantal === 15,
    );
    const uitgenodigd: { geadresseerde: string }[] = (await leesTafel(op, datum)).uitgenodigd;
    const codes = uitgenodigd.map(({ geadresseerde }) => geadresseerde);
    expect(codes).toEqual(expect.arrayContaining(['aanbieder-03-contact-1', 'aanbieder-40-contact-1']));
    expect(codes).not.toContain('aanbieder-02-contact-1');

    await verstrijkTot(op, Date.parse(tafel.eindTijdstip));
    expect(await leden()).toEqual(expect.arrayContaining(['aanbieder-03', 'aanbieder-40']));
    expect(await leden()).not.toContain('aanbieder-02');
  });

  it('perioden overlappen niet: de API zegt waar, en de database weigert het', async () => {
    const dubbel = await op.vraag('PUT', pad('aanbieder-50'), {
      perioden: [
        { vanafDatum: '2025-01-01', totDatum: '2025-06-01' },
        { vanafDatum: '2025-05-31', totDatum: null },
      ],
    });
    expect(dubbel).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'perioden.1.vanafDatum' }] } });
    const omgekeerd = { perioden: [{ vanafDatum: '2025-06-01', totDatum: '2025-06-01' }] };
    expect(await op.vraag('PUT', pad('aanbieder-50'), omgekeerd)).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'perioden.0.totDatum' }] },
    });
    const lid = (aanbieder: string, vanafDatum: string, totDatum?: string) =>
      op.db.tafellidmaatschap.create({
        data: { aanbieder, vanafDatum: new Date(vanafDatum), totDatum: totDatum ? new Date(totDatum) : null },
      });
    await lid('aanbieder-50', '2025-01-01', '2025-06-01');
    await lid('aanbieder-50', '2025-06-01', '2025-07-01');
    await lid('aanbieder-51', '2025-03-01');
    await expect(lid('aanbieder-50', '2025-05-31', '2025-06-01')).rejects.toThrow(/perioden_excl/);
    await expect(lid('aanbieder-51', '2026-01-01')).rejects.toThrow(/perioden_excl/);
    expect(await op.vraag('GET', pad('aanbieder-999'))).toMatchObject({ status: 404 });
  });
});
