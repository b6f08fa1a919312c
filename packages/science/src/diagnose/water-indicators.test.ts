import { expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import { diagnoseSettingsSchema } from './settings.ts';
import { waterIndicators } from './water-indicators.ts';

const settings = diagnoseSettingsSchema.parse({ climate: { precipitationMm: 340, petMm: 950 } });

test('by hand: 10 (0.85 950 - 0.7 340) - 900 = 4795 m3/(ha a)', () => {
  expect(waterIndicators(settings, 'irrigated-cropland', 900)['water-deficit']).toMatchObject({
    value: expect.closeTo(4795, 6),
  });
  expect(waterIndicators(settings, 'irrigated-cropland', 9000)['water-deficit']).toMatchObject({ value: 0 });
  expect(waterIndicators(settings, 'irrigated-cropland', null)['water-deficit']).toMatchObject({
    value: expect.closeTo(5695, 6),
  });
});

test('land that is not irrigated lacks no irrigation, and without climate nothing is said', () => {
  expect(waterIndicators(settings, 'grassland', 0)['water-deficit']).toEqual(unknown('not-irrigated'));
  const { climate, ...rest } = settings;
  expect(climate).toBeDefined();
  expect(waterIndicators(rest, 'orchard', 0)).toEqual({
    precipitation: unknown('no-climate'),
    'water-deficit': unknown('no-climate'),
    'water-yield': unknown('no-climate'),
  });
});

test('what plants leave of 400 mm against 1000 mm, by the curve of Budyko and Fu', () => {
  const dry = diagnoseSettingsSchema.parse({ climate: { precipitationMm: 400, petMm: 1000 } });
  // 365.449 mm evaporate at w = 2.6.
  expect(waterIndicators(dry, 'grassland', 0)['water-yield']).toMatchObject({
    value: expect.closeTo(400 - 365.449, 3),
  });
  const none = diagnoseSettingsSchema.parse({ climate: { precipitationMm: 0, petMm: 1000 } });
  expect(waterIndicators(none, 'grassland', 0)['water-yield']).toEqual(unknown('no-precipitation'));
});
