import type { LedgerEntry, LedgerKind } from '@aftermine/science/control';
import { expect, test } from 'vitest';
import { closingNeeds } from './closing-needs.ts';

const needs = (...kinds: LedgerKind[]) => closingNeeds(kinds.map((kind) => ({ kind }) as LedgerEntry));

test('closing is ready with evidence and a re-check that passed', () => {
  expect(needs('raised', 'action-added', 'evidence-added', 'rectified', 'recheck-passed')).toEqual({
    evidence: 1,
    recheck: 'passed',
    ready: true,
  });
});

test('evidence alone, or a re-check alone, is not enough', () => {
  expect(needs('raised', 'evidence-added', 'rectified').ready).toBe(false);
  expect(needs('raised', 'rectified', 'recheck-passed').ready).toBe(false);
});

test('a re-check counts for the work it looked at: done again or opened again, it has to come again', () => {
  const passed = ['evidence-added', 'rectified', 'recheck-passed'] as const;
  expect(needs(...passed, 'closed', 'reopened')).toMatchObject({ recheck: null, ready: false });
  expect(needs(...passed, 'rectified')).toMatchObject({ recheck: null, ready: false });
});
