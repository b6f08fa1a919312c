import type { Feature, MultiPolygon, Position } from '@aftermine/science/site';
import gcoord from 'gcoord';

// Its types tell of a module with a default export; what Node loads is that export itself.
const { transform, GCJ02, WGS84 } = gcoord as unknown as (typeof gcoord)['default'];

const METRES_PER_DEGREE = 111_195;

/**
 * The shift of GCJ-02, the offset system of Chinese web maps, at a place: how far a WGS 84 position read as GCJ-02
 * would move.
 *
 * @returns metres; 0 outside the box within which positions are offset
 */
export function gcj02ShiftMetres([longitude, latitude]: Position): number {
  const [x, y] = toWgs84([longitude, latitude]);
  const eastward = (x - longitude) * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(eastward, y - latitude) * METRES_PER_DEGREE;
}

/**
 * Features with longitudes and latitudes in GCJ-02 as WGS 84. The offset has no published inverse; iteration comes
 * back to within a millimetre.
 *
 * @returns the features, and the largest shift of a position in metres
 */
export function fromGcj02(features: readonly Feature[]): {
  readonly features: readonly Feature[];
  readonly shiftMetres: number;
} {
  let [shiftMetres, cosine] = [0, 1];
  const convert = (geometry: MultiPolygon): MultiPolygon =>
    geometry.map((polygon) =>
      polygon.map((ring) =>
        ring.map((position): Position => {
          const out = toWgs84(position);
          cosine = Math.cos((position[1] * Math.PI) / 180);
          const shift = Math.hypot((out[0] - position[0]) * cosine, out[1] - position[1]) * METRES_PER_DEGREE;
          if (shift > shiftMetres) shiftMetres = shift;
          return out;
        }),
      ),
    );
  const converted = features.map((feature) => ({ ...feature, geometry: convert(feature.geometry) }));
  return { features: converted, shiftMetres };
}

/** The library's own inverse is good to a decimetre or two; each round brings it ten thousand times closer. */
const ROUNDS = 2;

function toWgs84([x, y]: Position): Position {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [x, y];
  let [longitude, latitude] = transform<[number, number]>([x, y], GCJ02, WGS84);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [shiftedX, shiftedY] = transform<[number, number]>([longitude, latitude], WGS84, GCJ02);
    longitude -= shiftedX - x;
    latitude -= shiftedY - y;
  }
  return [longitude, latitude];
}
