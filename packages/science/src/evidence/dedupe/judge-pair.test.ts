import { describe, expect, test } from 'vitest';
import type { Reference } from '../record/reference.ts';
import { comparable } from './comparable.ts';
import { type Judgement, judgePair } from './judge-pair.ts';
import { article, authors, otherAbstract, reference } from './reference.fixture.ts';

type Fields = Partial<Reference>;

/** Judges two records made from the article, and makes sure that the order of the two does not matter. */
function judge(a: Fields, b: Fields): Judgement {
  const [x, y] = [
    comparable(reference('a#0', { ...article, ...a })),
    comparable(reference('b#0', { ...article, ...b })),
  ];
  const judged = judgePair(x, y);
  expect(judgePair(y, x)).toEqual(judged);
  return judged;
}

const TITLE = article.title!;
const thin: Fields = { doi: null, pages: null, abstract: null };
const elsewhere: Fields = {
  journal: 'Ecological Engineering',
  volume: '44',
  issue: '1',
  pages: '15-24',
  doi: '10.1016/j.ecoleng.2012.03.001',
};

describe('one work', () => {
  test.each<[string, Fields]>([
    ['as it is', {}],
    ['no DOI', { doi: null }],
    ['no pages', { pages: null }],
    ['no DOI and no pages', { doi: null, pages: null }],
    ['no DOI, pages and abstract', thin],
    ['no authors', { authors: [] }],
    ['no year', { year: null }],
    ['no journal', { journal: null }],
    [
      'title alone with authors, year and abstract',
      { ...thin, volume: null, issue: null, journal: null, abstract: article.abstract! },
    ],
    ['online a year before, without volume and pages', { ...thin, volume: null, issue: null, year: 2011 }],
    ['another abstract of a database', { abstract: otherAbstract }],
    ['a mistaken volume', { doi: null, volume: '1' }],
    ['a mistaken DOI', { doi: '10.1111/j.1526-100X.2011.00802.x' }],
    ['a DOI cut short', { doi: '10.1111/j.1526-100X.2011', pages: null }],
    ['given names first', { authors: authors('Khosrow Adeli', 'G. F. Lewis', 'Anne Moreau') }],
    ['the subtitle left out', { title: 'Restoration of pine woodland on copper tailings' }],
    ['a cut title, no DOI and no abstract', { ...thin, pages: '221-8', title: TITLE.slice(0, 40) }],
    [
      'three letters wrong',
      { title: 'Restoratoin of pin woodland on coper tailings after forty years of neglect' },
    ],
    [
      'a title in French',
      { title: 'Le retour de la pinède sur les résidus de cuivre après quarante ans', abstract: null },
    ],
    ['year of a later print', { year: 2014 }],
  ])('%s', (_, fields) => expect(judge({}, fields).verdict).toBe('same'));

  test('proceedings without authors and pages', () => {
    const proceedings: Fields = {
      ...thin,
      title: 'Abstracts of the 12th Congress on Mine Closure',
      authors: [],
    };
    expect(judge(proceedings, proceedings).verdict).toBe('same');
  });

  test('two records of one entry in a register of trials', () => {
    const entry: Fields = {
      ...thin,
      volume: null,
      issue: null,
      authors: [],
      title: 'Copper textiles on wards',
    };
    const url = (id: string): Fields => ({ ...entry, journal: `https://clinicaltrials.gov/show/${id}` });
    expect(
      judge(url('NCT02627092'), {
        ...url('NCT02627092'),
        journal: 'ClinicalTrials.gov',
        urls: ['https://clinicaltrials.gov/ct2/show/NCT02627092'],
      }).verdict,
    ).toBe('same');
    expect(judge(url('NCT02627092'), url('NCT02627093')).verdict).not.toBe('same');
  });
});

