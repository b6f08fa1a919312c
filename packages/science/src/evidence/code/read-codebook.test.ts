import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeWithData, golden } from '../../../../../test/golden.ts';
import { hasText } from '../../base/index.ts';
import { codeOf, labelIn, leafCodes } from './codebook.ts';
import { tellComplaint } from './complaint.ts';
import { DEFAULT_GRADE_RULE } from './grade-rule.ts';
import { readCodebook } from './read-codebook.ts';
import { SMALL_CODEBOOK, SMALL_DOCUMENT } from './small-codebook.fixture.ts';

const library = (name: string): unknown =>
  parse(readFileSync(resolve(import.meta.dirname, '../../../../../library', name), 'utf8'));

describe('a small codebook', () => {
  test('keeps parts under their parents and hands the origin down', () => {
    expect(
      SMALL_CODEBOOK.facets[0]!.codes.map(({ id, parent, isLeaf, origin }) => [id, parent, isLeaf, origin]),
    ).toEqual([
      ['T.cover', null, true, 'P'],
      ['T.nbs', null, false, 'P'],
      ['T.wetland', 'T.nbs', true, 'P'],
      ['T.lime', 'T.nbs', true, 'X'],
    ]);
    expect(leafCodes(SMALL_CODEBOOK, 'technology').map(({ id }) => id)).toEqual([
      'T.cover',
      'T.wetland',
      'T.lime',
    ]);
    expect(codeOf(SMALL_CODEBOOK, 'I.ph')).toMatchObject({ effect: 'MD', target: [6, 8], origin: 'X' });
  });

  test('has labels in the language they are written in', () => {
    const label = (id: string, language: 'en' | 'zh') =>
      labelIn(language, codeOf(SMALL_CODEBOOK, id)!.label, id);
    expect([label('T.cover', 'zh'), label('T.wetland', 'en'), label('T.lime', 'zh')]).toEqual([
      '覆土',
      '人工湿地',
      'T.lime',
    ]);
    expect(codeOf(SMALL_CODEBOOK, 'T.nbs')!.label).toEqual({ en: 'Nature-based', zh: null });
  });

  test('uses the grade rule of the program where it brings none', () => {
    expect(SMALL_CODEBOOK.gradeRule).toEqual(DEFAULT_GRADE_RULE);
  });
});

describe('a codebook with faults', () => {
  const kinds = (document: unknown): string[] =>
    readCodebook(document).complaints.map(({ where, kind }) => `${where}: ${kind}`);

  test('loses only what is wrong', () => {
    const document = {
      ...SMALL_DOCUMENT,
      facets: {
        ...SMALL_DOCUMENT.facets,
        further: { codes: [{ id: 'T.cover' }, { id: 'bad id' }, { id: 'F.ok', refs: ['R9'] }, 7] },
        broken: { origin: 'Q' },
      },
      eligibility: 'none',
      appraisal: [{ id: 'V1' }, { q: 'no id' }],
      references: [{ id: 'R1', n: 1, title: 'One' }],
      synthesis_questions: [{ id: 'Q1', label: 'One', facets: ['technology', 'nothing'] }],
      evidence_grade: {
        start: { randomised: 3 },
        up: [{ if: 'the moon is full', add: 1 }],
        down: [{ if: 'k_studies < 5', add: -2 }],
      },
    };
    expect(kinds(document)).toEqual([
      'facets.further.T.cover: code-twice',
      'facets.further.codes.id: malformed',
      'facets.further.codes.: malformed',
      'facets.broken.origin: malformed',
      'evidence_grade.up.0: unknown-condition',
      'eligibility: malformed',
      'appraisal.1.id: malformed',
      'synthesis_questions.Q1: unknown-facet',
      'facets.further.F.ok: unknown-reference',
      ...DEFAULT_GRADE_RULE_DESIGNS.slice(1).map(() => 'evidence_grade.start: design-without-start'),
    ]);
    const { codebook, complaints } = readCodebook(document);
    expect(codeOf(codebook, 'F.ok')).toBeDefined();
    expect(codebook.gradeRule).toMatchObject({ fewStudies: { below: 5, add: -2 }, largeEffect: null });
    for (const complaint of complaints) {
      expect(hasText(`evidence.complaint.${complaint.kind}`)).toBe(true);
      expect(tellComplaint('zh', complaint)).not.toMatch(/\{\w+\}/);
    }
  });

  test('and without codes is none', () => {
    for (const document of [
      null,
      'text',
      [],
      {},
      { meta: { id: 'x' } },
      { meta: { id: 'x' }, facets: { a: {} } },
    ])
      expect(() => readCodebook(document)).toThrow('E-CBK-001');
  });
});

