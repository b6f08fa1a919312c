import { createHash } from 'node:crypto';
import { AftermineError } from '@aftermine/science/base';
import { CogRasters } from '../../packages/workbench/src/adapters/cog/cog-rasters.ts';

/** Rows read at once, so that a large image is read whole without being held whole. */
const ROWS = 256;

const rasters = new CogRasters();

/** Every sample of every band and overview; the hash is that of the hashes of the bands at full resolution. */
async function readWhole(path: string): Promise<object> {
  const file = await rasters.open(path);
  try {
    const { info } = file;
    const hashes = info.bands.map(() => createHash('sha256'));
    for (let row = 0; row < info.height; row += ROWS) {
      const height = Math.min(ROWS, info.height - row);
      for (const [band, hash] of hashes.entries()) {
        const samples = await file.read(band, { col: 0, row, width: info.width, height });
        hash.update(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
      }
    }
    for (let level = 0; level < info.overviews; level += 1)
      for (const band of info.bands.keys()) await file.readOverview(band, level);
    const sha256 = createHash('sha256');
    for (const hash of hashes) sha256.update(hash.digest());
    return {
      size: [info.width, info.height, info.bands.length],
      type: info.type,
      sha256: sha256.digest('hex'),
    };
  } finally {
    await file.close();
  }
}

// Reads each file named on the command line and prints one JSON line about it; any other end is a crash.
for (const path of process.argv.slice(2)) {
  process.stdout.write(`${JSON.stringify({ begin: path })}\n`);
  const started = performance.now();
  const outcome = await readWhole(path).catch((error: unknown) => {
    if (error instanceof AftermineError) return { code: error.code, tag: error.tag, message: error.message };
    throw error;
  });
  process.stdout.write(
    `${JSON.stringify({ path, ...outcome, elapsedMs: Math.round(performance.now() - started) })}\n`,
  );
}
