import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stelTriageVoor } from '../../domain/triage.ts';
import { triageAanmelding, triageMoment } from '../support/triageAanmelding.ts';

it('een triagevoorstel herhaalt niets van wat is getypt, en geen geboortedatum', () => {
  const getypt = fc.string({ minLength: 1, unit: 'binary' }).map((rommel) => `Xq7zzy ${rommel} qz8 wq9k`);
  const dagen = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2025-06-05'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(getypt, dagen, fc.boolean(), (tekst, dag, crisis) => {
      const geboorteDatum = dag.toISOString().slice(0, 10);
      const aanmelding = triageAanmelding({
        crisis,
        aanmelder: {
          organisatieSoort: 'anders',
          organisatie: tekst,
          naam: tekst,
          email: 'xq7zzy@a.example',
          telefoon: tekst,
        },
        jeugdige: { naam: tekst, geboorteDatum, gemeente: 'buiten-haaglanden', gemeenteNaam: tekst },
        vraag: {
          plek: tekst,
          geprobeerd: tekst,
          waaromGeenPlek: tekst,
          perspectief: tekst,
          stemJeugdige: tekst,
          gevraagdeAanbieders: [tekst],
        },
        risicotaxatie: { onveiligheid: true, gevalideerd: true, instrument: tekst },
      });
      const voorstel = JSON.stringify(stelTriageVoor(aanmelding, triageMoment));
      expect(voorstel).not.toMatch(/xq7zzy/i);
      expect(voorstel).not.toContain(geboorteDatum);
      expect(voorstel).not.toContain(aanmelding.jeugdige.bsn);
    }),
  );
});

it('een triagevoorstel verraadt binnen een maand de geboortedag niet', () => {
  const over = (geboorteDatum: string) =>
    stelTriageVoor(triageAanmelding({ jeugdige: { geboorteDatum } }), triageMoment);
  expect(over('2007-12-31')).toEqual(over('2007-12-01'));
  expect(over('2008-01-31')).toEqual(over('2008-01-01'));
});
