import { AftermineError } from '@aftermine/science/base';
import { checkPolygons } from '@aftermine/science/site';
import { FileVectors } from '../../packages/workbench/src/adapters/vectors/file-vectors.ts';

// Reads each file named on the command line and prints one JSON line about it; any other end is a crash.
const vectors = new FileVectors();
for (const path of process.argv.slice(2)) {
  const started = performance.now();
  const outcome = await vectors.read(path).then(
    ({ set, warnings }) => ({
      features: set.features.length,
      crs: set.crs,
      warnings: warnings.map((warning) => warning.key),
      problems: set.features.flatMap((feature) =>
        checkPolygons(feature.geometry, set.crs ?? 'EPSG:4326').map(({ check, where }) => ({ check, where })),
      ),
    }),
    (error: unknown) => {
      if (error instanceof AftermineError) return { code: error.code };
      throw error;
    },
  );
  process.stdout.write(
    `${JSON.stringify({ path, ...outcome, elapsedMs: Math.round(performance.now() - started) })}\n`,
  );
}
