/** The e-mail about a report that was published. */
import { z } from 'zod';
import { leesRapportId, rapportTitel } from '../../../domain/rapport/publicatie.ts';
import { aantal, bericht } from './bouwstenen.ts';

export const rapportTeksten = {
  'rapport-gepubliceerd': bericht(
    { rapport: z.string().refine((id) => leesRapportId(id) !== null), versie: aantal },
    ({ rapport, versie }) => {
      const publicatie = leesRapportId(rapport);
      const titel = publicatie ? `${rapportTitel(publicatie.soort)} ${publicatie.periode}` : rapport;
      return {
        kop: versie === 1 ? `${titel} is gepubliceerd` : `${titel} is verbeterd: versie ${versie}`,
        alineas: [
          versie === 1
            ? 'De cijfers zijn vastgelegd en veranderen niet meer, ook niet als er later iets wordt bijgewerkt.'
            : 'Er is een nieuwe versie van dit rapport, met de reden erbij. De eerdere versies blijven staan zoals zij waren.',
          'Bekijk de cijfers. Klopt er iets niet? Publiceer dan een nieuwe versie, met de reden van de verbetering.',
        ],
        actie: `Bekijk ${titel}`,
      };
    },
  ),
};
