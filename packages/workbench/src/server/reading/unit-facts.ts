import type { UnitSheet } from '../../contract/index.ts';
import type { ProjectTables } from './project-tables.ts';

const REGISTER = {
  landClass: 'land_class',
  owner: 'owner',
  village: 'village',
  basicFarmland: 'basic_farmland',
  target: 'target',
  waterM3HaYr: 'water_m3_ha',
} as const;

/** What files and registers say of a unit, and where it lies: to about a metre, as the index of places keeps it. */
export function unitFacts(tables: ProjectTables, id: string): Pick<UnitSheet, 'facts' | 'extent'> {
  const [unit] = tables.rows('SELECT * FROM units WHERE unit_id = ?', id);
  const [box] = tables.rows(
    `SELECT minx, miny, maxx, maxy FROM rtree_units_geom JOIN units ON units.fid = rtree_units_geom.id
     WHERE unit_id = ?`,
    id,
  );
  const register = Object.entries(REGISTER).map(([name, column]): [string, unknown] => {
    const value = unit?.[column] ?? null;
    return [name, name === 'basicFarmland' && value !== null ? Boolean(value) : value];
  });
  return {
    facts: {
      yearDamaged: (unit?.['year_damaged'] as number | null | undefined) ?? null,
      yearReclaimed: (unit?.['year_reclaimed'] as number | null | undefined) ?? null,
      register: register.every(([, value]) => value === null) ? null : Object.fromEntries(register),
      properties: JSON.parse(String(unit?.['properties'] ?? '{}')) as UnitSheet['facts']['properties'],
    },
    extent: [Number(box?.['minx']), Number(box?.['miny']), Number(box?.['maxx']), Number(box?.['maxy'])],
  };
}
