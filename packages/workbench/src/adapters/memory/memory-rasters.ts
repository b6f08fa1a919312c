import { AftermineError } from '@aftermine/science/base';
import { gridBox, type Samples, type SampleType, type Window } from '@aftermine/science/raster';
import type { LayerSpec, RasterFile, RasterInfo, Rasters } from '../../ports/index.ts';

const ARRAYS = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

/** One resolution, band by band. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Samples[];
}

interface Stored {
  readonly info: RasterInfo;
  /** The whole image first, then its overviews. */
  readonly pictures: readonly Picture[];
}

/** Rasters kept in a Map: the same answers as files give, without files. Tiles are the bare bytes of their samples. */
export class MemoryRasters implements Rasters {
  readonly #files = new Map<string, Stored>();

  async open(path: string): Promise<RasterFile> {
    const stored = this.#files.get(path);
    if (stored === undefined) throw new AftermineError('NotFound', 'E-PRJ-002', { where: path });
    return new MemoryRaster(stored);
  }

  encodeTile(_spec: LayerSpec, samples: Samples): Uint8Array {
    return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength).slice();
  }

  decodeTile(spec: LayerSpec, bytes: Uint8Array): Samples {
    return new ARRAYS[spec.type](bytes.slice().buffer);
  }

  async writeCog(
    path: string,
    spec: LayerSpec,
    tile: (col: number, row: number) => Promise<Uint8Array | null>,
  ): Promise<void> {
    const first = await this.#fill(spec, tile);
    const pictures = [first];
    for (let last = first; Math.max(last.width, last.height) > spec.tileSize; last = pictures.at(-1)!)
      pictures.push(halve(spec, last));
    const { grid, tileSize } = spec;
    const info: RasterInfo = {
      path,
      width: grid.width,
      height: grid.height,
      bands: spec.bands.map(({ name, scale = 1, offset = 0 }) => ({ name, scale, offset })),
      type: spec.type,
      nodata: spec.nodata,
      crs: grid.crs,
      grid,
      box: gridBox(grid),
      blockWidth: tileSize,
      blockHeight: tileSize,
      compression: 'deflate',
      interleave: 'pixel',
      overviews: pictures.length - 1,
    };
    this.#files.set(path, { info, pictures });
  }

  async #fill(
    spec: LayerSpec,
    tile: (col: number, row: number) => Promise<Uint8Array | null>,
  ): Promise<Picture> {
    const { grid, tileSize } = spec;
    const { width, height } = grid;
    const count = spec.bands.length;
    const bands = spec.bands.map(() => emptyBand(spec.type, width * height, spec.nodata));
    for (let top = 0; top < height; top += tileSize) {
      for (let left = 0; left < width; left += tileSize) {
        const bytes = await tile(left / tileSize, top / tileSize);
        if (bytes === null) continue;
        const samples = this.decodeTile(spec, bytes);
        for (let row = top; row < Math.min(height, top + tileSize); row += 1) {
          for (let col = left; col < Math.min(width, left + tileSize); col += 1) {
            const from = ((row - top) * tileSize + col - left) * count;
            for (let b = 0; b < count; b += 1) bands[b]![row * width + col] = samples[from + b]!;
          }
        }
      }
    }
    return { width, height, bands };
  }
}

function emptyBand(type: SampleType, length: number, nodata: number | null): Samples {
  const samples = new ARRAYS[type](length);
  return nodata === null ? samples : samples.fill(nodata);
}

/** Half the resolution: the mean of the valid pixels among four, or the top left one. */
function halve(spec: LayerSpec, above: Picture): Picture {
  const width = Math.ceil(above.width / 2);
  const height = Math.ceil(above.height / 2);
  const whole = !spec.type.startsWith('float');
  const bands = above.bands.map((source) => {
    const out = emptyBand(spec.type, width * height, spec.nodata);
    for (let row = 0; row < height; row += 1) {
      for (let col = 0; col < width; col += 1) {
        const four: number[] = [];
        for (const r of [2 * row, 2 * row + 1])
          for (const c of [2 * col, 2 * col + 1])
            if (r < above.height && c < above.width) four.push(source[r * above.width + c]!);
        const valid = four.filter((value) => value !== spec.nodata && !Number.isNaN(value));
        if (spec.overviews === 'nearest') out[row * width + col] = four[0]!;
        else if (valid.length > 0) {
          const mean = valid.reduce((sum, value) => sum + value, 0) / valid.length;
          const value = whole ? Math.round(mean) : mean;
          out[row * width + col] = value === spec.nodata ? valid.at(-1)! : value;
        }
      }
    }
    return out;
  });
  return { width, height, bands };
}

class MemoryRaster implements RasterFile {
  readonly info: RasterInfo;
  readonly #pictures: readonly Picture[];

  constructor({ info, pictures }: Stored) {
    this.info = info;
    this.#pictures = pictures;
  }

  async read(band: number, window: Window): Promise<Samples> {
    const { col, row, width, height } = window;
    const { width: across, height: down, bands } = this.#pictures[0]!;
    const source = bands[band];
    const inside =
      col >= 0 && row >= 0 && width > 0 && height > 0 && col + width <= across && row + height <= down;
    if (source === undefined || !inside) {
      throw new AftermineError('InvalidInput', 'E-TIF-007', {
        where: this.info.path,
        expected: `${across} x ${down} x ${bands.length}`,
        got: `${col},${row} ${width} x ${height} band ${band}`,
      });
    }
    const out = new ARRAYS[this.info.type](width * height);
    for (let r = 0; r < height; r += 1) {
      const from = (row + r) * across + col;
      out.set(source.subarray(from, from + width) as never, r * width);
    }
    return out;
  }

  async readOverview(
    band: number,
    level: number,
  ): Promise<{ width: number; height: number; samples: Samples }> {
    const picture = this.#pictures[level + 1];
    const samples = picture?.bands[band];
    if (picture === undefined || samples === undefined || level < 0) {
      throw new AftermineError('InvalidInput', 'E-TIF-007', {
        where: this.info.path,
        expected: this.info.overviews,
        got: level,
      });
    }
    return { width: picture.width, height: picture.height, samples: samples.slice() };
  }

  async close(): Promise<void> {}
}
