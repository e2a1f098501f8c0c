/** The link of an aanbieder to its onderzoek. */

import { type OnderzoekBesluitSoort, onderzoekBesluiten } from '../../domain/besluiten.ts';
import { heeftPlan, isBetrokken, leestBijOnderzoek } from '../../domain/betrokken.ts';
import type { OnderzoekStatus } from '../../domain/codes.ts';
import { heeftStaandAanbod, isLosgelaten, type TrajectToestand } from '../../domain/traject.ts';
import { leesbaarMoment } from '../../domain/werkdagen.ts';
import { type Lezer, stukkenVoor } from '../../infra/stukken/lezen.ts';
import type { Formulierbesluit } from '../../web/besluitformulier.ts';
import { onderzoekAntwoordPagina } from '../../web/paginas/onderzoekAntwoord.ts';
import { afsprakenInWoorden, deelbareVelden, leesVerslagVoor, planVoor, wieVoor } from '../afgesproken.ts';
import { dienBesluitIn } from '../besluit.ts';
import { andereAanbieders, type Opener, paginaformulieren, stukregels } from '../linkdoel.ts';
import { leesOnderzoekVoor, magVerslagLezen } from '../onderzoekLezen.ts';
import { nietGevonden } from '../problemen.ts';

const soorten = Object.keys(onderzoekBesluiten);
const inWoorden = (tijdstip: string) => `${leesbaarMoment(Date.parse(tijdstip))} uur`;

/** Opens the onderzoek of a link for the contact that the link was sent to. */
export const openOnderzoek: Opener = async (omgeving, { onderwerp: id, geadresseerde }) => {
  const { db } = omgeving;
  const [onderzoek, contact] = await Promise.all([
    db.onderzoek.findUnique({
      where: { id },
      include: { traject: { select: { fase: true, toestand: true } } },
    }),
    db.contact.findUnique({ where: { code: geadresseerde } }),
  ]);
  if (!onderzoek || !contact || contact.aanbieder !== onderzoek.aanbieder) return null;
  const { kenmerk, aanbieder, traject, ...rest } = onderzoek;
  const status = onderzoek.status as OnderzoekStatus;
  // Who takes the question up, or has something else to carry out, reads what was agreed until that is done.
  const toestand = traject.toestand as unknown as TrajectToestand;
  const betrokken = isBetrokken(toestand, aanbieder);
  const isGaande = traject.fase !== 'afgesloten' && leestBijOnderzoek(toestand, { aanbieder, status });
  const beller = { wie: contact.code, rol: 'aanbieder', aanbieder } as const;
  const lezer: Lezer = { ...beller, contact: contact.code };
  const leesStukken = async () => (await stukkenVoor(db, lezer, kenmerk)) ?? [];
  const lees = () => leesOnderzoekVoor(db, beller, { kenmerk, aanbieder, ...rest });

  async function formulieren(besluiten: readonly string[]): Promise<Formulierbesluit[]> {
    const keuzes = { metAanbieders: await andereAanbieders(db, aanbieder) };
    return besluiten.map((soort) => {
      const { titel, inhoud } = onderzoekBesluiten[soort as OnderzoekBesluitSoort];
      return { soort, titel, inhoud, keuzes };
    });
  }

  return {
    onderwerp: {
      kenmerk,
      beller,
      telefoon: contact.telefoon || null,
      email: contact.email,
      dicht:
        betrokken || isGaande
          ? null
          : status === 'beantwoord' && !isLosgelaten(toestand, aanbieder)
            ? 'beantwoord'
            : 'niet-meer-nodig',
      blijft: betrokken,
    },
    async toon(pad, poging) {
      const [gelezen, { velden, afspraken }, wie] = await Promise.all([
        lees(),
        // What could not be taken is shown again, also when its onderzoek has just ended: then without the verslag.
        magVerslagLezen(toestand, beller, onderzoek)
          ? leesVerslagVoor(db, toestand, aanbieder)
          : { velden: [], afspraken: [] },
        wieVoor(db, aanbieder),
      ]);
      // What cannot be told any more stays on the page when somebody just wrote it.
      const getoond = soorten.filter((soort) => gelezen.besluiten.includes(soort) || soort === poging?.soort);
      return onderzoekAntwoordPagina({
        pad,
        kenmerk,
        status,
        teltAanbodMee: heeftStaandAanbod(toestand, aanbieder),
        gevraagd: inWoorden(gelezen.gevraagdTijdstip),
        antwoordVoor: inWoorden(gelezen.antwoordVoorTijdstip),
        verslag: deelbareVelden(toestand, velden),
        afspraken: afsprakenInWoorden(afspraken, wie),
        plan: heeftPlan(toestand, aanbieder) ? await planVoor(db, toestand, wie) : null,
        stukken: stukregels(await leesStukken()),
        eerder: gelezen.toelichtingen.map(({ tijdstip, tekstvelden }) => ({
          moment: inWoorden(tijdstip),
          velden: tekstvelden,
        })),
        probleem: poging?.probleem,
        formulieren: paginaformulieren(await formulieren(getoond), poging),
      });
    },
    // All of them: what cannot be said now is refused by the onderzoek itself, which tells why.
    besluiten: () => formulieren(soorten),
    stukken: { lezer, lees: leesStukken },
    dienIn(soort, inhoud, sleutel) {
      const besluit = onderzoekBesluiten[soort as OnderzoekBesluitSoort];
      if (!besluit) throw nietGevonden();
      return dienBesluitIn(omgeving, {
        beller,
        sleutel,
        soort,
        kenmerk,
        onderzoekId: id,
        besluit,
        inhoud,
        waarin: { aanbieder },
      });
    },
  };
};
