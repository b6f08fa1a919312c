import { describe, expect, test } from 'vitest';
import { type AftermineError, say } from '../base/index.ts';
import { checkSegmentParameters, SEGMENT_PRESETS, segmentParameters } from './segment-parameters.ts';

const failureOf = (act: () => unknown): AftermineError => {
  try {
    act();
  } catch (error) {
    return error as AftermineError;
  }
  throw new Error('did not throw');
};

describe('parameters of the segmentation', () => {
  test('the two presets differ in the recovery threshold alone', () => {
    expect(SEGMENT_PRESETS.landtrendr.recoveryThreshold).toBe(0.25);
    expect({ ...SEGMENT_PRESETS['mined-land'], recoveryThreshold: 0.25 }).toEqual(SEGMENT_PRESETS.landtrendr);
    expect(SEGMENT_PRESETS['mined-land'].recoveryThreshold).toBe(1);
  });

  test('an override replaces one value and an undefined one replaces nothing', () => {
    expect(segmentParameters('landtrendr', { maxSegments: 4, pValue: undefined })).toEqual({
      ...SEGMENT_PRESETS.landtrendr,
      maxSegments: 4,
    });
  });

  test.each([
    ['maxSegments', 0, 'integer 1 ... 20'],
    ['maxSegments', 2.5, 'integer 1 ... 20'],
    ['spikeThreshold', 1.01, 'number 0 ... 1'],
    ['pValue', Number.NaN, 'number 0 ... 1'],
    ['minObservations', 2, 'integer 3 ... 100'],
  ])('%s = %d is refused with its range', (key, value, range) => {
    const error = failureOf(() => segmentParameters('landtrendr', { [key]: value }));
    expect([error.code, error.where, error.expected, error.got]).toEqual([
      'E-SER-001',
      key,
      range,
      String(value),
    ]);
  });

  test('an unknown preset or parameter is refused and the message names it in both languages', () => {
    const preset = failureOf(() => segmentParameters('fast' as 'landtrendr'));
    expect([preset.code, preset.where, preset.got]).toEqual(['E-SER-001', 'preset', 'fast']);
    const key = failureOf(() => checkSegmentParameters({ ...SEGMENT_PRESETS.landtrendr, speed: 1 } as never));
    expect(key.where).toBe('speed');
    const params = { where: 'preset', expected: String(preset.expected), got: String(preset.got) };
    expect(say('en', 'error.E-SER-001', params)).toContain('fast');
    expect(say('zh', 'error.E-SER-001', params)).toContain('fast');
  });
});
