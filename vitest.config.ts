import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const BROWSER = 'test/browser/**/*.test.ts';
const PURE = 'packages/{science,web}/src/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Every core: by itself it would leave one idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    globalSetup: ['test/shared-folder.ts'],
    projects: [
      {
        // Numbers in, numbers out: nothing is left behind for the next file, so it needs no process of its own.
        extends: true,
        test: { name: 'pure', include: [PURE], isolate: false, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'all',
          include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [PURE, BROWSER, '**/node_modules/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A browser and a server need the machine to themselves: they come last, one file after the other.
        extends: true,
        test: { name: 'browser', include: [BROWSER], fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
