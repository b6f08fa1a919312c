import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { compactText, foldText } from './fold-text.ts';

describe('folding text to what databases agree on', () => {
  test.each([
    ['Apoe<sup>-/-</sup> mice', 'apoe mice'],
    ['K<inf>Ca</inf>3.1 channels', 'kca3 1 channels'],
    ['Étude of Ångström &amp; Müller', 'etude of angstrom and muller'],
    ['β-cell', 'beta cell'],
    ['&beta;-cell', 'beta cell'],
    ['Saint-Exup&eacute;ry', 'saint exupery'],
    ['ø ß æ Ł', 'o ss ae l'],
    ['caf\u0065\u0301', 'cafe'],
    ["Legionnaires' disease", 'legionnaires disease'],
    ['{C}opper \\"{o}re', 'copper ore'],
    ['p&#x3C;0.05', 'p 0 05'],
    ['non\u2010invasive\u00a0test', 'non invasive test'],
    ['H₂O２', 'h2o2'],
  ])('%s -> %s', (text, folded) => expect(foldText(text)).toBe(folded));

  test('letters of every script stay, with their own marks', () => {
    expect(foldText('矿山生态修复：研究')).toBe('矿山生态修复 研究');
    expect(foldText('ガリウム')).toBe('ガリウム');
    expect(foldText('폐광산 복원')).toBe('폐광산 복원');
    expect(foldText('Рекультивация земель')).toBe('рекультивация земель');
    expect(foldText('खनन भूमि')).toBe('खनन भूमि');
  });

  test('folding what is folded changes nothing', () => {
    const { uniform } = chance(3);
    const letters = [...'aZ9éßβøЖ矿ガ한<>&;-\'’"{}\\ .:,'];
    for (let i = 0; i < 400; i += 1) {
      const text = Array.from({ length: 12 }, () => letters[Math.floor(uniform() * letters.length)]!).join(
        '',
      );
      const once = foldText(text);
      expect(foldText(once)).toBe(once);
      expect(compactText(once)).not.toMatch(/\s/);
    }
  });
});
