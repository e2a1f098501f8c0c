/** What the command line programs of dev/ show. Colour and moving text only on a terminal. */
import { styleText } from 'node:util';

const isTerminal = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** Text that stands out on a terminal. */
export function vet(tekst: string): string {
  return isTerminal ? styleText('bold', tekst) : tekst;
}

/** Text that steps back on a terminal. */
export function zacht(tekst: string): string {
  return isTerminal ? styleText('dim', tekst) : tekst;
}

export function schrijf(tekst = ''): void {
  process.stdout.write(`${tekst}\n`);
}

/** One line that changes, on a terminal; null elsewhere. */
export function maakStatusregel(): { toon(regel: string): void; wis(): void } | null {
  if (!isTerminal) return null;
  const wis = () => void process.stdout.write('\r\u001b[K');
  return {
    toon: (regel) => {
      wis();
      process.stdout.write(regel.slice(0, (process.stdout.columns ?? 80) - 1));
    },
    wis,
  };
}

/** Steps that run side by side, each with a line when it begins and when it is ready. */
export interface Voortgang {
  meld(regel: string): void;
  stap<T>(naam: string, werk: Promise<T>): Promise<T>;
  einde(): void;
}

const beelden = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Shows progress: on a terminal one moving line with what is going on, elsewhere plain lines. */
export function maakVoortgang(): Voortgang {
  const bezig = new Set<string>();
  let beeld = 0;
  const wis = () => {
    if (isTerminal) process.stdout.write('\r\u001b[K');
  };
  const teken = () => {
    if (!isTerminal || bezig.size === 0) return;
    beeld = (beeld + 1) % beelden.length;
    wis();
    process.stdout.write(`${beelden[beeld]} ${[...bezig].join(', ')}`);
  };
  const klok = setInterval(teken, 100);
  klok.unref();
  const meld = (regel: string) => {
    wis();
    schrijf(zacht(`  ${regel}`));
    teken();
  };
  return {
    meld,
    async stap(naam, werk) {
      const begin = Date.now();
      bezig.add(naam);
      try {
        const uitkomst = await werk;
        meld(`${naam}: klaar (${((Date.now() - begin) / 1000).toFixed(1).replace('.', ',')} s)`);
        return uitkomst;
      } finally {
        bezig.delete(naam);
        wis();
      }
    },
    einde() {
      clearInterval(klok);
      wis();
    },
  };
}
