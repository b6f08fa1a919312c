import { say as sayText } from '@aftermine/science/base';
import type { PackageOutcome, PlannedUnit } from '@aftermine/science/plan';
import { numberText, percentText } from '@aftermine/science/report/observation';
import { sheetAnchor } from '../diagnosis-report/diagnosis-page.ts';
import { areaText } from '../diagnosis-report/head-section.ts';
import { standingIcon } from '../diagnosis-report/standing-mark.ts';
import { statementOf } from '../diagnosis-report/told.ts';
import { type Html, html, raw } from '../observation-report/html.ts';
import { objectiveText } from './objective-columns.ts';
import { costOf, type PlanPage } from './plan-page.ts';
import { aboutBlock } from './sheet-about.ts';
import { alternativesTable, barredList } from './sheet-alternatives.ts';
import { billTable } from './sheet-bill.ts';
import { gateTable } from './sheet-gates.ts';
import { whyBlock } from './sheet-why.ts';

/** Everything the plan says of one unit; opens on demand. */
export function unitSheet(page: PlanPage, unit: PlannedUnit): Html {
  const { say, words, language, money } = page;
  const { id, name, areaHa, choice, mandatory } = unit;
  const standing = choice === null ? 'open' : 'clean';
  const short =
    choice === null
      ? say(page.hasPlan ? 'nothing' : 'sheet.no-plan')
      : say('sheet.short', {
          endUse: words.endUse(choice.endUse),
          year: choice.year ?? '–',
          cost: money.text(costOf(unit)),
        });
  const facts: (readonly [label: string, value: string])[] = [
    [say('column.area'), areaText(language, areaHa)],
    [
      say('column.damage'),
      unit.damage === null ? say('not-known') : sayText(language, `damage.${unit.damage}`),
    ],
    ...(unit.village === null ? [] : [[say('column.village'), unit.village] as const]),
    [say('sheet.mandatory'), say(mandatory ? 'yes' : 'no')],
  ];
  const choiceText =
    choice === null
      ? html`<p class="why">${say(page.hasPlan ? 'sheet.nothing' : 'sheet.no-plan')} ${unit.notChosen !== null && sayText(language, `not-chosen.${unit.notChosen.replace(/^not-chosen\./, '')}`)}</p>`
      : html`<p class="why"><strong>${words.package(choice.id)}</strong>${choice.year !== null && html` ${say('sheet.from', { year: choice.year })}`}</p>${choice.outcome !== null && outcomeFacts(page, choice.outcome)}`;
  return html`<details class="sheet"><summary><h3>${raw(`<span class="severity s-${standing}">${standingIcon(standing, 15)}</span>`)} ${id}${name !== null && name !== id && html` <span class="faint">${name}</span>`} <span class="short">${short}</span></h3></summary><div id="${sheetAnchor(id)}"><dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl><h4>${say('sheet.choice')}</h4>${choiceText}${whyBlock(page, unit)}${choice !== null && choice.gates.length > 0 && html`<h4>${say('sheet.gates')}</h4>${gateTable(page, choice.gates, say('sheet.gates-of', { unit: id }))}`}${aboutBlock(page, unit)}${alternativesTable(page, unit)}${barredList(page, unit)}${billTable(page, unit)}${findingsBlock(page, unit)}</div></details>`;
}

function outcomeFacts(page: PlanPage, outcome: PackageOutcome): Html {
  const { say, language, money } = page;
  const percent = (share: number): string => `${percentText(language, share)} %`;
  const amount = (value: number, unit: string): string => `${numberText(language, value, 0)} ${unit}`;
  const facts: (readonly [label: string, value: string])[] = [
    [
      say('outcome.recovery'),
      say('outcome.recovery-text', {
        now: percent(outcome.recoveryNow),
        end: percent(outcome.recoveryEnd),
        without: percent(outcome.recoveryEndWithout),
      }),
    ],
    [
      say('outcome.years-to-80'),
      outcome.yearsTo80 === null
        ? say('outcome.not-within')
        : say('outcome.years', { years: numberText(language, outcome.yearsTo80, 1) }),
    ],
    [say('fact.ecology'), objectiveText(page, 'ecology', outcome.objectives.ecology)],
    [say('outcome.carbon'), objectiveText(page, 'carbon', outcome.objectives.carbon)],
    ...(outcome.displacedCo2T === undefined
      ? []
      : [[say('outcome.displaced'), objectiveText(page, 'carbon', outcome.displacedCo2T)] as const]),
    [say('outcome.livelihood'), objectiveText(page, 'livelihood', outcome.objectives.livelihood)],
    [say('fact.npv'), money.text(outcome.objectives.npv)],
    [say('outcome.public'), money.text(outcome.publicCost)],
    ...(outcome.concessionCost > 0
      ? [[say('outcome.concession'), money.text(outcome.concessionCost)] as const]
      : []),
    [say('outcome.erosion'), amount(outcome.erosionAvoidedT, 't')],
    ...(outcome.waterM3 > 0 ? [[say('outcome.water'), amount(outcome.waterM3, 'm³')] as const] : []),
    ...(outcome.topsoilM3 > 0 ? [[say('outcome.topsoil'), amount(outcome.topsoilM3, 'm³')] as const] : []),
    ...(outcome.farmlandHa > 0
      ? [[say('outcome.farmland'), areaText(language, outcome.farmlandHa)] as const]
      : []),
    ...(outcome.permanentJobs > 0
      ? [[say('outcome.jobs'), numberText(language, outcome.permanentJobs, 1)] as const]
      : []),
  ];
  return html`<dl class="facts outcome">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Findings of the diagnosis that the unit answers for. */
function findingsBlock({ say, language, findings }: PlanPage, unit: PlannedUnit): Html | null {
  if (unit.findings.length === 0) return null;
  return html`<h4>${say('sheet.findings')}</h4><ul class="notes">${unit.findings.map((id) => {
    const finding = findings.get(id);
    return html`<li>${finding === undefined ? html`<code>${id}</code>` : statementOf({ language }, finding)}</li>`;
  })}</ul>`;
}
