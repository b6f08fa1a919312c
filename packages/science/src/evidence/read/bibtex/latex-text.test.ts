import { expect, test } from 'vitest';
import { chance } from '../../../base/index.ts';
import { latexEscaped, latexText } from './latex-text.ts';

test('accents in every spelling, letters, dashes and signs', () => {
  const spelled: readonly (readonly [string, string])[] = [
    [`{\\"o}`, 'ö'],
    [`\\"{o}`, 'ö'],
    [`\\"o`, 'ö'],
    [`\\'{\\i}`, 'í'],
    [`\\c{c}\\v{s}\\~n\\H{o}\\u{g}\\k{a}\\r{u}`, 'çšñőğąů'],
    [`\\ss{} \\aa \\o{} \\L\\'od\\'z`, 'ß åø Łódź'],
    ['a--b---c~d', 'a–b—c d'],
    ['50\\% \\& \\$5 \\#1 a\\_b', '50% & $5 #1 a_b'],
    ['\\emph{in situ} \\unknowncommand{x}', 'in situ \\unknowncommandx'],
    ['$x^{2}$ {A}{B}', '$x^{2}$ AB'],
  ];
  for (const [source, text] of spelled) expect(latexText(source)).toBe(text);
});

test('property: escaped text is read back as it was', () => {
  const random = chance(3);
  const letters = [...'ab\\{}~^#$%&_- "\'矿é\n.'];
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from(
      { length: 12 },
      () => letters[Math.floor(random.uniform() * letters.length)]!,
    ).join('');
    expect(latexText(latexEscaped(text))).toBe(text);
  }
});
