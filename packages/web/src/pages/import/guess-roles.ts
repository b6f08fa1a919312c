import type { Box } from './file-facts.ts';

export type Role = 'boundary' | 'units' | 'reference' | 'dem' | 'samples' | 'none';
export const VECTOR_ROLES = ['boundary', 'units', 'reference', 'none'] as const;

interface Looked {
  readonly name: string;
  readonly kind: 'raster' | 'vector' | 'samples';
  readonly features?: number;
  readonly extent?: Box | null;
}

/**
 * What each file most likely is: rasters are terrain, tables of readings samples, polygons by their name; of the others the one
 * with the largest extent is the boundary where none is named so, and the next the units.
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
  const open = files
    .map((file, i) => ({ ...file, i }))
    .filter(({ i }) => roles[i] === null)
    .sort((a, b) => span(b.extent) - span(a.extent) || (a.features ?? 0) - (b.features ?? 0));
  for (const { i } of open)
    roles[i] =
      isNew && !roles.includes('boundary') ? 'boundary' : !roles.includes('units') ? 'units' : 'none';
  // One of each kind: a project has one boundary.
  if (isNew && !roles.includes('boundary')) {
    const vector = files.findIndex(({ kind }) => kind === 'vector');
    if (vector >= 0 && files.length === 1) roles[vector] = 'boundary';
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
