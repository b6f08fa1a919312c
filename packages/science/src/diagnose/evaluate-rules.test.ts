import { describe, expect, test } from 'vitest';
import { catalogue, unknown } from '../base/index.ts';
import { INDICATOR_IDS, type IndicatorId } from './declare.ts';
import { evaluateRules } from './evaluate-rules.ts';
import { FINDING_RULES } from './rules.ts';
import type { IndicatorValue } from './types.ts';

const nothing = Object.fromEntries(INDICATOR_IDS.map((id) => [id, unknown('no-samples')])) as Record<
  IndicatorId,
  IndicatorValue
>;

const known = (value: number, low: number | null, high: number | null, count = 5): IndicatorValue => ({
  kind: 'known',
  value,
  low,
  high,
  evidence: { kind: 'samples', source: 'inputs/samples.csv', count },
});

const rules = FINDING_RULES.filter(({ id }) => id === 'thin-soil');

describe('evaluateRules', () => {
  test('a value beyond the limit is a problem, a value at the limit is none', () => {
    const at = (depth: number) =>
      evaluateRules('U1', 'forest', { ...nothing, 'soil-depth': known(depth, depth, depth) }, rules);
    expect(at(29)).toMatchObject([{ id: 'U1:thin-soil', verdict: 'problem', severity: 'major' }]);
    expect(at(30)).toEqual([]);
    expect(at(9)).toMatchObject([{ severity: 'critical' }]);
  });

  test('the limit goes by the target land, and a land without a limit is not judged', () => {
    const soil = { ...nothing, 'soil-depth': known(60, 55, 65) };
    expect(evaluateRules('U1', 'grassland', soil, rules)).toEqual([]);
    expect(evaluateRules('U1', 'irrigated-cropland', soil, rules)).toHaveLength(1);
    expect(evaluateRules('U1', 'construction', soil, rules)).toEqual([]);
  });

  test('confidence falls with few samples, an unread limit and a spread across the limit', () => {
    const confidence = (target: 'forest' | 'orchard', low: number, high: number, count: number) =>
      evaluateRules('U1', target, { ...nothing, 'soil-depth': known(20, low, high, count) }, rules)[0]
        ?.confidence;
    expect(confidence('forest', 15, 25, 5)).toBe('high');
    expect(confidence('forest', 15, 35, 5)).toBe('medium');
    expect(confidence('forest', 15, 35, 2)).toBe('low');
    expect(confidence('orchard', 15, 25, 5)).toBe('medium');
  });

  test('what a project states replaces the limit and counts as read', () => {
    const soil = { ...nothing, 'soil-depth': known(45, 40, 48) };
    const [finding] = evaluateRules('U1', 'orchard', soil, rules, { 'thin-soil': { limit: 50 } });
    expect(finding).toMatchObject({
      limitSource: 'project-settings',
      limitVerified: true,
      confidence: 'high',
    });
    expect(evaluateRules('U1', 'orchard', soil, rules, { 'thin-soil': { off: true } })).toEqual([]);
  });

  test('an unknown indicator leaves one undecided finding per factor, unless the factor has a problem', () => {
    const quality = FINDING_RULES.filter(({ factor }) => factor === 'soil-quality');
    expect(evaluateRules('U1', 'grassland', nothing, quality)).toMatchObject([
      { verdict: 'insufficient', reason: { reason: 'no-samples' } },
    ]);
    expect(evaluateRules('U1', 'grassland', { ...nothing, ph: known(3.5, 3, 4) }, quality)).toMatchObject([
      { rule: 'acid-soil', verdict: 'problem', severity: 'major' },
    ]);
  });

  test('every rule has its words in the catalogue', () => {
    const texts = Object.keys(catalogue);
    for (const rule of FINDING_RULES) {
      const keys = [
        `rule.${rule.id}`,
        `finding.${rule.id}`,
        `factor.${rule.factor}`,
        `indicator.${rule.indicator}`,
        ...rule.measures.map((id) => `measure.${id}`),
        ...rule.wouldChange.map((id) => `change.${id}`),
      ];
      expect(keys.filter((key) => !texts.includes(key))).toEqual([]);
    }
  });
});
