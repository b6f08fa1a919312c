import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** `npm run check`: everything about the house that is not a test of behaviour. Runs all, then says what failed. */
const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'ci', '.'],
  ['types: science', 'tsc', '-p', 'packages/science'],
  ['types: workbench', 'tsc', '-p', 'packages/workbench'],
  ['types: web', 'tsc', '-p', 'packages/web'],
  ['types: tests, bench, scripts', 'tsc', '-p', 'tsconfig.json'],
  [
    'architecture, docs parity, both languages',
    'vitest',
    'run',
    'test/architecture.test.ts',
    'test/docs.test.ts',
    'test/catalogue.test.ts',
  ],
];

const root = resolve(import.meta.dirname, '..');
const failed: string[] = [];
for (const [name, command, ...args] of checks) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) failed.push(name);
}
console.log(
  failed.length === 0 ? `\ncheck: all ${checks.length} green` : `\ncheck: FAILED: ${failed.join('; ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);
