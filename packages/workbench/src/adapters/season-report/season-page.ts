import { type Language, say } from '@aftermine/science/base';
import type { Alarm, UnitSeason } from '@aftermine/science/control';
import { type MoneyText, moneyText } from '@aftermine/science/report/plan';
import {
  type HistoryProof,
  historyProof,
  type People,
  type SeasonAlert,
  type SeasonNames,
  seasonAlerts,
  sheetUnits,
  type UnitFigure,
  type UnitRow,
  unitFigure,
  unitRow,
} from '@aftermine/science/report/season';
import type { SeasonReport } from '../../ports/index.ts';
import { type Html, html } from '../observation-report/html.ts';
import type { Say } from '../observation-report/page-parts.ts';

/** More sheets than this make a page that no longer opens and a print nobody reads; the rest stands in the table. */
export const MAX_SHEETS = 200;

/** What every section of the page needs. */
export interface SeasonPage {
  readonly report: SeasonReport;
  readonly season: SeasonReport['season'];
  readonly language: Language;
  /** Words of the page (`season-page.` is put before the key). */
  readonly say: Say;
  readonly names: SeasonNames;
  readonly money: MoneyText;
  readonly people: People;
  readonly alerts: readonly SeasonAlert[];
  readonly proof: HistoryProof;
  readonly units: ReadonlyMap<string, UnitSeason>;
  readonly rows: readonly UnitRow[];
  /** Units that get a sheet. */
  readonly sheets: ReadonlySet<string>;
  /** The season before; null for the first. */
  readonly before: SeasonReport['earlier'][number] | null;
  figure(unit: UnitSeason): UnitFigure;
}

export function seasonPage(report: SeasonReport, language: Language): SeasonPage {
  const { season, earlier, alarms, ledger, people, today } = report;
  const alarmsOf = new Map<string, Alarm[]>();
  for (const alarm of alarms)
    if (alarm.unit !== null) alarmsOf.set(alarm.unit, [...(alarmsOf.get(alarm.unit) ?? []), alarm]);
  return {
    report,
    season,
    language,
    say: (key, params) => say(language, `season-page.${key}`, params),
    names: report.names,
    money: moneyText(language, season.currency),
    people: new Map(people.map(({ id, name }) => [id, name])),
    alerts: seasonAlerts(season, alarms, ledger, today),
    proof: historyProof(season, ledger),
    units: new Map(season.units.map((unit) => [unit.unit, unit])),
    rows: season.units.map((unit) => unitRow(unit, season.year)),
    sheets: sheetUnits(season, MAX_SHEETS),
    before: earlier.at(-1) ?? null,
    figure: (unit) =>
      unitFigure(unit, {
        year: season.year,
        target: season.target,
        earlier,
        alarms: alarmsOf.get(unit.unit) ?? [],
      }),
  };
}

/** What a figure rests on, folded up beside it. */
export function evidence({ say }: Pick<SeasonPage, 'say'>, lines: readonly (Html | string)[]): Html | null {
  if (lines.length === 0) return null;
  return html`<details class="ev"><summary>${say('evidence')}</summary><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></details>`;
}

/** Items in one line, in the manner of the language. */
export function listed({ language }: Pick<SeasonPage, 'language'>, items: readonly string[]): string {
  return items.join(language === 'zh' ? '；' : '; ');
}
