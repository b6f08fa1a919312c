import { isUnknown, say as sayText } from '@aftermine/science/base';
import type { SoilPollution, UnitDiagnosis } from '@aftermine/science/diagnose';
import { numberText } from '@aftermine/science/report/observation';
import { type Html, html } from '../observation-report/html.ts';
import type { DiagnosisPage } from './diagnosis-page.ts';
import { withCode } from './told.ts';

/** Elements that were measured, against the standard in force and the background; then the indices of all together. */
export function pollutantTable(
  page: DiagnosisPage,
  { pollutants, pollution, soilStandard }: UnitDiagnosis,
): Html | null {
  const { language, say } = page;
  const measured = pollutants.filter(({ samples, verdict }) => samples > 0 && verdict !== 'insufficient');
  if (measured.length === 0) return null;
  const number = (value: number | null): string => (value === null ? '–' : String(value));
  const enriched = new Map(pollution?.elements.map((one) => [one.element as string, one]));
  const head: (readonly [string, 'text' | 'number'])[] = [
    ['element', 'text'],
    ['highest', 'number'],
    ['screening', 'number'],
    ['intervention', 'number'],
    ...(enriched.size === 0 ? [] : [['factor', 'number'] as const, ['igeo', 'number'] as const]),
    ['samples', 'number'],
    ['verdict', 'text'],
  ];
  const rows = measured.map(({ element, worst, screening, intervention, samples, verdict }) => {
    const one = enriched.get(element);
    const against =
      enriched.size > 0 &&
      html`<td class="number">${one === undefined ? '–' : numberText(language, one.factor, 1)}</td><td class="number">${one === undefined ? '–' : numberText(language, one.geoaccumulation, 1)}</td>`;
    return html`<tr><th scope="row">${sayText(language, `element.${element}`)} (${element})</th><td class="number">${number(worst)}</td><td class="number">${number(screening)}</td><td class="number">${number(intervention)}</td>${against}<td class="number">${samples}</td><td>${sayText(language, `gate-verdict.${verdict}`)}</td></tr>`;
  });
  return html`<h4>${say('pollutants', { standard: soilStandard })}</h4><div class="scroll"><table class="indicators"><thead><tr>${head.map(([key, kind]) => html`<th scope="col" class="${kind}">${say(`column.${key}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${pollution !== undefined && indices(page, pollution)}`;
}

function indices({ language, say }: DiagnosisPage, { nemerow, riskIndex, elements }: SoilPollution): Html {
  const known = [
    ...(isUnknown(nemerow)
      ? []
      : [
          say('nemerow', {
            value: numberText(language, nemerow.value, 2),
            class: sayText(language, `nemerow-class.${nemerow.class}`),
          }),
        ]),
    isUnknown(riskIndex)
      ? sayText(language, `unknown.${riskIndex.reason}`)
      : say('risk-index', {
          value: numberText(language, riskIndex.value, 0),
          class: sayText(language, `risk-index-class.${riskIndex.class}`),
          limits: riskIndex.limits.map((limit) => numberText(language, limit, 0)).join(' / '),
          count: elements.length,
        }),
    say('indices-note'),
  ];
  return html`${known.map((words) => html`<p class="faint small">${withCode(words)}</p>`)}`;
}
