export { aanbiederOnderzoek } from './aanbiederOnderzoek.ts';
export { herstelInvoer } from './herstelInvoer.ts';
export { traject } from './traject.ts';
