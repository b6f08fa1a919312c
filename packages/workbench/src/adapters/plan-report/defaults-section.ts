import { hasText, say as sayText } from '@aftermine/science/base';
import { numberText } from '@aftermine/science/report/observation';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { MAX_ROWS, type PlanPage } from './plan-page.ts';
import { supportedTable } from './supported-table.ts';

/** Figures that nothing supports yet, and how often the plan leans on them. */
export function defaultsSection(page: PlanPage): Html {
  const { say, result, words, language } = page;
  const { unverified } = result;
  const supported = supportedTable(page);
  if (unverified.length === 0)
    return section('defaults', say('defaults'), html`${supported}<p>${say('defaults.none')}</p>`);
  const rows = [...unverified].sort((a, b) => b.usedBy - a.usedBy).slice(0, MAX_ROWS);
  return section(
    'defaults',
    say('defaults'),
    html`${supported}<p class="lead">${say('defaults.lead', { count: unverified.length })}</p>${table(
      say('defaults'),
      [
        { label: say('column.default-of'), kind: 'text' },
        { label: say('column.default-what'), kind: 'text' },
        { label: say('column.used-by'), kind: 'number' },
        { label: say('column.address'), kind: 'text' },
      ],
      rows.map(({ of, what, usedBy }) => [
        { show: words.subject(of) },
        { show: whatText(what) },
        { show: numberText(language, usedBy, 0) },
        { show: html`<code>${of}</code>` },
      ]),
    )}${unverified.length > rows.length && html`<p>${say('more-rows', { shown: rows.length, count: unverified.length })}</p>`}`,
  );

  /** `quantity topsoil`: the part of the library that is meant, and which of its kind. */
  function whatText(what: string): string {
    const [part = '', ...rest] = what.split(' ');
    if (part === 'recovery' && rest.length > 0) return sayText(language, `supported.${rest[0]}`);
    if (!hasText(`plan-default.${part}`)) return what;
    const word = sayText(language, `plan-default.${part}`);
    const id = rest.join(' ');
    if (id === '') return word;
    return say('default-part', { what: word, part: part === 'gate' ? words.gate(id) : words.item(id) });
  }
}
