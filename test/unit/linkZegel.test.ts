import fc from 'fast-check';
import { v4, v7 } from 'uuid';
import { expect, test } from 'vitest';
import { maakLinkzegel } from '../../infra/links.ts';

const zegel = maakLinkzegel(Buffer.alloc(32, 1));

test('het token van een link geeft zijn id terug, en verraadt de sleutel niet', () => {
  for (const id of [v7(), v4()]) {
    const token = zegel.token(id);
    expect(token).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
    expect(zegel.idUit(token)).toBe(id);
    expect(zegel.token(id)).toBe(token);
  }
});

test('een token met een andere sleutel, of met één ander teken, is geen token', () => {
  const id = v7();
  const token = zegel.token(id);
  expect(maakLinkzegel(Buffer.alloc(32, 2)).idUit(token)).toBeNull();
  const tekens = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
  for (let plaats = 0; plaats < token.length; plaats++)
    for (const teken of tekens) {
      const vals = token.slice(0, plaats) + teken + token.slice(plaats + 1);
      expect(`${vals} ${zegel.idUit(vals)}`).toBe(`${vals} ${vals === token ? id : null}`);
    }
});

test('willekeurige tekst is nooit een token', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (tekst) => zegel.idUit(tekst) === null));
});

test('een code hoort bij één rij, en zijn afdruk zegt niet welke code het is', () => {
  const afdruk = zegel.codeAfdruk('rij-1', '123456');
  expect(afdruk).toBe(zegel.codeAfdruk('rij-1', '123456'));
  expect(afdruk).not.toBe(zegel.codeAfdruk('rij-2', '123456'));
  expect(afdruk).not.toBe(maakLinkzegel(Buffer.alloc(32, 2)).codeAfdruk('rij-1', '123456'));
  expect(afdruk).not.toContain('123456');
});
