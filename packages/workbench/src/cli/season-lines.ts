import { isUnknown, type Language, say } from '@aftermine/science/base';
import type { SeasonResult } from '@aftermine/science/control';
import type { LibraryText } from '@aftermine/science/plan';
import { packageName } from './plan-texts.ts';

/** A season in a page: what it was like, where units stand, alerts, and what changes in the plan. */
export function seasonLines(season: SeasonResult, language: Language): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, key, params);
  const shown = season.alarms.filter((alarm) => alarm.shown);
  const states = new Map<string, number>();
  for (const { state } of season.units) states.set(state, (states.get(state) ?? 0) + 1);
  return [
    tell('season.title', { year: season.year, weather: tell(`season-weather.${season.weather.kind}`) }),
    ...[...states]
      .sort(([, a], [, b]) => b - a)
      .map(([state, count]) => `  ${tell(`unit-state.${state}`)}: ${count}`),
    '',
    tell(season.alarms.length === 0 ? 'season.no-alerts' : 'season.alerts', {
      shown: shown.length,
      folded: season.alarms.length - shown.length,
    }),
    ...shown.map(
      (alarm) =>
        `  ${alarm.id}  ${tell(`alarm.${alarm.kind}`, alarm.params)}: ${tell(`alarm.${alarm.kind}.why`, alarm.params)}`,
    ),
    '',
    ...replanLines(season, language),
    ...moneyLines(season, language),
    ...checkLines(season, language),
    ...season.notes.map(({ key, params }) => tell(key, params)),
  ];
}

function replanLines({ replan, currency }: SeasonResult, language: Language): readonly string[] {
  if (replan === null) return [];
  const tell = (key: string, params = {}): string => say(language, key, params);
  const { plan, changes, repairs } = replan;
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const where = (id: string): string => (names.get(id) == null ? id : `${id} ${names.get(id)}`);
  return [
    tell('season.replan', { changes: changes.length, kept: replan.kept }),
    ...changes.map(({ unit, before, after, reason, params }) => {
      const choice = (one: typeof before): string =>
        one === null ? tell('season.nothing') : `${packageName(one.package, plan, language)} ${one.year}`;
      return `  ${where(unit)}: ${choice(before)} -> ${choice(after)} (${tell(`plan-change.${reason}`, named(params, plan.names, language))})`;
    }),
    ...repairs.map(
      ({ unit, action, year, cost }) =>
        `  ${tell('season.repair', { unit: where(unit), action: tell(`corrective.${action}`), year, cost: Math.round(cost), currency })}`,
    ),
  ];
}

function moneyLines({ money, currency }: SeasonResult, language: Language): readonly string[] {
  const { bound, left } = money;
  if (left === null) return [];
  return [say(language, 'season.money', { bound: Math.round(bound), left: Math.round(left), currency }), ''];
}

function checkLines({ checks }: SeasonResult, language: Language): readonly string[] {
  if (isUnknown(checks.coverage80)) return [];
  return [
    say(language, 'season.checks', {
      coverage: Math.round(100 * checks.coverage80),
      p: isUnknown(checks.whitenessP) ? '-' : checks.whitenessP.toFixed(2),
    }),
  ];
}

/** Parameters of a reason with measures by their names. */
function named(
  params: Readonly<Record<string, string | number | boolean | null>>,
  names: { readonly measures: Readonly<Record<string, LibraryText>> },
  language: Language,
): typeof params {
  const { measure } = params;
  return typeof measure === 'string'
    ? { ...params, measure: names.measures[measure]?.[language] ?? measure }
    : params;
}
