/** The link of the contact of an aanbieder to an uitvraag. */

import { uitvraagOver } from '../../domain/uitvraagbeeld.ts';
import { leesUitvraagId, peilDatumVan, wachtOorzaken } from '../../domain/uitvraagCodes.ts';
import {
  extraFormulier,
  extraUitFormulier,
  kwartaalFormulier,
  kwartaalUitFormulier,
} from '../../domain/uitvraagFormulier.ts';
import { leesbaarMoment } from '../../domain/werkdagen.ts';
import type { Formulierbesluit } from '../../web/besluitformulier.ts';
import { uitvraagAntwoordPagina } from '../../web/paginas/uitvraagAntwoord.ts';
import { type Opener, paginaformulieren } from '../linkdoel.ts';
import { dienExtraIn, dienKwartaalIn } from '../uitvragen.ts';

const inWoorden = (moment: Date) => `${leesbaarMoment(moment.getTime())} uur`;

const formulieren: Readonly<Record<'kwartaal' | 'extra', Formulierbesluit>> = {
  kwartaal: {
    soort: 'antwoord',
    titel: 'Uw antwoord',
    inhoud: kwartaalFormulier,
    keuzes: { oorzaken: wachtOorzaken },
  },
  extra: { soort: 'antwoord', titel: 'Uw antwoord', inhoud: extraFormulier, keuzes: {} },
};

/** Opens an uitvraag for the contact that the link was sent to; after the closing only when it was opened again. */
export const openUitvraag: Opener = async (omgeving, { onderwerp: kenmerk, geadresseerde }) => {
  const { db, klok } = omgeving;
  const code = leesUitvraagId(kenmerk);
  const contact = await db.contact.findUnique({ where: { code: geadresseerde } });
  if (!code || !contact) return null;
  const { aanbieder } = contact;
  const gevraagd = await db.uitvraagAanbieder.findUnique({
    where: { uitvraag_aanbieder: { uitvraag: code, aanbieder } },
    include: { in: true, antwoorden: { orderBy: { versie: 'desc' }, take: 1 } },
  });
  if (!gevraagd) return null;
  const { sluitTijdstip, status } = gevraagd.in;
  const { heropendTotTijdstip } = gevraagd;
  const nu = klok.nu();
  const tot = status === 'gesloten' ? heropendTotTijdstip : sluitTijdstip;
  const isOpen = status !== 'afgerond' && tot !== null && tot.getTime() > nu;
  const isExtra = peilDatumVan(code) !== null;
  const besluit = formulieren[isExtra ? 'extra' : 'kwartaal'];
  const beller = { wie: contact.code, rol: 'aanbieder', aanbieder } as const;
  const laatste = gevraagd.antwoorden[0]?.tijdstip;

  return {
    onderwerp: {
      kenmerk,
      beller,
      telefoon: contact.telefoon || null,
      email: contact.email,
      dicht: isOpen ? null : 'uitvraag-gesloten',
    },
    toon: async (pad, poging) =>
      uitvraagAntwoordPagina({
        pad,
        over: uitvraagOver(code),
        isExtra,
        antwoordVoor: inWoorden(tot ?? sluitTijdstip),
        laatste: laatste ? inWoorden(laatste) : null,
        probleem: poging?.probleem,
        formulieren: paginaformulieren([besluit], poging),
      }),
    besluiten: async () => [besluit],
    dienIn(_soort, inhoud, sleutel) {
      const wie = { beller, sleutel, code };
      return isExtra
        ? dienExtraIn(omgeving, wie, extraUitFormulier(inhoud))
        : dienKwartaalIn(omgeving, wie, kwartaalUitFormulier(inhoud));
    },
  };
};
