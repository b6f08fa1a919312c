import { isUnknown, type MessageParam } from '../../base/index.ts';
import { SER_ATTRIBUTES } from '../../diagnose/index.ts';
import type { PlanUnit } from '../../plan/index.ts';
import type { FieldRecord } from './field-note.ts';
import type { ProgrammeRecord } from './programme-record.ts';
import type { UnitSeason, WheelSlice } from './season-record.ts';
import { meanByArea, siteCloseness } from './site-closeness.ts';
import { unitCourse } from './unit-course.ts';

/** The social wheel beside it. */
export const SOCIAL_WHEEL = {
  engagement: ['voice', 'agreement', 'feedback'],
  benefits: ['shares', 'work', 'access'],
  knowledge: ['records', 'training', 'local-knowledge'],
  capital: ['soil-kept', 'carbon', 'farmland'],
  economy: ['enterprise', 'upkeep-money', 'jobs'],
  wellbeing: ['safety', 'health', 'heritage'],
} as const;

type Evidence = WheelSlice['evidence'][number];

/** Shares at which a slice gets its next star. */
const STEPS = [0.1, 0.25, 0.45, 0.65, 0.85] as const;

/** How much a unit counts in resilience, by its course. */
const COURSE_CREDIT = { rising: 1, flat: 0.5, falling: 0 } as const;

/** How much a unit counts against contamination, by the verdict on its soil. */
const SOIL_CREDIT = { pass: 1, conditional: 0.5, fail: 0 } as const;

/** 0..5 stars for a share of 0..1: one for each step reached. */
export function starsOf(share: number): number {
  return STEPS.filter((step) => share >= step).length;
}

/** Stars that a slice may have at most: what is left open, or what nobody looked at, is never evened out by area. */
export const STAR_CAPS = {
  /** An open problem on any unit, a unit that falls, or a unit nobody looked at. */
  open: 4,
  /** Soil of any unit above the screening value. */
  screening: 3,
  /** Soil of any unit above the intervention value. */
  intervention: 1,
} as const;

/**
 * The recovery wheel of a season: what pictures, terrain and samples give evidence of is scored, everything else stays hollow and
 * waits for the field. Shares are of area; `STAR_CAPS` keep the worst unit visible in them.
 *
 * Contamination: a unit counts in full where every element lies at or below the screening value of farmland soil, half between
 * screening and intervention, not at all above. Works change no soil figure: a unit counts as it was sampled until it is sampled again.
 *
 * Resilience: `unitCourse` of each unit, rising or recovered 1, no trend 1/2, falling, lost again or standing still 0; land that
 * waits for its works and land with too few seasons are not judged.
 *
 * @source GB 15618-2018 (screening and intervention values); shares, caps and halves are Aftermine's own
 */
