import { hasText, type Language, say } from '@aftermine/science/base';
import type { PriorityRow } from '@aftermine/science/plan';
import { numberText } from '@aftermine/science/report/observation';
import { moneyText, planWords, standingText } from '@aftermine/science/report/plan';
import { MU_PER_HA } from '@aftermine/science/site';
import type { PriorityReport } from '../../ports/index.ts';

/** The list in the words of one language: what document and workbook share. */
export interface PriorityWords {
  readonly language: Language;
  readonly title: string;
  /** What it was made from, and what it comes to. */
  readonly lead: readonly string[];
  readonly line: string | null;
  readonly method: readonly string[];
  readonly currency: string;
  tell(key: string, params?: Readonly<Record<string, string | number>>): string;
  risk(row: PriorityRow): string;
  problems(row: PriorityRow): string;
  package(row: PriorityRow): string;
  within(row: PriorityRow): string;
}

/** Hectares to mu. */
export const muOf = (areaHa: number): number => areaHa * MU_PER_HA;

export function priorityWords(report: PriorityReport, language: Language): PriorityWords {
  const { list, plan, diagnosis, projectName, version } = report;
  const words = planWords(plan, language);
  const money = moneyText(language, list.currency);
  const tell: PriorityWords['tell'] = (key, params) => say(language, `priority.${key}`, params);
  const factors = new Map(diagnosis.findings.map(({ id, factor }) => [id, factor]));
  const ranked = list.rows.filter(({ rank }) => rank !== null);
  const areaHa = ranked.reduce((sum, row) => sum + row.areaHa, 0);
  const budget = list.budget === null ? '' : money.text(list.budget);
  const and = language === 'zh' ? '、' : ', ';
  return {
    language,
    title: tell('title', { name: projectName }),
    lead: [
      ...(report.standing == null ? [] : [standingText(report.standing, language)]),
      tell('lead', {
        ranked: ranked.length,
        units: list.rows.length,
        areaHa: numberText(language, areaHa, 2),
        mu: numberText(language, muOf(areaHa), 1),
        cost: money.text(ranked.at(-1)?.cumulated ?? 0),
      }),
      list.budget === null
        ? tell('lead-no-budget')
        : list.lastWithin === 0
          ? tell('lead-none', { budget })
          : tell('lead-line', { budget, last: list.lastWithin ?? 0 }),
      tell('made', {
        version,
        observed: diagnosis.observedTo ?? tell('unknown'),
        start: plan.start,
        end: plan.start + plan.years - 1,
        currency: hasText(`currency.${plan.currency}`)
          ? say(language, `currency.${plan.currency}`)
          : plan.currency,
      }),
    ],
    line: list.budget === null ? null : tell('line', { budget }),
    method: [
      tell('method.order'),
      tell('method.plan'),
      ...(plan.unverified.length === 0 ? [] : [tell('method.unverified', { count: plan.unverified.length })]),
      tell('method.spectral'),
    ],
    currency: hasText(`currency.${plan.currency}`)
      ? say(language, `currency.${plan.currency}`)
      : plan.currency,
    tell,
    risk: ({ risk, carriedBy }) => {
      const word = tell(`risk.${risk}`);
      if (carriedBy.kind === 'hazard')
        return tell('carried.hazard', {
          risk: word,
          factors: carriedBy.factors.map((factor) => say(language, `factor.${factor}`)).join(and),
        });
      return carriedBy.kind === 'need'
        ? tell('carried.need', {
            risk: word,
            indicator: say(language, `indicator.${carriedBy.indicator}`),
            percent: numberText(language, 100 * carriedBy.degree, 0),
          })
        : word;
    },
    problems: ({ problems }) => {
      const named = [...new Set(problems.map((id) => factors.get(id)!))].map((factor) =>
        say(language, `factor.${factor}`),
      );
      return named.length === 0 ? tell('none-found') : named.join(and);
    },
    package: (row) =>
      row.package !== null
        ? words.package(row.package)
        : row.notChosen === null
          ? tell('unknown')
          : say(language, `not-chosen.${row.notChosen}`),
    within: ({ within }) => (within === null ? '' : tell(within ? 'within.yes' : 'within.no')),
  };
}
