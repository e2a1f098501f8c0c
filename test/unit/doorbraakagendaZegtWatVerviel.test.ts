/** What a GI reads on its agenda of who is not discussed there any more, and when nobody is. */
import { describe, expect, it } from 'vitest';
import { doorbraakagendaPagina } from '../../web/paginas/doorbraakagenda.ts';

type Agenda = Parameters<typeof doorbraakagendaPagina>[0];

const zaak = (kenmerk: string, deel: Partial<Agenda['zaken'][number]> = {}): Agenda['zaken'][number] => ({
  kenmerk,
  soort: 'zaak',
  gemeente: 'den-haag',
  sector: 'lvb',
  nettoDagen: 110,
  brutoDagen: 120,
  isOver: false,
  overNaar: null,
  isGesloten: false,
  afspraken: [],
  ...deel,
});
const afspraak = { wie: 'u', wat: 'overleg-voeren', voor: '15 september 2025', isGedaan: false };
const pagina = (deel: Partial<Agenda>) =>
  doorbraakagendaPagina({
    periode: 'juli 2025',
    groep: 'Leger des Heils',
    besprekingDatum: '3 augustus 2025',
    zaken: [],
    elders: [],
    ...deel,
  });
const over = zaak('ZL-2025-0001', { overNaar: 'augustus 2025' });
const gesloten = zaak('ZL-2025-0002', { isGesloten: true, afspraken: [afspraak] });
const [bespreking, niemandMeer, niemand, nogNiets] = [
  'Wij bespreken haar op 3 augustus 2025.',
  'hoeft daarvan niemand meer te worden besproken',
  'Er staat niemand op deze agenda',
  'Er is nog niets afgesproken',
];

describe('op de agenda van een GI', () => {
  it('staat waar een jeugdige heen ging, of dat het traject sloot, en dan geen bespreking', () => {
    const tekst = pagina({ zaken: [over, gesloten] });
    expect(tekst).toContain('Overgegaan naar de doorbraak van augustus 2025.');
    expect(tekst).toContain('Het traject is afgesloten.');
    expect(tekst).toContain('overleg voeren, door u, uiterlijk 15 september 2025');
    expect(tekst).toContain(niemandMeer);
    for (const onwaar of [bespreking, niemand, nogNiets]) expect(tekst).not.toContain(onwaar);
  });

  it('staat de bespreking zolang er één over is', () => {
    const tekst = pagina({ zaken: [over, zaak('ZL-2025-0003')] });
    expect(tekst).toContain(bespreking);
    expect(tekst.split(nogNiets)).toHaveLength(2);
    expect(tekst).not.toContain(niemandMeer);
  });

  it('staat geen bespreking van wie alleen apart is genoemd', () => {
    const tekst = pagina({ zaken: [zaak('ZL-2025-0004', { soort: 'keuze' })] });
    expect(tekst).toContain(niemandMeer);
    expect(tekst).toContain('wachten is een keuze');
    for (const onwaar of [bespreking, niemand]) expect(tekst).not.toContain(onwaar);
  });

  it('staan alleen de afspraken als er zelf niemand op staat', () => {
    const tekst = pagina({ elders: [{ ...afspraak, kenmerk: 'ZL-2025-0005' }] });
    expect(tekst).toContain('Hier leest u de afspraken met Leger des Heils.');
    expect(tekst).toContain('ZL-2025-0005: overleg voeren, door u');
    for (const onwaar of [bespreking, niemand, niemandMeer]) expect(tekst).not.toContain(onwaar);
    expect(pagina({})).toContain(niemand);
  });
});
