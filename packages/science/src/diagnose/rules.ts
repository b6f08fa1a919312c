import type { TargetLand } from '../site/index.ts';
import type { IndicatorId } from './declare.ts';
import type { Factor, FindingSeverity } from './types.ts';

/** A limit for every target land, or for those named; a target without one is not judged. */
export type RuleLimit = number | Readonly<Partial<Record<TargetLand, number>>>;

/**
 * One rule, as data: indicator beyond limit -> finding. Its sentence is `finding.<id>` of the catalogue, the
 * question it answers `rule.<id>`.
 */
export interface FindingRule {
  readonly id: string;
  readonly factor: Factor;
  readonly indicator: IndicatorId;
  readonly beyond: 'above' | 'below';
  readonly limit: RuleLimit;
  readonly severity: FindingSeverity;
  /** Beyond this the finding is graver. */
  readonly graver?: { readonly limit: RuleLimit; readonly severity: FindingSeverity };
  /** The rule speaks only where this holds too. */
  readonly onlyWhere?: {
    readonly indicator: IndicatorId;
    readonly beyond: 'above' | 'below';
    readonly limit: number;
  };
  /** Id of the source of the limit; its words are `limit-source.<id>` of the catalogue. */
  readonly source: string;
  /** Target lands whose limit was read in the document named, or true for all; other limits lower the confidence. */
  readonly verified: boolean | readonly TargetLand[];
  readonly measures: readonly string[];
  /** Keys `change.*`. */
  readonly wouldChange: readonly string[];
}

const TRIAL_STANDARD = 'trial-standard-1995';
const LAND_STANDARD = 'tdt-1036-2013';
const COMPLETION = 'pingshuo-completion';
const OWN = 'aftermine-screening';

/** Target lands the trial standard speaks of. */
const READ_IN_STANDARD: readonly TargetLand[] = ['forest', 'grassland', 'dry-cropland'];

/** Slope that the land use tolerates, degrees. Cropland: values that still wait for the official table. */
const SLOPES = {
  forest: 35,
  shrubland: 35,
  grassland: 25,
  orchard: 25,
  'dry-cropland': 25,
  'irrigated-cropland': 15,
  construction: 25,
} as const;

/**
 * The rules in force. Every limit may be set in `aftermine.yaml` under `diagnose.rules.<id>.limit`, and a rule
 * switched off with `diagnose.rules.<id>.off: true`.
 */
