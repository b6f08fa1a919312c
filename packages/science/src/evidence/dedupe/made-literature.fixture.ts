import { chance } from '../../base/index.ts';
import type { Author, Reference } from '../record/reference.ts';
import { reference } from './reference.fixture.ts';

/** A made work, written down in full. */
export type MadeWork = Reference & {
  readonly title: string;
  readonly pages: string;
  readonly abstract: string;
};

const SUBJECTS =
  'copper tailings|coal spoil|quarry floors|lead and zinc smelter soils|peat workings|gold mine dumps|oil sand overburden|limestone pits|phosphate heaps|uranium mill land'.split(
    '|',
  );
const ACTIONS =
  'Biosolids doubled survival of planted trees on|Soil carbon and nitrogen after restoration of|Seed rain and seed bank limit the return of heath to|Mycorrhiza inoculation and early growth of pioneers on|Runoff and sediment yield of terraced|Beetle assemblages of young and old|Heavy metal uptake by grasses grown on|Microbial respiration responds to liming of|Remote sensing of vegetation recovery on|Costs and benefits of topsoil storage for'.split(
    '|',
  );
const PLACES =
  'in Quebec|in the Ruhr district|of northern Spain|on the Loess Plateau|in Cornwall|of central Queensland|under a dry climate|at high altitude'.split(
    '|',
  );
const SUBTITLES =
  ': a study of eight years|, with and without fertiliser|: results from paired plots||||'.split('|');
const FAMILIES =
  'Adeli Lewis Moreau Müller Okafor Tanaka García Novák Smith Petrov Larsen Rossi Kim Wang Silva Haddad Jensen Kowalski Dubois Nakamura Ferreira Schmidt Ivanov Costa Olsen Brown Weber Marino Lindqvist Takahashi'.split(
    ' ',
  );
const GIVEN =
  'Anna Bela Carl Dora Emil Fay Gina Hugo Ida Jan Kaito Lena Max Nora Otto Pia Rui Sara Tom Wei'.split(' ');
const JOURNALS = [
  'Restoration Ecology',
  'Journal of Environmental Quality',
  'Land Degradation and Development',
  'Ecological Engineering',
  'Plant and Soil',
  'Mine Water and the Environment',
  'Journal of Applied Ecology',
];
const WORDS =
  'plots were sampled in spring and autumn after planting because cover of grasses changed slowly while moss spread over bare ground where water stood we measured pH carbon nitrogen zinc depth of rooting survival height counted seedlings compared treatments with controls found that liming raised respiration but not biomass which suggests phosphorus limits growth during dry summers older stands held more species than younger ones'.split(
    ' ',
  );

/** `count` works (at most 400) of a made literature, seeded: subjects, authors and journals recur, no two works are one. */
export function madeLiterature(count: number, seed = 7): MadeWork[] {
  const { uniform } = chance(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(uniform() * of.length)]!;
  const seen = new Set<string>();
  const works: MadeWork[] = [];
  while (works.length < count) {
    const subject = `${pick(ACTIONS)} ${pick(SUBJECTS)} ${pick(PLACES)}`;
    if (seen.has(subject)) continue;
    seen.add(subject);
    const title = subject + pick(SUBTITLES);
    const people = Array.from({ length: 2 + Math.floor(uniform() * 5) }, () =>
      person(pick(FAMILIES), pick(GIVEN)),
    );
    const first = 2 + Math.floor(uniform() * 1400);
    const year = 1995 + Math.floor(uniform() * 28);
    works.push({
      ...reference(`work#${works.length}`),
      title,
      authors: people,
      year,
      journal: pick(JOURNALS),
      volume: String(1 + Math.floor(uniform() * 60)),
      issue: String(1 + Math.floor(uniform() * 12)),
      pages: `${first}-${first + 3 + Math.floor(uniform() * 12)}`,
      doi: `10.1111/rec.${year}.${10_000 + works.length * 37}`,
      abstract: Array.from({ length: 90 }, () => pick(WORDS)).join(' '),
    });
  }
  return works;
}

function person(family: string, given: string): Author {
  return { family, given, literal: `${family}, ${given}` };
}

function named(work: Reference, write: (author: Author) => string): Author[] {
  return work.authors.map((author) => ({ ...author, literal: write(author) }));
}

function slip(text: string, uniform: () => number): string {
  const at = 4 + Math.floor(uniform() * (text.length - 8));
  return text.slice(0, at) + text.slice(at + 1);
}

