import { expect, test } from 'vitest';
import { nextStep, type Step } from './next-step.ts';

const steps = (...states: Step['state'][]): Pick<Step, 'step' | 'state'>[] =>
  (['observe', 'diagnose', 'plan', 'season', 'report'] as const).map((step, i) => ({
    step,
    state: states[i]!,
  }));

test('the first step that is open comes next', () => {
  expect(nextStep(steps('missing', 'missing', 'missing', 'done', 'missing'), 0)).toBe('observe');
  expect(nextStep(steps('done', 'stale', 'done', 'done', 'done'), 3)).toBe('diagnose');
});

test('alerts come before reports, and a season only after a plan', () => {
  expect(nextStep(steps('done', 'done', 'done', 'done', 'stale'), 2)).toBe('alerts');
  expect(nextStep(steps('done', 'done', 'done', 'done', 'stale'), 0)).toBe('report');
  expect(nextStep(steps('done', 'done', 'missing', 'missing', 'done'), 0)).toBe('plan');
  expect(nextStep(steps('done', 'done', 'done', 'stale', 'done'), 5)).toBe('season');
});

test('a season that waits for its pictures is not asked for', () => {
  expect(nextStep(steps('done', 'done', 'done', 'waiting', 'done'), 0)).toBeNull();
  expect(nextStep(steps('done', 'done', 'done', 'waiting', 'missing'), 0)).toBe('report');
});

test('nothing comes next where everything is up to date', () => {
  expect(nextStep(steps('done', 'done', 'done', 'done', 'done'), 0)).toBeNull();
});
