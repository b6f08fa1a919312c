import { expect, test } from 'vitest';
import { sensorNames } from './sensor-names.ts';

test('sensors are called as people call them, in a list of the language', () => {
  expect(sensorNames(['landsat-8', 'landsat-9'], 'zh')).toBe('Landsat 8、Landsat 9');
  expect(sensorNames(['sentinel-2', 'sentinel-2a', 'hls', 'own'], 'en')).toBe(
    'Sentinel-2, Sentinel-2A, HLS, own pictures',
  );
  expect(sensorNames(['own'], 'zh')).toBe('自有影像');
});
