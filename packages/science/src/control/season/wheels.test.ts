import { describe, expect, test } from 'vitest';
import { unknown } from '../../base/index.ts';
import type { GateVerdict } from '../../diagnose/index.ts';
import type { PlanUnit } from '../../plan/index.ts';
import { exampleUnit } from '../../plan/plan-example.fixture.ts';
import type { ProgrammeRecord } from './programme-record.ts';
import { exampleUnitSeason } from './season-example.fixture.ts';
import type { UnitSeason, UnitSeasonState } from './season-record.ts';
import { siteCloseness } from './site-closeness.ts';
import { unitCourse } from './unit-course.ts';
import { recoveryWheel } from './wheels.ts';

const FIELD = { survival: new Map(), paid: unknown('no-field-costs'), notes: 0 } as unknown as Parameters<
  typeof recoveryWheel
>[2];

/** A unit seen for eight seasons. */
function seen(
  id: string,
  areaHa: number,
  closeness: (i: number) => number,
  state: UnitSeasonState,
): UnitSeason {
  const base = exampleUnitSeason(id, 1, 2032, null);
  const last = base.filter.at(-1)!;
  const [, ...rest] = last.state.mean;
  return {
    ...base,
    areaHa,
    state,
    sightings: base.sightings.map((one, i) =>
      one.closeness === null ? one : { ...one, closeness: closeness(i) },
    ),
    filter: [{ ...last, state: { ...last.state, mean: [closeness(base.sightings.length - 1), ...rest] } }],
  };
}

const soil = (verdict: GateVerdict): Partial<PlanUnit> => ({
  contamination: {
    agricultural: { verdict, reason: null },
    'construction-1': { verdict: 'pass', reason: null },
    'construction-2': { verdict: 'pass', reason: null },
  },
});

function slice(id: string, units: readonly UnitSeason[], verdicts: readonly GateVerdict[]) {
  const facts = verdicts.map((verdict, i) => exampleUnit(units[i]!.unit, {}, soil(verdict)));
  const programme = { units: facts } as unknown as ProgrammeRecord;
  return recoveryWheel(units, programme, FIELD).find((one) => one.id === id)!;
}

const rising = (id: string, areaHa: number): UnitSeason =>
  seen(id, areaHa, (i) => 0.3 + 0.05 * i, 'on-course');

describe('contamination follows the soil figures', () => {
  // 99 ha within the limits: by area alone every case below would have five stars.
  test.each([
    ['all within the screening values', 'pass', 5],
    ['one hectare above a screening value', 'conditional', 3],
    ['one hectare above an intervention value', 'fail', 1],
    ['one hectare nobody sampled', 'insufficient', 4],
  ] as const)('%s', (_, verdict, stars) => {
    const units = [rising('A', 99), rising('B', 1)];
    expect(slice('contamination', units, ['pass', verdict]).stars).toBe(stars);
  });

  test('all above intervention is none; nobody sampled is not assessed', () => {
    expect(slice('contamination', [rising('A', 9)], ['fail']).stars).toBe(0);
    expect(slice('contamination', [rising('A', 9)], ['insufficient']).stars).toBeNull();
  });

  test('a graver verdict on any unit never gains a star', () => {
    const order = ['pass', 'conditional', 'fail'] as const;
    for (let mask = 0; mask < 27; mask += 1) {
      const of = [mask % 3, Math.floor(mask / 3) % 3, Math.floor(mask / 9)];
      const units = [rising('A', 50), rising('B', 30), rising('C', 2)];
      const stars = (levels: readonly number[]): number =>
        slice(
          'contamination',
          units,
          levels.map((level) => order[level]!),
        ).stars!;
      for (let k = 0; k < 3; k += 1)
        if (of[k]! < 2)
          expect(stars(of.map((level, i) => (i === k ? level + 1 : level)))).toBeLessThanOrEqual(stars(of));
    }
  });
});

describe('resilience follows the trends', () => {
  const falling = (id: string, areaHa: number): UnitSeason =>
    seen(id, areaHa, (i) => 0.7 - 0.05 * i, 'behind');
  const flat = (id: string): UnitSeason => seen(id, 10, (i) => (i % 2 === 0 ? 0.3 : 0.31), 'on-course');
  const stars = (...units: UnitSeason[]): number | null =>
    slice(
      'resilience-recruitment',
      units,
      units.map(() => 'pass' as const),
    ).stars;

  test('rising everywhere is five, no trend three, falling none', () => {
    expect(stars(rising('A', 10), rising('B', 10))).toBe(5);
    expect(stars(flat('A'))).toBe(3);
    expect(stars(falling('A', 10))).toBe(0);
  });

  test('one small unit that falls, or was not judged, leaves no five stars', () => {
    expect(stars(rising('A', 99), falling('B', 1))).toBe(4);
    expect(stars(rising('A', 99), { ...falling('B', 1), state: 'waiting' })).toBe(4);
  });

  test('an alarm comes before the trend, and land that waits is not judged', () => {
    expect(unitCourse({ ...rising('A', 1), state: 'stalled' })).toBe('falling');
    expect(unitCourse({ ...rising('A', 1), state: 'waiting' })).toBeNull();
    expect(unitCourse({ ...rising('A', 1), sightings: rising('A', 1).sightings.slice(-3) })).toBeNull();
    expect(unitCourse(seen('A', 1, (i) => (i % 2 === 0 ? 1 : 1.01), 'recovered'))).toBe('rising');
  });
});

test('a promise made again in a later year stands first among the sightings and changes no course', () => {
  const unit = rising('A', 1);
  const again = { ...unit, sightings: [unit.sightings[3]!, ...unit.sightings] };
  expect(unitCourse(again)).toBe(unitCourse(unit));
});

test('closeness of a site: by area, and land above the reference makes up for nothing', () => {
  const [bare, green] = [seen('A', 30, () => 0.2, 'on-course'), seen('B', 10, () => 1.8, 'recovered')];
  // (30 x 0.2 + 10 x 1) / 40
  expect(siteCloseness([bare, green])).toEqual({ closeness: expect.closeTo(0.4, 12), units: 2, areaHa: 40 });
  expect(siteCloseness([exampleUnitSeason('C', 3, 2032, null)]).closeness).toBeNull();
});
