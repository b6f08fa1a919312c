import { say as sayText } from '@aftermine/science/base';
import { percentText } from '@aftermine/science/report/observation';
import { withCode } from '../diagnosis-report/told.ts';
import { type Html, type HtmlValue, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { SeasonPage } from './season-page.ts';

/** How the season was judged, from what, and what it does not claim. */
export function methodsSection({ say, season, language, report }: SeasonPage): Html {
  const { madeFrom } = season;
  const hash = (value: string | null): HtmlValue =>
    value === null ? say('not-there') : html`<code class="hash">${value}</code>`;
  const facts: readonly (readonly [string, HtmlValue])[] = [
    [say('methods.index'), sayText(language, `index.${season.index}`)],
    [say('methods.goal'), `${percentText(language, season.target)} %`],
    [say('methods.first'), String(season.first)],
    [say('methods.observation'), hash(madeFrom.observation)],
    [say('methods.plan'), hash(madeFrom.plan)],
    [say('methods.field-notes'), hash(madeFrom.fieldNotes)],
    [say('methods.version'), report.version],
    [say('methods.made'), report.today],
  ];
  return section(
    'methods',
    say('methods'),
    html`${['closeness', 'band', 'promise', 'alerts', 'wheel', 'scorecard'].map((key) => html`<p>${say(`methods.text-${key}`)}</p>`)}${
      season.notes.length > 0 &&
      html`<h3>${say('notes')}</h3><ul class="notes">${season.notes.map(({ key, params }) => html`<li>${withCode(sayText(language, key, params))}</li>`)}</ul>`
    }<h3>${say('methods.lineage')}</h3><dl class="lineage">${facts.map(([label, show]) => html`<div><dt>${label}</dt><dd>${show}</dd></div>`)}</dl><details><summary>${say('methods.settings')}</summary><pre><code>${prettyJson(madeFrom.settings)}</code></pre></details><h3>${say('not-claimed')}</h3><p>${say('not-claimed.text')}</p>`,
  );
}

/** The part of the settings that seasons read first, on lines of their own. */
function prettyJson(settings: string): string {
  try {
    const { control } = JSON.parse(settings) as { control?: unknown };
    return JSON.stringify(control ?? {}, null, 1);
  } catch {
    return settings;
  }
}
