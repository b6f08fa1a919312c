import { isUnknown, type MessageParam } from '../../base/index.ts';
import { SER_ATTRIBUTES } from '../../diagnose/index.ts';
import type { PlanUnit } from '../../plan/index.ts';
import type { FieldRecord } from './field-note.ts';
import type { ProgrammeRecord } from './programme-record.ts';
import type { UnitSeason, WheelSlice } from './season-record.ts';

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

/** 0..5 stars for a share of 0..1: one for each step reached. */
export function starsOf(share: number): number {
  return STEPS.filter((step) => share >= step).length;
}

/**
 * The recovery wheel of a season: what pictures, terrain and samples give evidence of is scored, everything else stays hollow and
 * waits for the field. Shares are of area.
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
  ): void => {
    if (share !== null && count > 0)
      scored.set(id, { stars: starsOf(share), by, count, evidence: [evidence(key, params)] });
  };

  const seen = units.filter(({ filter }) => filter.some(({ seen: one }) => one !== null));
  const closeness = meanByArea(seen, (unit) => Math.min(1, unit.filter.at(-1)!.state.mean[0]));
  put('productivity-cycling', 'satellite', closeness, seen.length, 'wheel-evidence.growth', {
    percent: percent(closeness),
    units: seen.length,
  });
  const judged = seen.filter(({ state }) => state !== 'waiting' && state !== 'not-seen');
  const steady = meanByArea(judged, ({ state }) => (state === 'relapsed' || state === 'stalled' ? 0 : 1));
  put('resilience-recruitment', 'satellite', steady, judged.length, 'wheel-evidence.resilience', {
    percent: percent(steady),
    units: judged.length,
  });

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
    put(id, by, share, known.length, key, { percent: percent(share), units: known.length });
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
  judge('contamination', (unit) => soundSoil(unit), 'wheel-evidence.contaminants', 'field');
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

function soundSoil({ contamination }: PlanUnit): boolean | null {
  const { verdict } = contamination.agricultural;
  if (verdict === 'insufficient') return null;
  return verdict !== 'fail';
}

function meanByArea<T extends { readonly areaHa: number }>(
  items: readonly T[],
  of: (item: T) => number,
): number | null {
  let [sum, area] = [0, 0];
  for (const item of items) {
    sum += item.areaHa * of(item);
    area += item.areaHa;
  }
  return area > 0 ? sum / area : null;
}

function percent(share: number | null): number {
  return share === null ? 0 : Math.round(100 * share);
}

function evidence(key: string, params: Readonly<Record<string, MessageParam>>): Evidence {
  return { key, params };
}
