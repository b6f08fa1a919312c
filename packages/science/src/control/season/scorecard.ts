import { isUnknown, type MessageParam, type Unknown, unknown } from '../../base/index.ts';
import type { PlanResult } from '../../plan/index.ts';
import { promisedCloseness } from '../replan/promises.ts';
import type { FieldRecord } from './field-note.ts';
import { type AdoptedUnit, adoptedUnits } from './programme-record.ts';
import type { PrincipleLine, Repair, ScorecardLine, UnitSeason } from './season-record.ts';
import { atMostOne, meanByArea, siteCloseness } from './site-closeness.ts';

/** What the scorecard is made of. */
export interface ScorecardInput {
  readonly year: number;
  readonly units: readonly UnitSeason[];
  readonly plan: PlanResult;
  /** The plan as it was adopted: what was promised by now. */
  readonly adopted: readonly AdoptedUnit[];
  readonly field: FieldRecord;
  readonly repairs: readonly Pick<Repair, 'year' | 'cost'>[];
  readonly openAlerts: number;
  readonly closedAlerts: number;
}

type Evidence = ScorecardLine['evidence'][number];

/**
 * Ecological, economic and social figures of the season, each beside what was planned by now. Amounts by now count packages whose
 * start year has come; what nobody reported is unknown, never zero.
 */
export function scorecard(input: ScorecardInput): readonly ScorecardLine[] {
  const { year, units, plan, adopted, field } = input;
  const now = adoptedUnits(plan);
  const begun = now.filter((one) => one.year <= year);
  const due = adopted.filter((one) => one.year <= year);
  const seen = units.filter(({ state }) => state !== 'not-seen');
  const closeness = siteCloseness(units).closeness ?? unknown('no-observation');
  const promised =
    meanByArea(seen, ({ promise }) => atMostOne(promisedCloseness(promise, year))) ??
    unknown('no-observation');
  const onCourse = units.filter(
    ({ state }) => state === 'on-course' || state === 'ahead' || state === 'recovered',
  );
  const reach = units.filter(({ promise, reach: one }) => promise.package !== null && !isUnknown(one));
  const spent =
    spentBy(now, year) +
    sumOf(
      input.repairs.filter((one) => one.year <= year),
      ({ cost }) => cost,
    );
  const jobs = (of: readonly AdoptedUnit[]): number => sumOf(of, (one) => one.localPersonYears);
  const farmland = (of: readonly AdoptedUnit[]): number => sumOf(of, (one) => one.farmlandHa);
  const says = (key: string, params: Evidence['params']): readonly Evidence[] => [{ key, params }];
  return [
    line(
      'ecological',
      'closeness',
      closeness,
      promised,
      '1',
      says('score-evidence.closeness', { units: seen.length, year }),
    ),
    line(
      'ecological',
      'on-course',
      sumOf(onCourse, ({ areaHa }) => areaHa),
      sumOf(
        units.filter(({ state }) => state !== 'waiting' && state !== 'not-seen'),
        ({ areaHa }) => areaHa,
      ),
      'ha',
      says('score-evidence.on-course', { units: onCourse.length }),
    ),
    line(
      'ecological',
      'reach',
      reach.length > 0
        ? sumOf(reach, (unit) => unit.areaHa * (unit.reach as number)) / sumOf(reach, ({ areaHa }) => areaHa)
        : unknown('no-works-yet'),
      unknown('not-planned'),
      '1',
      says('score-evidence.reach', { units: reach.length }),
    ),
    line(
      'economic',
      'spent',
      spent,
      spentBy(adopted, year),
      plan.currency,
      says('score-evidence.spent', { year }),
    ),
    line(
      'economic',
      'paid',
      field.paid,
      unknown('not-planned'),
      plan.currency,
      says('score-evidence.paid', { notes: field.notes }),
    ),
    line(
      'economic',
      'begun',
      sumOf(begun, ({ areaHa }) => areaHa),
      sumOf(due, ({ areaHa }) => areaHa),
      'ha',
      says('score-evidence.begun', { units: begun.length, planned: due.length }),
    ),
    line(
      'social',
      'labour',
      jobs(begun),
      jobs(due),
      'person-years',
      says('score-evidence.labour', { units: begun.length }),
    ),
    line('social', 'farmland', farmland(begun), farmland(due), 'ha', says('score-evidence.farmland', {})),
    line(
      'social',
      'answered',
      input.openAlerts + input.closedAlerts > 0
        ? input.closedAlerts / (input.openAlerts + input.closedAlerts)
        : unknown('no-alerts-yet'),
      unknown('not-planned'),
      '1',
      says('score-evidence.answered', { open: input.openAlerts, closed: input.closedAlerts }),
    ),
  ];
}

/** How the season stands to the four principles of the framework: what it shows for each, and what nobody has shown yet. */
export function principles(lines: readonly ScorecardLine[], input: ScorecardInput): readonly PrincipleLine[] {
  const of = (id: string): ScorecardLine => lines.find((one) => one.id === id)!;
  const keeps = (id: string): boolean | null => {
    const { value, planned } = of(id);
    return isUnknown(value) || isUnknown(planned) ? null : value >= 0.9 * planned;
  };
  const natural = input.plan.units.filter(
    ({ choice }) => choice?.measures.includes('natural-recovery') ?? false,
  );
  const state = (...signs: readonly (boolean | null)[]): PrincipleLine['state'] => {
    const known = signs.filter((sign) => sign !== null);
    if (known.length === 0 || known.every((sign) => !sign)) return 'not-shown';
    return known.length === signs.length && known.every(Boolean) ? 'supported' : 'partly';
  };
  const said = (
    id: string,
    params: Readonly<Record<string, MessageParam>> = {},
  ): PrincipleLine['evidence'][number] => ({
    key: `principle-evidence.${id}`,
    params,
  });
  const { carbon } = input.plan.totals.objectives;
  const { waterM3, topsoilM3, farmlandHa } = input.plan.totals;
  return [
    {
      id: 'harmony',
      state: state(keeps('closeness'), keeps('on-course')),
      evidence: [said('harmony', { natural: natural.length, units: input.plan.units.length })],
    },
    {
      id: 'green',
      state: state(carbon > 0, keeps('begun')),
      evidence: [said('green', { carbon: Math.round(carbon) })],
    },
    {
      id: 'resource',
      state: state(
        input.plan.rows.some(({ id }) => id.startsWith('water') || id.startsWith('topsoil')) ? true : null,
      ),
      evidence: [
        said('resource', {
          water: Math.round(waterM3),
          topsoil: Math.round(topsoilM3),
          farmland: Math.round(farmlandHa),
        }),
      ],
    },
    {
      id: 'people',
      state: state(keeps('labour'), null),
      evidence: [said('people', { alerts: input.closedAlerts })],
    },
  ];
}

function line(
  dimension: ScorecardLine['dimension'],
  id: string,
  value: number | Unknown,
  planned: number | Unknown,
  unit: string,
  evidence: ScorecardLine['evidence'],
): ScorecardLine {
  return { dimension, id, value, planned, unit, evidence };
}

/** Public money of the bills up to the end of a year. */
function spentBy(units: readonly AdoptedUnit[], year: number): number {
  return sumOf(units, ({ publicCost }) =>
    sumOf(
      publicCost.filter(([at]) => at <= year),
      ([, cost]) => cost,
    ),
  );
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
