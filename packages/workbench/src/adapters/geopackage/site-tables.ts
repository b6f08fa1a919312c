import type { DatabaseSync } from 'node:sqlite';
import { AftermineError } from '@aftermine/science/base';
import type {
  DamageClass,
  MultiPolygon,
  ReferenceArea,
  Site,
  Unit,
  UnitRegister,
} from '@aftermine/science/site';
import { crsWkt } from './crs-wkt.ts';
import { decodeGeometry, encodeGeometry } from './geometry-blob.ts';
import { parseJson } from './rows.ts';
import { FEATURE_TABLES, type FeatureTable } from './tables.ts';

/**
 * Replaces boundary, units and reference areas and registers their CRS; samples, findings and plan in another CRS go. Runs inside
 * the caller's transaction.
 *
 * @throws InvalidInput `E-STO-009` for a CRS that is no EPSG code, `E-STO-010` for an id used twice
 */
export function saveSite(db: DatabaseSync, site: Site): void {
  const srsId = srsIdOf(site.crs);
  assertDistinct('units', site.units);
  assertDistinct('reference_areas', site.references);
  const known = crsWkt(srsId);
  db.prepare('INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)').run(
    known?.name ?? site.crs,
    srsId,
    'EPSG',
    srsId,
    known?.wkt ?? 'undefined',
  );
  const former = db
    .prepare("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'boundary'")
    .get() as { srs_id: number };
  // Numbers of another system would lie in the wrong place; the next diagnosis makes them anew.
  if (former.srs_id !== srsId) db.exec('DELETE FROM findings; DELETE FROM samples; DELETE FROM plan');
  for (const table of FEATURE_TABLES) db.exec(`DELETE FROM ${table}`);
  const blob = (geometry: MultiPolygon): Uint8Array => encodeGeometry(geometry, srsId);
  db.prepare('INSERT INTO boundary (fid, geom, name) VALUES (1, ?, ?)').run(blob(site.boundary), site.name);
  const unit = db.prepare(
    `INSERT INTO units (fid, geom, unit_id, name, damage, year_damaged, year_reclaimed, properties,
       land_class, owner, village, basic_farmland, target, water_m3_ha)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  site.units.forEach((u, i) => {
    const properties = JSON.stringify(u.properties);
    const r = u.register;
    unit.run(
      i + 1,
      blob(u.geometry),
      u.id,
      u.name,
      u.damage,
      u.yearDamaged,
      u.yearReclaimed,
      properties,
      r?.landClass ?? null,
      r?.owner ?? null,
      r?.village ?? null,
      r?.basicFarmland == null ? null : Number(r.basicFarmland),
      r?.target ?? null,
      r?.waterM3HaYr ?? null,
    );
  });
  const reference = db.prepare(
    'INSERT INTO reference_areas (fid, geom, reference_id, name) VALUES (?, ?, ?, ?)',
  );
  site.references.forEach((r, i) => {
    reference.run(i + 1, blob(r.geometry), r.id, r.name);
  });
  // Findings, samples, plan and alerts share the CRS of the site, also before the first diagnosis.
  for (const table of [...FEATURE_TABLES, 'findings', 'samples', 'plan', 'alerts'] as const)
    registerExtent(db, table, srsId);
}

/** The site as saved, or null before the first save. */
export function loadSite(db: DatabaseSync): Site | null {
  const boundary = db.prepare('SELECT geom, name FROM boundary ORDER BY fid LIMIT 1').get();
  if (boundary === undefined) return null;
  const crs = db.prepare(
    `SELECT organization || ':' || organization_coordsys_id AS crs FROM gpkg_spatial_ref_sys
     JOIN gpkg_geometry_columns USING (srs_id) WHERE table_name = 'boundary'`,
  );
  return {
    name: String(boundary['name']),
    crs: String(crs.get()?.['crs']),
    boundary: geometryOf(boundary['geom'], 'boundary'),
    units: db
      .prepare('SELECT * FROM units ORDER BY fid')
      .all()
      .map(
        (row): Unit => ({
          id: String(row['unit_id']),
          name: row['name'] as string | null,
          damage: row['damage'] as DamageClass | null,
          yearDamaged: row['year_damaged'] as number | null,
          yearReclaimed: row['year_reclaimed'] as number | null,
          ...registerOf(row),
          geometry: geometryOf(row['geom'], `units ${row['unit_id']}`),
          properties: parseJson(String(row['properties']), `units ${row['unit_id']}`) as Unit['properties'],
        }),
      ),
    references: db
      .prepare('SELECT * FROM reference_areas ORDER BY fid')
      .all()
      .map(
        (row): ReferenceArea => ({
          id: String(row['reference_id']),
          name: row['name'] as string | null,
          geometry: geometryOf(row['geom'], `reference_areas ${row['reference_id']}`),
        }),
      ),
  };
}

/** A register of nothing but nulls was none. */
function registerOf(row: Record<string, unknown>): { register?: UnitRegister } {
  const register: UnitRegister = {
    landClass: row['land_class'] as string | null,
    owner: row['owner'] as string | null,
    village: row['village'] as string | null,
    basicFarmland: row['basic_farmland'] === null ? null : Boolean(row['basic_farmland']),
    target: row['target'] as UnitRegister['target'],
    waterM3HaYr: row['water_m3_ha'] as number | null,
  };
  return Object.values(register).every((value) => value === null) ? {} : { register };
}

/** CRS and extent of one feature table, as the registers of a GeoPackage want them. */
export function registerExtent(
  db: DatabaseSync,
  table: FeatureTable | 'findings' | 'samples' | 'plan' | 'alerts',
  srsId: number,
): void {
  db.prepare('UPDATE gpkg_geometry_columns SET srs_id = ? WHERE table_name = ?').run(srsId, table);
  db.prepare(
    `UPDATE gpkg_contents SET srs_id = ?, (min_x, min_y, max_x, max_y) =
       (SELECT min(ST_MinX(geom)), min(ST_MinY(geom)), max(ST_MaxX(geom)), max(ST_MaxY(geom)) FROM ${table})
     WHERE table_name = ?`,
  ).run(srsId, table);
}

function geometryOf(blob: unknown, where: string): MultiPolygon {
  const geometry = blob instanceof Uint8Array ? decodeGeometry(blob, where) : [];
  if (geometry === null) throw new AftermineError('InvalidInput', 'E-STO-002', { where, got: 'geometry' });
  return geometry;
}

/** @throws InvalidInput `E-STO-009` for a CRS that is no EPSG code */
export function srsIdOf(crs: string): number {
  const match = /^EPSG:(\d{1,6})$/.exec(crs);
  if (match === null)
    throw new AftermineError('InvalidInput', 'E-STO-009', { expected: 'EPSG:4490', got: crs });
  return Number(match[1]);
}

/** @throws InvalidInput `E-STO-010` when an id stands twice */
export function assertDistinct(where: string, records: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) throw new AftermineError('InvalidInput', 'E-STO-010', { where, got: id });
    seen.add(id);
  }
}
