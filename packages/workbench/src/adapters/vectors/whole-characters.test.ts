import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { wholeCharacterBytes } from './whole-characters.ts';

/** Every length at which the bytes of a text end between two characters. */
function ends(text: string, encoding: string): Set<number> {
  const out = new Set([0]);
  let bytes = 0;
  for (const character of text) {
    bytes += iconv.encode(character, encoding).length;
    out.add(bytes);
  }
  return out;
}

describe('wholeCharacterBytes', () => {
  test.each([
    ['utf-8', 'a北山é𬭚煤矿'],
    ['gb18030', 'a北山㐂𬭚9煤0矿'],
    ['big5', 'a北山煤礦b'],
    ['shift_jis', 'a北山ｱ炭鉱'],
    ['windows-1252', 'México é'],
  ])('whatever length %s is cut at, whole characters are left', (encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    const between = ends(text, encoding);
    for (let length = 0; length <= bytes.length; length += 1) {
      const whole = wholeCharacterBytes(bytes.subarray(0, length), encoding);
      expect(between.has(whole)).toBe(true);
      expect(length - whole).toBeLessThan(4);
      if (between.has(length)) expect(whole).toBe(length);
    }
  });
});
