import { describe, expect, test } from 'vitest';
import type { Reference } from '../record/reference.ts';
import { visitCandidatePairs } from './candidate-pairs.ts';
import { comparable } from './comparable.ts';
import { article, authors, reference } from './reference.fixture.ts';

function pairs(fields: readonly Partial<Reference>[]): string[] {
  const found: string[] = [];
  visitCandidatePairs(
    fields.map((field, i) => comparable(reference(`f#${i}`, field))),
    (i, j) => found.push(`${i} ${j}`),
  );
  return found.sort();
}

const bare: Partial<Reference> = { title: 'Something else', year: 2001 };

describe('pairs worth comparing', () => {
  test.each<[string, Partial<Reference>, Partial<Reference>]>([
    ['DOI', { doi: article.doi! }, { doi: `https://doi.org/${article.doi}` }],
    ['number in a database', { accession: 'WOS:000123456' }, { accession: 'WOS000123456' }],
    [
      'beginning of the title',
      { title: article.title! },
      { title: `${article.title!.slice(0, 40)} and others` },
    ],
    ['end of the title', { title: article.title! }, { title: `The ${article.title}` }],
    [
      'page, volume and year',
      { pages: '12-15', volume: '3', year: 2001 },
      { pages: '12', volume: '3', year: 2001 },
    ],
    [
      'author, page and year',
      { authors: authors('Adeli, K.'), pages: '12-15', year: 2001 },
      { authors: authors('K Adeli'), pages: 'S12', year: 2001 },
    ],
    [
      'author, year and journal',
      { authors: authors('Adeli, K.'), year: 2001, journal: 'Plant and Soil' },
      { authors: authors('Adeli K'), year: 2001, journal: 'Plant Soil' },
    ],
    [
      'beginning of the abstract',
      { abstract: article.abstract! },
      { abstract: `${article.abstract} Copyright` },
    ],
    [
      'ISSN, year and page',
      { issn: '1003-1421', year: 2019, pages: '7-12', title: '废弃矿山植被' },
      { issn: '1003-1421', year: 2019, pages: '7-12' },
    ],
  ])('%s', (_, a, b) => {
    expect(pairs([a, b])).toEqual(['0 1']);
  });

  test('nothing in common is not compared, and no pair twice', () => {
    expect(pairs([article, bare])).toEqual([]);
    expect(pairs([article, article, article])).toEqual(['0 1', '0 2', '1 2']);
  });

  test('in a block of a thousand each is compared with its neighbours, so time stays linear', () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({
      title: `Chapter on the ${String(Math.floor(i / 2)).padStart(4, '0')} mines`,
      doi: '10.1007/978-3-030-12345-6',
    }));
    const found = new Set(pairs(many));
    expect(found.size).toBeLessThan(20_000);
    for (let i = 0; i < 1000; i += 2) expect(found.has(`${i} ${i + 1}`)).toBe(true);
  });
});
