import { describe, expect, test } from 'vitest';
import { comparePages, readPages } from './read-pages.ts';

const same = (a: string | null, b: string | null): number =>
  comparePages(readPages(a, null), readPages(b, null));

describe('pages', () => {
  test.each([
    ['123-9', '123-129'],
    ['pp. 123–129', '123-9'],
    ['S394-S395', 'S394'],
    ['S394', '394-5'],
    ['e70933', 'e70933-e70933'],
    ['A175.E1638', 'A175'],
    ['0123-0129', '123-129'],
    ['210+209', '209-210'],
    ['187‐192', '187-92'],
    ['Nov-19', '11-19'],
    ['11-Sep', '11-9'],
    ['11-Sep', '9-11'],
    ['1-8', '1-8'],
    ['２２１-２２８', '221-228'],
    ['2(Suppl 1):S12-5', 'S12'],
  ])('%s and %s begin on one page', (a, b) => {
    expect(same(a, b)).toBe(1);
    expect(same(b, a)).toBe(1);
  });

  test.each([
    ['123-129', '124-129'],
    ['S12', 'E12'],
    ['A237', 'A238'],
  ])('%s and %s do not', (a, b) => expect(same(a, b)).toBe(-1));

  test.each([
    ['1-8', 'e70933'],
    ['1-8', '1-9'],
    ['2.05031E+15', '221'],
    ['234 p.', '221'],
    ['n/a', '221'],
    [null, '221'],
  ])('%s and %s say nothing', (a, b) => expect(same(a, b)).toBe(0));

  test('the number of an article is a place as well as its page', () => {
    expect(comparePages(readPages('1-12', '104567'), readPages('104567', null))).toBe(1);
  });

  test('an elided last page is written in full', () => {
    expect(readPages('2217-23', null).last).toBe('2223');
    expect(readPages('98-102', null).last).toBe('102');
  });
});
