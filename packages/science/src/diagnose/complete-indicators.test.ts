import { expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import { completeIndicators } from './complete-indicators.ts';
import { diagnoseUnits } from './diagnose-units.ts';
import { noRecovery } from './recovery-indicators.ts';
import { diagnoseSettingsSchema } from './settings.ts';
import { terrainIndicators } from './terrain-indicators.ts';

const [unit] = diagnoseUnits(
  [
    {
      id: 'U1',
      name: null,
      areaHa: 1,
      kind: 'unit',
      register: null,
      terrain: terrainIndicators(null, null),
      recovery: noRecovery(unknown('no-observation')),
      samples: [],
      unsupported: unknown('no-samples'),
    },
  ],
  diagnoseSettingsSchema.parse({}),
).units;

test('a diagnosis kept before an indicator was known says so; a whole one stays the same object', () => {
  const { 'soil-carbon': _, ...before } = unit!.indicators;
  const old = { ...unit!, indicators: before as NonNullable<typeof unit>['indicators'] };
  expect(completeIndicators(old).indicators).toEqual({
    ...unit!.indicators,
    'soil-carbon': unknown('diagnosed-before'),
  });
  expect(completeIndicators(unit!)).toBe(unit);
});
