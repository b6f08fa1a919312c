import { expect, test } from 'vitest';
import { policySettingsSchema } from './policy-settings.ts';

test('nothing stated is a whole set of defaults', () => {
  const settings = policySettingsSchema.parse({});
  expect(settings.concession.years).toEqual([5, 10, 15, 20, 30]);
  expect(settings.upkeep.benefitPerHa['self-sustaining']).toBe(3500);
  expect(policySettingsSchema.parse(settings)).toEqual(settings);
});

test('refuses what no model can take', () => {
  const refuses = (settings: object): boolean => !policySettingsSchema.safeParse(settings).success;
  expect(refuses({ processSubsidy: 1 })).toBe(true);
  expect(refuses({ threshold: { tippingPoint: 1.2 } })).toBe(true);
  expect(refuses({ threshold: { tippingPoint: null } })).toBe(false);
  expect(refuses({ upkeep: { bands: { sparse: 0.5 } } })).toBe(true);
  expect(refuses({ concession: { years: [5] } })).toBe(true);
  expect(refuses({ altruism: { goverment: 0.3 } })).toBe(true);
});
