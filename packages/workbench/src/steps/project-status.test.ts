import { expect, test } from 'vitest';
import { seasonStatus } from './project-status.ts';

const PLAN = { start: 2025, units: 10, chosen: 6, libraryHash: undefined };

test('before the first season nothing is done, and the step says what it waits for', () => {
  expect(seasonStatus({ years: [2024] }, null, [], [])).toMatchObject({
    state: 'waiting',
    key: 'status.season-needs-plan',
  });
  expect(seasonStatus({ years: [2024] }, PLAN, [], [])).toMatchObject({
    state: 'waiting',
    key: 'status.season-waits',
    params: { next: 2025 },
  });
  expect(seasonStatus(null, PLAN, [], []).state).toBe('waiting');
  expect(seasonStatus({ years: [2024, 2025] }, PLAN, [], [])).toMatchObject({
    state: 'missing',
    key: 'status.season-first',
  });
});

test('after a season it is done until the pictures of the next are there', () => {
  expect(seasonStatus({ years: [2024, 2025] }, PLAN, [2025], [])).toMatchObject({
    state: 'done',
    key: 'status.season',
    params: { last: 2025, next: 2026, open: 0 },
  });
  expect(seasonStatus({ years: [2025, 2026] }, PLAN, [2025], []).state).toBe('stale');
});
