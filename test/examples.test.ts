import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../examples');

/** What each example must say. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'segment-a-series.ts': /disturbance first seen in 2004/,
  'allocate-a-budget.ts': /^optimal: value 11\.80[\s\S]*2026 dump: grassland/,
};

describe('every example runs', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.ts')))('%s', (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, name)], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(SAYS[name]!);
  });
});
