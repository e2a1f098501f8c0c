import { herstel } from './activiteiten.ts';

/** Finishes or refuses every Invoer that never got its answer (ontwerp, "One decision", step 6). */
export async function herstelInvoer(): Promise<void> {
  await herstel.herstelInvoer();
}
