/** The one layout of every e-mail: HTML of which the plain text is made too. No image, no script, nothing to load. */
import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Text } from '@react-email/text';
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

interface SjabloonProps {
  onderwerp: string;
  tekst: Tekst;
  /** Where the link leads. */
  doel: string;
}

/** One e-mail as React: the heading, the text, one link, and why nothing personal stands in it. */
export function Sjabloon({ onderwerp, tekst, doel }: SjabloonProps) {
  return (
    <Html lang="nl" dir="ltr">
      <Head>
        <title>{onderwerp}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </Head>
      <Body style={stijl.pagina}>
        <Container style={stijl.blad}>
          <Heading as="h1" style={stijl.kop}>
            {tekst.kop}
          </Heading>
          {tekst.alineas.map((alinea) => (
            <Text key={alinea} style={stijl.alinea}>
              {alinea}
            </Text>
          ))}
          {tekst.stappen && (
            <ol style={stijl.lijst}>
              {tekst.stappen.map((stap) => (
                <li key={stap}>{stap}</li>
              ))}
            </ol>
          )}
          <Button href={doel} style={stijl.knop}>
            {tekst.actie}
          </Button>
          <Text style={stijl.voet}>
            Deze e-mail is automatisch verstuurd door Zorglogistiek Haaglanden. Er staan met opzet geen
            persoonsgegevens in. Zet die ook niet in een antwoord op deze e-mail.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
