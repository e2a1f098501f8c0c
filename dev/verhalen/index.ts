/** The stories that `npm run demo -- --verhaal <naam>` can play. */
import type { Verhaal } from '../verhaal.ts';
import { aanbiederZwijgt } from './aanbieder-zwijgt.ts';
import { achttien } from './achttien.ts';
import { adviesUitvoeren } from './advies-uitvoeren.ts';
import { afgewezen } from './afgewezen.ts';
import { afspraak } from './afspraak.ts';
import { allenAfgewezen } from './allen-afgewezen.ts';
import { besprekingVervalt } from './bespreking-vervalt.ts';
import { crisis } from './crisis.ts';
import { directVoorleggen } from './direct-voorleggen.ts';
import { doorverwezen } from './doorverwezen.ts';
import { experttafel } from './experttafel.ts';
import { informatieOntbreekt } from './informatie-ontbreekt.ts';
import { opgeschort } from './opgeschort.ts';
import { samenwerking } from './samenwerking.ts';
import { samenwerkingOneens } from './samenwerking-oneens.ts';
import { situatieWijzigt } from './situatie-wijzigt.ts';
import { teLaat } from './te-laat.ts';
import { teruggestuurd } from './teruggestuurd.ts';
import { verhuizing } from './verhuizing.ts';
import { wachtenIsKeuze } from './wachten-is-keuze.ts';
import { zorgGestart } from './zorg-gestart.ts';
import { zorgStartNiet } from './zorg-start-niet.ts';
import { zorgStartteToch } from './zorg-startte-toch.ts';
import { zorgbemiddeling } from './zorgbemiddeling.ts';

/** All of them, in the order in which they are listed. */
export const verhalen: readonly Verhaal[] = [
  zorgGestart,
  crisis,
  afgewezen,
  doorverwezen,
  teruggestuurd,
  informatieOntbreekt,
  afspraak,
  directVoorleggen,
  besprekingVervalt,
  aanbiederZwijgt,
  samenwerking,
  samenwerkingOneens,
  allenAfgewezen,
  situatieWijzigt,
  opgeschort,
  wachtenIsKeuze,
  zorgStartNiet,
  zorgStartteToch,
  zorgbemiddeling,
  experttafel,
  adviesUitvoeren,
  achttien,
  teLaat,
  verhuizing,
];
