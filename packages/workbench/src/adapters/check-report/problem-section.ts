import { say as sayText } from '@aftermine/science/base';
import { isGeographic } from '@aftermine/science/site';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { CheckPage } from './check-page.ts';
import { closeUp, MAX_CLOSE_UPS } from './close-up.ts';
import { outlineKey } from './place-marks.ts';
import { severityMark, standingOf } from './severity-mark.ts';

const MAX_ROWS = 1000;

/** Every problem in words, by the number it has on the map. */
export function problemSection(page: CheckPage): Html {
  const { report, language, say, marks, outlines } = page;
  const { problems } = report;
  if (problems.length === 0)
    return section('problems', say('problems'), html`<p>${say('problems.none')}</p>`);
  const onMap = new Set(marks?.numbered.map(({ number }) => number));
  const shown = problems.slice(0, MAX_ROWS);
  const files = new Set(report.files.map(({ file }) => file));
  const digits = isGeographic(report.crs) ? 6 : 2;
  const rows = shown.map((problem, i) => {
    const number = i + 1;
    const { file, index, feature, check, params, where } = problem;
    const name = outlines.get(outlineKey(file, index))?.name ?? null;
    const standing = standingOf(problem);
    return html`<tr id="p${number}"><th scope="row" class="no">${
      onMap.has(number)
        ? html`<a class="badge ${standing}" href="#m${number}">${number}</a>`
        : html`<span class="badge ${standing}">${number}</span>`
    }</th><td>${severityMark(language, standing)}</td><td class="who"><b>${feature}</b>${name !== null && name !== feature && html` ${name}`}${files.size > 1 && html`<small>${file}</small>`}</td><td class="what">${sayText(language, `check.${check}`, params)}<small>${sayText(language, `check.${check}.hint`, params)}</small></td><td class="place">${where === null ? '–' : html`${where[0].toFixed(digits)}<br>${where[1].toFixed(digits)}`}</td><td class="near">${number <= MAX_CLOSE_UPS && closeUp(page, problem, number)}</td></tr>`;
  });
  const head = ['number', 'severity', 'feature', 'what', 'where', 'close-up'] as const;
  return section(
    'problems',
    say('problems'),
    html`<div class="scroll" tabindex="0" role="region" aria-label="${say('problems')}"><table class="problems"><thead><tr>${head.map((key) => html`<th scope="col">${say(key)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${problems.length > shown.length && html`<p>${say('problems.more', { shown: shown.length, count: problems.length })}</p>`}`,
  );
}
