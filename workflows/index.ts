export { aanbiederOnderzoek } from './aanbiederOnderzoek.ts';
export { herstelInvoer } from './herstelInvoer.ts';
export { planTafel } from './planTafel.ts';
export { tafelbespreking } from './tafelbespreking.ts';
export { traject } from './traject.ts';
