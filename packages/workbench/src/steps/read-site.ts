import { AftermineError } from '@aftermine/science/base';
import {
  checkPolygons,
  type DamageClass,
  type Feature,
  type FeatureSet,
  type GeometryProblem,
  type MultiPolygon,
  projectPolygons,
  type ReferenceArea,
  type Site,
  TARGET_LANDS,
  type Unit,
  type UnitRegister,
} from '@aftermine/science/site';
import type { VectorWarning, Workbench } from '../ports/index.ts';
import type { ProjectSettings } from '../project-settings.ts';

/** A site as the files of a project describe it, with everything the checks found. */
export interface SiteReading {
  readonly site: Site;
  readonly problems: readonly SiteProblem[];
  readonly warnings: readonly VectorWarning[];
}

export interface SiteProblem extends GeometryProblem {
  readonly file: string;
  /** Id of the feature, or its place in the file from 1. */
  readonly feature: string;
}

const DAMAGE_CLASSES: readonly DamageClass[] = [
  'pit',
  'waste-dump',
  'tailings-pond',
  'subsidence',
  'industrial-square',
  'haul-road',
  'quarry-face',
  'other',
];

/**
 * Reads boundary, units and reference areas as the settings name them, in the CRS of the boundary.
 * Nothing is mended here and nothing is thrown for a geometry that is merely bad: `problems` says all of it.
 *
 * @throws InvalidInput `E-CRS-002` when a file does not state its CRS and the settings do not either;
 * InvalidInput `E-VEC-020` when the boundary holds no polygon
 */
export async function readSite(
  workbench: Workbench,
  dir: string,
  settings: ProjectSettings,
): Promise<SiteReading> {
  const problems: SiteProblem[] = [];
  const warnings: VectorWarning[] = [];
  const read = async (file: string): Promise<FeatureSet & { crs: string }> => {
    const path = workbench.paths.resolve(dir, file);
    const result = await workbench.vectors.read(
      path,
      settings.crs === undefined ? {} : { crs: settings.crs },
    );
    warnings.push(...result.warnings);
    const { crs } = result.set;
    if (crs === null) throw new AftermineError('InvalidInput', 'E-CRS-002', { where: path });
    result.set.features.forEach((feature, position) => {
      for (const problem of checkPolygons(feature.geometry, crs)) {
        problems.push({ ...problem, file, feature: feature.id ?? String(position + 1) });
      }
    });
    return { ...result.set, crs };
  };
  const boundary = await read(settings.boundary);
  const merged: MultiPolygon = boundary.features.flatMap((feature) => feature.geometry);
  if (merged.length === 0)
    throw new AftermineError('InvalidInput', 'E-VEC-020', { where: settings.boundary });
  const { crs } = boundary;
  const units: Unit[] = [];
  if (settings.units !== undefined) {
    const names = settings.units;
    const set = await read(names.file);
    set.features.forEach((feature, position) => {
      units.push(toUnit(feature, position, names, projectPolygons(feature.geometry, set.crs, crs)));
    });
  }
  const references: ReferenceArea[] = [];
  if (settings.reference !== undefined) {
    const names = settings.reference;
    const set = await read(names.file);
    set.features.forEach((feature, position) => {
      references.push({
        id: textOf(feature.properties[names.id]) ?? feature.id ?? `R${position + 1}`,
        name: textOf(feature.properties[names.name]),
        geometry: projectPolygons(feature.geometry, set.crs, crs),
      });
    });
  }
  return { site: { name: settings.name, crs, boundary: merged, units, references }, problems, warnings };
}

function toUnit(
  feature: Feature,
  position: number,
  names: NonNullable<ProjectSettings['units']>,
  geometry: MultiPolygon,
): Unit {
  const { properties } = feature;
  const damage = textOf(properties[names.damage]);
  return {
    id: textOf(properties[names.id]) ?? feature.id ?? `U${position + 1}`,
    name: textOf(properties[names.name]),
    damage: damage === null ? null : (DAMAGE_CLASSES.find((known) => known === damage) ?? 'other'),
    yearDamaged: yearOf(properties[names.damaged]),
    yearReclaimed: yearOf(properties[names.reclaimed]),
    ...registerOf(properties, names),
    geometry,
    properties,
  };
}

/** Nothing at all when no register column is there: most lists of units have none. */
function registerOf(
  properties: Feature['properties'],
  names: NonNullable<ProjectSettings['units']>,
): { register?: UnitRegister } {
  const columns = [
    names.landClass,
    names.owner,
    names.village,
    names.basicFarmland,
    names.target,
    names.water,
  ];
  if (!columns.some((column) => (properties[column] ?? null) !== null)) return {};
  const target = textOf(properties[names.target]);
  const water = numberOf(properties[names.water]);
  return {
    register: {
      landClass: textOf(properties[names.landClass]),
      owner: textOf(properties[names.owner]),
      village: textOf(properties[names.village]),
      basicFarmland: flagOf(properties[names.basicFarmland]),
      target: TARGET_LANDS.find((known) => known === target) ?? null,
      waterM3HaYr: water !== null && water >= 0 ? water : null,
    },
  };
}

function numberOf(value: string | number | boolean | null | undefined): number | null {
  const text = textOf(value);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Yes and no as registers write them. */
function flagOf(value: string | number | boolean | null | undefined): boolean | null {
  const text = textOf(value)?.toLowerCase() ?? '';
  if (['true', '1', 'yes', 'y', '是', '有'].includes(text)) return true;
  if (['false', '0', 'no', 'n', '否', '无'].includes(text)) return false;
  return null;
}

function textOf(value: string | number | boolean | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  return text === '' ? null : text;
}

function yearOf(value: string | number | boolean | null | undefined): number | null {
  const year = typeof value === 'number' ? value : Number.parseInt(textOf(value) ?? '', 10);
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : null;
}
