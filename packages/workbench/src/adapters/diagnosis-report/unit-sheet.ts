import { isUnknown, say as sayText } from '@aftermine/science/base';
import {
  type Finding,
  INDICATOR_IDS,
  INDICATORS,
  type IndicatorId,
  tellMode,
  type UnitDiagnosis,
} from '@aftermine/science/diagnose';
import { numberText, percentText } from '@aftermine/science/report/observation';
import { type Html, html } from '../observation-report/html.ts';
import { type DiagnosisPage, sheetAnchor, standingOf } from './diagnosis-page.ts';
import { limitWords } from './findings-section.ts';
import { areaText } from './head-section.ts';
import { pollutantTable } from './pollutant-table.ts';
import { registerFacts } from './register-facts.ts';
import { standingMark } from './standing-mark.ts';
import { statementOf, withCode } from './told.ts';

/** Obstacles shown; smaller ones explain little. */
const MAX_OBSTACLES = 6;

/** Everything the diagnosis says of one unit, on one sheet. */
export function unitSheet(page: DiagnosisPage, unit: UnitDiagnosis, kind: 'unit' | 'reference'): Html {
  const { language, say, findingsOf } = page;
  const findings = findingsOf.get(unit.id) ?? [];
  const mode = isUnknown(unit.mode) ? say('mode-open') : sayText(language, `restoration-mode.${unit.mode}`);
  const limiting =
    unit.limiting === null
      ? say('limiting.none')
      : unit.limiting === 'contamination'
        ? sayText(language, 'factor.contamination')
        : sayText(language, `indicator.${unit.limiting}`);
  const facts: (readonly [string, Html | string])[] = [
    [say('fact.area'), areaText(language, unit.areaHa)],
    ...registerFacts(page, unit.id),
    [
      say('fact.target'),
      `${sayText(language, `land-use.${unit.target}`)}${unit.targetStated ? '' : ` (${say('target-default')})`}`,
    ],
  ];
  if (kind === 'unit') {
    facts.push([say('fact.mode'), mode], [say('fact.limiting'), limiting]);
    if (!isUnknown(unit.score)) facts.push([say('fact.score'), numberText(language, unit.score, 2)]);
  }
  if (!isUnknown(unit.erosionClass))
    facts.push([say('fact.erosion-class'), sayText(language, `erosion-class.${unit.erosionClass}`)]);
  return html`<article class="sheet" id="${sheetAnchor(unit.id)}"><h3>${standingMark(language, standingOf(findings))} ${unit.id}${unit.name !== null && unit.name !== unit.id && html` <span class="faint">${unit.name}</span>`}${kind === 'reference' && html` <span class="tag">${say('reference')}</span>`}</h3><dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${
    kind === 'unit' &&
    html`<p class="why">${tellMode(unit, language)}${unit.modeReason?.provisional === true && html` <span class="unverified">${say('provisional')}</span>`}</p>`
  }${unit.novelGoal !== null && html`<p class="why">${say('novel-goal', { statement: unit.novelGoal })}</p>`}${
    findings.length === 0
      ? html`<p>${say('sheet.no-findings')}</p>`
      : findings.map((one) => findingBlock(page, one))
  }${obstacles(page, unit)}${indicatorTable(page, unit)}${pollutantTable(page, unit)}</article>`;
}

/** One finding: what, on what it rests, how sure, what would change it, what answers it. */
function findingBlock(page: DiagnosisPage, finding: Finding): Html {
  const { language, say } = page;
  const { severity, verdict, evidence, confidence, wouldChange, measures, rule } = finding;
  const standing = verdict === 'insufficient' || severity === 'info' ? 'open' : severity;
  const rows: (readonly [string, Html | string])[] = [
    [say('finding.question'), sayText(language, `rule.${rule}`)],
    ...evidence.map(({ kind, source, count }): readonly [string, string] => [
      say('finding.evidence'),
      say(`evidence.${kind}`, { source, count }),
    ]),
    [say('finding.limit'), limitWords(page, finding)],
  ];
  if (verdict === 'problem')
    rows.push([say('finding.confidence'), sayText(language, `confidence.${confidence}`)]);
  if (wouldChange.length > 0) rows.push([say('finding.would-change'), words(page, 'change', wouldChange)]);
  if (measures.length > 0) rows.push([say('finding.measures'), words(page, 'measure', measures)]);
  return html`<div class="finding s-${standing}"><p>${standingMark(language, standing, true)} ${statementOf(page, finding)}</p><dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>`;
}

function words({ language }: DiagnosisPage, topic: string, keys: readonly string[]): string {
  return keys.map((key) => sayText(language, `${topic}.${key}`)).join(language === 'zh' ? '；' : '; ');
}

/** What part of all the unit lacks is owed to what, as bars. */
function obstacles({ language, say }: DiagnosisPage, { obstacles: all }: UnitDiagnosis): Html | null {
  if (all.length === 0) return null;
  return html`<h4>${say('obstacles')}</h4><ul class="bars">${all
    .slice(0, MAX_OBSTACLES)
    .map(
      ({ indicator, degree }) =>
        html`<li><span>${sayText(language, `indicator.${indicator}`)}</span><span class="bar"><span style="width:${Math.max(1, Math.round(degree * 100))}%"></span></span><span class="number">${percentText(language, degree)} %</span></li>`,
    )}</ul>`;
}

/** Every indicator with its spread and the reference areas beside it; what is not known says why. */
function indicatorTable({ report, language, say }: DiagnosisPage, unit: UnitDiagnosis): Html {
  const known = INDICATOR_IDS.filter((id) => !isUnknown(unit.indicators[id]));
  const reasons = new Map<string, IndicatorId[]>();
  for (const id of INDICATOR_IDS) {
    const value = unit.indicators[id];
    if (!isUnknown(value)) continue;
    const why = sayText(language, `unknown.${value.reason}`, value.params);
    reasons.set(why, [...(reasons.get(why) ?? []), id]);
  }
  const rows = known.map((id) => {
    const value = unit.indicators[id];
    if (isUnknown(value)) return null;
    const { unit: measure, digits } = INDICATORS[id];
    const reference = report.result.reference[id];
    const spread =
      value.low === null || value.high === null
        ? '–'
        : `${numberText(language, value.low, digits)} – ${numberText(language, value.high, digits)}`;
    return html`<tr><th scope="row">${sayText(language, `indicator.${id}`)}</th><td class="number">${numberText(language, value.value, digits)}${measure !== '' && html` <span class="faint">${measure}</span>`}</td><td class="number">${spread}</td><td class="number">${reference === undefined ? '–' : numberText(language, reference.median, digits)}</td><td class="source">${say(`evidence.${value.evidence.kind}`, { source: shortened(value.evidence.source), count: value.evidence.count })}</td></tr>`;
  });
  const head = [
    ['indicator', 'text'],
    ['value', 'number'],
    ['spread', 'number'],
    ['reference', 'number'],
    ['source', 'text'],
  ] as const;
  return html`<h4>${say('indicators')}</h4>${known.length > 0 && html`<div class="scroll"><table class="indicators"><thead><tr>${head.map(([key, kind]) => html`<th scope="col" class="${kind}">${say(`column.${key}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`}${[...reasons].map(([why, ids]) => html`<p class="faint small">${ids.map((id) => sayText(language, `indicator.${id}`)).join(language === 'zh' ? '、' : ', ')}${language === 'zh' ? '：' : ': '}${withCode(why)}</p>`)}`;
}

/** Lists of sample ids grow long. */
function shortened(source: string): string {
  return source.length > 48 ? `${source.slice(0, 47)}…` : source;
}
