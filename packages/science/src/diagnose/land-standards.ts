import { type MessageParam, type Unknown, unknown } from '../base/index.ts';
import type { TargetLand } from '../site/index.ts';
import { requireWithin } from './model-input.ts';

/** Regions of TD/T 1036-2013; labels in the catalogue under `land-region.*`. */
export const LAND_REGIONS = [
  'north-east-plain',
  'huang-huai-hai-plain',
  'lower-yangtze-plain',
  'south-west-mountains',
  'central-hills',
  'south-east-coast',
  'north-west-arid',
  'loess-plateau',
  'northern-steppe',
  'tibetan-plateau',
] as const;
export type LandRegion = (typeof LAND_REGIONS)[number];

/** Land classes that the standards tell apart; labels under `land-class.*`. */
export const LAND_CLASSES = [
  'dry-farmland',
  'irrigated-farmland',
  'paddy',
  'vegetable-field',
  'orchard',
  'forest',
  'shrubland',
  'sown-pasture',
  'other-grassland',
] as const;
export type LandClass = (typeof LAND_CLASSES)[number];

/** What the standards limit, in the unit named; labels under `land-indicator.*`. */
export const LAND_INDICATORS = {
  slope: '°',
  'soil-depth': 'cm',
  'bulk-density': 'g/cm³',
  gravel: '%',
  ph: '',
  'organic-matter': 'g/kg',
  'canopy-closure': '',
  cover: '%',
  'bare-rock': '%',
} as const;
export type LandIndicator = keyof typeof LAND_INDICATORS;

/** A range a value must lie in; its ends belong to it unless `exclusive`. */
export interface LandLimit {
  readonly min?: number;
  readonly max?: number;
  /** True where the standard asks for less than `max`, not for at most. */
  readonly exclusive?: true;
}

export type LandLimits = Readonly<Partial<Record<LandIndicator, LandLimit>>>;

export interface LandStandard {
  readonly source: string;
  /** False: the values were not read in the official text, and none of them may pass or fail anything. */
  readonly verified: boolean;
  readonly limits: Readonly<Partial<Record<LandClass, LandLimits>>>;
}

const WOODED: LandLimits = {
  'soil-depth': { min: 30 },
  'bulk-density': { max: 1.5 },
  gravel: { max: 25 },
  'organic-matter': { min: 5 },
  'canopy-closure': { min: 0.3 },
};

/**
 * TD/T 1036-2013, Completion standards on land reclamation quality, by region. The loess plateau alone has values, and
 * those wait to be read in the official text. Where it gives a range of least values, the lower one stands here.
 */
export const RECLAMATION_STANDARDS: Readonly<Partial<Record<LandRegion, LandStandard>>> = {
  'loess-plateau': {
    source: 'TD/T 1036-2013, loess plateau',
    verified: false,
    limits: {
      'dry-farmland': {
        slope: { max: 25 },
        'soil-depth': { min: 80 },
        'bulk-density': { max: 1.45 },
        gravel: { max: 10 },
        ph: { min: 6.0, max: 8.5 },
        'organic-matter': { min: 5 },
      },
      'irrigated-farmland': {
        slope: { max: 15 },
        'soil-depth': { min: 80 },
        'bulk-density': { max: 1.4 },
        gravel: { max: 5 },
        ph: { min: 6.5, max: 8.5 },
        'organic-matter': { min: 8 },
      },
      forest: WOODED,
      shrubland: WOODED,
      'sown-pasture': { 'soil-depth': { min: 40 }, gravel: { max: 15 }, cover: { min: 30 } },
      'other-grassland': { 'soil-depth': { min: 30 }, cover: { min: 20 } },
    },
  },
};

/** Technical standard of land reclamation, trial, 1995: the part on flood-damaged land, which was read. */
export const TRIAL_STANDARD_1995: LandStandard = {
  source: 'Technical standard of land reclamation (trial, 1995), flood-damaged land',
  verified: true,
  limits: {
    'dry-farmland': {
      ph: { min: 5.5, max: 8.5 },
      'soil-depth': { min: 50 },
      'bulk-density': { max: 1.3 },
      slope: { max: 5 },
    },
    paddy: { ph: { min: 5, max: 8 }, slope: { max: 3 } },
    'vegetable-field': { ph: { min: 6, max: 8.5 }, slope: { max: 3 } },
    forest: {
      ph: { min: 5.5, max: 8.5 },
      'soil-depth': { min: 30 },
      slope: { max: 35 },
      'bare-rock': { max: 30, exclusive: true },
    },
    'other-grassland': { ph: { min: 5, max: 9 }, 'soil-depth': { min: 30 }, slope: { max: 25 } },
  },
};