const DEFAULT_GRADE_RULE_DESIGNS = Object.keys(DEFAULT_GRADE_RULE.start);

describe('the codebook that is shipped', () => {
  const { codebook, complaints } = readCodebook(library('codebook.yaml'));

  test('is read without complaint and carries the rule of the program', () => {
    expect(complaints).toEqual([]);
    expect(codebook.gradeRule).toEqual(DEFAULT_GRADE_RULE);
    expect(codebook.comparators).toContain('untreated-mined');
    expect(codebook.search?.reportsCounts).toBe(false);
  });

  test('names everything in both languages, the lists of commodities and landforms apart', () => {
    const labels = [
      ...codebook.facets.flatMap(({ codes, label }) => [label, ...codes.map((code) => code.label)]),
      ...codebook.headings.map(({ label }) => label),
      ...codebook.exclusionReasons.map(({ rule }) => rule),
      ...codebook.eligibility.map(({ rule }) => rule),
      ...codebook.appraisal.map(({ question }) => question),
    ].filter(({ en, zh }) => en !== null || zh !== null);
    expect(labels.length).toBeGreaterThan(100);
    for (const { en, zh } of labels) {
      expect(en).not.toBeNull();
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
    const unnamed = codebook.facets.flatMap(({ codes }) => codes).filter(({ label }) => label.en === null);
    expect(new Set(unnamed.map(({ facet }) => facet))).toEqual(new Set(['commodity', 'landform']));
  });

  test('links technologies to measures that exist', () => {
    const { measures } = library('measures.yaml') as { measures: { id: string }[] };
    const known = new Set(measures.map(({ id }) => id));
    const links = leafCodes(codebook, 'technology').flatMap(({ planLinks }) => planLinks);
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((link) => !known.has(link))).toEqual([]);
  });

  test('says of each code whether the paper has it or we added it', () => {
    const of = (facet: string, origin: 'P' | 'X') =>
      leafCodes(codebook, facet).filter((code) => code.origin === origin).length;
    expect(of('dimension', 'X')).toBe(0);
    expect([of('technology', 'P') > 0, of('technology', 'X') > 0]).toEqual([true, true]);
    expect(of('commodity', 'P')).toBe(0);
  });
});

const GOLDEN = golden('evidence/codebook.yaml');
describeWithData('the codebook of the reviewed paper', GOLDEN, () => {
  const { codebook, complaints } = readCodebook(parse(readFileSync(GOLDEN, 'utf8')));

  test('is read without complaint', () => {
    expect(complaints).toEqual([]);
    expect(codebook.references).toHaveLength(16);
    expect(codebook.missingReferences.map(({ number }) => number)).toEqual([17, 18, 19, 20]);
    expect(codebook.headings).toHaveLength(5);
    expect(codebook.gradeRule).toEqual(DEFAULT_GRADE_RULE);
    expect(codebook.search?.reportsCounts).toBe(false);
  });

  test('shares the ids of its codes with the one that is shipped', () => {
    const own = readCodebook(library('codebook.yaml')).codebook;
    const differing = codebook.facets
      .filter(({ id }) => id !== 'commodity' && id !== 'landform')
      .flatMap(({ codes }) => codes)
      .filter(({ id, origin }) => codeOf(own, id)?.origin !== origin);
    expect(differing.map(({ id }) => id)).toEqual([]);
  });
});
