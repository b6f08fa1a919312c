import { describe, expect, test } from 'vitest';
import { compareTitles, isOneLetterOff } from './compare-titles.ts';
import { readTitle } from './read-title.ts';

const level = (a: string, b: string) => compareTitles(readTitle(a), readTitle(b));
const LONG = 'Effects of biosolids on pine survival and soil carbon of copper tailings in Quebec';

describe('two titles', () => {
  test.each([
    ['equal', LONG, LONG.toUpperCase()],
    ['equal', LONG, LONG.replace('copper', '<i>copper</i>')],
    ['equal', 'Non-invasive survey', 'Noninvasive survey'],
    ['typo', LONG, LONG.replace('survival', 'survivl')],
    ['typo', LONG, LONG.replace('Effects', 'Efects').replace('Quebec', 'Qeubec')],
    ['typo', 'Diabète et minéraux des sols', 'Diab?te et min?raux des sols'],
    ['cut', LONG, `${LONG}: a study of eight years`],
    ['cut', LONG, 'Effects of biosolids on pine surv...'],
    ['close', LONG, LONG.replace('pine', 'the pine')],
    ['close', LONG, LONG.replace('pine', 'oak')],
    ['akin', LONG, LONG.replace('pine survival', 'oak growth')],
    ['other', LONG, 'Lead and zinc of eroded hills'],
    ['equal', '矿山生态修复技术研究', '矿山生态修复技术研究。'],
    ['cut', '矿山生态修复技术研究进展与展望', '矿山生态修复技术研究进展与展望：以徐州为例'],
    ['other', '矿山生态修复技术研究', '草地放牧强度的影响'],
  ] as const)('%s: %s | %s', (expected, a, b) => {
    expect(level(a, b).level).toBe(expected);
    expect(level(b, a)).toEqual(level(a, b));
  });

  test('a word in place of another is told from a word more', () => {
    expect(level(LONG, LONG.replace('pine', 'oak')).isReworded).toBe(true);
    expect(level(LONG, LONG.replace('pine', 'young pine')).isReworded).toBe(false);
  });

  test('a title cut within a word is broken, Part I is no beginning of Part II', () => {
    expect(level(LONG, LONG.slice(0, 45)).isBroken).toBe(true);
    expect(level(`${LONG} Part I`, `${LONG} Part II`).isBroken).toBe(false);
  });

  test.each([
    ['survival', 'survivl', true],
    ['tailings', 'tailigns', true],
    ['tailing', 'tailings', true],
    ['symptomatic', 'asymptomatic', false],
    ['microscopic', 'macroscopic', false],
    ['nitrate', 'nitrite', false],
    ['after', 'afer', true],
    ['rats', 'mice', false],
    ['cell', 'call', false],
    ['co2022', 'co2023', false],
  ])('%s and %s: a slip of the pen is %s', (a, b, slip) => expect(isOneLetterOff(a, b)).toBe(slip));
});
