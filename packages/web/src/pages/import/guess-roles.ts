import type { Box } from './file-facts.ts';

/** `both`: the units, and what they cover together as the boundary. */
export type Role = 'boundary' | 'units' | 'both' | 'reference' | 'dem' | 'samples' | 'none';
export const VECTOR_ROLES = ['boundary', 'units', 'both', 'reference', 'none'] as const;
/** A project that is there has its boundary. */
export const VECTOR_ROLES_LATER = ['boundary', 'units', 'reference', 'none'] as const;

interface Looked {
  readonly name: string;
  readonly kind: 'raster' | 'vector' | 'samples';
  readonly features?: number;
  readonly extent?: Box | null;
}

/**
 * What each file most likely is. Rasters are terrain, tables of readings samples, polygons what their name says. Of the others a
 * file of one polygon is the boundary and a file of many the units; between several of one kind the one with the largest extent is
 * the boundary. Where many polygons are all there is, they are both: units, and what they cover together as the boundary.
 */
export function guessRoles(files: readonly Looked[], isNew: boolean): readonly Role[] {
  const roles = files.map(({ name, kind }): Role | null =>
    kind === 'raster'
      ? 'dem'
      : kind === 'samples'
        ? 'samples'
        : /unit|图斑|地块/i.test(name)
          ? 'units'
          : /ref|参照|对照/i.test(name)
            ? 'reference'
            : /bound|边界|范围|矿区/i.test(name)
              ? 'boundary'
              : null,
  );
  // A list of many that is called after the mine is still a list, where another file can be its boundary or nothing else is there.
  const isList = (i: number): boolean => (files[i]?.features ?? 0) > 1;
  const named = roles.indexOf('boundary');
  const vectors = files.flatMap(({ kind }, i) => (kind === 'vector' ? [i] : []));
  if (isNew && named >= 0 && isList(named) && !roles.includes('units')) {
    const other = vectors.find((i) => !isList(i) && roles[i] === null);
    if (other !== undefined) {
      roles[named] = 'units';
      roles[other] = 'boundary';
    } else if (vectors.length === 1) roles[named] = 'both';
  }
  const open = vectors
    .filter((i) => roles[i] === null)
    .sort((a, b) => Number(isList(a)) - Number(isList(b)) || span(files[b]!.extent) - span(files[a]!.extent));
  for (const i of open) {
    const hasBoundary = !isNew || roles.includes('boundary');
    const hasUnits = roles.includes('units');
    roles[i] = hasBoundary
      ? hasUnits
        ? 'none'
        : 'units'
      : isList(i) && !hasUnits
        ? open.length > 1
          ? 'boundary'
          : 'both'
        : 'boundary';
  }
  // A project has one boundary: where nothing else can be it, the units are it, too.
  if (isNew && !roles.includes('boundary') && !roles.includes('both')) {
    const units = roles.indexOf('units');
    if (units >= 0) roles[units] = isList(units) ? 'both' : 'boundary';
    else if (vectors.length === 1) roles[vectors[0]!] = 'boundary';
  }
  return roles.map((role, i) =>
    role === 'boundary' || role === 'units' || role === 'reference'
      ? roles.indexOf(role) === i
        ? role
        : 'none'
      : (role ?? 'none'),
  );
}

function span(extent: Box | null | undefined): number {
  return extent == null ? 0 : (extent[2] - extent[0]) * (extent[3] - extent[1]);
}
