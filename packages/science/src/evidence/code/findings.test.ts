import { describe, expect, test } from 'vitest';
import { isUnknown, type Unknown } from '../../base/index.ts';
import { effectsOfFindings } from './effects-of-findings.ts';
import { isCitable } from './finding.ts';
import { readFindings } from './read-findings.ts';
import { ROW, SMALL_CODEBOOK } from './small-codebook.fixture.ts';
import { synthesiseFindings } from './synthesise-findings.ts';

const read = (...rows: readonly unknown[]) => readFindings(rows, SMALL_CODEBOOK);
const known = <T>(value: T | Unknown): T => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
};
const effects = (indicator: { effect: 'lnRR' | 'MD' | 'OR' | null }, ...rows: readonly object[]) =>
  effectsOfFindings(read(...rows.map((row, i) => ({ ...ROW, paper: `p${i}`, ...row }))).findings, indicator);

describe('findings', () => {
  test('come from a table of text as well as from a document', () => {
    const text = Object.fromEntries(Object.entries(ROW).map(([key, value]) => [key, String(value)]));
    const [a, b] = [read(ROW), read({ ...text, sd1: ' 1.5 ', quote: '' })];
    expect(b.findings).toEqual(a.findings);
    expect(a.complaints).toEqual([]);
    expect(a.findings[0]).toMatchObject({
      id: 'p1#0',
      comparator: 'untreated-mined',
      numbers: { kind: 'means', spread: 'sd' },
      site: { climate: 'BSk', region: null },
    });
  });

  test('that cannot be used are left out and told; one without locator is kept, but not citable', () => {
    const { findings, complaints } = read(
      { ...ROW, id: 'a' },
      { ...ROW, id: 'a' },
      { ...ROW, measure_code: 'I.soc' },
      { ...ROW, measure_code: undefined },
      { ...ROW, paper: undefined },
      { ...ROW, comparator: 'nothing' },
      { ...ROW, design: 'guess' },
      { ...ROW, sd1: -1 },
      { ...ROW, m1: '1,5' },
      { ...ROW, id: 'b', locator: '' },
      'no row',
    );
    expect(complaints.map(({ where, kind }) => `${where} ${kind}`)).toEqual([
      'findings.1 finding-twice',
      'findings.2 not-of-facet',
      'findings.3 not-of-facet',
      'findings.4 no-paper',
      'findings.5 not-in-list',
      'findings.6 not-in-list',
      'findings.7 impossible-numbers',
      'findings.8.m1 malformed',
      'findings.9 finding-without-locator',
      'findings.10. malformed',
    ]);
    expect(findings.map((finding) => [finding.id, isCitable(finding)])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('take their validity from the appraisal, where there is one', () => {
    const [finding] = read({ ...ROW, appraisal: { V1: 'no', V2: 'no', V3: 'yes', V4: 'no' } }).findings;
    expect(finding!.validity).toBe('low');
  });
});

describe('their effects', () => {
  test('are response ratios, or differences where a mean is not above 0', () => {
    expect(effects({ effect: null }, {}).measure).toBe('lnRR');
    const mixed = effects({ effect: null }, {}, { m2: 0 });
    expect(mixed.measure).toBe('MD');
    expect(mixed.effects.map(({ estimate }) => estimate)).toEqual([4, 12]);
  });

  test('of pH are differences, whatever the means', () => {
    expect(effects({ effect: 'MD' }, {}).measure).toBe('MD');
  });

  test('of survival are odds ratios, from counts or from shares', () => {
    const { measure, effects: list } = effects(
      { effect: 'OR' },
      { m1: undefined, events1: 8, without1: 2, events2: 5, without2: 5 },
      { m1: 0.8, n1: 10, m2: 0.5, n2: 10 },
    );
    expect(measure).toBe('logOR');
    expect(list.map(({ estimate }) => estimate)).toEqual([Math.log(4), Math.log(4)]);
  });

  test('make a standard deviation of what papers print', () => {
    const variance = (kind: string, sd: number): number =>
      effects({ effect: null }, { se_reported_as: kind, sd1: sd, sd2: sd }).effects[0]!.variance;
    const plain = variance('sd', 1.2);
    expect(variance('se', 1.2 / Math.sqrt(6))).toBeCloseTo(plain, 12);
    // Half of a 95 % interval with 5 degrees of freedom: 2.570581835 standard errors
    expect(variance('ci95', (2.570581835636314 * 1.2) / Math.sqrt(6))).toBeCloseTo(plain, 12);
    expect(variance('iqr', 1.3489795003921634 * 1.2)).toBeCloseTo(plain, 12);
    expect(effects({ effect: null }, { se_reported_as: 'unknown' }).leftOut[0]!.reason.reason).toBe(
      'spread-kind-unknown',
    );
  });

  test('of another measure, or without numbers, are left out and told', () => {
    const { effects: list, leftOut } = effects(
      { effect: null },
      {},
      { m1: undefined, effect_measure: 'SMD', estimate: 1, variance: 0.2 },
      { m1: undefined, effect_measure: 'lnRR', estimate: 0.3, variance: 0.01 },
      { m1: undefined },
    );
    expect(list.map(({ finding }) => finding.paper)).toEqual(['p0', 'p2']);
    expect(leftOut.map(({ reason }) => reason.reason)).toEqual(['other-measure', 'no-numbers']);
  });
});

describe('a synthesis', () => {
  const rows = [
    ROW,
    { ...ROW, m1: 13 },
    { ...ROW, paper: 'p2', design: 'baci', m1: 11 },
    { ...ROW, paper: 'p3', comparator: 'before', m1: 12.5 },
    { ...ROW, paper: 'p4', comparator: 'reference_undisturbed', m1: 6 },
    { ...ROW, paper: 'p5', locator: undefined },
    { ...ROW, paper: 'p6', measure_code: 'T.lime' },
  ];
  const { findings } = read(...rows);
  const site = { climate: 'BSk', commodity: 'iron', landform: null };
  const synthesis = synthesiseFindings('T.cover', 'I.soc', findings, SMALL_CODEBOOK, site);

  test('pools papers, not findings, and only those that answer the question', () => {
    expect(synthesis).toMatchObject({ papers: 3, effectMeasure: 'lnRR' });
    expect(synthesis.effects.map(({ study, findings: n }) => [study, n])).toEqual([
      ['p1', 2],
      ['p2', 1],
      ['p3', 1],
    ]);
    expect(known(synthesis.pooled).k).toBe(3);
    expect(synthesis.leftOut.map(({ finding, reason }) => [finding, reason.reason])).toEqual([
      ['p4#4', 'other-comparator'],
      ['p5#5', 'not-citable'],
    ]);
  });

  test('grades what it pooled', () => {
    // Randomised and BACI, three papers that agree, high validity, same climate; lnRR about 0.4
    expect(synthesis.grade.reasons.map(({ rule }) => rule)).toEqual(['start']);
    expect(synthesis.grade.grade).toMatch(/[AB]/);
    const elsewhere = synthesiseFindings('T.cover', 'I.soc', findings, SMALL_CODEBOOK, {
      climate: 'Cfa',
      commodity: 'gold',
      landform: null,
    });
    expect(elsewhere.grade.score).toBe(synthesis.grade.score - 1);
  });

  test('of nothing is grade E', () => {
    const none = synthesiseFindings('T.wetland', 'I.ph', findings, SMALL_CODEBOOK);
    expect(none).toMatchObject({ papers: 0, grade: { grade: 'E' }, pooled: { reason: 'no-effects' } });
  });

  test('has other inputs as soon as one of its findings changes, and no others', () => {
    const again = (list: typeof findings) =>
      synthesiseFindings('T.cover', 'I.soc', list, SMALL_CODEBOOK, site).inputs;
    expect(again([...findings].reverse())).toBe(synthesis.inputs);
    expect(again(findings.filter(({ measure }) => measure === 'T.cover'))).toBe(synthesis.inputs);
    expect(again(findings.map((one, i) => (i === 0 ? { ...one, locator: 'Table 3' } : one)))).not.toBe(
      synthesis.inputs,
    );
  });
});
