/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Planes of values as the server sent them, and where they lie. */
export interface ValueWindow {
  readonly width: number;
  readonly height: number;
  /** What the pixels cover, in the CRS they were asked in; all zero where there is nothing. */
  readonly box: Box;
  /** Side of a pixel of the file itself. */
  readonly sourcePixel: number;
  /** Row by row from the north; NaN is no data. */
  readonly planes: readonly Float32Array[];
}

const MAGIC = 0x31564641;
const HEADER = 64;

/**
 * Reads a window of values: `AFV1`, sizes, box and planes of 32-bit floats, little-endian.
 *
 * @throws TypeError where the bytes are something else
 */
export function readValueWindow(bytes: ArrayBuffer): ValueWindow {
  const head = bytes.byteLength < HEADER ? null : new DataView(bytes);
  if (head === null || head.getUint32(0, true) !== MAGIC) throw new TypeError('not a window of values');
  const [width, height, bands, level] = [4, 8, 12, 16].map((at) => head.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  const count = width * height;
  if (bytes.byteLength < HEADER + count * bands * 4) throw new TypeError('window of values is cut short');
  const number = (i: number): number => head.getFloat64(24 + i * 8, true);
  return {
    width,
    height,
    box: [number(0), number(1), number(2), number(3)],
    sourcePixel: number(4) / 2 ** level,
    planes: Array.from(
      { length: bands },
      (_, band) => new Float32Array(bytes, HEADER + band * count * 4, count),
    ),
  };
}

/** Values of all planes at a place; null beside the window, NaN where there is no data. */
export function valuesAt(window: ValueWindow, x: number, y: number): number[] | null {
  const [west, south, east, north] = window.box;
  if (!(x >= west && x < east && y > south && y <= north)) return null;
  const col = Math.min(window.width - 1, Math.floor(((x - west) / (east - west)) * window.width));
  const row = Math.min(window.height - 1, Math.floor(((north - y) / (north - south)) * window.height));
  return window.planes.map((plane) => plane[row * window.width + col]!);
}
