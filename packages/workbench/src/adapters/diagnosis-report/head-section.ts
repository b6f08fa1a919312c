import { isUnknown, say as sayText } from '@aftermine/science/base';
import { asOfText, RESTORATION_MODES, type UnitDiagnosis } from '@aftermine/science/diagnose';
import { numberText } from '@aftermine/science/report/observation';
import { MU_PER_HA } from '@aftermine/science/site';
import { type Html, html } from '../observation-report/html.ts';
import { type DiagnosisPage, STANDINGS, standingOf } from './diagnosis-page.ts';
import { standingMark } from './standing-mark.ts';
import { withCode } from './told.ts';

/** Title, the answer in one sentence, and the tallies by standing and by mode of restoration. */
export function headSection({ report, language, say, findingsOf }: DiagnosisPage): Html {
  const { result, projectName } = report;
  const { units, observedTo, sampleCount, notes } = result;
  const areaHa = units.reduce((sum, unit) => sum + unit.areaHa, 0);
  const problems = units
    .flatMap(({ id }) => findingsOf.get(id) ?? [])
    .filter(({ verdict }) => verdict === 'problem');
  const critical = problems.filter(({ severity }) => severity === 'critical').length;
  const facts = [
    [say('fact.units'), numberText(language, units.length, 0)],
    [say('fact.area'), areaText(language, areaHa)],
    [say('fact.observed'), observedTo === null ? say('fact.not-observed') : String(observedTo)],
    [say('fact.samples'), numberText(language, sampleCount, 0)],
  ] as const;
  const tally = STANDINGS.flatMap((standing) => {
    const of = units.filter(({ id }) => standingOf(findingsOf.get(id) ?? []) === standing);
    return of.length === 0 ? [] : [row(standingMark(language, standing), of)];
  });
  const modes = [...RESTORATION_MODES, null].flatMap((mode) => {
    const of = units.filter((unit) => (isUnknown(unit.mode) ? null : unit.mode) === mode);
    const words = mode === null ? say('mode-open') : sayText(language, `restoration-mode.${mode}`);
    return of.length === 0 ? [] : [row(words, of)];
  });
  function row(words: Html | string, of: readonly UnitDiagnosis[]): Html {
    const ha = of.reduce((sum, unit) => sum + unit.areaHa, 0);
    return html`<tr><th scope="row">${words}</th><td class="number">${numberText(language, of.length, 0)}</td><td class="number">${numberText(language, ha, 1)}</td><td class="number">${numberText(language, ha * MU_PER_HA, 0)}</td></tr>`;
  }
  const table = (caption: string, rows: readonly Html[]): Html =>
    html`<div class="scroll"><table class="tally-table"><caption>${caption}</caption><thead><tr><th scope="col"></th><th scope="col" class="number">${say('column.units')}</th><th scope="col" class="number">${say('column.hectares')}</th><th scope="col" class="number">${say('column.mu')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<header class="page-head"><p class="kind">${say('kind')}</p><h1>${projectName}</h1><p class="verdict ${critical > 0 ? 's-critical' : problems.length > 0 ? 's-major' : 's-clean'}">${say(
    problems.length === 0 ? 'verdict.none' : 'verdict.some',
    { problems: problems.length, critical, units: units.length },
  )}</p><p class="as-of">${asOfText(result, language)}</p><dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl><div class="tallies">${table(say('tally.standing'), tally)}${table(say('tally.mode'), modes)}</div>${notes.length > 0 && html`<ul class="notes">${notes.map(({ key, params }) => html`<li>${withCode(sayText(language, key, params))}</li>`)}</ul>`}</header>`;
}

export function areaText(language: 'zh' | 'en', areaHa: number): string {
  return sayText(language, 'diagnosis-page.area', {
    ha: numberText(language, areaHa, 1),
    mu: numberText(language, areaHa * MU_PER_HA, 0),
  });
}