describe('two works', () => {
  const part = (n: string): Fields => ({ ...thin, title: `${TITLE}. Part ${n}` });
  test.each<[string, Fields, Fields]>([
    ['Part I and Part II', part('I'), part('II')],
    ['part A and part B', part('A'), part('B')],
    ['a work and its second part', thin, part('II')],
    [
      'yearly reports',
      { ...thin, title: 'State of mine land 2010', year: 2010 },
      { ...thin, title: 'State of mine land 2011', year: 2011 },
    ],
    [
      'yearly reports of one title',
      { ...thin, volume: null, issue: null, year: 2010, type: 'report' },
      { ...thin, volume: null, issue: null, year: 2011, type: 'report' },
    ],
    ['editions', { ...thin, title: `${TITLE}, 2nd edition` }, { ...thin, title: `${TITLE}, 3rd edition` }],
    ['one word in place of another, without pages', thin, { ...thin, title: TITLE.replace('pine', 'oak') }],
    [
      'a substance in place of another, without pages',
      { ...thin, title: TITLE.replace('copper', 'nitrate') },
      { ...thin, title: TITLE.replace('copper', 'nitrite') },
    ],
    [
      'abstracts of a meeting on one page',
      { ...thin, pages: 'A237', issue: 'Suppl 1' },
      { ...thin, pages: 'A237', issue: 'Suppl 1', title: TITLE.replace('pine', 'oak') },
    ],
    [
      'abstracts of a supplement with one DOI',
      { pages: 'S12' },
      { pages: 'S13', title: TITLE.replace('pine', 'oak'), abstract: otherAbstract },
    ],
    [
      'chapters with the DOI of the book',
      { type: 'chapter', title: 'Introduction', pages: '1-12' },
      { type: 'chapter', title: 'Introduction to methods', pages: '33-52' },
    ],
    [
      'chapters with DOI and abstract of the book',
      { type: 'chapter', pages: null },
      { type: 'chapter', pages: null, title: 'Seeds and seed banks of eroded hills' },
    ],
    ['an erratum with the DOI and page of its article', {}, { title: `Erratum: ${TITLE}` }],
    ['a correction as Web of Science writes it', {}, { title: `${TITLE} (vol 20, pg 221, 2012)` }],
    ['a reply', {}, { title: `Reply to "${TITLE}"` }],
    ['a retraction', {}, { title: `Retraction notice to: ${TITLE}` }],
    ['a retraction without a colon', {}, { title: `Retraction of ${TITLE}` }],
    [
      'errata of two pages',
      { title: `Erratum: ${TITLE}`, doi: null, pages: '300' },
      { title: `Erratum: ${TITLE}`, doi: null, pages: '400' },
    ],
    [
      'editorials of two issues',
      { ...thin, title: 'Editorial', issue: '1' },
      { ...thin, title: 'Editorial', issue: '2' },
    ],
    ['a statement in two journals', {}, elsewhere],
    ['a statement in two journals without DOIs', { doi: null }, { ...elsewhere, doi: null }],
    [
      'updates of a review',
      { pages: 'CD001234', doi: '10.1002/14651858.CD001234.pub2' },
      { pages: 'CD001234', doi: '10.1002/14651858.CD001234.pub3' },
    ],
    ['a title that goes on, without pages', thin, { ...thin, title: `${TITLE} and its relation to age` }],
  ])('%s', (_, a, b) => expect(judge(a, b).verdict).not.toBe('same'));

  test('a notice is not even asked about', () => {
    expect(judge({}, { title: `Corrigendum: ${TITLE}` }).verdict).toBe('different');
  });
});

describe('for a person to say', () => {
  test.each<[string, string, string, Fields, Fields]>([
    [
      'a preprint and its article',
      'report-of-one-study?',
      'preprint',
      {},
      { doi: '10.1101/2011.03.22.002386', journal: 'bioRxiv', volume: null, issue: null, pages: null },
    ],
    [
      'a preprint without a DOI',
      'report-of-one-study?',
      'preprint',
      {},
      { ...thin, journal: 'medRxiv', volume: null, issue: null },
    ],
    [
      'an abstract of a meeting and its article',
      'report-of-one-study?',
      'meeting-abstract',
      {},
      {
        ...thin,
        type: 'paper-conference',
        journal: 'Proceedings of Mine Closure',
        volume: null,
        issue: null,
      },
    ],
    [
      'a thesis and its article',
      'report-of-one-study?',
      'other-type',
      {},
      { ...thin, type: 'thesis', journal: null, volume: null, issue: null },
    ],
    ['two journals', 'same?', 'other-doi', {}, elsewhere],
    [
      'a retracted article beside its first record',
      'same?',
      'retracted',
      {},
      { title: `RETRACTED: ${TITLE}` },
    ],
  ])('%s', (_, kind, rule, a, b) =>
    expect(judge(a, b)).toMatchObject({ verdict: 'manual', kind, rule, isApart: true }),
  );

  const english: Fields = {
    ...thin,
    title: 'Vegetation restoration technology for abandoned mine land',
    authors: authors('Tang, Li', 'Liu, Qigang', 'Sun, Wenqiao'),
    journal: 'Railway Transport and Economy',
    issn: '1003-1421',
    pages: '7-12',
    issue: '1',
    volume: '41',
    year: 2019,
  };
  const chinese: Fields = {
    ...english,
    title: '废弃矿山植被恢复技术',
    authors: authors('唐力', '刘启钢', '孙文桥'),
    journal: '铁道运输与经济',
    issue: '01',
    volume: null,
  };
  const translated = { verdict: 'manual', kind: 'translation?', rule: 'other-language' };

  test('a Chinese record and the English one of its place', () => {
    expect(judge(chinese, english)).toMatchObject(translated);
    expect(judge({ ...chinese, issn: null }, english)).toMatchObject(translated);
    expect(judge({ ...chinese, pages: '13-18' }, english).verdict).toBe('different');
    expect(judge({ ...chinese, issue: '02' }, english).verdict).toBe('different');
    expect(judge({ ...chinese, issn: '1000-0000' }, english).verdict).toBe('different');
  });

  test('a Chinese record that gives its title in English too', () => {
    const both = { ...chinese, otherTitle: english.title!, pages: null, issn: null };
    expect(judge(both, english)).toMatchObject(translated);
  });

  test('two Chinese exports of one article are one work, its second part is not', () => {
    const wanfang: Fields = {
      ...chinese,
      title: '废弃矿山植被恢复技术：以徐州为例',
      issn: null,
      pages: '７－１２，２０',
      authors: authors('唐力;刘启钢;孙文桥;'),
      doi: '10.3969/j.issn.1003-1421.2019.01.002',
    };
    const cnki: Fields = { ...chinese, title: '废弃矿山植被恢复技术——以徐州为例', doi: null };
    expect(judge(cnki, wanfang).verdict).toBe('same');
    expect(judge({ ...cnki, pages: null }, wanfang).verdict).toBe('same');
    const part = (n: string): Fields => ({ ...cnki, title: `废弃矿山植被恢复技术（${n}）`, pages: null });
    expect(judge(part('一'), part('二')).verdict).not.toBe('same');
    expect(judge(cnki, { ...cnki, title: `更正：${cnki.title}` }).verdict).toBe('different');
  });
});
