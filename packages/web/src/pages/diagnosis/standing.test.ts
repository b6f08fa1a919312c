import { expect, test } from 'vitest';
import { riskRank, STANDINGS, standingOf } from './standing.ts';

const problem = (severity: 'critical' | 'major' | 'minor' | 'info') => ({
  verdict: 'problem' as const,
  severity,
});
const question = { verdict: 'insufficient' as const, severity: 'critical' as const };

test('a unit stands as its gravest problem, and a question alone is no problem', () => {
  expect(standingOf([problem('minor'), problem('critical'), problem('major')])).toBe('critical');
  expect(standingOf([problem('minor'), question])).toBe('minor');
  expect(standingOf([question])).toBe('open');
  expect(standingOf([])).toBe('clean');
});

test('no need, however great, outranks a graver danger', () => {
  STANDINGS.slice(1).forEach((milder, i) => {
    expect(riskRank(STANDINGS[i]!, 0)).toBeGreaterThan(riskRank(milder, 1));
  });
  expect(riskRank('minor', 0.9)).toBeGreaterThan(riskRank('minor', 0.1));
  expect(riskRank('minor', null)).toBe(riskRank('minor', 0));
});
