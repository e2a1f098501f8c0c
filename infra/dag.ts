/** Days (yyyy-mm-dd) as they stand in a column of Prisma. */

/** A day as Prisma wants it. */
export const alsDatum = (datum: string): Date => new Date(datum);

/** The day of a column. */
export const uitDatum = (datum: Date): string => datum.toISOString().slice(0, 10);
