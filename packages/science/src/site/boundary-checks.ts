import type { FeatureLimits } from './feature-problem.ts';
import { OverlapMeter } from './overlap-area.ts';
import { type PackedEdges, packEdges } from './packed-edges.ts';
import type { MultiPolygon, Position } from './types.ts';

/** How much of a feature lies outside the boundary. */
export interface Outside {
  /** Square metres. */
  readonly squareMetres: number;
  /** Of the feature, 0 to 1. */
  readonly share: number;
  /** True when nothing of it that counts lies inside. */
  readonly wholly: boolean;
}

/** Said instead where outlines are too interwoven to be measured. */
export type NotMeasured = 'not-measured';

/** Measures features against one boundary. */
export class BoundaryRuler {
  readonly #boundary: PackedEdges;
  readonly #meter = new OverlapMeter();

  /** @param boundary closed rings in the CRS of the features */
  constructor(boundary: MultiPolygon) {
    this.#boundary = packEdges(boundary);
  }

  /**
   * @param edges the feature
   * @param area its area in squared units of the CRS
   * @param squareMetres square metres per squared unit
   * @param perimeterM length of its outline in metres
   * @returns null where at most as much as drawing accuracy lies outside
   */
  outside(
    edges: PackedEdges,
    area: number,
    squareMetres: number,
    perimeterM: number,
    limits: FeatureLimits,
  ): Outside | NotMeasured | null {
    const tolerance = Math.max(limits.overlapM2, limits.overlapWidthM * perimeterM);
    const { area: inside, complete } = this.#meter.measure(edges, this.#boundary);
    if (!complete) return 'not-measured';
    const outsideM2 = (area - inside) * squareMetres;
    if (outsideM2 <= tolerance) return null;
    return {
      squareMetres: outsideM2,
      share: Math.min(1, Math.max(0, (area - inside) / area)),
      wholly: inside * squareMetres <= tolerance,
    };
  }
}

/** The vertex of a feature that lies outside the boundary first, for pointing at; the first vertex at all if none does. */
export function placeOutside(
  polygons: MultiPolygon,
  contains: (place: Position) => boolean,
): Position | null {
  for (const polygon of polygons)
    for (const ring of polygon) for (const place of ring) if (!contains(place)) return place;
  return polygons[0]?.[0]?.[0] ?? null;
}
