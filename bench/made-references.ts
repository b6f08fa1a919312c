import { chance } from '@aftermine/science/base';
import type { Reference } from '@aftermine/science/evidence';

const COMMON = 'the of and in on for with by from to a an under between after during'.split(' ');
const STARTS = 'b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sl st t tr v w z'.split(' ');
const MIDDLES = 'a e i o u ai ea ou io'.split(' ');
const ENDS = 'n r s t l m nd st rt ng ck th sion ment tic lity tion rate'.split(' ');
const TAGS = ['', '<i>', '<sub>'];
const GIVEN =
  'Anna Bela Carl Dora Emil Fay Gina Hugo Ida Jan Kim Lena Max Nora Otto Pia Rui Sara Tom Wei'.split(' ');

/** One work of a made literature, before databases write it down. */
interface Work {
  readonly title: string;
  readonly people: readonly (readonly [family: string, given: string])[];
  readonly year: number;
  readonly journal: readonly string[];
  readonly volume: number;
  readonly issue: number;
  readonly first: number;
  readonly last: number;
  readonly doi: string;
  readonly abstract: string;
  readonly issn: string;
}

/** Made references and, for each, the number of its work. */
export interface MadeReferences {
  readonly references: readonly Reference[];
  readonly works: Int32Array;
}

/**
 * `size` seeded records of a literature as four databases would deliver it: 40 % of the works are in one of them, the rest in two to
 * four; each writes names, pages, journals and DOIs in its own way and leaves fields out. Words follow Zipf's law, so titles share
 * many words; one work in eight is a neighbour of another (same authors, journal and year, half the title). Seeded: the same
 * records every time.
 */
export function madeReferences(size: number, seed = 1): MadeReferences {
  const { uniform } = chance(seed);
  const whole = (below: number): number => Math.floor(uniform() * below);
  const pick = <T>(of: readonly T[]): T => of[whole(of.length)]!;
  const coin = (share: number): boolean => uniform() < share;
  const made = (): string => {
    const syllables = 1 + whole(3);
    let word = '';
    for (let i = 0; i < syllables; i += 1) word += pick(STARTS) + pick(MIDDLES);
    return word + pick(ENDS);
  };
  const words = Array.from({ length: 8000 }, made);
  const zipf = (): string =>
    coin(0.3) ? pick(COMMON) : words[Math.min(words.length - 1, Math.floor(words.length ** uniform()) - 1)]!;
  const families = Array.from({ length: 4000 }, () => {
    const name = made();
    return name[0]!.toUpperCase() + name.slice(1);
  });
  const journals = Array.from({ length: 600 }, () => ({
    name: Array.from({ length: 2 + whole(4) }, made).map((word) => word[0]!.toUpperCase() + word.slice(1)),
    issn: `${1000 + whole(9000)}-${1000 + whole(9000)}`,
  }));
  const text = (count: number): string => Array.from({ length: count }, zipf).join(' ');

  let before: Work | null = null;
  const write = (): Work => {
    const near: Work | null = before !== null && coin(0.125) ? before : null;
    const journal = pick(journals);
    const first = 1 + whole(2000);
    const title = text(8 + whole(9));
    const work: Work = {
      title: near === null ? title : `${near.title.split(' ').slice(0, 5).join(' ')} ${title}`,
      people:
        near?.people ?? Array.from({ length: 1 + whole(8) }, () => [pick(families), pick(GIVEN)] as const),
      year: near?.year ?? 1985 + whole(40),
      journal: near?.journal ?? journal.name,
      issn: near?.issn ?? journal.issn,
      volume: near?.volume ?? 1 + whole(90),
      issue: 1 + whole(12),
      first,
      last: first + 3 + whole(14),
      doi: `10.${1000 + whole(60)}/${made()}.${1_000_000 + whole(9_000_000)}`,
      abstract: text(120 + whole(120)),
    };
    before = work;
    return work;
  };
  const type = (word: string): string => {
    const at = 1 + whole(word.length - 1);
    return word.slice(0, at) + word.slice(at + 1);
  };
  const record = (work: Work, key: string, style: number): Reference => {
    const tag = TAGS[coin(0.05) ? 1 + whole(2) : 0]!;
    const titleWords = work.title.split(' ');
    if (coin(0.04)) titleWords[3] = type(titleWords[3]!);
    if (tag !== '') titleWords[0] = `${tag}${titleWords[0]}${tag.replace('<', '</')}`;
    const title = titleWords.join(' ');
    const last = style % 2 === 0 ? String(work.last) : elided(work.first, work.last);
    const journal =
      style < 2 ? work.journal.join(' ') : work.journal.map((word) => word.slice(0, 4)).join(' ');
    return {
      key,
      dialect: 'ris',
      type: 'article-journal',
      title: style === 1 ? `${title}.` : style === 3 ? title.toUpperCase() : title,
      otherTitle: null,
      authors: work.people.map(([family, given]) => ({
        family,
        given,
        literal: style < 2 ? `${family}, ${given}` : `${family} ${given[0]}.`,
      })),
      year: coin(0.03) ? work.year + 1 : work.year,
      journal,
      volume: coin(0.03) ? null : String(work.volume),
      issue: coin(0.2) ? null : String(work.issue),
      pages: coin(0.08) ? null : `${work.first}-${last}`,
      articleNumber: null,
      doi: coin(0.3) ? null : style === 0 ? work.doi : `https://doi.org/${work.doi.toUpperCase()}`,
      issn: coin(0.3) ? null : work.issn,
      isbn: null,
      accession: `${style}:${key}`,
      publisher: null,
      place: null,
      language: 'eng',
      abstract: coin(0.12) ? null : style === 2 ? `BACKGROUND: ${work.abstract}` : work.abstract,
      keywords: [],
      urls: [],
      notes: [],
      other: [],
      raw: '',
    };
  };

  const references: Reference[] = [];
  const works: number[] = [];
  for (let work = 0; references.length < size; work += 1) {
    const written = write();
    const copies = coin(0.4) ? 1 : 2 + whole(3);
    const from = whole(4);
    for (let copy = 0; copy < copies && references.length < size; copy += 1) {
      references.push(record(written, `made.ris#${references.length}`, (from + copy) % 4));
      works.push(work);
    }
  }
  return { references, works: Int32Array.from(works) };
}

/** `123-9` for 123 to 129. */
function elided(first: number, last: number): string {
  const [a, b] = [String(first), String(last)];
  if (a.length !== b.length) return b;
  let same = 0;
  while (same < b.length - 1 && a[same] === b[same]) same += 1;
  return b.slice(same);
}
