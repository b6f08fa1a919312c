import { describe, expect, test } from 'vitest';
import { type Chance, chance } from '../../base/index.ts';
import { authorOf } from '../read/author-name.ts';
import { contentNames } from '../read/carrier.ts';
import { plainTypeNames } from '../read/publication-type.ts';
import { readLiterature } from '../read/read-literature.ts';
import type { PublicationType, Reference } from '../record/index.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeCslJson } from './write-csl-json.ts';
import { writeCsv } from './write-csv.ts';
import { writeRis } from './write-ris.ts';

const writers = {
  ris: writeRis,
  'csl-json': writeCslJson,
  bibtex: writeBibtex,
  'generic-csv': writeCsv,
} as const;
const types = Object.keys(plainTypeNames.csl) as PublicationType[];
/** Texts that a format may trip over. */
const HARD = [
  'NA',
  'a, b; c',
  'R&amp;D',
  'TY  - JOUR',
  'ER  -',
  '@article{x,',
  '{open',
  'close}',
  'back\\slash',
  '"quoted"',
  '100 % of $5 & #1_x^2~',
  '--dash---',
  '矿山，修复；植被',
  'é ö',
  'e\u0301',
  '=1+1',
  "['a', 'b']",
  'A and B',
  '[J]',
  '<正>x',
  '2019//',
  '10.1000/x',
  'No',
  'http://a.org/?a=1,2;b',
  '-',
  '1-2-3',
  'aftermine:{}',
];

function madeReference(random: Chance, index: number): Reference {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random.uniform() * items.length)]!;
  const text = (): string | null => (random.uniform() < 0.3 ? null : pick(HARD));
  const lines = (): string =>
    Array.from({ length: 1 + Math.floor(random.uniform() * 3) }, () => pick(HARD)).join('\n');
  const list = (item: () => string): string[] =>
    Array.from({ length: Math.floor(random.uniform() * 4) }, item);
  return {
    key: `made#${index}`,
    dialect: 'ris',
    type: pick(types),
    title: `Title ${pick(HARD)}`,
    otherTitle: text(),
    authors: list(() => pick(HARD)).map((literal) =>
      random.uniform() < 0.5
        ? authorOf(literal)
        : { family: literal, given: pick(HARD), literal: pick(HARD) },
    ),
    year: random.uniform() < 0.3 ? null : 1900 + Math.floor(random.uniform() * 120),
    journal: text(),
    volume: text(),
    issue: text(),
    pages: text(),
    articleNumber: text(),
    doi: text(),
    issn: text(),
    isbn: text(),
    accession: text(),
    publisher: text(),
    place: text(),
    language: text(),
    abstract: random.uniform() < 0.3 ? null : lines(),
    keywords: list(() => pick(HARD)),
    urls: list(() => pick(HARD)),
    notes: list(lines),
    other: list(lines).map((value) => [
      pick(['TY', 'DA', 'C3', 'ER', 'isbn', 'id', 'citekey', '题名', 'a b', '']),
      value,
    ]),
    raw: '',
  };
}

/** One field of all references, so that a difference names its field. */
const fieldOf = (references: readonly Reference[], name: (typeof contentNames)[number]): unknown[] =>
  references.map((reference) => reference[name]);

describe('writing and reading back', () => {
  for (const [dialect, write] of Object.entries(writers))
    test(`${dialect} property: no field is lost, whatever stands in it`, () => {
      const random = chance(21);
      const made = Array.from({ length: 300 }, (_, i) => madeReference(random, i));
      const back = readLiterature('made', write(made));
      expect(back.dialects).toEqual([dialect]);
      expect(back.ledger).toMatchObject({ records: made.length, failed: [] });
      for (const name of contentNames) expect(fieldOf(back.references, name)).toEqual(fieldOf(made, name));
    });

  for (const [dialect, write] of Object.entries(writers))
    test(`${dialect}: nothing gives a file with nothing in it`, () => {
      const text = write([]);
      expect(text.trim() === '' ? [] : readLiterature('none', text).references).toEqual([]);
    });

  for (const [dialect, write] of Object.entries(writers))
    test(`${dialect}: written twice it is the same text`, () => {
      const random = chance(4);
      const made = Array.from({ length: 20 }, (_, i) => madeReference(random, i));
      expect(write(readLiterature('made', write(made)).references)).toBe(write(made));
    });
});
