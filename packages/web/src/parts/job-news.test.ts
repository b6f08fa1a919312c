import type { Job } from 'aftermine/contract';
import { expect, test } from 'vitest';
import { jobNews, tabTitle } from './job-news.ts';

const job = (change: Partial<Job>): Job => ({
  id: 'a',
  project: 'mine',
  verb: 'demo',
  line: 'aftermine demo',
  status: 'running',
  progress: 10,
  stage: { step: 'demo', index: 1, count: 9 },
  done: 1,
  total: 10,
  etaS: null,
  created: '2026-01-01T00:00:00Z',
  started: null,
  finished: null,
  attempts: 1,
  result: null,
  log: [],
  ...change,
});
const seen = (one: Job): Map<string, Job> => new Map([[one.id, one]]);

test('a stage that ends and a season that ends are news of the project; items within a stage are not', () => {
  const first = job({});
  expect(jobNews(seen(first), [job({ done: 7, progress: 15 })]).projects).toEqual([]);
  expect(jobNews(seen(first), [job({ stage: { step: 'find', index: 2, count: 9 } })]).projects).toEqual([
    'mine',
  ]);
  const season = job({ stage: { step: 'season', index: 8, count: 9 }, done: 2 });
  expect(jobNews(seen(season), [{ ...season, done: 3 }])).toEqual({ ended: [], projects: ['mine'] });
});

test('what ended since the last look is told once; what had ended before the first is not', () => {
  const over = job({ status: 'failed' });
  expect(jobNews(null, [over])).toEqual({ ended: [], projects: [] });
  expect(jobNews(seen(job({})), [over])).toEqual({ ended: [over], projects: ['mine'] });
  expect(jobNews(seen(over), [over]).ended).toEqual([]);
  // Begun and ended between two looks.
  expect(jobNews(new Map(), [over]).ended).toEqual([over]);
});

test('the tab says what ended while nobody looked, else what runs', () => {
  expect([tabTitle(0, 0), tabTitle(2, 0), tabTitle(1, 3)]).toEqual([
    'Aftermine',
    '(2) Aftermine',
    '✓ (3) Aftermine',
  ]);
});
