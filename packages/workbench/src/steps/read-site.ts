import { AftermineError, say } from '@aftermine/science/base';
import {
  type DamageClass,
  type Feature,
  type FeatureProblem,
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
import { checkSiteFiles } from './check-site-files.ts';
import { readingOf } from './reading-of.ts';

/** A site as the files of a project describe it, with everything the checks found. */
export interface SiteReading {
  readonly site: Site;
  readonly problems: readonly SiteProblem[];
  readonly warnings: readonly VectorWarning[];
  readonly files: readonly SiteFile[];
}

export interface SiteProblem extends FeatureProblem {
  readonly file: string;
  /** Id of the feature, or its place in the file from 1. */
  readonly feature: string;
}

export type SiteRole = 'boundary' | 'units' | 'reference';

/** One file that the settings name, as it was read: nothing mended, nothing projected. */
export interface SiteFile {
  readonly role: SiteRole;
  /** As the settings name it. */
  readonly file: string;
  readonly crs: string;
  readonly features: readonly SiteFeature[];
  readonly warnings: readonly VectorWarning[];
}

/** A feature under the id that its register has for it. */
export interface SiteFeature extends Feature {
  /** The id as the file has it, which a copy of the file keeps. */
  readonly fileId: string | null;
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
  const files: SiteFile[] = [];
  const read = async (role: SiteRole, file: string, idOf?: string): Promise<SiteFile> => {
    const path = workbench.paths.resolve(dir, file);
    const result = await workbench.vectors.read(path, readingOf(settings, role));
    const { crs } = result.set;
    if (crs === null) throw new AftermineError('InvalidInput', 'E-CRS-002', { where: path });
    const features = result.set.features.map(
      (feature): SiteFeature => ({
        ...feature,
        id: (idOf === undefined ? null : textOf(columnOf(feature.properties, idOf))) ?? feature.id,
        fileId: feature.id,
      }),
    );
    const one: SiteFile = { role, file, crs, features, warnings: result.warnings };
    files.push(one);
    return one;
  };
  const boundary = await read('boundary', settings.boundary);
  const merged: MultiPolygon = boundary.features.flatMap((feature) => feature.geometry);
  if (merged.length === 0)
    throw new AftermineError('InvalidInput', 'E-VEC-020', { where: settings.boundary });
  const { crs } = boundary;
  const units: Unit[] = [];
  if (settings.units !== undefined) {
    const names = settings.units;
    const set = await read('units', names.file, names.id);
    const unnamed = missingColumns(set, names);
    if (unnamed !== null) files[files.indexOf(set)] = { ...set, warnings: [...set.warnings, unnamed] };
    set.features.forEach((feature, position) => {
      units.push(toUnit(feature, position, names, projectPolygons(feature.geometry, set.crs, crs)));
    });
  }
  const references: ReferenceArea[] = [];
  if (settings.reference !== undefined) {
    const names = settings.reference;
    const set = await read('reference', names.file, names.id);
    set.features.forEach((feature, position) => {
      references.push({
        id: feature.id ?? `R${position + 1}`,
        name: textOf(columnOf(feature.properties, names.name)),
        geometry: projectPolygons(feature.geometry, set.crs, crs),
      });
    });
  }
  return {
    site: { name: settings.name, crs, boundary: merged, units, references },
    problems: checkSiteFiles(files),
    warnings: files.flatMap((file) => file.warnings),
    files,
  };
}

/** Columns told of at most: registers have dozens. */
const TOLD_COLUMNS = 20;

/** A register whose columns have other names than the settings is no register: said, or everybody believes it was read. */
function missingColumns(
  { file, features }: SiteFile,
  names: NonNullable<ProjectSettings['units']>,
): VectorWarning | null {
  const columns = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
  const wanted = [names.id, names.damage, names.damaged, names.reclaimed];
  const others = [...columns].filter((name) => name !== names.name && !LABELS.has(name.toLowerCase()));
  if (others.length === 0) return null;
  if (wanted.some((name) => columns.has(name) || columns.has(name.slice(0, SHORT_NAME)))) return null;
  return {
    key: 'vector.no-unit-columns',
    params: { wanted: wanted.join(', '), columns: [...columns].slice(0, TOLD_COLUMNS).join(', '), file },
  };
}

/** What drawing programs write beside a name. */
const LABELS = new Set(['name', 'description', 'layer', 'fid', 'folder', 'folders']);

function toUnit(
  feature: Feature,
  position: number,
  names: NonNullable<ProjectSettings['units']>,
  geometry: MultiPolygon,
): Unit {
  const { properties } = feature;
  const column = (name: string): Property => columnOf(properties, name);
  const damage = textOf(column(names.damage));
  return {
    id: feature.id ?? `U${position + 1}`,
    name: textOf(column(names.name)),
    damage: damage === null ? null : (named(damage, DAMAGE_CLASSES, 'damage') ?? 'other'),
    yearDamaged: yearOf(column(names.damaged)),
    yearReclaimed: yearOf(column(names.reclaimed)),
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
  const column = (name: string): Property => columnOf(properties, name);
  if (!columns.some((name) => column(name) !== null)) return {};
  const target = textOf(column(names.target));
  const water = numberOf(column(names.water));
  return {
    register: {
      landClass: textOf(column(names.landClass)),
      owner: textOf(column(names.owner)),
      village: textOf(column(names.village)),
      basicFarmland: flagOf(column(names.basicFarmland)),
      target: target === null ? null : named(target, TARGET_LANDS, 'land-use'),
      waterM3HaYr: water !== null && water >= 0 ? water : null,
    },
  };
}

type Property = string | number | boolean | null;

/** Length of column names in a shapefile: longer ones stand there cut. */
const SHORT_NAME = 10;

/** The value of a column, also under the name a shapefile leaves of it. */
function columnOf(properties: Feature['properties'], name: string): Property {
  return properties[name] ?? properties[name.slice(0, SHORT_NAME)] ?? null;
}

/** A class by its id or by its name in either language, as tables of offices have it. */
function named<T extends string>(text: string, classes: readonly T[], topic: string): T | null {
  const wanted = text.toLowerCase();
  return (
    classes.find((id) =>
      [id, say('zh', `${topic}.${id}`), say('en', `${topic}.${id}`)].some(
        (name) => name.toLowerCase() === wanted,
      ),
    ) ?? null
  );
}

function numberOf(value: Property): number | null {
  const text = textOf(value);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Yes and no as registers write them. */
function flagOf(value: Property): boolean | null {
  const text = textOf(value)?.toLowerCase() ?? '';
  if (['true', '1', 'yes', 'y', '是', '有'].includes(text)) return true;
  if (['false', '0', 'no', 'n', '否', '无'].includes(text)) return false;
  return null;
}

function textOf(value: Property): string | null {
  if (value === null) return null;
  const text = String(value).trim();
  return text === '' ? null : text;
}

function yearOf(value: Property): number | null {
  const year = typeof value === 'number' ? value : Number.parseInt(textOf(value) ?? '', 10);
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : null;
}
