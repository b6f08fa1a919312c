import { expect, test } from 'vitest';
import { chance, hasText, seedOf } from '../../../base/index.ts';
import { planSettingsSchema } from '../../../plan/index.ts';
import { policySentence } from './policy-finding.ts';
import { type PolicyPanel, policyPanel } from './policy-panel.ts';
import { policySettingsSchema } from './policy-settings.ts';

const TOPICS = ['effort', 'concession', 'holding', 'threshold', 'upkeep', 'compliance'] as const;
const usual = policySettingsSchema.parse({});
const byDefault = policyPanel();

function findingsOf(panel: PolicyPanel) {
  return [...panel.notices, ...TOPICS.flatMap((topic) => panel[topic].findings)];
}

function keysOf(panel: PolicyPanel): string[] {
  return findingsOf(panel).map(({ key }) => key.replace('policy.finding.', ''));
}

test('with its defaults every check holds, and each part has some', () => {
  expect(byDefault.failed).toEqual([]);
  for (const topic of TOPICS) expect(byDefault[topic].checks.length).toBeGreaterThan(1);
  expect(byDefault.known.length).toBe(21);
  for (const { error } of byDefault.known) expect(error).toBeLessThan(1e-6);
});

test('the directions of the literature: three hold as reported, the fourth where the subsidy is no money from outside', () => {
  const findings = new Map(findingsOf(byDefault).map(({ key, agrees }) => [key, agrees]));
  expect(findings.get('policy.finding.outcome-incentive.makes')).toBe(true);
  expect(findings.get('policy.finding.altruism.pareto')).toBe(true);
  expect(findings.get('policy.finding.concession.both')).toBe(true);
  expect(findings.get('policy.finding.process-subsidy.inside')).toBe(true);
  expect(findings.get('policy.finding.process-subsidy.outside')).toBe(false);
});

test('it first says that it never schedules, and how many figures nobody has stated', () => {
  expect(policySentence('en', byDefault.notices[0]!)).toContain('none of them sets the schedule');
  const all = byDefault.parameters.length;
  expect(byDefault.notices[1]!.params).toEqual({ usual: all, all });
  const games = { ...planSettingsSchema.parse({}).games, fine: 6 };
  const stated = policyPanel({ games, policy: { ...usual, processSubsidy: 0.3 } });
  expect(stated.parameters.filter(({ isDefault }) => !isDefault).map(({ path }) => path)).toEqual([
    'plan.games.fine',
    'policy.processSubsidy',
  ]);
  expect(keysOf(policyPanel({ discountRate: 0 }))).toContain('least-rate');
});

test('other figures bring other sentences', () => {
  const games = planSettingsSchema.parse({}).games;
  const greedy = keysOf(policyPanel({ games: { ...games, benefitEnterprise: 5, qualityBenefit: 3 } }));
  expect(greedy).toContain('led.nothing');
  expect(greedy).toContain('compliance.no-mix');
  const other = keysOf(
    policyPanel({
      policy: {
        ...usual,
        altruism: { government: 1, enterprise: 0 },
        outcomeIncentive: { government: 0, enterprise: 0 },
        concession: { ...usual.concession, industry: { ...usual.concession.industry, publicIncome: 0 } },
        threshold: { ...usual.threshold, effortCost: 3 },
      },
    }),
  );
  expect(other).toEqual(
    expect.arrayContaining([
      'altruism.one-sided',
      'outcome-incentive.short',
      'concession.government-not',
      'threshold.always',
    ]),
  );
  expect(other.some((key) => key.startsWith('equal-money'))).toBe(false);
});

test('a unit brings what its filter has learned, and its own advice', () => {
  const recovery = usual.upkeep.recovery;
  const panel = policyPanel({
    units: [
      { unit: 'A1', state: 'bare', recovery },
      { unit: 'A2', state: 'bare', recovery: { rate: 0.5, asymptote: 0.9, survival: 0.8 } },
    ],
  });
  const [same, fast] = panel.upkeep.units;
  expect(same!.plan.advice).toEqual(panel.upkeep.plan.advice);
  expect(same!.plan.advice[0]!.action).toBe('replant');
  expect(fast!.plan.advice[0]!.action).toBe('wait');
  expect(fast!.outlook[0]).toEqual([1, 0, 0, 0, 0]);
});

test('any figures: every number is finite, every text is there in both languages, and every check holds', () => {
  const { uniform } = chance(seedOf(20, 'policy-panel'));
  for (let round = 0; round < 6; round += 1) {
    // Figures up to a third more or less; shares stay shares
    const jittered = (value: unknown): unknown => {
      if (typeof value === 'number') {
        const moved = value * (1 + (2 * uniform() - 1) / 3);
        return value <= 1 ? Math.min(0.95, moved) : moved;
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, jittered(inner)]));
    };
    const games = planSettingsSchema.parse({ games: jittered(planSettingsSchema.parse({}).games) }).games;
    const { bands, ...upkeep } = usual.upkeep;
    const policy = policySettingsSchema.parse({
      ...(jittered({ ...usual, upkeep }) as object),
    });
    const panel = policyPanel({
      games,
      discountRate: 0.1 * uniform(),
      policy: { ...policy, upkeep: { ...policy.upkeep, bands } },
    });
    expect(panel.failed).toEqual([]);
    JSON.stringify(panel, (_, value: unknown) => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      return value;
    });
    for (const finding of findingsOf(panel))
      for (const language of ['en', 'zh'] as const)
        expect(policySentence(language, finding)).not.toMatch(/policy\.|\{\w+\}|NaN|undefined/);
    for (const { name } of [...panel.parameters, ...TOPICS.flatMap((topic) => panel[topic].checks)])
      expect(hasText(name) ? '' : name).toBe('');
  }
});
