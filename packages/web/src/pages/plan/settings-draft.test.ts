import { expect, test } from 'vitest';
import {
  changedKeys,
  conflictsOf,
  draftedAt,
  type SettingsDraft,
  settingAt,
  withChange,
} from './settings-draft.ts';

const saved = { plan: { budget: 900, weights: { ecology: 0.5, npv: 0.5 }, locks: [] } };

test('a change is told until it is changed back, whatever the order of its keys', () => {
  const path = ['plan', 'weights'];
  const changed = withChange({}, saved, path, { ecology: 0.7, npv: 0.3 });
  expect(draftedAt(changed, saved, path)).toEqual({ ecology: 0.7, npv: 0.3 });
  expect(withChange(changed, saved, path, { npv: 0.5, ecology: 0.5 })).toEqual({});
});

test('a key that is taken away reads as undefined, with all below it, until something is stated there again', () => {
  const withSoil = { plan: { ...saved.plan, topsoil: { stockM3: 500, haulKm: 2 } } };
  const [topsoil, stock] = [
    ['plan', 'topsoil'],
    ['plan', 'topsoil', 'stockM3'],
  ];
  const changed = withChange({}, withSoil, stock!, 800);
  const gone = withChange(changed, withSoil, topsoil!, undefined);
  expect(Object.keys(gone)).toEqual(['plan.topsoil']);
  expect(draftedAt(gone, withSoil, stock!)).toBeUndefined();
  expect(draftedAt(withChange(gone, withSoil, stock!, 700), withSoil, stock!)).toBe(700);
  expect(withChange(gone, withSoil, stock!, 500)).toEqual({});
  // What was never there needs no taking away.
  expect(withChange({}, saved, topsoil!, undefined)).toEqual({});
});

test('a limit that I lift and somebody else changes is a conflict', () => {
  const draft = withChange({}, saved, ['plan', 'budget'], undefined);
  const theirs = { plan: { ...saved.plan, budget: 800 } };
  expect(conflictsOf(draft, saved, theirs)).toEqual([{ name: 'plan.budget', mine: undefined, theirs: 800 }]);
});

test('what is not there reads as undefined, never as an error', () => {
  expect(settingAt(saved, ['plan', 'budget', 'deep', 'er'])).toBeUndefined();
  expect(settingAt(null, ['plan'])).toBeUndefined();
});

test('only what both changed to different values is a conflict', () => {
  let draft: SettingsDraft = withChange({}, saved, ['plan', 'budget'], 1000);
  draft = withChange(draft, saved, ['plan', 'years'], 6);
  const theirs = { plan: { ...saved.plan, budget: 800, horizon: 30 } };
  expect(conflictsOf(draft, saved, theirs)).toEqual([{ name: 'plan.budget', mine: 1000, theirs: 800 }]);
  expect(conflictsOf(draft, saved, { plan: { ...saved.plan, budget: 1000 } })).toEqual([]);
});

test('keys that differ are named, whichever side has them', () => {
  expect(changedKeys({ budget: 1, years: 5 }, { years: 5, budget: 2, locks: [] })).toEqual([
    'budget',
    'locks',
  ]);
  expect(changedKeys({ weights: { a: 1, b: 2 } }, { weights: { b: 2, a: 1 } })).toEqual([]);
});
