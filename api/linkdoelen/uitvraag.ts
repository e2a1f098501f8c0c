/** The link of the contact of an aanbieder to an uitvraag. */

import { uitvraagOver } from '../../domain/uitvraagbeeld.ts';
import { leesUitvraagId, peilDatumVan, wachtOorzaken } from '../../domain/uitvraagCodes.ts';
import {
  extraFormulier,
  extraUitFormulier,
  kwartaalAlsFormulier,
  kwartaalFormulier,
  kwartaalUitFormulier,
} from '../../domain/uitvraagFormulier.ts';
import type { KwartaalAntwoord } from '../../domain/uitvraagInvulling.ts';
import { leesbaarMoment } from '../../domain/werkdagen.ts';
import { alsGetypt, type Formulierbesluit } from '../../web/besluitformulier.ts';
import type { Dicht } from '../../web/paginas/linkDicht.ts';
import { uitvraagAntwoordPagina } from '../../web/paginas/uitvraagAntwoord.ts';
import { type Opener, type Poging, paginaformulieren } from '../linkdoel.ts';
import { dienExtraIn, dienKwartaalIn } from '../uitvragen.ts';

const inWoorden = (moment: Date) => `${leesbaarMoment(moment.getTime())} uur`;

/** The form of a kind of uitvraag; `peilDatum` (yyyy-mm-dd) when it is an extra one. */
const formulierVoor = (peilDatum: string | null): Formulierbesluit => ({
  soort: 'antwoord',
  titel: 'Uw antwoord',
  ...(peilDatum
    ? { inhoud: extraFormulier(peilDatum), keuzes: {} }
    : { inhoud: kwartaalFormulier, keuzes: { oorzaken: wachtOorzaken } }),
});

/** Why nobody can answer here, when `kan` is not true: one that is afgerond can no longer be opened again. */
function dichtVan(status: string, kan: boolean): Dicht | null {
  if (status === 'afgerond') return 'uitvraag-afgerond';
  return kan ? null : 'uitvraag-gesloten';
}

/** Opens an uitvraag for the contact that the link was sent to; after the closing only when it was opened again. */
export const openUitvraag: Opener = async (omgeving, { onderwerp: kenmerk, geadresseerde }) => {
  const { db, klok } = omgeving;
  const code = leesUitvraagId(kenmerk);
  const contact = await db.contact.findUnique({ where: { code: geadresseerde } });
  if (!code || !contact) return null;
  const { aanbieder } = contact;
  const gevraagd = await db.uitvraagAanbieder.findUnique({
    where: { uitvraag_aanbieder: { uitvraag: code, aanbieder } },
    include: {
      in: true,
      antwoorden: {
        orderBy: { versie: 'desc' },
        take: 1,
        select: { tijdstip: true, inhoud: true, _count: { select: { jeugdigen: true } } },
      },
    },
  });
  if (!gevraagd) return null;
  const { sluitTijdstip, status } = gevraagd.in;
  const heropendTot = gevraagd.heropendTotTijdstip?.getTime() ?? 0;
  const tot = new Date(status === 'open' ? Math.max(sluitTijdstip.getTime(), heropendTot) : heropendTot);
  const kan = tot.getTime() > klok.nu();
  const peilDatum = peilDatumVan(code);
  const besluit = formulierVoor(peilDatum);
  const beller = { wie: contact.code, rol: 'aanbieder', aanbieder } as const;
  const [laatste] = gevraagd.antwoorden;
  // Of the jeugdigen of an extra uitvraag the BSN was not kept, so there is nothing to fill in again.
  const eerder: Poging | undefined =
    laatste && !peilDatum
      ? {
          soort: besluit.soort,
          invulling: {
            getypt: alsGetypt(besluit, kwartaalAlsFormulier(laatste.inhoud as unknown as KwartaalAntwoord)),
            fouten: [],
          },
        }
      : undefined;

  return {
    onderwerp: {
      kenmerk,
      beller,
      telefoon: contact.telefoon || null,
      email: contact.email,
      dicht: dichtVan(status, kan),
    },
    verwerkt: kan
      ? `Wij hebben het antwoord van uw organisatie verwerkt. U hoeft nu niets te doen. Klopt er iets niet? Verbeter uw antwoord dan vóór ${inWoorden(tot)}: het laatste antwoord telt.`
      : undefined,
    toon: async (pad, poging) =>
      uitvraagAntwoordPagina({
        pad,
        over: uitvraagOver(code),
        isExtra: peilDatum !== null,
        antwoordVoor: inWoorden(tot),
        laatste: laatste
          ? { moment: inWoorden(laatste.tijdstip), jeugdigen: laatste._count.jeugdigen }
          : null,
        probleem: poging?.probleem,
        formulieren: paginaformulieren([besluit], poging ?? eerder),
      }),
    besluiten: async () => [besluit],
    dienIn(_soort, inhoud, sleutel) {
      const wie = { beller, sleutel, code };
      return peilDatum
        ? dienExtraIn(omgeving, wie, extraUitFormulier(inhoud))
        : dienKwartaalIn(omgeving, wie, kwartaalUitFormulier(inhoud), inhoud.niemand === true);
    },
  };
};
