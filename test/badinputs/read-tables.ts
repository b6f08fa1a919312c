import { readFileSync } from 'node:fs';
import { AftermineError } from '@aftermine/science/base';
import { FileSamples } from '../../packages/workbench/src/adapters/tables/read-samples.ts';
import { readTextVectors } from '../../packages/workbench/src/adapters/vectors/read-text-vectors.ts';

// Reads each file named on the command line as polygons and as samples, and prints one JSON line about it; any other
// end is a crash.
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    (value) => (value === null ? 'not read' : 'read'),
    (error: unknown) => {
      if (error instanceof AftermineError) return error.code;
      throw error;
    },
  );
for (const path of process.argv.slice(2)) {
  const started = performance.now();
  const head = readFileSync(path).toString('latin1', 0, 64);
  const polygons = await outcome(readTextVectors(path, head));
  const samples = await outcome(new FileSamples().read(path));
  process.stdout.write(
    `${JSON.stringify({ path, polygons, samples, elapsedMs: Math.round(performance.now() - started) })}\n`,
  );
}
