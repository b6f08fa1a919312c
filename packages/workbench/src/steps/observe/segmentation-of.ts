import type { ObserveSettings } from '@aftermine/science/observe';
import { type SegmentParameters, segmentParameters } from '@aftermine/science/series';

/** The preset a project names, with the parameters its settings override. */
export function segmentParametersOf(segment: ObserveSettings['segment']): SegmentParameters {
  const { preset, index: _index, minMagnitude: _minMagnitude, ...overrides } = segment;
  return segmentParameters(preset, overrides);
}
