import { expect, test } from 'vitest';
import { irrelevantRun } from './irrelevant-run.ts';
import { expectedIncluded, safeHeuristic } from './safe-heuristic.ts';
import { stoppingSignals } from './stopping-signals.ts';

const no = (count: number): boolean[] => new Array<boolean>(count).fill(false);

test('the run counts what came after the last find, all when there was none', () => {
  expect(irrelevantRun([true, false, true, false, false], 2)).toEqual({
    length: 2,
    needed: 2,
    reached: true,
  });
  expect(irrelevantRun(no(7), 8)).toEqual({ length: 7, needed: 8, reached: false });
  expect(irrelevantRun([true]).length).toBe(0);
});

test('SAFE by hand: 500 records, 2 of 25 sampled were relevant: 40 expected, 80 to be screened at least', () => {
  const expected = expectedIncluded({ screened: 25, included: 2 }, 500);
  expect(expected).toBe(40);
  const found = [true, true, ...no(50)];
  const safe = safeHeuristic(found, 500, { expectedIncluded: expected, keyPapers: { named: 2, found: 2 } });
  expect(safe.conditions).toEqual([
    { name: 'key-papers', have: 2, need: 2, met: true },
    { name: 'twice-expected', have: 52, need: 80, met: false },
    { name: 'least-share', have: 52, need: 50, met: true },
    { name: 'irrelevant-run', have: 50, need: 50, met: true },
  ]);
  expect(safe.allMet).toBe(false);
  const later = safeHeuristic([...found, ...no(28)], 500, {
    expectedIncluded: expected,
    keyPapers: { named: 2, found: 2 },
  });
  expect(later.allMet).toBe(true);
});

test('a condition nobody gave the ground for is unknown, and then not all are met', () => {
  const safe = safeHeuristic([true, ...no(400)], 500);
  expect(safe.conditions.map(({ met }) => (typeof met === 'boolean' ? met : met.reason))).toEqual([
    'no-key-papers-named',
    'no-random-sample',
    true,
    true,
  ]);
  expect(safe.allMet).toBe(false);
  expect(expectedIncluded({ screened: 0, included: 0 }, 500)).toMatchObject({ reason: 'no-random-sample' });
});

test('the three signals stand side by side and nothing sums them up', () => {
  const signals = stoppingSignals([true, ...no(120)], 1000, { run: 120 });
  expect(signals).toMatchObject({ screened: 121, found: 1, total: 1000, irrelevantRun: { reached: true } });
  expect(Object.keys(signals).sort()).toEqual([
    'found',
    'irrelevantRun',
    'recallTest',
    'safe',
    'screened',
    'total',
  ]);
});

test('one more find ends a run and never lets a signal come nearer', () => {
  const before = stoppingSignals([true, ...no(200)], 300);
  const after = stoppingSignals([true, ...no(200), true], 300);
  expect(before.irrelevantRun.length).toBe(200);
  expect(after.irrelevantRun.length).toBe(0);
  expect((after.recallTest as { p: number }).p).toBeGreaterThan((before.recallTest as { p: number }).p);
});
