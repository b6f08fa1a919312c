import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../examples');

describe('every example runs', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.ts')))('%s', (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, name)], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/disturbance first seen in 2004/);
  });
});