export function recoveryWheel(
  units: readonly UnitSeason[],
  programme: ProgrammeRecord,
  field: FieldRecord,
): readonly WheelSlice[] {
  const scored = new Map<string, Omit<WheelSlice, 'id' | 'attribute'>>();
  const put = (
    id: string,
    by: WheelSlice['by'],
    share: number | null,
    count: number,
    key: string,
    params: Readonly<Record<string, MessageParam>>,
    cap = 5,
  ): void => {
    if (share !== null && count > 0)
      scored.set(id, {
        stars: Math.min(cap, starsOf(share)),
        by,
        count,
        evidence: [evidence(key, params)],
      });
  };

  const { closeness, units: seen } = siteCloseness(units);
  put('productivity-cycling', 'satellite', closeness, seen, 'wheel-evidence.growth', {
    percent: percent(closeness),
    units: seen,
  });
  const courses = units.flatMap((unit) => {
    const course = unitCourse(unit);
    return course === null ? [] : [{ areaHa: unit.areaHa, course }];
  });
  const courseHa = (of: string): number =>
    Math.round(courses.reduce((sum, { areaHa, course }) => sum + (course === of ? areaHa : 0), 0));
  const falling = courses.filter(({ course }) => course === 'falling').length;
  put(
    'resilience-recruitment',
    'satellite',
    meanByArea(courses, ({ course }) => COURSE_CREDIT[course]),
    courses.length,
    'wheel-evidence.course',
    {
      units: courses.length,
      rising: courseHa('rising'),
      flat: courseHa('flat'),
      falling: courseHa('falling'),
    },
    falling > 0 || courses.length < units.length ? STAR_CAPS.open : 5,
  );

  const facts = new Map(programme.units.map((unit) => [unit.id, unit]));
  const treated = new Set(
    units.flatMap(({ unit, promise }) =>
      promise.readyAt !== null && promise.readyAt <= (units[0]?.filter.at(-1)?.year ?? 0) + 1 ? [unit] : [],
    ),
  );
  const judge = (
    id: string,
    of: (unit: PlanUnit) => boolean | null,
    key: string,
    by: WheelSlice['by'],
  ): void => {
    const known = units.flatMap(({ unit, areaHa }) => {
      const good = of(facts.get(unit)!);
      return good === null ? [] : [{ areaHa, good }];
    });
    const share = meanByArea(known, ({ good }) => (good ? 1 : 0));
    const whole = known.length === units.length && known.every(({ good }) => good);
    put(
      id,
      by,
      share,
      known.length,
      key,
      { percent: percent(share), units: known.length },
      whole ? 5 : STAR_CAPS.open,
    );
  };
  judge(
    'substrate-physical',
    (unit) =>
      isUnknown(unit.indicators['slope-p90'])
        ? null
        : treated.has(unit.id) ||
          !unit.problems.some(({ factor }) => factor === 'stability' || factor === 'erosion'),
    'wheel-evidence.landform',
    'satellite',
  );
  const soils = units.flatMap(({ unit, areaHa }) => {
    const { verdict } = facts.get(unit)!.contamination.agricultural;
    return verdict === 'insufficient' ? [] : [{ areaHa, verdict }];
  });
  const unitsWith = (of: string): number => soils.filter(({ verdict }) => verdict === of).length;
  const [above, between] = [unitsWith('fail'), unitsWith('conditional')];
  put(
    'contamination',
    'field',
    meanByArea(soils, ({ verdict }) => SOIL_CREDIT[verdict]),
    soils.length,
    'wheel-evidence.soil-limits',
    { units: soils.length, all: units.length, clean: unitsWith('pass'), screening: between, above },
    above > 0
      ? STAR_CAPS.intervention
      : between > 0
        ? STAR_CAPS.screening
        : soils.length < units.length
          ? STAR_CAPS.open
          : 5,
  );
  judge(
    'substrate-chemical',
    (unit) =>
      isUnknown(unit.indicators['organic-matter'])
        ? null
        : !unit.problems.some(({ factor }) => factor === 'soil-quality'),
    'wheel-evidence.soil-chemistry',
    'field',
  );
  const counts = [...field.survival.values()];
  const alive = counts.reduce((sum, one) => sum + one.alive, 0);
  const all = counts.reduce((sum, one) => sum + one.alive + one.dead, 0);
  put('desirable-plants', 'field', all > 0 ? alive / all : null, counts.length, 'wheel-evidence.survival', {
    percent: percent(all > 0 ? alive / all : null),
    plants: all,
  });
  return slices(SER_ATTRIBUTES, scored);
}

/** The social wheel of a season: labour, soil, carbon and farmland of what has begun, against what was planned by now. */
export function socialWheel(
  lines: readonly {
    readonly id: string;
    readonly share: number | null;
    readonly count: number;
    readonly evidence: Evidence;
  }[],
): readonly WheelSlice[] {
  const scored = new Map<string, Omit<WheelSlice, 'id' | 'attribute'>>();
  for (const { id, share, count, evidence: one } of lines)
    if (share !== null && count > 0)
      scored.set(id, { stars: starsOf(share), by: 'record', count, evidence: [one] });
  return slices(SOCIAL_WHEEL, scored);
}

function slices(
  wheel: Readonly<Record<string, readonly string[]>>,
  scored: ReadonlyMap<string, Omit<WheelSlice, 'id' | 'attribute'>>,
): readonly WheelSlice[] {
  return Object.entries(wheel).flatMap(([attribute, ids]) =>
    ids.map((id): WheelSlice => {
      const known = scored.get(id);
      return known === undefined
        ? { id, attribute, stars: null, by: 'none', evidence: [], count: 0 }
        : { id, attribute, ...known };
    }),
  );
}

function percent(share: number | null): number {
  return share === null ? 0 : Math.round(100 * share);
}

function evidence(key: string, params: Readonly<Record<string, MessageParam>>): Evidence {
  return { key, params };
}
