import { register } from 'ol/proj/proj4.js';
import { get, type Projection } from 'ol/proj.js';
import proj4 from 'proj4';

/** The CRS of a project as the map knows it; any CRS that proj4 can say is shown as it is, never bent to Web Mercator. */
export function projectionOf({
  code,
  proj4: definition,
}: {
  readonly code: string;
  readonly proj4: string;
}): Projection {
  if (get(code) === null) {
    proj4.defs(code, definition);
    register(proj4);
  }
  return get(code)!;
}
