import { Fragment, createElement as h, type ReactNode } from 'react';
import { belbaar, type Cit, crisisMelding } from '../../domain/cit.ts';
import { melding } from './melding.ts';
import { alinea, link } from './tekst.ts';

function bereik(cit: Cit): ReactNode {
  return alinea(
    link(`tel:${belbaar(cit)}`, `Bel ${cit.telefoon}`),
    ' of kijk op ',
    link(cit.pagina, 'de pagina van het CIT'),
    '.',
  );
}

/** Stands above a form, before anything is asked: who to call when there is danger now. */
export function citVraag(cit: Cit): ReactNode {
  return melding({
    soort: 'warning',
    kop: 'Is er nu gevaar of een crisis?',
    inhoud: h(
      Fragment,
      null,
      alinea(
        'Bel dan eerst het Crisis Interventie Team (CIT). Het CIT is dag en nacht bereikbaar. Wacht niet op een bericht van ons: Zorglogistiek helpt niet bij een crisis.',
      ),
      bereik(cit),
    ),
  });
}

/** For someone who said that there is a crisis: call, now. */
export function citOpdracht(cit: Cit): ReactNode {
  return melding({
    soort: 'error',
    kop: 'Bel nu het Crisis Interventie Team',
    dringend: true,
    inhoud: h(Fragment, null, alinea(crisisMelding(cit)), bereik(cit)),
  });
}
