import { type Language, say } from '@aftermine/science/base';
import type { Finding } from '@aftermine/science/diagnose';
import type { PlannedUnit, PlanResult, UnitAlternative } from '@aftermine/science/plan';
import { type MoneyText, moneyText, type PlanWords, planWords } from '@aftermine/science/report/plan';
import type { PlanReport } from '../../ports/index.ts';
import { MAX_SHEETS } from '../diagnosis-report/diagnosis-page.ts';
import type { Say } from '../observation-report/page-parts.ts';

/** Rows of a table beyond this make a page that no longer opens; the rest is in the workbook and the GeoPackage. */
export const MAX_ROWS = 600;

/** A unit for which something is done. */
export interface TreatedUnit extends PlannedUnit {
  readonly choice: UnitAlternative;
}

/** What every section of the page needs. */
export interface PlanPage {
  readonly report: PlanReport;
  readonly result: PlanResult;
  readonly language: Language;
  /** Words of the page (`plan-page.` is put before the key). */
  readonly say: Say;
  readonly words: PlanWords;
  readonly money: MoneyText;
  /** Units for which something is done. */
  readonly treated: readonly TreatedUnit[];
  /** False where no plan was found: then only what stands in the way is told. */
  readonly hasPlan: boolean;
  readonly findings: ReadonlyMap<string, Finding>;
  /** Units that get a sheet: those that cost most where there are more than fit. */
  readonly sheets: ReadonlySet<string>;
}

export function planPage(report: PlanReport, language: Language): PlanPage {
  const { result, diagnosis } = report;
  const treated = result.units.filter((unit): unit is TreatedUnit => unit.choice !== null);
  const shown =
    result.units.length <= MAX_SHEETS
      ? result.units
      : [...result.units].sort((a, b) => costOf(b) - costOf(a)).slice(0, MAX_SHEETS);
  return {
    report,
    result,
    language,
    say: (key, params) => say(language, `plan-page.${key}`, params),
    words: planWords(result, language),
    money: moneyText(language, result.currency),
    treated,
    hasPlan: result.status === 'optimal' || result.status === 'feasible',
    findings: new Map((diagnosis?.findings ?? []).map((finding) => [finding.id, finding])),
    sheets: new Set(shown.map(({ id }) => id)),
  };
}

/** What a unit costs whoever pays, without discount. */
export function costOf({ choice }: PlannedUnit): number {
  const outcome = choice?.outcome ?? null;
  return outcome === null ? 0 : outcome.publicCost + outcome.concessionCost;
}

/** A month of the schedule in words: months are counted from January of the first year. */
export function monthText({ result, say }: PlanPage, month: number): string {
  const whole = Math.floor(month + 1e-9);
  return say('month', {
    year: result.start + Math.floor(whole / 12),
    month: String((whole % 12) + 1).padStart(2, '0'),
  });
}
