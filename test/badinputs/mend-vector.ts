import { AftermineError } from '@aftermine/science/base';
import { checkFeatures, mendFeatures } from '@aftermine/science/site';
import { FileVectors } from '../../packages/workbench/src/adapters/vectors/file-vectors.ts';

// Mends each file named on the command line and prints one JSON line about it; any other end is a crash.
const vectors = new FileVectors();
for (const path of process.argv.slice(2)) {
  const started = performance.now();
  const outcome = await vectors.read(path).then(
    ({ set: { features, crs } }) => {
      const system = crs ?? 'EPSG:4326';
      const { changes, left, features: mended } = mendFeatures(features, system);
      return {
        changes: changes.map(({ check }) => check),
        left: left.map(({ check, reason }) => `${check} ${reason}`),
        again: mendFeatures(mended, system).changes.length,
        stillMendable: checkFeatures(mended, system).filter(({ severity }) => severity === 'can-fix').length,
        areas: changes.every(({ areaBeforeHa, areaAfterHa }) => Number.isFinite(areaBeforeHa + areaAfterHa)),
      };
    },
    (error: unknown) => {
      if (error instanceof AftermineError) return { code: error.code };
      throw error;
    },
  );
  const elapsedMs = Math.round(performance.now() - started);
  process.stdout.write(`${JSON.stringify({ path, ...outcome, elapsedMs })}\n`);
}
