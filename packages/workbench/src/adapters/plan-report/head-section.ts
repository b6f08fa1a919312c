import { numberText } from '@aftermine/science/report/observation';
import { gapText, standingText } from '@aftermine/science/report/plan';
import { areaText } from '../diagnosis-report/head-section.ts';
import { standingIcon } from '../diagnosis-report/standing-mark.ts';
import { type Html, html, raw } from '../observation-report/html.ts';
import { objectiveText } from './objective-columns.ts';
import type { PlanPage } from './plan-page.ts';

/** What the programme does for how much in one sentence, how good it is in words, and the key figures. */
export function headSection(page: PlanPage): Html {
  const { report, result, say, hasPlan } = page;
  const standing = hasPlan ? (result.status === 'optimal' ? 'clean' : 'open') : 'critical';
  return html`<header class="page-head"><p class="kind">${say('kind')}</p><h1>${report.projectName}</h1>${report.standing != null && html`<p class="standing of-${report.standing.kind}">${standingText(report.standing, page.language)}</p>`}<p class="verdict s-${standing}"><span>${hasPlan ? verdict(page) : say(`verdict.${result.status}`)}</span></p><p class="status"><span class="severity s-${standing}">${raw(standingIcon(standing, 16))}</span>${statusText(page)}</p>${hasPlan && keyFigures(page)}</header>`;
}

function verdict({ result, treated, say, language, money }: PlanPage): string {
  const areaHa = treated.reduce((sum, unit) => sum + unit.areaHa, 0);
  const { ecology } = result.totals.objectives;
  const kind = treated.length === 0 ? 'nothing' : ecology < 0 ? 'loss' : 'plan';
  const sentence = say(`verdict.${kind}`, {
    first: result.start,
    last: result.start + result.years - 1,
    treated: treated.length,
    units: result.units.length,
    area: areaText(language, areaHa),
    cost: money.text(result.totals.publicCost),
    priceYear: result.priceYear,
    ecology: numberText(language, Math.abs(ecology), 1),
  });
  const { concessionCost } = result.totals;
  return concessionCost > 0
    ? `${sentence}${language === 'zh' ? '' : ' '}${say('verdict.concession', { cost: money.text(concessionCost) })}`
    : sentence;
}

/** "Proven best", or how far from it at most. */
function statusText({ result, say, language }: PlanPage): string {
  const { status, gap } = result;
  if (status === 'feasible' && gap !== null) return say('status.within', { percent: gapText(language, gap) });
  return say(`status.${status}`);
}

function keyFigures(page: PlanPage): Html {
  const { result, treated, say, language, money } = page;
  const { totals } = result;
  const areaHa = treated.reduce((sum, unit) => sum + unit.areaHa, 0);
  const allHa = result.units.reduce((sum, unit) => sum + unit.areaHa, 0);
  const facts: readonly (readonly [label: string, value: string])[] = [
    [say('fact.units'), say('fact.of', { some: treated.length, all: result.units.length })],
    [say('fact.treated'), areaText(language, areaHa)],
    [say('fact.all'), areaText(language, allHa)],
    [say('fact.cost', { year: result.priceYear }), money.text(totals.publicCost)],
    ...(totals.concessionCost > 0
      ? [[say('fact.concession', { year: result.priceYear }), money.text(totals.concessionCost)] as const]
      : []),
    [say('fact.ecology'), objectiveText(page, 'ecology', totals.objectives.ecology)],
    [say('fact.carbon', { years: result.horizon }), objectiveText(page, 'carbon', totals.objectives.carbon)],
    ...(totals.displacedCo2T === undefined
      ? []
      : [[say('outcome.displaced'), objectiveText(page, 'carbon', totals.displacedCo2T)] as const]),
    [say('fact.livelihood'), objectiveText(page, 'livelihood', totals.objectives.livelihood)],
    [say('fact.jobs'), numberText(language, totals.permanentJobs, 0)],
    [say('fact.npv'), money.text(totals.objectives.npv)],
    [say('fact.gap'), result.gap === null ? say('not-known') : `${gapText(language, result.gap)} %`],
  ];
  return html`<dl class="facts key-figures">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
