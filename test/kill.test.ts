import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killRuns } from '../scripts/kill-runs.ts';
import { makeSmallProject } from './small-project.ts';

let work: string;
let template: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'aftermine-kill-'));
  template = await makeSmallProject(join(work, 'template'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('a run killed at a random instant goes on where it was, and every file and table is identical', async () => {
  const report = await killRuns(template, work, 3, 11);
  expect(report.differences).toEqual([]);
  expect(report.identical).toBe(3);
  expect(report.interrupted).toBeGreaterThan(0);
}, 180_000);
