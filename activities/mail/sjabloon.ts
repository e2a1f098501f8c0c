/** The one layout of every e-mail: HTML of which the plain text is made too. No image, no script, nothing to load. */
import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Text } from '@react-email/text';
import { createElement as h } from 'react';
import type { Tekst } from './teksten.ts';

// Every colour has a contrast of at least 7:1 with what it stands on (WCAG 2.2, 1.4.6).
const inkt = '#1f1f1f';
const stijl = {
  pagina: { backgroundColor: '#ffffff', color: inkt, fontFamily: 'Verdana, Arial, sans-serif', margin: 0 },
  blad: { maxWidth: '36em', padding: '16px' },
  kop: { fontSize: '22px', lineHeight: 1.3, margin: '8px 0 16px' },
  alinea: { color: inkt, fontSize: '16px', lineHeight: 1.5, margin: '0 0 16px' },
  lijst: { fontSize: '16px', lineHeight: 1.5, margin: '0 0 16px', paddingLeft: '24px' },
  knop: {
    backgroundColor: '#154273',
    borderRadius: '4px',
    color: '#ffffff',
    fontSize: '16px',
    padding: '14px 20px',
    textDecoration: 'underline',
  },
  voet: { color: '#525252', fontSize: '14px', lineHeight: 1.5, margin: '24px 0 0' },
} as const;

/** What stands there instead of the link that a person revoked: somebody else may read this mailbox. */
const zonderLink =
  'Uw persoonlijke link is ingetrokken. Bel uw contactpersoon bij Zorglogistiek. Antwoord niet per e-mail.';

interface SjabloonProps {
  onderwerp: string;
  tekst: Tekst;
  /** Where the link leads; null for whom it was revoked. */
  doel: string | null;
}

/**
 * One e-mail as React: the heading, the text, one link or why there is none, and why nothing personal stands in it. Written without JSX, which
 * the parser behind the import borders (dependency-cruiser with swc) cannot read.
 */
export function Sjabloon({ onderwerp, tekst, doel }: SjabloonProps) {
  const { kop, alineas, stappen, actie } = tekst;
  return h(
    Html,
    { lang: 'nl', dir: 'ltr' },
    h(
      Head,
      null,
      h('title', null, onderwerp),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ),
    h(
      Body,
      { style: stijl.pagina },
      h(
        Container,
        { style: stijl.blad },
        h(Heading, { as: 'h1', style: stijl.kop }, kop),
        ...alineas.map((alinea) => h(Text, { style: stijl.alinea }, alinea)),
        stappen && h('ol', { style: stijl.lijst }, ...stappen.map((stap) => h('li', null, stap))),
        doel === null
          ? h(Text, { style: stijl.alinea }, zonderLink)
          : h(Button, { href: doel, style: stijl.knop }, actie),
        h(
          Text,
          { style: stijl.voet },
          'Deze e-mail is automatisch verstuurd door Zorglogistiek Haaglanden. Er staan met opzet geen persoonsgegevens in. Zet die ook niet in een antwoord op deze e-mail.',
        ),
      ),
    ),
  );
}
