import { describe, expect, test } from 'vitest';
import { readTitle } from './read-title.ts';

const compact = (title: string) => readTitle(title)?.compact;

describe('titles', () => {
  test.each([
    ['Letter: Copper in soils', 'Copper in soils'],
    ['[Copper in soils].', 'Copper in soils'],
    ['Copper in soils [Chinese]', 'Copper in soils'],
    ['Copper in soils [see comment]', 'Copper in soils'],
    ['Copper in soils [Erratum appears in Soil 2010;3:12]', 'Copper in soils'],
    ['Copper in soils (review)', 'Copper in soils'],
    ['RETRACTED: Copper in soils', 'Copper in soils'],
    ['Tumour behaviour and oedema', 'Tumor behavior and edema'],
    ['Modelling sulphate in fibres', 'Modeling sulfate in fibers'],
    ['Stabilisation analysed at the centre', 'Stabilization analyzed at the center'],
  ])('%s has the letters of %s', (a, b) => expect(compact(a)).toBe(compact(b)));

  test('a mark of retraction is no part of the title, but is kept', () => {
    expect(readTitle('RETRACTED: Copper in soils')?.notice).toBe('retracted');
  });

  test('words of Chinese are pairs of neighbours', () => {
    expect(readTitle('矿山修复')?.words).toEqual(['矿山', '山修', '修复']);
    expect(readTitle('矿山修复')?.compact).toBe('矿山修复');
  });

  test.each([
    ['矿山修复', 'han'],
    ['鉱山のリハビリ', 'kana'],
    ['폐광산 복원', 'hangul'],
    ['Рекультивация', 'cyrillic'],
    ['Mine soils', 'latin'],
  ] as const)('%s is %s', (title, script) => expect(readTitle(title)?.script).toBe(script));

  test('titles that many works have are generic', () => {
    for (const title of [
      'Editorial',
      'Introduction to this issue',
      'Book reviews',
      'Reply',
      'Copper',
      '前言',
    ])
      expect(readTitle(title)?.isGeneric, title).toBe(true);
    for (const title of ['Imaging of myelopathy', 'Copper mine soils', '矿山生态修复研究'])
      expect(readTitle(title)?.isGeneric, title).toBe(false);
  });

  test('nothing to read is null', () => {
    for (const title of [null, '', ' . ', '[]']) expect(readTitle(title)).toBeNull();
  });

  test('dots at the end and question marks within words are seen', () => {
    expect(readTitle('Copper in so...')?.isCut).toBe(true);
    expect(readTitle('Diab?te et min?raux')?.lostLetters).toBe(2);
    expect(readTitle('Copper in soils?')?.lostLetters).toBe(0);
  });
});