export const FINDING_RULES: readonly FindingRule[] = [
  {
    id: 'steep-slope',
    factor: 'slope',
    indicator: 'slope-p90',
    beyond: 'above',
    limit: SLOPES,
    severity: 'major',
    source: TRIAL_STANDARD,
    verified: ['forest', 'grassland'],
    measures: ['reshape-slope', 'terrace', 'change-target'],
    wouldChange: ['newer-terrain', 'other-target'],
  },
  {
    id: 'unstable-slope',
    factor: 'stability',
    indicator: 'stability-factor',
    beyond: 'below',
    limit: 1.3,
    severity: 'major',
    graver: { limit: 1, severity: 'critical' },
    source: COMPLETION,
    verified: true,
    measures: ['reshape-slope', 'drain-slope', 'slope-design-check'],
    wouldChange: ['geotechnical-survey', 'newer-terrain'],
  },
  {
    id: 'severe-erosion',
    factor: 'erosion',
    indicator: 'erosion',
    beyond: 'above',
    limit: 10,
    severity: 'minor',
    graver: { limit: 50, severity: 'major' },
    source: COMPLETION,
    verified: true,
    measures: ['terrace', 'straw-barrier', 'cover-fast', 'drain-slope'],
    wouldChange: ['measured-erosion', 'local-erosivity'],
  },
  {
    id: 'water-shortage',
    factor: 'water',
    indicator: 'water-deficit',
    beyond: 'above',
    limit: 0,
    severity: 'major',
    source: OWN,
    verified: true,
    measures: ['bring-water', 'save-irrigation', 'change-target'],
    wouldChange: ['water-right', 'other-target', 'local-climate'],
  },
  {
    id: 'too-dry-for-target',
    factor: 'water',
    indicator: 'precipitation',
    beyond: 'below',
    limit: { forest: 400, shrubland: 250, grassland: 150, 'dry-cropland': 350, orchard: 450 },
    severity: 'major',
    source: OWN,
    verified: false,
    measures: ['drought-species', 'change-target'],
    wouldChange: ['local-climate', 'other-target'],
  },
  {
    id: 'thin-soil',
    factor: 'soil-depth',
    indicator: 'soil-depth',
    beyond: 'below',
    limit: {
      forest: 30,
      shrubland: 30,
      grassland: 30,
      'dry-cropland': 50,
      'irrigated-cropland': 80,
      orchard: 60,
    },
    severity: 'major',
    graver: { limit: 10, severity: 'critical' },
    source: TRIAL_STANDARD,
    verified: READ_IN_STANDARD,
    measures: ['cover-soil', 'change-target'],
    wouldChange: ['more-samples', 'other-target'],
  },
  {
    id: 'acid-soil',
    factor: 'soil-quality',
    indicator: 'ph',
    beyond: 'below',
    limit: {
      forest: 5.5,
      shrubland: 5.5,
      grassland: 5,
      'dry-cropland': 5.5,
      'irrigated-cropland': 5.5,
      orchard: 5.5,
    },
    severity: 'minor',
    graver: { limit: 4, severity: 'major' },
    source: TRIAL_STANDARD,
    verified: READ_IN_STANDARD,
    measures: ['lime', 'cover-soil'],
    wouldChange: ['more-samples', 'other-target'],
  },
  {
    id: 'alkaline-soil',
    factor: 'soil-quality',
    indicator: 'ph',
    beyond: 'above',
    limit: {
      forest: 8.5,
      shrubland: 8.5,
      grassland: 9,
      'dry-cropland': 8.5,
      'irrigated-cropland': 8.5,
      orchard: 8.5,
    },
    severity: 'minor',
    graver: { limit: 9.5, severity: 'major' },
    source: TRIAL_STANDARD,
    verified: READ_IN_STANDARD,
    measures: ['gypsum', 'organic-amendment'],
    wouldChange: ['more-samples', 'other-target'],
  },
  {
    id: 'poor-soil',
    factor: 'soil-quality',
    indicator: 'organic-matter',
    beyond: 'below',
    limit: { forest: 5, shrubland: 5, grassland: 5, 'dry-cropland': 5, 'irrigated-cropland': 8, orchard: 5 },
    severity: 'minor',
    source: LAND_STANDARD,
    verified: false,
    measures: ['organic-amendment', 'legume-cover'],
    wouldChange: ['official-limit', 'more-samples'],
  },
  {
    id: 'compacted-soil',
    factor: 'soil-quality',
    indicator: 'bulk-density',
    beyond: 'above',
    limit: {
      forest: 1.5,
      shrubland: 1.5,
      grassland: 1.5,
      'dry-cropland': 1.45,
      'irrigated-cropland': 1.4,
      orchard: 1.45,
    },
    severity: 'minor',
    source: LAND_STANDARD,
    verified: false,
    measures: ['deep-ripping', 'organic-amendment'],
    wouldChange: ['official-limit', 'more-samples'],
  },
  {
    id: 'stony-soil',
    factor: 'soil-quality',
    indicator: 'gravel',
    beyond: 'above',
    limit: {
      forest: 25,
      shrubland: 25,
      grassland: 15,
      'dry-cropland': 10,
      'irrigated-cropland': 5,
      orchard: 15,
    },
    severity: 'minor',
    source: LAND_STANDARD,
    verified: false,
    measures: ['cover-soil', 'stone-picking'],
    wouldChange: ['official-limit', 'more-samples'],
  },
  {
    id: 'saline-soil',
    factor: 'soil-quality',
    indicator: 'salinity',
    beyond: 'above',
    limit: 4,
    severity: 'minor',
    graver: { limit: 8, severity: 'major' },
    source: 'usda-handbook-60',
    verified: false,
    measures: ['leach-salt', 'salt-species'],
    wouldChange: ['more-samples'],
  },
  {
    id: 'failed-planting',
    factor: 'planting',
    indicator: 'relapse-share',
    beyond: 'above',
    limit: 0.5,
    severity: 'major',
    onlyWhere: { indicator: 'years-since-reclaimed', beyond: 'above', limit: 2 },
    source: OWN,
    verified: true,
    measures: ['find-cause-first', 'replant', 'drought-species'],
    wouldChange: ['next-season', 'field-visit'],
  },
  {
    id: 'no-growth',
    factor: 'planting',
    indicator: 'growth-since-reclaimed',
    beyond: 'below',
    limit: 0,
    severity: 'major',
    onlyWhere: { indicator: 'years-since-reclaimed', beyond: 'above', limit: 4 },
    source: OWN,
    verified: true,
    measures: ['find-cause-first', 'replant'],
    wouldChange: ['next-season', 'field-visit'],
  },
  {
    id: 'behind-reference',
    factor: 'vegetation',
    indicator: 'index-gap',
    beyond: 'below',
    limit: -0.1,
    severity: 'minor',
    graver: { limit: -0.3, severity: 'major' },
    source: OWN,
    verified: true,
    measures: ['reseed', 'fence-and-watch'],
    wouldChange: ['next-season', 'other-reference'],
  },
];

/** The limit of a rule for a target land; null where the rule does not judge it. */
export function limitFor(limit: RuleLimit, target: TargetLand): number | null {
  return typeof limit === 'number' ? limit : (limit[target] ?? null);
}