/** An official value that a project supplies with the document it was read in. */
export interface ProjectLimit extends LandLimit {
  readonly source: string;
}

/** One limit in force. */
export interface LimitInForce {
  readonly limit: LandLimit;
  readonly source: string;
  readonly verified: boolean;
}

export interface LandVerdict {
  readonly indicator: LandIndicator;
  readonly verdict: 'pass' | 'fail' | 'insufficient';
  /** Null where none is in force. */
  readonly inForce: LimitInForce | null;
  /** Why it is insufficient; null otherwise. */
  readonly reason: Unknown | null;
}

/** The standards in force for a land: a project names its region, or holds to the trial standard of 1995. */
export type StandardChoice = LandRegion | 'trial-1995';

/**
 * The limit in force: the project's own value first, which counts as read, then that of the standard.
 *
 * @returns null where neither limits the indicator on this land
 */
export function landLimit(
  standard: StandardChoice,
  land: LandClass,
  indicator: LandIndicator,
  project: Readonly<Partial<Record<LandIndicator, ProjectLimit>>> = {},
): LimitInForce | null {
  const own = project[indicator];
  if (own !== undefined) {
    const { source, ...limit } = own;
    return { limit, source, verified: true };
  }
  const table = standard === 'trial-1995' ? TRIAL_STANDARD_1995 : RECLAMATION_STANDARDS[standard];
  const limit = table?.limits[land]?.[indicator];
  return table === undefined || limit === undefined
    ? null
    : { limit, source: table.source, verified: table.verified };
}

/**
 * Holds one value against the land standard. A limit that was not read in the official text reports `insufficient`,
 * inside as outside: it may not pass land that the standard would refuse, nor refuse what it would pass.
 *
 * @param value in the unit of `LAND_INDICATORS`, or why there is none
 * @throws InvalidInput `E-DIA-102` for a value that is negative or no number
 * @source TD/T 1036-2013; Technical standard of land reclamation (trial, 1995)
 */
export function assessLand(
  standard: StandardChoice,
  land: LandClass,
  indicator: LandIndicator,
  value: number | Unknown,
  project: Readonly<Partial<Record<LandIndicator, ProjectLimit>>> = {},
): LandVerdict {
  const inForce = landLimit(standard, land, indicator, project);
  const insufficient = (reason: Unknown): LandVerdict => ({
    indicator,
    verdict: 'insufficient',
    inForce,
    reason,
  });
  if (inForce === null) return insufficient(unknown('no-land-limit', { land, indicator }));
  if (!inForce.verified) return insufficient(unknown('limit-not-verified', shown(inForce)));
  if (typeof value !== 'number') return insufficient(value);
  requireWithin(indicator, value, 0, Infinity);
  return { indicator, verdict: isWithin(value, inForce.limit) ? 'pass' : 'fail', inForce, reason: null };
}

/** True inside a range, its ends included unless it excludes the upper one. */
export function isWithin(value: number, { min = -Infinity, max = Infinity, exclusive }: LandLimit): boolean {
  return value >= min && (exclusive === true ? value < max : value <= max);
}

/** The land class of a target; null where the standards have none (water, construction). */
export function landClassOf(target: TargetLand): LandClass | null {
  const classes: Readonly<Partial<Record<TargetLand, LandClass>>> = {
    'irrigated-cropland': 'irrigated-farmland',
    'dry-cropland': 'dry-farmland',
    orchard: 'orchard',
    forest: 'forest',
    shrubland: 'shrubland',
    grassland: 'other-grassland',
  };
  return classes[target] ?? null;
}

function shown({ limit: { min, max, exclusive }, source }: LimitInForce): Record<string, MessageParam> {
  const parts = [
    ...(min === undefined ? [] : [`≥ ${min}`]),
    ...(max === undefined ? [] : [`${exclusive === true ? '<' : '≤'} ${max}`]),
  ];
  return { source, limit: parts.join(', ') };
}
