import { expect, test } from 'vitest';
import type { GameOutcome } from '../../../choice/index.ts';
import { planSettingsSchema } from '../../../plan/index.ts';
import { effortChecks } from './effort-checks.ts';
import { effortGames, playAll } from './effort-plays.ts';
import { policySettingsSchema } from './policy-settings.ts';

const games = effortGames(planSettingsSchema.parse({}).games, 0.05, policySettingsSchema.parse({}));
const plays = playAll(games);

/** Names of the checks that do not hold. */
function broken(tampered: Partial<Record<'nash' | 'stackelberg' | 'cooperative', GameOutcome>>): string[] {
  return effortChecks(games, { ...plays, ...tampered })
    .filter(({ holds }) => !holds)
    .map(({ name }) => name.replace('policy.check.', ''));
}

test('right outcomes pass, by hand 0.2 and 0.3 lost for 0.1 of effort', () => {
  expect(broken({})).toEqual([]);
  const lost = new Map(effortChecks(games, plays).map(({ name, got }) => [name, got]));
  expect(lost.get('policy.check.deviation.government')).toBeCloseTo(0.2, 9);
  expect(lost.get('policy.check.deviation.enterprise')).toBeCloseTo(0.3, 9);
});

test('a wrong value, effort, share or joint effort is found', () => {
  const { nash, stackelberg, cooperative } = plays;
  const off = { ...nash, values: { ...nash.values, government: nash.values.government + 0.01 } };
  expect(broken({ nash: off })).toContain('value.government');
  const lazy = { ...nash, efforts: { ...nash.efforts, enterprise: nash.efforts.enterprise - 0.01 } };
  expect(broken({ nash: lazy })).toEqual(expect.arrayContaining(['deviation.enterprise']));
  expect(broken({ stackelberg: { ...stackelberg, costShare: 0.55 } })).toEqual(['leader-share']);
  const less = {
    ...cooperative,
    efforts: { ...cooperative.efforts, government: 3.7 },
  };
  expect(broken({ cooperative: less })).toContain('deviation.joint.government');
});
