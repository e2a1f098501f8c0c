import { apiVersie } from './openapi.ts';

/** The headers of every answer, also of one that no route made. */
export const vasteHeaders = {
  'api-version': apiVersie,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;
/** As it stands in the answer to a problem. */
export const probleemType = 'application/problem+json; charset=utf-8';
