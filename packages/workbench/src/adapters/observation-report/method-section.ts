import { say as sayText } from '@aftermine/science/base';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import { details, section, table } from './page-parts.ts';

/** How the numbers were made: rules, settings, versions, files with their hashes. */
export function methodSection({ report, say }: PageContext): Html {
  const { language, result, settings, version } = report;
  const pretty = prettySettings(settings);
  const wetness = /"wetness":\s*"([^"]+)"/.exec(settings)?.[1];
  const layers = table(
    say('methods.layers'),
    [
      { label: say('methods.layer'), kind: 'text' },
      { label: say('maps.year'), kind: 'text' },
      { label: say('methods.file'), kind: 'text' },
      { label: 'SHA-256', kind: 'text' },
    ],
    result.layers.map(({ kind, year, path, sha256 }) => [
      { show: kind },
      { show: year ?? say('methods.all-years') },
      { show: html`<code>${path}</code>` },
      { show: html`<code class="hash">${sha256}</code>` },
    ]),
    { klass: 'compact' },
  );
  const notes = result.notes.map(({ key, params }) => html`<li>${sayText(language, key, params)}</li>`);
  return section(
    'methods',
    say('methods'),
    html`<p>${say('methods.version', { version })} ${say('methods.area')} ${say('methods.trend')}${wetness !== undefined && html` ${say('methods.wetness', { set: wetness })}`}</p>${notes.length > 0 && details(say('methods.notes'), html`<ul class="notes">${notes}</ul>`)}${details(say('methods.settings'), html`<pre tabindex="0">${pretty}</pre>`)}${details(say('methods.layers'), layers)}`,
  );
}

/** Canonical JSON, opened out to be read; text that is no JSON stands as it is. */
function prettySettings(settings: string): string {
  try {
    return JSON.stringify(JSON.parse(settings), null, 2);
  } catch {
    return settings;
  }
}
