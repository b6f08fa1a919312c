import {
  checkFeatures,
  type Feature,
  type FeatureProblem,
  isKnownCrs,
  type MultiPolygon,
  projectPolygons,
} from '@aftermine/science/site';

/** What a file of polygons looks like before it is used: for a small picture, a glance at its texts, and what is wrong. */
export interface VectorPreview {
  /** System of `outlines` and `extent`: degrees where the system of the file is known, else the numbers of the file. */
  readonly crs: string | null;
  /** West, south, east, north. */
  readonly extent: readonly [number, number, number, number] | null;
  /** Outer rings, thinned; the largest features of the file where there are many. */
  readonly outlines: readonly { readonly index: number; readonly ring: readonly Corner[] }[];
  /** Attributes of the first features. */
  readonly rows: readonly Feature['properties'][];
  /** Per check: how often, and the first few. Null where the file is too large to be checked in passing. */
  readonly problems: readonly ProblemGroup[] | null;
}

export interface ProblemGroup {
  readonly check: FeatureProblem['check'];
  readonly severity: FeatureProblem['severity'];
  readonly count: number;
  /** Id of the feature, or its place in the file from 1. */
  readonly examples: readonly { readonly feature: string; readonly params: FeatureProblem['params'] }[];
}

type Corner = readonly [x: number, y: number];

const ROWS = 5;
const EXAMPLES = 5;
const RINGS = 400;
const CORNERS_PER_RING = 120;
const CHECKED_FEATURES = 3000;
const CHECKED_CORNERS = 100_000;

/** A preview of features that were read; nothing is mended and nothing is thrown for bad geometry. */
export function vectorPreview(features: readonly Feature[], crs: string | null): VectorPreview {
  const known = crs !== null && isKnownCrs(crs);
  const rings = features
    .flatMap(({ geometry }, index) =>
      geometry.map((polygon) => ({ index, ring: cornersOf(polygon[0] ?? []) })),
    )
    .filter(({ ring }) => ring.length > 2)
    .sort((a, b) => spanOf(b.ring) - spanOf(a.ring))
    .slice(0, RINGS)
    .map(({ index, ring }) => ({ index, ring: thinned(ring) }));
  const outlines = known ? inDegrees(rings, crs) : rings;
  const corners = outlines.flatMap(({ ring }) => ring);
  return {
    crs: known ? 'EPSG:4326' : null,
    extent: corners.length === 0 ? null : boxOfCorners(corners),
    outlines,
    rows: features.slice(0, ROWS).map(({ properties }) => properties),
    problems: known ? problemsOf(features, crs) : null,
  };
}

function cornersOf(ring: readonly (readonly number[])[]): Corner[] {
  return ring.flatMap(([x, y]) => (Number.isFinite(x) && Number.isFinite(y) ? [[x!, y!] as const] : []));
}

function spanOf(ring: readonly Corner[]): number {
  const [west, south, east, north] = boxOfCorners(ring);
  return (east - west) * (north - south);
}

function boxOfCorners(corners: readonly Corner[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of corners) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Every n-th corner: a picture of 240 px shows no more. */
function thinned(ring: readonly Corner[]): readonly Corner[] {
  const step = Math.ceil(ring.length / CORNERS_PER_RING);
  return step === 1 ? ring : ring.filter((_, i) => i % step === 0 || i === ring.length - 1);
}

function inDegrees(
  rings: readonly { readonly index: number; readonly ring: readonly Corner[] }[],
  crs: string,
): VectorPreview['outlines'] {
  return rings.flatMap(({ index, ring }) => {
    try {
      const geometry: MultiPolygon = [[ring.map(([x, y]): [number, number] => [x, y])]];
      const projected = cornersOf(projectPolygons(geometry, crs, 'EPSG:4326')[0]?.[0] ?? []);
      return projected.length > 2
        ? [{ index, ring: projected.map(([x, y]): Corner => [Number(x.toFixed(6)), Number(y.toFixed(6))]) }]
        : [];
    } catch {
      // Outside of what the system can hold: the checks say so.
      return [];
    }
  });
}

function problemsOf(features: readonly Feature[], crs: string): readonly ProblemGroup[] | null {
  const corners = features.reduce(
    (sum, { geometry }) =>
      sum + geometry.reduce((some, polygon) => some + polygon.reduce((n, ring) => n + ring.length, 0), 0),
    0,
  );
  if (features.length > CHECKED_FEATURES || corners > CHECKED_CORNERS) return null;
  const groups = new Map<
    string,
    { group: ProblemGroup; examples: { feature: string; params: FeatureProblem['params'] }[] }
  >();
  for (const { check, severity, index, params } of checkFeatures(features, crs)) {
    const key = `${check} ${severity}`;
    const known = groups.get(key);
    const examples = known?.examples ?? [];
    if (examples.length < EXAMPLES)
      examples.push({ feature: features[index]?.id ?? String(index + 1), params });
    groups.set(key, { group: { check, severity, count: (known?.group.count ?? 0) + 1, examples }, examples });
  }
  return [...groups.values()].map(({ group }) => group);
}
