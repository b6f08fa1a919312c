import { type Language, say } from '@aftermine/science/base';
import {
  type PlanResult,
  supportedValue,
  supportedWords,
  type UnitAlternative,
} from '@aftermine/science/plan';
import { MU_PER_HA } from '@aftermine/science/site';
import { amount, demandText, listOf, packageText, relaxText } from './plan-texts.ts';

/** Units listed on a terminal. */
const LISTED = 30;

/** What a plan does, in a few plain lines. */
export function planLines(result: PlanResult, language: Language): string[] {
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, `plan-line.${key}`, params);
  const lines = [statusLine(result, language)];
  if (result.infeasible !== null) {
    const { conflict, relax } = result.infeasible;
    if (conflict !== null)
      lines.push(
        tell('conflict', {
          demands: listOf(
            conflict.map((one) => demandText(one, result, language)),
            language,
          ),
        }),
      );
    if (relax.length > 0)
      lines.push(
        tell('relax', {
          steps: listOf(
            relax.map((one) => relaxText(one, result, language)),
            language,
          ),
        }),
      );
    if (relax.some(({ demand }) => demand.kind === 'mandatory')) lines.push(tell('duties'));
    return lines;
  }
  const { currency, totals } = result;
  const treated = result.units.filter((unit) => unit.choice !== null);
  const area = treated.reduce((sum, { areaHa }) => sum + areaHa, 0);
  lines.push(
    tell('head', {
      units: treated.length,
      all: result.units.length,
      area: amount(area, language),
      mu: amount(area * MU_PER_HA, language),
      years: result.years,
      cost: amount(totals.publicCost, language),
      currency,
      priceYear: result.priceYear,
    }),
    tell('gain', {
      ecology: amount(totals.objectives.ecology, language),
      carbon: amount(totals.objectives.carbon, language),
      livelihood: amount(totals.objectives.livelihood, language),
      npv: amount(totals.objectives.npv, language),
      currency,
      horizon: result.horizon,
    }),
  );
  for (const unit of result.units.slice(0, LISTED)) {
    const { choice } = unit;
    if (choice === null)
      lines.push(tell('left', { unit: unit.id, why: say(language, `not-chosen.${unit.notChosen}`) }));
    else lines.push(tell('unit', { unit: unit.id, ...chosenParams(choice, result, language) }));
  }
  if (result.units.length > LISTED) lines.push(tell('more', { count: result.units.length - LISTED }));
  for (const { name, sense, used, limit, measure, price } of result.rows)
    if (price !== 0)
      lines.push(
        // Only what may be carried over can stand above the limit of its year.
        tell(sense === '<=' && used > limit * (1 + 1e-6) ? 'row-carried' : 'row', {
          name: name[language],
          used: amount(used, language),
          limit: amount(limit, language),
          measure,
        }),
      );
  for (const figure of result.supported ?? []) {
    const { name, value, librarySays, grade, papers, usedBy = 0 } = figure;
    lines.push(
      tell('supported', {
        measure: name[language],
        what: supportedWords(figure, language),
        value: supportedValue(figure, shortNumber(value), language),
        before: shortNumber(librarySays),
        grade,
        papers,
        usedBy,
      }),
    );
  }
  if (result.unverified.length > 0) lines.push(tell('unverified', { count: result.unverified.length }));
  const names = new Map(result.rows.map(({ id, name }) => [id, name[language]]));
  for (const { key, params } of [...result.advice, ...result.notes]) {
    const row = names.get(String(params['row']));
    lines.push(`  ${say(language, key, row === undefined ? params : { ...params, row })}`);
  }
  return lines;
}

/** Three digits that count. */
function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** How good the plan is, in words. */
export function statusLine({ status, gap }: Pick<PlanResult, 'status' | 'gap'>, language: Language): string {
  if (status === 'infeasible' || status === 'unknown') return say(language, `plan-line.status.${status}`);
  if (gap === null || gap === 0) return say(language, 'plan-line.status.optimal');
  return say(language, 'plan-line.status.within', { gap: (100 * gap).toPrecision(2) });
}

function chosenParams(
  choice: UnitAlternative,
  result: PlanResult,
  language: Language,
): Readonly<Record<string, string | number>> {
  const { use, measures } = packageText(choice, result, language);
  const condition = choice.state === 'conditional' ? ` (${say(language, 'plan-line.condition')})` : '';
  return {
    year: choice.year!,
    use: `${use}${condition}`,
    measures,
    cost: amount(choice.outcome!.publicCost, language),
    currency: result.currency,
  };
}
