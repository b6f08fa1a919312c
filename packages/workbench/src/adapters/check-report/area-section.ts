import { numberText } from '@aftermine/science/report/observation';
import { MU_PER_HA } from '@aftermine/science/site';
import type { CheckedOutline } from '../../ports/index.ts';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { areaParams, type CheckPage } from './check-page.ts';
import { outlineKey } from './place-marks.ts';
import { standingOf } from './severity-mark.ts';

/** Longer tables are summed up: features with a problem first. */
const MAX_ROWS = 600;

/** Area of every feature, with the numbers of its problems. */
export function areaSection({ report, language, say, marks }: CheckPage): Html {
  const onMap = new Set(marks?.numbered.map(({ number }) => number));
  const numbers = new Map<string, { number: number; standing: string }[]>();
  report.problems.forEach((problem, i) => {
    const entry = { number: i + 1, standing: standingOf(problem) };
    for (const index of [problem.index, ...(problem.other === null ? [] : [problem.other])]) {
      const key = outlineKey(problem.file, index);
      numbers.set(key, [...(numbers.get(key) ?? []), entry]);
    }
  });
  const numbersOf = ({ file, index }: CheckedOutline) => numbers.get(outlineKey(file, index)) ?? [];
  const many = report.features.length > MAX_ROWS;
  const shown = (
    many
      ? report.features.filter((one) => one.role === 'boundary' || numbersOf(one).length > 0)
      : report.features
  ).slice(0, MAX_ROWS);
  const listed = new Set(shown);
  const rest = report.features.filter((one) => !listed.has(one));
  const restHa = rest.reduce((sum, { areaHa }) => sum + (areaHa ?? 0), 0);
  const rows = shown.map((one) => {
    const { role, label, name, areaHa } = one;
    const unknown = html`<span class="faint">${say('no-area')}</span>`;
    return html`<tr><th scope="row">${label}</th><td>${name ?? ''}</td><td>${say(`legend.${role === 'units' ? 'unit' : role}`)}</td><td class="number">${areaHa === null ? unknown : numberText(language, areaHa, 4)}</td><td class="number">${areaHa === null ? unknown : numberText(language, areaHa * MU_PER_HA, 2)}</td><td>${numbersOf(
      one,
    ).map(
      ({ number, standing }) =>
        html`<a class="badge small ${standing}" href="#${onMap.has(number) ? 'm' : 'p'}${number}">${number}</a>`,
    )}</td></tr>`;
  });
  const head = [
    ['feature', 'text'],
    ['name', 'text'],
    ['role', 'text'],
    ['hectares', 'number'],
    ['mu', 'number'],
    ['numbers', 'text'],
  ] as const;
  return section(
    'areas',
    say('features'),
    html`<p class="lead">${say('features.lead')}</p><div class="scroll" tabindex="0" role="region" aria-label="${say('features')}"><table class="areas"><thead><tr>${head.map(([key, kind]) => html`<th scope="col" class="${kind}">${say(key)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${rest.length > 0 && html`<p>${say('features.more', { count: rest.length, ...areaParams(language, restHa) })}</p>`}`,
  );
}
