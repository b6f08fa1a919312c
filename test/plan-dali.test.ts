import { unknown } from '@aftermine/science/base';
import { INDICATOR_IDS, type IndicatorValue } from '@aftermine/science/diagnose';
import { candidatesOf, type PlanUnit, planProgramme, planSettingsSchema } from '@aftermine/science/plan';
import type { DamageClass } from '@aftermine/science/site';
import { afterAll, expect, test } from 'vitest';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';

/*
 * The mines of Dali (Yunnan, 2024) as far as their programme was published: 884 patches, 1,096.02 ha, 213 hazards, 81.67 ha of rock
 * slopes, 472.5 ha of forest, 140.05 ha of grassland, 195.5 ha of farmland, CNY 512 million over three years. What is not published
 * (slopes, soil, what the remaining 206.3 ha became) is assumed here and told in docs/guide/library.md.
 */
const PUBLISHED_CNY = 512e6;
const PUBLISHED_HA = 1096.02;

interface Part {
  readonly count: number;
  readonly areaHa: number;
  readonly endUse: string;
  readonly damage: DamageClass;
  readonly values: Readonly<Record<string, number>>;
}

const HILLS = {
  precipitation: 1050,
  ph: 6.5,
  'organic-matter': 8,
  'bulk-density': 1.35,
  gravel: 8,
  salinity: 0.3,
};
const PARTS: readonly Part[] = [
  {
    count: 213,
    areaHa: 81.67,
    endUse: 'shrubland',
    damage: 'quarry-face',
    values: {
      'slope-mean': 45,
      'slope-p90': 60,
      'steep-share': 0.8,
      'stability-factor': 1.05,
      'soil-depth': 5,
    },
  },
  {
    count: 330,
    areaHa: 472.5,
    endUse: 'forest',
    damage: 'quarry-face',
    values: {
      'slope-mean': 15,
      'slope-p90': 30,
      'steep-share': 0.25,
      'stability-factor': 1.6,
      'soil-depth': 12,
    },
  },
  {
    count: 100,
    areaHa: 140.05,
    endUse: 'grassland',
    damage: 'waste-dump',
    values: {
      'slope-mean': 12,
      'slope-p90': 24,
      'steep-share': 0.1,
      'stability-factor': 1.8,
      'soil-depth': 15,
    },
  },
  {
    count: 140,
    areaHa: 195.5,
    endUse: 'dry-farmland',
    damage: 'industrial-square',
    values: { 'slope-mean': 4, 'slope-p90': 8, 'steep-share': 0, 'stability-factor': 4, 'soil-depth': 20 },
  },
  {
    count: 101,
    areaHa: 206.3,
    endUse: 'natural-habitat',
    damage: 'quarry-face',
    values: {
      'slope-mean': 18,
      'slope-p90': 33,
      'steep-share': 0.3,
      'stability-factor': 1.5,
      'soil-depth': 10,
    },
  },
];

function unitOf({ count, areaHa, endUse, damage, values }: Part, i: number): PlanUnit {
  const known: Readonly<Record<string, number>> = { ...HILLS, 'index-gap': -0.25, ...values };
  const evidence = { kind: 'settings', source: 'published totals', count: 1 } as const;
  const clean = { verdict: 'pass', reason: null } as const;
  return {
    id: `${endUse}-${i}`,
    name: null,
    areaHa: areaHa / count,
    damage,
    village: null,
    basicFarmland: false,
    yearDamaged: 2005,
    target: 'forest',
    indicators: Object.fromEntries(
      INDICATOR_IDS.map((id): [string, IndicatorValue] => [
        id,
        known[id] === undefined
          ? unknown('no-samples')
          : { kind: 'known', value: known[id], low: null, high: null, evidence },
      ]),
    ) as PlanUnit['indicators'],
    waterDeficit: {},
    contamination: { agricultural: clean, 'construction-1': clean, 'construction-2': clean },
    recoveryNow: 0.25,
    aridity: 0.95,
    problems: [],
    questions: [],
    naturalRecovery: false,
  };
}

const workbench = composeWorkbench();
afterAll(() => workbench.solver.close());

test('the published totals of Dali are priced by the default library at a third to a half of what was paid: works alone, without what else such a programme holds', async () => {
  const units = PARTS.flatMap((part) => Array.from({ length: part.count }, (_, i) => unitOf(part, i)));
  expect(units).toHaveLength(884);
  expect(units.reduce((sum, { areaHa }) => sum + areaHa, 0)).toBeCloseTo(PUBLISHED_HA, 6);
  const library = workbench.libraries.load({ costFile: 'cn-2024' });
  const settings = planSettingsSchema.parse({
    years: 3,
    gap: 0.01,
    risk: { draws: 100 },
    topsoil: { stockM3: 1e9, haulKm: 5 },
    locks: units.map(({ id }) => ({ unit: id, mode: 'treat', endUse: id.replace(/-\d+$/, '') })),
  });
  const { result } = await planProgramme(
    { units, library, settings, start: 2024, seed: 1 },
    workbench.solver.solve,
  );
  expect(result.units.every(({ choice }) => choice !== null)).toBe(true);
  const likely = result.totals.publicCost;
  expect(likely / PUBLISHED_CNY).toBeGreaterThan(1 / 3);
  expect(likely / PUBLISHED_CNY).toBeLessThan(1 / 2);
  // The dearest package of every unit, at the high end of every price.
  const dearest = PARTS.reduce((sum, part) => {
    const { candidates } = candidatesOf(unitOf(part, 0), library, settings, 2024);
    const costs = candidates
      .filter(({ one }) => one.endUse === part.endUse)
      .map(({ bill }) => bill.reduce((cost, { item, quantity }) => cost + quantity * item.cost[2], 0));
    return sum + part.count * Math.max(...costs);
  }, 0);
  expect(result.risk!.outcomes.cost.p95).toBeLessThan(PUBLISHED_CNY);
  expect(dearest).toBeGreaterThan(PUBLISHED_CNY);
}, 60_000);
