import type { Job } from 'aftermine/contract';
import { expect, test } from 'vitest';
import { laterJob } from './follow-job.ts';

const job = (id: string, progress: number, status: Job['status'] = 'running'): Job => ({
  id,
  project: 'p',
  verb: 'observe',
  line: 'aftermine observe',
  status,
  progress,
  stage: null,
  done: null,
  total: null,
  etaS: null,
  created: '2026-01-01T00:00:00Z',
  started: null,
  finished: null,
  attempts: 1,
  result: null,
  log: [],
});

test('progress never goes back while everything else is told as it is now', () => {
  const after = laterJob(job('a', 60), job('a', 20, 'accepted'));
  expect(after.progress).toBe(60);
  expect(after.status).toBe('accepted');
});

test('another job begins with its own progress', () => {
  expect(laterJob(job('a', 60), job('b', 5)).progress).toBe(5);
  expect(laterJob(null, job('a', 7)).progress).toBe(7);
});
