import { describe, expect, test } from 'vitest';
import { mergeReferences } from './merge-references.ts';
import { article, authors, reference } from './reference.fixture.ts';

describe('one reference of several records', () => {
  const rich = reference('b.ris#10', { ...article, keywords: ['Copper', 'pine'], urls: ['u1'] });
  const poor = reference('b.ris#9', {
    title: 'Restoration',
    issn: '1061-2971',
    doi: '10.1/other-doi',
    keywords: ['copper', 'tailings'],
    urls: ['u2'],
    accession: '12345678',
    authors: authors('Adeli K'),
  });

  test('the richest gives its fields, the others fill the gaps, nothing is lost', () => {
    const { reference: kept, keys } = mergeReferences([poor, rich]);
    expect(kept).toMatchObject({
      key: 'b.ris#10',
      title: article.title,
      doi: article.doi,
      issn: '1061-2971',
      accession: '12345678',
      keywords: ['Copper', 'pine', 'tailings'],
      urls: ['u1', 'u2'],
      other: [['doi', '10.1/other-doi']],
    });
    expect(kept.authors).toBe(rich.authors);
    expect(keys).toEqual(['b.ris#9', 'b.ris#10']);
  });

  test('the order of the records does not matter, and one record stays as it is', () => {
    expect(mergeReferences([rich, poor])).toEqual(mergeReferences([poor, rich]));
    expect(mergeReferences([rich]).reference).toBe(rich);
  });

  test('one DOI in two forms is one DOI', () => {
    const again = reference('c#0', { doi: `https://doi.org/${article.doi!.toUpperCase()}` });
    expect(mergeReferences([rich, again]).reference.other).toEqual([]);
  });
});
