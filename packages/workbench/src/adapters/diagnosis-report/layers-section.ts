import { say as sayText } from '@aftermine/science/base';
import { numberText } from '@aftermine/science/report/observation';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { DiagnosisPage } from './diagnosis-page.ts';

/** The rasters of the diagnosis, and what each interpolated pollutant is worth. */
export function layersSection({ report, language, say }: DiagnosisPage): Html | false {
  const { layers, surfaces } = report.result;
  if (layers.length === 0) return false;
  const number = (value: number | null, digits: number): string =>
    value === null ? '–' : numberText(language, value, digits);
  const files = html`<div class="scroll"><table><thead><tr><th scope="col">${say('column.layer')}</th><th scope="col">${say('column.unit-of')}</th><th scope="col">${say('column.file')}</th></tr></thead><tbody>${layers.map(
    ({ kind, unit, path }) =>
      html`<tr><th scope="row">${layerName(kind)}</th><td>${unit}</td><td><code>${path}</code></td></tr>`,
  )}</tbody></table></div>`;
  function layerName(kind: string): string {
    const soil = /^soil-([A-Z][A-Za-z]*)(-error)?$/.exec(kind);
    return soil === null
      ? sayText(language, `terrain-layer.${kind}`)
      : say(soil[2] === undefined ? 'soil-map' : 'soil-error-map', { element: soil[1]! });
  }
  const quality =
    surfaces.length > 0 &&
    html`<h3>${say('surfaces')}</h3><p>${say('surfaces.lead')}</p><div class="scroll"><table><thead><tr><th scope="col">${say('column.element')}</th><th scope="col">${say('column.method')}</th><th scope="col" class="number">${say('column.places')}</th><th scope="col" class="number">${say('column.below-detection')}</th><th scope="col" class="number">${say('column.left-out-error')}</th><th scope="col" class="number">${say('column.skill')}</th></tr></thead><tbody>${surfaces.map(
      (one) =>
        html`<tr><th scope="row">${one.element}</th><td>${say(`method.${one.method}`)}</td><td class="number">${number(one.places, 0)}</td><td class="number">${number(one.belowDetection, 0)}</td><td class="number">${number(one.rootMeanSquare, 2)}</td><td class="number">${number(one.skill, 2)}</td></tr>`,
    )}</tbody></table></div>`;
  return section('layers', say('layers'), html`${files}${quality}`);
}
