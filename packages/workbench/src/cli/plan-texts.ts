import { type Language, say } from '@aftermine/science/base';
import type { Conflict, PackageRecord, PlanResult } from '@aftermine/science/plan';

/** A number for a line of text: three figures that matter, thousands marked. */
export function amount(value: number, language: Language): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  return value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en', {
    maximumFractionDigits: digits,
    minimumFractionDigits: 0,
  });
}

export function listOf(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** End use and measures of a package by their names. */
export function packageText(
  { endUse, measures }: Pick<PackageRecord, 'endUse' | 'measures'>,
  { names }: Pick<PlanResult, 'names'>,
  language: Language,
): { readonly use: string; readonly measures: string } {
  return {
    use: names.endUses[endUse]?.[language] ?? endUse,
    measures: measures
      .map((id) => names.measures[id]?.[language] ?? id)
      .join(language === 'zh' ? '、' : ', '),
  };
}

/** A package by its id. */
export function packageName(id: string, result: Pick<PlanResult, 'names'>, language: Language): string {
  const [endUse = id, measures = ''] = id.split('/');
  const text = packageText(
    { endUse, measures: measures === '' ? [] : measures.split('+') },
    result,
    language,
  );
  return text.measures === '' ? text.use : `${text.use} (${text.measures})`;
}

type Demand = NonNullable<Conflict['conflict']>[number];

type DemandRow = Pick<PlanResult['rows'][number], 'id' | 'name' | 'sense' | 'limit' | 'measure'>;

/** A demand of the programme by its name. */
export function demandText(
  { kind, id }: Demand,
  { rows }: { readonly rows: readonly DemandRow[] },
  language: Language,
): string {
  if (kind !== 'row') return say(language, `plan-page.demand.${kind}`, { id });
  const row = rows.find((one) => one.id === id);
  return row === undefined
    ? id
    : `${row.name[language]} ${row.sense} ${amount(row.limit, language)} ${row.measure}`.trimEnd();
}

/** A step that would let a plan be found: how far a limit gives way, or which duty is dropped. */
export function relaxText(
  { demand, by }: { readonly demand: Demand; readonly by: number },
  { rows }: { readonly rows: readonly DemandRow[] },
  language: Language,
): string {
  if (demand.kind === 'row')
    return say(language, 'plan-line.relax-row', {
      row: demandText(demand, { rows }, language),
      by: amount(by, language),
    });
  if (demand.kind === 'mandatory') return say(language, 'plan-line.relax-mandatory', { id: demand.id });
  return demandText(demand, { rows }, language);
}