type Noise = (work: MadeWork, uniform: () => number) => Reference;

/** What databases do to a record: each makes another record of the same work. */
export const noises: Readonly<Record<string, Noise>> = {
  'as it is': (w) => w,
  capitals: (w) => ({ ...w, title: w.title.toUpperCase() }),
  accents: (w) => ({ ...w, title: w.title.replace('e', 'é').replace('o', 'ö') }),
  tags: (w) => ({ ...w, title: w.title.replace(/\w+/, '<i>$&</i>') }),
  'entities and dashes': (w) => ({ ...w, title: w.title.replace(' and ', ' &amp; ').replace(': ', ' - ') }),
  'British spelling': (w) => ({ ...w, title: w.title.replace('fertilizer', 'fertiliser') }),
  'brackets and a full stop': (w) => ({ ...w, title: `[${w.title}].` }),
  'a label of the language': (w) => ({ ...w, title: `${w.title} [French]` }),
  'title cut within a word': (w, u) => ({
    ...w,
    title: w.title.slice(0, 45 + Math.floor(u() * (w.title.length - 45))),
  }),
  'title cut with dots': (w) => ({ ...w, title: `${w.title.slice(0, 42)}...` }),
  'no subtitle': (w) => ({ ...w, title: w.title.split(/[:,] /)[0]! }),
  'one letter wrong': (w, u) => ({ ...w, title: slip(w.title, u) }),
  'three letters wrong': (w, u) => ({ ...w, title: slip(slip(slip(w.title, u), u), u) }),
  'lost letters': (w) => ({ ...w, title: w.title.replace(/[aeiou](?=\w)/, '?') }),
  'pages elided': (w) => ({ ...w, pages: w.pages.replace(/^(\d*)(\d)-\1(\d)$/, '$1$2-$3') }),
  'pages with pp. and a long dash': (w) => ({ ...w, pages: `pp. ${w.pages.replace('-', '–')}` }),
  'first page alone': (w) => ({ ...w, pages: w.pages.split('-')[0]! }),
  initials: (w) => ({ ...w, authors: named(w, ({ family, given }) => `${family} ${given[0]}`) }),
  'given names first': (w) => ({ ...w, authors: named(w, ({ family, given }) => `${given} ${family}`) }),
  'authors in capitals': (w) => ({ ...w, authors: named(w, ({ literal }) => literal.toUpperCase()) }),
  'authors in one field': (w) => ({
    ...w,
    authors: [
      {
        family: '',
        given: '',
        literal: named(w, ({ family, given }) => `${family} ${given[0]}.`)
          .map((a) => a.literal)
          .join(''),
      },
    ],
  }),
  'first author alone': (w) => ({ ...w, authors: w.authors.slice(0, 1) }),
  'authors in another order': (w) => ({ ...w, authors: [...w.authors].reverse() }),
  'no authors': (w) => ({ ...w, authors: [] }),
  'DOI as a link': (w) => ({ ...w, doi: `https://doi.org/${w.doi!.toUpperCase()}` }),
  'DOI with percent signs': (w) => ({ ...w, doi: `http://dx.doi.org/${w.doi!.replace('/', '%2F')}.` }),
  'no DOI': (w) => ({ ...w, doi: null }),
  'no pages': (w) => ({ ...w, pages: null }),
  'no volume': (w) => ({ ...w, volume: null }),
  'no journal': (w) => ({ ...w, journal: null }),
  'no year': (w) => ({ ...w, year: null }),
  'a year later': (w) => ({ ...w, year: w.year! + 1 }),
  'no abstract': (w) => ({ ...w, abstract: null }),
  'abstract cut': (w) => ({ ...w, abstract: w.abstract.slice(0, 250) }),
  'journal abbreviated': (w) => ({
    ...w,
    journal: w.journal!.replace(/\b(?:of|and|the) /g, '').replace(/\b(\w{4})\w+/g, '$1.'),
  }),
  'volume with issue': (w) => ({ ...w, volume: `Vol. ${w.volume} (${w.issue})`, issue: null }),
  'no DOI, no pages': (w) => ({ ...w, doi: null, pages: null }),
  'no DOI, no abstract': (w) => ({ ...w, doi: null, abstract: null }),
  'no DOI, no authors': (w) => ({ ...w, doi: null, authors: [] }),
  'ahead of print': (w) => ({ ...w, doi: null, pages: null, volume: null, issue: null, year: w.year! - 1 }),
  'a letter wrong, no DOI, no pages': (w, u) => ({ ...w, title: slip(w.title, u), doi: null, pages: null }),
};

