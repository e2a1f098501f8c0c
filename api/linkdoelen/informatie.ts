/** The link of an aanmelder to what is asked about the aanmelding. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { trajectBesluiten } from '../../domain/besluiten.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { datumInNederland, leesbareDatum } from '../../domain/werkdagen.ts';
import { stukkenVan } from '../../infra/stukken/lezen.ts';
import { geenVirusscanner } from '../../infra/stukken/virusscanner.ts';
import { type Formulierbesluit, type Invulling, sleutelveld } from '../../web/besluitformulier.ts';
import type { Stukformulier } from '../../web/onderdelen/stukformulier.ts';
import { informatiePagina } from '../../web/paginas/informatie.ts';
import { trajectEindePagina } from '../../web/paginas/trajectEinde.ts';
import {
  afsprakenInWoorden,
  afsprakenUitDoorbraken,
  leesVerslag,
  planVoor,
  wieVoor,
} from '../afgesproken.ts';
import { dienBesluitIn } from '../besluit.ts';
import { type Opener, type Poging, paginaformulieren, stukregels } from '../linkdoel.ts';
import type { Omgeving } from '../omgeving.ts';
import {
  type GesteldeVraag,
  openVragen,
  vervallenVragen,
  vraagInWoorden,
  wieAntwoordLeest,
} from '../openVragen.ts';
import { nietGevonden } from '../problemen.ts';
import { neemStukAan, stukformulierSoort } from '../stukken.ts';
import type { Beller } from '../toegang.ts';
import { leesEinde } from '../trajectEinde.ts';
import { toonTraject } from '../weergave.ts';

type Besluit = { titel: string; inhoud: z.ZodObject; tekstvelden: string[] };

/** What an aanmelder answers from this page; withdrawing is for the API and the coördinator. */
const soorten: readonly string[] = ['informatie'];
const leeg: Invulling = { getypt: {}, fouten: [] };
const besluiten: Readonly<Record<string, Besluit>> = trajectBesluiten;

/** Opens the aanmelding of a link for its aanmelder. */
export const openInformatie: Opener = async (omgeving, { onderwerp: kenmerk, geadresseerde }) => {
  const { db, klok } = omgeving;
  if (geadresseerde !== 'aanmelder') return null;
  const traject = await db.traject.findUnique({ where: { kenmerk }, include: { aanmelding: true } });
  if (!traject) return null;
  const { aanmelding, ...rij } = traject;
  const beller: Beller = { wie: geadresseerde, rol: 'aanmelder' };
  const gelezen = toonTraject(rij, beller, klok.nu());
  const toestand = rij.toestand as unknown as TrajectToestand;
  const einde = await leesEinde(db, kenmerk, gelezen.uitkomst);
  const formulieren = (vragen: readonly GesteldeVraag[] = []): Formulierbesluit[] =>
    soorten.flatMap((soort) => {
      const besluit = besluiten[soort];
      // What is answered is what stood on the page, and not what was asked since.
      const vast = { vragen: vragen.map(({ id }) => id) };
      const uitleg = vragen.length > 0 ? { antwoord: wieAntwoordLeest(vragen) } : {};
      return besluit
        ? [{ soort, titel: besluit.titel, inhoud: besluit.inhoud, keuzes: {}, vast, uitleg }]
        : [];
    });
  // What is not asked any more stays on the page when somebody just wrote it.
  const teTonen = (vragen: readonly GesteldeVraag[], poging?: Poging) =>
    formulieren(vragen).filter(
      ({ soort }) =>
        soort === poging?.soort || (toestand.informatie !== undefined && gelezen.besluiten.includes(soort)),
    );

  /** What was agreed: shared with the aanmelder (domein, "One traject", steps 5 and 8). */
  async function afgesproken() {
    const [{ velden, afspraken }, uitDoorbraken, wie] = await Promise.all([
      leesVerslag(db, toestand),
      afsprakenUitDoorbraken(db, kenmerk, geadresseerde),
      wieVoor(db, geadresseerde),
    ]);
    return {
      verslag: velden,
      afspraken: afsprakenInWoorden([...afspraken, ...uitDoorbraken], wie),
      plan: await planVoor(db, toestand, wie),
    };
  }

  return {
    onderwerp: {
      kenmerk,
      beller,
      telefoon: aanmelding.aanmelderTelefoon,
      email: aanmelding.aanmelderEmail,
      dicht: gelezen.uitkomst && !einde ? { uitkomst: gelezen.uitkomst } : null,
      uitkomst: einde?.uitkomst,
    },
    async toon(pad, poging) {
      if (einde)
        return trajectEindePagina({
          ...einde,
          kenmerk,
          probleem: poging?.probleem,
          email: omgeving.instellingen.ZL_TEAM_EMAIL,
        });
      const [vragen, vervallen] = await Promise.all([
        openVragen(db, kenmerk, toestand),
        vervallenVragen(db, kenmerk, toestand),
      ]);
      // Discussed before its date, it does not come to that table any more.
      const isKomend = gelezen.tafelDatum !== null && gelezen.tafelDatum > datumInNederland(klok.nu());
      const bespreking = isKomend && gelezen.fase !== 'bespreking' ? null : gelezen.tafelDatum;
      return informatiePagina({
        pad,
        kenmerk,
        fase: gelezen.fase,
        tafelDatum: bespreking && leesbareDatum(bespreking),
        vragen: vragen.map(vraagInWoorden),
        vervallen: vervallen.map((vraag) => vraagInWoorden(vraag).kop),
        ...(await afgesproken()),
        probleem: poging?.probleem,
        formulieren: paginaformulieren(teTonen(vragen, poging), poging),
        stukken: stukregels(await stukkenVan(db, kenmerk)),
        stukformulier: stukformulierVan(pad, omgeving, poging),
      });
    },
    // All of them: what is not asked now is refused by the traject itself, and what was sent before gives its first answer.
    besluiten: async () => formulieren(),
    dienIn(soort, inhoud, sleutel) {
      const besluit = besluiten[soort];
      if (!besluit) throw nietGevonden();
      return dienBesluitIn(omgeving, {
        beller,
        sleutel,
        soort,
        kenmerk,
        onderzoekId: null,
        besluit,
        inhoud,
        waarin: { kenmerk, aanmeldingTijdstip: rij.aanmeldingTijdstip },
      });
    },
    neemStukAan: (formulier, sleutel) => neemStukAan(omgeving, beller, sleutel, rij, formulier),
  };
};

/** The form for a stuk, each time under a key of its own. */
function stukformulierVan(pad: string, { scan }: Omgeving, poging: Poging | undefined): Stukformulier {
  const { getypt, fouten } = (poging?.soort === stukformulierSoort && poging.invulling) || leeg;
  return {
    actie: `${pad}/${stukformulierSoort}`,
    verborgen: { [sleutelveld]: randomUUID() },
    soort: String(getypt.soort ?? ''),
    fouten,
    waarschuwing: scan ? null : geenVirusscanner,
  };
}
