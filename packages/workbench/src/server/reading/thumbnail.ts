import { readFile } from 'node:fs/promises';
import { AftermineError } from '@aftermine/science/base';
import {
  PALETTES,
  paletteColour,
  type ReflectanceBand,
  rampRange,
  stretchOf,
  trueColour,
} from '@aftermine/science/report/observation';
import { encode } from 'fast-png';
import { scratchFolder } from '../../steps/open-project.ts';
import { type LayerFile, layerFiles } from './layer-files.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import type { ReadingState } from './reading-state.ts';

/** Longest side, pixels. */
const SIDE = 320;
/** Raised when pictures are drawn in another way. */
const RECIPE = 1;

/**
 * A small picture of a project: the composite of the last year that has one in true colour, or else its ecological index. It is
 * kept in `.aftermine` under the hash of its layer.
 *
 * @throws NotFound `E-SRV-110` before anything was observed
 */
export async function thumbnailOf(
  state: ReadingState,
  snapshot: ProjectSnapshot,
): Promise<{ readonly tag: string; readonly png: () => Promise<Uint8Array> }> {
  const { files, paths } = state.context.workbench;
  const layers = (await layerFiles(snapshot)).filter(({ path }) =>
    files.exists(paths.join(snapshot.dir, path)),
  );
  const last = (kind: string): LayerFile | undefined =>
    layers.filter((layer) => layer.kind === kind && layer.year !== null).at(-1);
  const layer = last('composite') ?? last('rsei') ?? last('components');
  if (layer === undefined) throw new AftermineError('NotFound', 'E-SRV-110', { where: snapshot.id });
  const tag = `${layer.sha256.slice(0, 24)}-${RECIPE}`;
  return {
    tag,
    png: async () => {
      const kept = paths.join(scratchFolder(state.context.workbench, snapshot.dir), 'pictures', `${tag}.png`);
      const before = await readKept(kept);
      if (before !== null) return before;
      const png = await drawn(state, paths.join(snapshot.dir, layer.path));
      try {
        files.makeFolder(paths.dirname(kept));
        files.writeBytes(kept, png);
      } catch {
        // A project on a medium that takes no writing has a picture all the same.
      }
      return png;
    },
  };
}

async function readKept(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch(() => null);
}

async function drawn({ rasters }: ReadingState, path: string): Promise<Uint8Array> {
  const info = await rasters.info(path);
  let level = 0;
  while (level < info.overviews && Math.max(info.width, info.height) / 2 ** (level + 1) >= SIDE) level += 1;
  const size = { width: Math.ceil(info.width / 2 ** level), height: Math.ceil(info.height / 2 ** level) };
  const step = Math.max(1, Math.max(size.width, size.height) / SIDE);
  const width = Math.max(1, Math.floor(size.width / step));
  const height = Math.max(1, Math.floor(size.height / step));
  const named = ['red', 'green', 'blue'].map((name) => info.bands.findIndex((band) => band.name === name));
  const coloured = named.every((band) => band >= 0);
  const bands = coloured ? named : [0];
  const planes = await rasters.planes(path, bands, level, size, { col: 0, row: 0, ...size });
  const small = planes.map(({ samples }, i): ReflectanceBand => {
    const out = new Float64Array(width * height);
    for (let row = 0, to = 0; row < height; row += 1)
      for (let col = 0; col < width; col += 1, to += 1)
        out[to] = samples[Math.floor((row + 0.5) * step) * size.width + Math.floor((col + 0.5) * step)]!;
    return { samples: out, meaning: { ...info.bands[bands[i]!]!, nodata: info.nodata } };
  });
  const data = new Uint8Array(width * height * 4);
  if (coloured) {
    const stretch = stretchOf([small]);
    if (stretch !== null) {
      const { rgb, seen } = trueColour(small, stretch);
      for (let i = 0; i < seen.length; i += 1) {
        data.set(rgb.subarray(i * 3, i * 3 + 3), i * 4);
        data[i * 4 + 3] = seen[i]! * 255;
      }
    }
  } else {
    const [{ samples, meaning }] = small as [ReflectanceBand];
    const range = rampRange(small) ?? { lo: 0, hi: 1 };
    for (let i = 0; i < samples.length; i += 1) {
      const sample = samples[i]!;
      if (sample === meaning.nodata || Number.isNaN(sample)) continue;
      const share = (sample * meaning.scale + meaning.offset - range.lo) / (range.hi - range.lo);
      data.set([...paletteColour(PALETTES.viridis, share), 255], i * 4);
    }
  }
  return encode({ width, height, data, channels: 4, depth: 8 });
}