type Pair = readonly [Reference, Reference];

const thin = { doi: null, pages: null, abstract: null } as const;

/** Two works that look like one. `other` is some other work of the literature. */
export const lookalikes: Readonly<Record<string, (work: MadeWork, other: MadeWork) => Pair>> = {
  'Part I and Part II': (w, o) => [
    { ...w, title: `${w.title}. Part I` },
    { ...w, title: `${w.title}. Part II`, doi: o.doi, pages: o.pages, abstract: o.abstract },
  ],
  'parts without pages': (w) => [
    { ...w, ...thin, title: `${w.title}: part 1` },
    { ...w, ...thin, title: `${w.title}: part 2` },
  ],
  'a work and its second part': (w) => [
    { ...w, ...thin },
    { ...w, ...thin, title: `${w.title} II` },
  ],
  'yearly reports': (w) => [
    { ...w, ...thin, title: `Report on ${w.title}, 2010`, year: 2010 },
    { ...w, ...thin, title: `Report on ${w.title}, 2011`, year: 2011 },
  ],
  'yearly reports of one title': (w) => [
    { ...w, ...thin, type: 'report', volume: null, issue: null },
    { ...w, ...thin, type: 'report', volume: null, issue: null, year: w.year! + 1 },
  ],
  'a word in place of another, next pages': (w, o) => [
    w,
    { ...w, title: w.title.replace(/(\w+)$/, 'elsewhere'), doi: o.doi, pages: o.pages, abstract: o.abstract },
  ],
  'a word in place of another, no pages': (w) => [
    { ...w, ...thin },
    { ...w, ...thin, title: w.title.replace(/^\w+/, 'Spontaneous') },
  ],
  'abstracts on one page of a meeting': (w) => [
    { ...w, ...thin, pages: 'A237', issue: 'Suppl 1' },
    { ...w, ...thin, pages: 'A237', issue: 'Suppl 1', title: w.title.replace(/^\w+/, 'Spontaneous') },
  ],
  'a title that goes on': (w) => [
    { ...w, ...thin },
    { ...w, ...thin, title: `${w.title} and its relation to slope` },
  ],
  editions: (w) => [
    { ...w, ...thin, type: 'book', title: `${w.title}, 2nd edition` },
    { ...w, ...thin, type: 'book', title: `${w.title}, 3rd edition`, year: w.year! + 1 },
  ],
  'editions by year': (w) => [
    { ...w, ...thin, type: 'book' },
    { ...w, ...thin, type: 'book', year: w.year! + 4 },
  ],
  'an erratum with the DOI': (w) => [w, { ...w, title: `Erratum: ${w.title}`, abstract: null }],
  'a correction of Web of Science': (w) => [
    w,
    { ...w, title: `${w.title} (vol 3, pg 12, 2010)`, abstract: null },
  ],
  'a reply': (w) => [w, { ...w, title: `Reply to "${w.title}"`, abstract: null }],
  'a retraction': (w) => [w, { ...w, title: `Retraction of ${w.title}` }],
  'chapters with the DOI of the book': (w, o) => [
    { ...w, type: 'chapter', pages: null, volume: null },
    { ...w, type: 'chapter', pages: null, volume: null, title: o.title },
  ],
  'a meeting and its article': (w, o) => [
    { ...w, doi: null, journal: 'Proceedings of Mine Closure', volume: null, issue: null, pages: null },
    { ...w, doi: o.doi },
  ],
  'a preprint and its article': (w) => [
    w,
    { ...w, doi: '10.1101/2020.03.22.002386', journal: 'bioRxiv', volume: null, issue: null, pages: null },
  ],
  'updates of a review': (w) => [
    { ...w, doi: '10.1002/14651858.CD001234.pub2', pages: 'CD001234' },
    { ...w, doi: '10.1002/14651858.CD001234.pub3', pages: 'CD001234', year: w.year! + 1 },
  ],
  'a statement in two journals': (w, o) => [
    { ...w, doi: null, abstract: null },
    { ...w, doi: null, abstract: null, journal: 'Nature', volume: o.volume, pages: o.pages },
  ],
};
