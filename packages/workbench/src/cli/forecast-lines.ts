import { isUnknown, type Language, say } from '@aftermine/science/base';
import { percentText } from '@aftermine/science/report/observation';
import { chanceText, type SeasonForecast, type UnitForecast } from '@aftermine/science/report/season';
import { textTable } from './text-table.ts';

/** Forecasts as a table: a line a unit, or a line a year where one unit was asked for. */
export function forecastLines(forecast: SeasonForecast, language: Language): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, `forecast.${key}`, params);
  const { season, target, units } = forecast;
  const [only] = units;
  const lead = tell('lead', { season, goal: percentText(language, target) });
  if (only !== undefined && units.length === 1) return [lead, '', ...unitLines(only, language)];
  return [
    lead,
    '',
    ...textTable(
      [
        tell('column.unit'),
        tell('column.state'),
        tell('column.now'),
        tell('column.year'),
        tell('column.expected'),
        tell('column.promised'),
        tell('column.reach'),
      ],
      units.map((unit) => {
        const end = endOf(unit);
        const promised = unit.promised.find(({ year }) => year === end?.year);
        return [
          named(unit),
          say(language, `unit-state.${unit.state}`),
          heldText(unit, language),
          end === undefined ? '-' : String(end.year),
          end === undefined ? '-' : spread(language, end.p50, end.p10, end.p90),
          promised === undefined ? '-' : `${percentText(language, promised.closeness)} %`,
          reachText(unit, language),
        ];
      }),
    ),
    '',
    tell('note'),
  ];
}

function unitLines(unit: UnitForecast, language: Language): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, `forecast.${key}`, params);
  const percent = (value: number): string => `${percentText(language, value)} %`;
  const promised = new Map(unit.promised.map(({ year, closeness }) => [year, closeness]));
  return [
    tell('unit', {
      unit: named(unit),
      state: say(language, `unit-state.${unit.state}`),
      now: heldText(unit, language),
    }),
    ...(unit.acceptanceYear === null
      ? []
      : [tell('reach', { year: unit.acceptanceYear, chance: reachText(unit, language) })]),
    '',
    ...textTable(
      [tell('column.year'), 'p10', 'p25', 'p50', 'p75', 'p90', tell('column.promised')],
      unit.fan.map(({ year, p10, p25, p50, p75, p90 }) => {
        const then = promised.get(year);
        return [
          String(year),
          ...[p10, p25, p50, p75, p90].map(percent),
          then === undefined ? '-' : percent(then),
        ];
      }),
    ),
  ];
}

/** The year of acceptance where the fan reaches it, else its last. */
function endOf({ fan, acceptanceYear }: UnitForecast): UnitForecast['fan'][number] | undefined {
  return fan.find(({ year }) => year === acceptanceYear) ?? fan.at(-1);
}

function named({ unit, name }: UnitForecast): string {
  return name === null || name === unit ? unit : `${unit} ${name}`;
}

function heldText({ held }: UnitForecast, language: Language): string {
  return held === null ? '-' : spread(language, held.mean, held.low, held.high);
}

function spread(language: Language, middle: number, low: number, high: number): string {
  return `${percentText(language, middle)} % (${percentText(language, low)}–${percentText(language, high)})`;
}

function reachText({ reach }: UnitForecast, language: Language): string {
  return isUnknown(reach) ? '-' : chanceText(language, reach);
}
