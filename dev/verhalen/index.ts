/** The stories that `npm run demo -- --verhaal <naam>` can play. */
import type { Verhaal } from '../verhaal.ts';
import { afgewezen } from './afgewezen.ts';

/** All of them, in the order in which they are listed. */
export const verhalen: readonly Verhaal[] = [afgewezen];
