/**
 * Offers that several aanbieders make together: one plan, on which each of them must agree (domein, "One traject", step 6;
 * "What goes wrong in practice": aanbieders cannot agree).
 */
import { isOpen } from './onderzoek.ts';
import { isDragend, isLosgelaten, type OnderzoekInTraject, type TrajectToestand } from './traject.ts';

/** Where one partner stands on the plan of another. */
export interface Instemming {
  /** Who proposes the plan. */
  vanAanbieder: string;
  /** Who is asked to take part. */
  aanbieder: string;
  stand: 'gevraagd' | 'akkoord' | 'oneens';
  /** When the partner answered, or the plan was proposed; ms since the epoch. */
  tijdstip: number;
}

function laatste(t: TrajectToestand, aanbieder: string): OnderzoekInTraject | undefined {
  return Object.values(t.onderzoeken)
    .filter((o) => o.aanbieder === aanbieder && o.status !== 'vervallen')
    .reduce<OnderzoekInTraject | undefined>(
      (hoogste, o) => (o.ronde > (hoogste?.ronde ?? 0) ? o : hoogste),
      undefined,
    );
}

/** Whether a partner names the aanbieder itself, or a third one whose plan holds both: then it is one plan. */
function doetMee(t: TrajectToestand, partner: OnderzoekInTraject, vanAanbieder: string): boolean {
  const genoemd = partner.antwoord?.metAanbieders ?? [];
  return (
    genoemd.includes(vanAanbieder) ||
    genoemd.some((derde) => {
      const plan = laatste(t, derde);
      const inPlan = plan && isDragend(plan) ? (plan.antwoord?.metAanbieders ?? []) : [];
      return inPlan.includes(vanAanbieder) && inPlan.includes(partner.aanbieder);
    })
  );
}

/** Per plan of more aanbieders where each partner stands, as the last answers tell it. */
export function instemmingen(t: TrajectToestand): Instemming[] {
  const aanbieders = new Set(Object.values(t.onderzoeken).map((o) => o.aanbieder));
  return [...aanbieders].flatMap((vanAanbieder) => {
    const plan = laatste(t, vanAanbieder);
    if (!plan || !isDragend(plan)) return [];
    return (plan.antwoord?.metAanbieders ?? []).map((aanbieder): Instemming => {
      const partner = laatste(t, aanbieder);
      const voorgesteld = plan.beantwoordTijdstip ?? 0;
      if (!partner || isOpen(partner.status))
        return { vanAanbieder, aanbieder, stand: 'gevraagd', tijdstip: voorgesteld };
      const isAkkoord = isDragend(partner) && doetMee(t, partner, vanAanbieder);
      return {
        vanAanbieder,
        aanbieder,
        stand: isAkkoord ? 'akkoord' : 'oneens',
        tijdstip: partner.beantwoordTijdstip ?? voorgesteld,
      };
    });
  });
}

/** What partners say of the plans that stand: not of who was told that its plan is not needed, though it may still be chosen (docs/decisions/0027). */
const overStaandePlannen = (t: TrajectToestand) =>
  instemmingen(t).filter(({ vanAanbieder }) => !isLosgelaten(t, vanAanbieder));

/** Whose standing plan names this aanbieder. */
export function plannenMet(t: TrajectToestand, aanbieder: string): string[] {
  return overStaandePlannen(t)
    .filter((i) => i.aanbieder === aanbieder)
    .map(({ vanAanbieder }) => vanAanbieder);
}

/** The partners that do not agree with a standing plan that names them. */
export function oneensOver(t: TrajectToestand): Instemming[] {
  return overStaandePlannen(t).filter(({ stand }) => stand === 'oneens');
}

/**
 * The partners that a plan names and that have to be asked: without an onderzoek that is open, and without an answer that
 * agrees. Who answered something else before the plan was known is asked again.
 */
export function teVragenPartners(t: TrajectToestand, vanAanbieder: string): string[] {
  const plan = laatste(t, vanAanbieder);
  if (!plan || !isDragend(plan)) return [];
  return instemmingen(t)
    .filter((i) => i.vanAanbieder === vanAanbieder && i.stand !== 'akkoord')
    .map(({ aanbieder }) => aanbieder)
    .filter((aanbieder) => {
      const partner = laatste(t, aanbieder);
      return !partner || !isOpen(partner.status);
    });
}
