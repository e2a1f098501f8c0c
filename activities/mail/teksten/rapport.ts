/** The e-mails about a report that was published, and about the overview of the week. */
import { z } from 'zod';
import { periodeInWoorden } from '../../../domain/doorbraakCodes.ts';
import { leesRapportId, rapportTitel } from '../../../domain/rapport/publicatie.ts';
import { leesWeekoverzichtId, weekoverzichtId } from '../../../domain/rapport/weekbericht.ts';
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
  weekoverzicht: bericht(
    { week: z.string().refine((week) => leesWeekoverzichtId(weekoverzichtId(week)) !== null) },
    ({ week }) => ({
      kop: `Weekoverzicht van ${periodeInWoorden(week)}`,
      alineas: [
        'In het weekoverzicht staat wat nu vastloopt en waarom, en welke trajecten voor het einde van volgende week te laat worden.',
        'Het overzicht toont hoe het is op het moment dat u het opent. Na deze week werkt de link niet meer; u krijgt iedere maandag een nieuwe.',
      ],
      actie: 'Bekijk het weekoverzicht',
    }),
  ),
};
