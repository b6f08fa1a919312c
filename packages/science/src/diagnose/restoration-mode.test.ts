import { expect, test } from 'vitest';
import { catalogue, isUnknown, unknown } from '../base/index.ts';
import { type RestorationFacts, restorationMode } from './restoration-mode.ts';
import { shelfordGate } from './shelford-gate.ts';
import type { IndicatorValue } from './types.ts';

const known = (value: number): IndicatorValue => ({
  kind: 'known',
  value,
  low: null,
  high: null,
  evidence: { kind: 'samples', source: 'S1', count: 6 },
});
const tolerances = {
  precipitation: { low: 400, high: null, verified: true },
  'soil-depth': { low: 30, high: null, verified: true },
} as const;
const site = (precipitation: number, depth: number | null) =>
  shelfordGate(
    {
      precipitation: known(precipitation),
      'soil-depth': depth === null ? unknown('no-samples') : known(depth),
    },
    tolerances,
  );
const good: RestorationFacts = {
  contamination: 'pass',
  shelford: site(500, 60),
  basicFarmland: false,
  gap: -0.2,
  growthPerYear: 0.03,
  relapseShare: 0,
  novelAccepted: false,
};
const seen = new Set<string>();
function modeOf(change: Partial<RestorationFacts>): string {
  const choice = restorationMode({ ...good, ...change });
  if (isUnknown(choice)) return `unknown ${choice.reason}`;
  seen.add(choice.reason);
  return `${choice.mode} ${choice.reason}${choice.provisional ? ' (provisional)' : ''}`;
}

test('gates come before vegetation: contamination, then what cannot be lifted, then what can', () => {
  const all = { contamination: 'fail', shelford: site(200, 10), gap: 0 } as const;
  expect(modeOf(all)).toBe('conversion contaminated');
  expect(modeOf({ ...all, contamination: 'pass' })).toBe('conversion unliftable');
  expect(modeOf({ shelford: site(500, 10), gap: 0 })).toBe('ecological-reconstruction outside-tolerance');
});

test('basic farmland is never converted', () => {
  expect(modeOf({ contamination: 'fail', basicFarmland: true })).toBe(
    'ecological-reconstruction contaminated-farmland',
  );
  expect(modeOf({ shelford: site(200, 60), basicFarmland: true })).toBe(
    'ecological-reconstruction unliftable-farmland',
  );
});

test('a gap of 0.2 at 0.03 a year closes in 7 years, at 0.01 in 20', () => {
  const choice = restorationMode(good);
  expect(choice).toEqual({
    mode: 'natural-recovery',
    reason: 'closing',
    params: { years: 7 },
    provisional: false,
  });
  expect(modeOf({})).toBe('natural-recovery closing');
  expect(modeOf({ growthPerYear: 0.01 })).toBe('assisted-regeneration too-slow');
  expect(modeOf({ gap: -0.1, growthPerYear: -1 })).toBe('natural-recovery near-reference');
});

test('not growing: assisted, or rebuilt where there is nothing to assist', () => {
  expect(modeOf({ growthPerYear: 0 })).toBe('assisted-regeneration not-growing');
  expect(modeOf({ growthPerYear: 0, gap: -0.3 })).toBe('assisted-regeneration not-growing');
  expect(modeOf({ growthPerYear: 0, gap: -0.31 })).toBe('ecological-reconstruction nothing-to-assist');
  expect(modeOf({ relapseShare: 0.6 })).toBe('assisted-regeneration planting-failed');
});

test('a novel ecosystem that was accepted is not held against the reference', () => {
  expect(modeOf({ novelAccepted: true, gap: -0.9 })).toBe('natural-recovery novel-accepted');
  expect(modeOf({ novelAccepted: true, gap: unknown('no-reference-value') })).toBe(
    'natural-recovery novel-accepted',
  );
  expect(modeOf({ novelAccepted: true, growthPerYear: -0.01 })).toBe('assisted-regeneration novel-declining');
  expect(modeOf({ novelAccepted: true, shelford: site(500, 10) })).toBe(
    'ecological-reconstruction outside-tolerance',
  );
});

test('open questions make a mode provisional, or leave it unknown', () => {
  expect(modeOf({ contamination: 'insufficient' })).toBe('natural-recovery closing (provisional)');
  expect(modeOf({ shelford: site(500, null) })).toBe('natural-recovery closing (provisional)');
  expect(modeOf({ growthPerYear: unknown('too-few-years') })).toBe(
    'assisted-regeneration behind-reference (provisional)',
  );
  expect(modeOf({ gap: unknown('no-reference-value') })).toBe('unknown mode-undecided');
  expect(modeOf({ contamination: 'insufficient', shelford: site(200, 60) })).toBe('conversion unliftable');
});

test('every reason given has its sentence', () => {
  expect(seen.size).toBe(14);
  expect([...seen].filter((reason) => !(`mode-reason.${reason}` in catalogue))).toEqual([]);
});
