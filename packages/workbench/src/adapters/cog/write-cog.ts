import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LayerSpec } from '../../ports/index.ts';
import { discard } from '../files/discard.ts';
import { writeFailure } from '../files/write-failure.ts';
import { decodeTile, encodeTile, predictorOf } from './encode-tile.ts';
import { writeBandMetadata } from './gdal-metadata.ts';
import { geoKeys } from './geo-reference.ts';
import { reduceTiles } from './reduce-tiles.ts';
import { sampleBytes } from './sample-arrays.ts';
import { type DirectorySpec, layOutDirectories } from './tiff-directories.ts';

/** Every tile is preceded by its size and followed by its last four bytes again (GDAL's structural metadata). */
const LEADER_BYTES = 4;
const TRAILER_BYTES = 4;
const COPY_BYTES = 4 << 20;

/** One resolution of the image, its tiles in a temporary file. */
interface Level {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  readonly path: string;
  /** Place (of the data, behind the leader) and length of each tile in the temporary file; length 0 = no data. */
  readonly offsets: Float64Array;
  readonly lengths: Float64Array;
  bytes: number;
}

/**
 * Assembles a Cloud-Optimised GeoTIFF: header, structural metadata, all directories, then the tiles, smallest
 * overview first. See the port `Rasters.writeCog`.
 *
 * @throws what writing to the disk throws: `E-PRJ-011` (full), `E-PRJ-012` (not allowed), `E-PRJ-013`
 */
export async function writeCog(
  path: string,
  spec: LayerSpec,
  tile: (col: number, row: number) => Promise<Uint8Array | null>,
): Promise<void> {
  const stem = `${path}.${randomUUID()}`;
  const levels: Level[] = [];
  const temporary = `${stem}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    levels.push(await writeLevel(makeLevel(spec, spec.grid.width, spec.grid.height, `${stem}.0.tmp`), tile));
    for (
      let level = levels[0]!;
      Math.max(level.width, level.height) > spec.tileSize;
      level = levels.at(-1)!
    ) {
      const next = makeLevel(
        spec,
        Math.ceil(level.width / 2),
        Math.ceil(level.height / 2),
        `${stem}.${levels.length}.tmp`,
      );
      levels.push(await reduceLevel(spec, level, next));
    }
    assemble(temporary, spec, levels);
    renameSync(temporary, path);
  } catch (cause) {
    discard(temporary);
    throw writeFailure(path, cause);
  } finally {
    for (let n = 0; n <= levels.length; n += 1) discard(`${stem}.${n}.tmp`);
  }
}

function makeLevel(spec: LayerSpec, width: number, height: number, path: string): Level {
  const across = Math.ceil(width / spec.tileSize);
  const down = Math.ceil(height / spec.tileSize);
  return {
    width,
    height,
    across,
    down,
    path,
    offsets: new Float64Array(across * down),
    lengths: new Float64Array(across * down),
    bytes: 0,
  };
}

async function writeLevel(
  level: Level,
  tile: (col: number, row: number) => Promise<Uint8Array | null>,
): Promise<Level> {
  const fd = openSync(level.path, 'wx');
  try {
    for (let row = 0; row < level.down; row += 1) {
      for (let col = 0; col < level.across; col += 1) {
        const bytes = await tile(col, row);
        if (bytes === null) continue;
        const framed = new Uint8Array(LEADER_BYTES + bytes.length + TRAILER_BYTES);
        new DataView(framed.buffer).setUint32(0, bytes.length, true);
        framed.set(bytes, LEADER_BYTES);
        framed.set(bytes.subarray(bytes.length - TRAILER_BYTES), LEADER_BYTES + bytes.length);
        const index = row * level.across + col;
        level.offsets[index] = level.bytes + LEADER_BYTES;
        level.lengths[index] = bytes.length;
        writeWhole(fd, framed);
        level.bytes += framed.length;
      }
    }
  } finally {
    closeSync(fd);
  }
  return level;
}

async function reduceLevel(spec: LayerSpec, above: Level, level: Level): Promise<Level> {
  const fd = openSync(above.path, 'r');
  const read = (col: number, row: number): ReturnType<typeof decodeTile> | null => {
    if (col >= above.across || row >= above.down) return null;
    const index = row * above.across + col;
    const length = above.lengths[index]!;
    if (length === 0) return null;
    const bytes = new Uint8Array(length);
    readSync(fd, bytes, 0, length, above.offsets[index]!);
    return decodeTile(spec, bytes);
  };
  try {
    return await writeLevel(level, async (col, row) => {
      const [c, r] = [2 * col, 2 * row];
      const reduced = reduceTiles(
        spec,
        [read(c, r), read(c + 1, r), read(c, r + 1), read(c + 1, r + 1)],
        above.width - c * spec.tileSize,
        above.height - r * spec.tileSize,
      );
      return reduced === null ? null : encodeTile(spec, reduced);
    });
  } finally {
    closeSync(fd);
  }
}

function assemble(path: string, spec: LayerSpec, levels: readonly Level[]): void {
  const { grid } = spec;
  const directories: DirectorySpec[] = levels.map((level, n) => ({
    reduced: n > 0,
    width: level.width,
    height: level.height,
    tileSize: spec.tileSize,
    bandCount: spec.bands.length,
    bits: sampleBytes(spec.type) * 8,
    format: spec.type.startsWith('uint') ? 1 : spec.type.startsWith('int') ? 2 : 3,
    predictor: predictorOf(spec.type),
    nodata: spec.nodata === null ? null : Number.isNaN(spec.nodata) ? 'nan' : String(spec.nodata),
    metadata: n === 0 ? writeBandMetadata(spec) : null,
    geo:
      n === 0
        ? {
            scale: [grid.pixelWidth, grid.pixelHeight, 0],
            tie: [0, 0, 0, grid.originX, grid.originY, 0],
            keys: geoKeys(grid.crs),
          }
        : null,
    offsets: level.offsets,
    lengths: level.lengths,
  }));
  // Smallest overview first, so that the first bytes of a file give an overall picture.
  const order = levels.map((_, n) => n).reverse();
  const head = layOutDirectories(
    directories,
    order,
    levels.map((level) => level.bytes),
  );
  const fd = openSync(path, 'wx');
  try {
    writeWhole(fd, head);
    const chunk = new Uint8Array(COPY_BYTES);
    for (const n of order) {
      const source = openSync(levels[n]!.path, 'r');
      try {
        for (let got = readSync(source, chunk); got > 0; got = readSync(source, chunk))
          writeWhole(fd, chunk.subarray(0, got));
      } finally {
        closeSync(source);
      }
    }
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.byteLength) done += writeSync(fd, bytes, done, bytes.byteLength - done);
}
