import { describe, expect, test } from 'vitest';
import { compareNumbers, titleNumbers } from './title-numbers.ts';

const of = (title: string) => titleNumbers(title.toLowerCase().split(/[^\p{L}\p{N}]+/u), title);
const compare = (a: string, b: string) => compareNumbers(of(a), of(b));

describe('numbers in titles', () => {
  test.each([
    ['Copper in soils Part I', 'Copper in soils Part II'],
    ['Copper in soils part one', 'Copper in soils part two'],
    ['Mine statistics 2010', 'Mine statistics 2011'],
    ['Handbook, 2nd edition', 'Handbook, third edition'],
    ['Copper in soils, part A', 'Copper in soils, part B'],
    ['Hepatitis B in miners', 'Hepatitis C in miners'],
    ['矿山修复技术（一）', '矿山修复技术（二）'],
    ['矿山修复技术（上）', '矿山修复技术（下）'],
    ['第一批矿山名录', '第二批矿山名录'],
  ])('%s and %s are two', (a, b) => {
    expect(compare(a, b)).toBe('differ');
    expect(compare(b, a)).toBe('differ');
  });

  test.each([
    ['Type II soils', 'Type 2 soils'],
    ['GLP-1(7-36) amide', 'GLP-1 (7 36) amide'],
    ['Two mines', '2 mines'],
    ['Study of a mine', 'A study of a mine'],
    ['第一批矿山名录', '第一批矿山名录'],
  ])('%s and %s hold the same', (a, b) => expect(compare(a, b)).toBe('same'));

  test('a number that one title lacks is said', () => {
    expect(compare('Copper in soils', 'Copper in soils II')).toBe('more');
    expect(compare('Copper in soils', 'Copper in soils')).toBe('same');
  });
});
