/** E-mails of a wachttijduitvraag: the question, its reminders, and what follows after the closing. */
import { z } from 'zod';
import { wieWachtZin } from '../../../domain/rapport/definities.ts';
import { responsVan } from '../../../domain/uitvraag.ts';
import { uitvraagOver } from '../../../domain/uitvraagbeeld.ts';
import { leesUitvraagId, peilDatumVan } from '../../../domain/uitvraagCodes.ts';
import { aanbiederlijst, bericht, type MaakTekst, moment, opsomming, voor } from './bouwstenen.ts';

const codeVan = (kenmerk: string) => leesUitvraagId(kenmerk) ?? '';
const isExtra = (kenmerk: string) => peilDatumVan(codeVan(kenmerk)) !== null;
const over = (kenmerk: string) => uitvraagOver(codeVan(kenmerk));
/** The question, and who counts. */
const vraag = (kenmerk: string) =>
  isExtra(kenmerk)
    ? `Wij willen weten hoeveel jeugdigen op ${over(kenmerk)} op uw hulp wachtten.`
    : `Wij willen weten hoeveel jeugdigen op uw hulp wachten. Deze vraag gaat over ${over(kenmerk)}. ${wieWachtZin}`;

/** What there is to fill in. */
const watWijVragen = (kenmerk: string) =>
  isExtra(kenmerk)
    ? 'Wij vragen per jeugdige: het BSN, welke zorg, ambulant of verblijf, de gemeente, en sinds wanneer de jeugdige wacht. Het BSN bewaren wij niet.'
    : 'Wij vragen per sector, ambulant en verblijf: hoeveel jeugdigen wachten, hoeveel van hen drie maanden of langer, en hoeveel van hen overbruggingszorg krijgen. Daarbij de oorzaken, en de wachttijd nu per soort zorg.';

const geenGegevens = 'Antwoord alleen met de link. Zet geen gegevens van jeugdigen in een e-mail.';
const laatsteTelt = 'Het laatste antwoord van uw organisatie telt.';
const vulIn = 'Vul uw antwoord in';
const aantal = z.number().int().min(0);

/** The texts of an uitvraag, per kind. */
export const uitvraagTeksten = {
  uitvraag: bericht({ tot: moment }, ({ tot }, { kenmerk }) => ({
    kop: 'Hoeveel jeugdigen wachten bij u?',
    alineas: [
      `${vraag(kenmerk)} ${watWijVragen(kenmerk)}`,
      'Wacht er niemand? Laat ons dat dan ook weten.',
      `Geef uw antwoord ${voor(tot)}. Tot dan kunt u het ook nog verbeteren. ${laatsteTelt}`,
      geenGegevens,
    ],
    actie: vulIn,
  })),
  'uitvraag-herinnering': bericht({ tot: moment }, ({ tot }, { kenmerk }) => ({
    kop: 'Herinnering: hoeveel jeugdigen wachten bij u?',
    alineas: [
      `${vraag(kenmerk)} Wij hebben nog geen antwoord van u. Daardoor weten verwijzers en gemeenten niet hoe lang het bij u duurt.`,
      `Geef uw antwoord ${voor(tot)}. Wacht er niemand? Laat ons dat dan ook weten.`,
      geenGegevens,
    ],
    actie: vulIn,
  })),
  'uitvraag-heropend': bericht({ tot: moment }, ({ tot }, { kenmerk }) => ({
    kop: 'U kunt nog antwoorden: hoeveel jeugdigen wachten bij u?',
    alineas: [
      `De uitvraag over ${over(kenmerk)} was gesloten. Voor uw organisatie is zij weer open.`,
      `${vraag(kenmerk)} ${watWijVragen(kenmerk)}`,
      `Geef of verbeter uw antwoord ${voor(tot)}. ${laatsteTelt}`,
      geenGegevens,
    ],
    actie: vulIn,
  })),
  'uitvraag-opnieuw': bericht({ tot: moment }, ({ tot }, { kenmerk }) => ({
    kop: 'Opnieuw gevraagd: hoeveel jeugdigen wachten bij u?',
    alineas: [
      `Zorglogistiek stelt u deze vraag opnieuw, bijvoorbeeld omdat u de nieuwe contactpersoon bent. ${vraag(kenmerk)} ${watWijVragen(kenmerk)}`,
      'Wacht er niemand? Laat ons dat dan ook weten.',
      `Geef uw antwoord ${voor(tot)}. Heeft uw organisatie al geantwoord? Dan kunt u dat antwoord tot dan verbeteren. ${laatsteTelt}`,
      geenGegevens,
    ],
    actie: vulIn,
  })),
  'uitvraag-gesloten': bericht(
    { gevraagd: aantal, geantwoord: aantal },
    ({ gevraagd, geantwoord }, { kenmerk }) => ({
      kop: 'De uitvraag van de wachttijden is gesloten',
      alineas: [
        `Van de ${gevraagd} aanbieders hebben er ${geantwoord} geantwoord over ${over(kenmerk)}: ${responsVan(gevraagd, geantwoord)} procent. De cijfers liggen vast.`,
        'Wil een aanbieder toch nog antwoorden? De coördinator of u kan de uitvraag voor die aanbieder opnieuw openen. Dan komt er een nieuwe versie van de cijfers.',
      ],
      actie: 'Bekijk de uitvraag',
    }),
  ),
  'uitvraag-zonder-contact': bericht({ aanbieders: aanbiederlijst }, ({ aanbieders }, { kenmerk }) => ({
    kop: 'Deze aanbieders kunnen de uitvraag niet krijgen',
    alineas: [
      `De uitvraag over ${over(kenmerk)} is begonnen. Van ${aanbieders.length === 1 ? 'deze aanbieder kennen wij geen contact, dus die krijgt' : `deze ${aanbieders.length} aanbieders kennen wij geen contact, dus die krijgen`} geen e-mail: ${opsomming(aanbieders)}.`,
      'Zoek uit wie de contactpersoon is, en leg het contact vast. Een herinnering gaat dan ook naar dat contact. Komt er geen herinnering meer? Laat de vraag dan opnieuw aan deze aanbieder sturen, met een heropening.',
    ],
    actie: 'Bekijk de uitvraag',
  })),
  'publicatie-verouderd': bericht({ versie: aantal }, ({ versie }, { kenmerk }) => ({
    kop: 'De gepubliceerde wachttijden kloppen niet meer',
    alineas: [
      `Na de publicatie kwam er nog een antwoord over ${over(kenmerk)}. Daardoor zijn de cijfers anders dan in versie ${versie}, die is gepubliceerd.`,
      'Bekijk de cijfers van nu, en publiceer een nieuwe versie met de reden van de verbetering. De eerdere versie blijft staan.',
      'Komen er nog meer antwoorden voordat u een nieuwe versie publiceert? Dan krijgt u daarover geen e-mail meer.',
    ],
    actie: 'Bekijk de uitvraag',
  })),
} satisfies Record<string, MaakTekst>;
