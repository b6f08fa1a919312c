import { z } from 'zod';
import { AftermineError } from '../base/index.ts';

/** Every parameter of the segmentation with its range and meaning; forms, checks and documents read it. */
export const segmentParametersSchema = z.strictObject({
  maxSegments: z.int().min(1).max(20).describe('Most segments of a fitted trajectory'),
  spikeThreshold: z
    .number()
    .min(0)
    .max(1)
    .describe('A spike is corrected while its share above its neighbours exceeds this; 1 switches it off'),
  vertexCountOvershoot: z.int().min(0).max(10).describe('Candidate vertices beyond maxSegments + 1'),
  preventOneYearRecovery: z.boolean().describe('Refuse fitted recoveries that last one year'),
  recoveryThreshold: z
    .number()
    .min(0)
    .max(10)
    .describe(
      'Greatest fitted recovery per year as a share of the fitted range; 0.25 forbids less than 4 years',
    ),
  pValue: z.number().min(0).max(1).describe('A model with a greater p is not kept'),
  bestModelProportion: z
    .number()
    .min(0)
    .max(2)
    .describe('The model with most vertices is taken whose p is at most (2 - this) times the least p'),
  minObservations: z.int().min(3).max(100).describe('Fewer valid years give no answer'),
});

/** Parameters of the temporal segmentation. */
export type SegmentParameters = Readonly<z.infer<typeof segmentParametersSchema>>;

/**
 * The published recommended run. It reproduces the original code vertex by vertex, and the original has no
 * `preventOneYearRecovery`: that option exists in Earth Engine's version only, so it is off here.
 */
const landtrendr: SegmentParameters = {
  maxSegments: 6,
  spikeThreshold: 0.9,
  vertexCountOvershoot: 3,
  preventOneYearRecovery: false,
  recoveryThreshold: 0.25,
  pValue: 0.05,
  bestModelProportion: 0.75,
  minObservations: 6,
};

/** Named sets: `landtrendr` for parity, `mined-land` for reclaimed land, where fast re-greening is real. */
export const SEGMENT_PRESETS = {
  landtrendr,
  'mined-land': { ...landtrendr, recoveryThreshold: 1 },
} as const satisfies Readonly<Record<string, SegmentParameters>>;

export type SegmentPreset = keyof typeof SEGMENT_PRESETS;

/** Parameters a caller may set; absent or undefined ones come from the preset. */
export type SegmentOverrides = {
  readonly [Key in keyof SegmentParameters]?: SegmentParameters[Key] | undefined;
};

/**
 * A preset with some parameters replaced, checked against their ranges.
 * @throws AftermineError E-SER-001 with the parameter, its range and what came.
 */
export function segmentParameters(
  preset: SegmentPreset,
  overrides: SegmentOverrides = {},
): SegmentParameters {
  const set = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const base = Object.hasOwn(SEGMENT_PRESETS, preset) ? SEGMENT_PRESETS[preset] : undefined;
  if (base === undefined) {
    throw new AftermineError('InvalidInput', 'E-SER-001', {
      where: 'preset',
      expected: Object.keys(SEGMENT_PRESETS).join(' | '),
      got: String(preset),
    });
  }
  return checkSegmentParameters({ ...base, ...set });
}

/**
 * The parameters themselves when each lies in its range.
 * @throws AftermineError E-SER-001 with the first parameter that does not.
 */
export function checkSegmentParameters(parameters: SegmentParameters): SegmentParameters {
  const checked = segmentParametersSchema.safeParse(parameters);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  const key = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.');
  const got = (parameters as Readonly<Record<string, unknown>>)[key];
  throw new AftermineError('InvalidInput', 'E-SER-001', {
    where: key,
    expected: rangeOf(key),
    got: got === undefined ? null : String(got),
    cause: checked.error,
  });
}

/** The range of a parameter as people write it. */
function rangeOf(key: string): string {
  const known = segmentParametersSchema.shape as Readonly<Record<string, z.ZodType>>;
  const declared = known[key];
  if (declared === undefined) return Object.keys(known).join(', ');
  const json = z.toJSONSchema(declared) as { type?: string; minimum?: number; maximum?: number };
  return json.minimum === undefined ? String(json.type) : `${json.type} ${json.minimum} ... ${json.maximum}`;
}
