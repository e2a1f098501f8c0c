/** The aanmeldformulier as a person fills it in: what is typed where, on paper and in a real browser. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Api } from '../../api/omgeving.ts';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import type { Formulierveld, Getypt } from '../../web/formulier.ts';
import { aanmeldvelden } from '../../web/paginas/aanmeldvelden.ts';
import type { Element } from './browser.ts';

function waardeOp(pad: string, aanmelding: Aanmelding): unknown {
  return pad
    .split('.')
    .reduce<unknown>((deel, naam) => (deel as Record<string, unknown>)?.[naam], aanmelding);
}

function invulling({ pad, soort }: Formulierveld, waarde: unknown): Getypt {
  if (waarde === undefined || (soort === 'vink' && waarde === false)) return {};
  if (soort === 'datum') {
    const [jaar = '', maand = '', dag = ''] = String(waarde).split('-');
    return { [`${pad}.dag`]: dag, [`${pad}.maand`]: maand, [`${pad}.jaar`]: jaar };
  }
  if (typeof waarde === 'boolean') return { [pad]: waarde ? 'ja' : 'nee' };
  return { [pad]: Array.isArray(waarde) ? waarde.join('\n') : String(waarde) };
}

/** What someone types to make this aanmelding, by the name of each input. */
export function getyptVoor(aanmelding: Aanmelding): Record<string, string> {
  return Object.assign({}, ...aanmeldvelden.map((veld) => invulling(veld, waardeOp(veld.pad, aanmelding))));
}

/** Sends the form as a browser does, without one; a value that is a list is sent as often as it is long. */
export function verstuur(
  api: Api,
  getypt: Readonly<Record<string, string | readonly string[]>>,
  opties: { sleutel?: string; adres?: string; headers?: Record<string, string> } = {},
) {
  const { sleutel = randomUUID(), adres = '127.0.0.1', headers = {} } = opties;
  const inhoud = new URLSearchParams({ sleutel });
  for (const [naam, waarden] of Object.entries(getypt))
    for (const waarde of [waarden].flat()) inhoud.append(naam, waarde);
  return api.inject({
    method: 'POST',
    url: '/aanmelden',
    remoteAddress: adres,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: inhoud.toString(),
  });
}

/** Types and ticks all of it on the page that is open. */
export async function vulIn(pagina: Page, getypt: Getypt): Promise<void> {
  for (const [naam, waarde] of Object.entries(getypt)) {
    const veld = pagina.locator(`[name="${naam}"]`);
    const soort = await veld
      .first()
      .evaluate((element: Element) => element.getAttribute('type') ?? element.tagName);
    if (soort === 'SELECT') await veld.selectOption(waarde);
    else if (soort === 'radio' || soort === 'checkbox')
      await pagina.check(`[name="${naam}"][value="${waarde}"]`);
    else await veld.fill(waarde);
  }
}
