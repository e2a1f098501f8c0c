import { Fragment, createElement as h } from 'react';
import type { Cit } from '../../domain/cit.ts';
import { citVraag } from '../onderdelen/citmelding.ts';
import { alinea, lijst } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

/**
 * The page for an aanmeldformulier that was too large to be read, so that it cannot be shown again. The browser still has what was
 * typed, but for the lines that it was told not to keep, since they are about the jeugdige (`autocomplete` in web/paginas/aanmeldvelden.ts).
 */
export function aanmeldingTeGrootPagina(cit: Cit): string {
  return pagina({
    titel: 'Uw formulier is te groot',
    metFouten: true,
    inhoud: h(
      Fragment,
      null,
      citVraag(cit),
      alinea(
        'De teksten in uw formulier zijn samen groter dan 1 MB. Dat is meer dan driehonderd bladzijden. Daarom is uw aanmelding niet ontvangen en niet bewaard.',
      ),
      alinea(
        'Meestal staat er dan een heel verslag in een vak. Een verslag stuurt u later als bestand, met de link in onze bevestiging.',
      ),
      lijst([
        'Ga terug met de knop van uw browser. Uw teksten en keuzes staan er nog.',
        'Vraagt uw browser of het formulier opnieuw mag worden verstuurd? Kies ja.',
        'Kort de langste tekst in.',
        'Vul de naam, de geboortedatum en het BSN van de jeugdige opnieuw in als die er niet meer staan: wij vragen uw browser die niet te onthouden.',
        'Verstuur het formulier nog eens.',
      ]),
    ),
  });
}
