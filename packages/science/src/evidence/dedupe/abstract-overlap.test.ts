import { describe, expect, test } from 'vitest';
import { abstractPairs, pairOverlap } from './abstract-overlap.ts';
import { article, otherAbstract } from './reference.fixture.ts';

const abstract = article.abstract!;
const overlap = (a: string, b: string): number => pairOverlap(abstractPairs(a)!, abstractPairs(b)!);

describe('word pairs two abstracts share', () => {
  test('one abstract, cut, with headings, capitals and tags, is above 0.8', () => {
    expect(overlap(abstract, abstract)).toBe(1);
    expect(overlap(abstract, abstract.slice(0, 260))).toBeGreaterThan(0.9);
    expect(overlap(abstract, `BACKGROUND: ${abstract} Copyright 2012`)).toBeGreaterThan(0.9);
    expect(overlap(abstract, abstract.toUpperCase())).toBe(1);
    expect(overlap(abstract, abstract.replace('copper', '<i>copper</i>'))).toBe(1);
    expect(overlap(abstract, abstract.replaceAll(' ', '\u00a0'))).toBe(1);
  });

  test('another abstract of the subject is below 0.3, either way round', () => {
    expect(overlap(abstract, otherAbstract)).toBeLessThan(0.1);
    expect(overlap(abstract, otherAbstract)).toBe(overlap(otherAbstract, abstract));
  });

  test('Chinese abstracts are compared character by character', () => {
    const zh =
      '对徐州采煤塌陷地进行了八年的植被恢复试验，比较了有机肥与无肥处理下松树的成活率和土壤碳含量。结果表明，有机肥处理的成活率是对照的两倍，林下盖度达到百分之六十，而未施肥样地低于百分之十。研究认为限制林地恢复的是有机质而不是种源。';
    expect(overlap(zh, zh.slice(0, 101))).toBeGreaterThan(0.9);
  });

  test('too short an abstract tells nothing', () => {
    expect(abstractPairs(null)).toBeNull();
    expect(abstractPairs('No abstract available')).toBeNull();
    expect(abstractPairs('word '.repeat(60))).toBeNull();
  });
});
