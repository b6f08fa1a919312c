import { say as sayText } from '@aftermine/science/base';
import { crsName } from '@aftermine/science/report/observation';
import type { CheckedFile } from '../../ports/index.ts';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { CheckPage } from './check-page.ts';

const FORMAT_NAMES: Readonly<Record<Exclude<CheckedFile['format'], 'other'>, string>> = {
  geojson: 'GeoJSON',
  geopackage: 'GeoPackage',
  shapefile: 'Shapefile',
  kml: 'KML',
  dxf: 'DXF',
  table: 'CSV / XLSX',
  text: 'TXT',
};

/** What each file was, and what its reader did to it. */
export function fileSection({ report, language, say }: CheckPage): Html {
  const rows = report.files.map(
    ({ role, file, format, encoding, crs, featureCount, warnings }) =>
      html`<tr><th scope="row">${file}</th><td>${say(`role.${role}`)}</td><td>${format === 'other' ? say('format.other') : FORMAT_NAMES[format]}</td><td>${encoding ?? say('encoding.unsaid')}</td><td>${crsName(language, crs)}</td><td class="number">${featureCount}</td><td>${
        warnings.length === 0
          ? html`<span class="faint">${say('remarks.none')}</span>`
          : html`<ul>${warnings.map(({ key, params }) => html`<li>${sayText(language, key, params)}</li>`)}</ul>`
      }</td></tr>`,
  );
  const head = ['file', 'role', 'format', 'encoding', 'crs', 'count', 'remarks'] as const;
  return section(
    'files',
    say('files'),
    html`<div class="scroll" tabindex="0" role="region" aria-label="${say('files')}"><table class="files"><thead><tr>${head.map((key) => html`<th scope="col" class="${key === 'count' ? 'number' : 'text'}">${say(key)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}
