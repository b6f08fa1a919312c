import { type Headline, headlines, numberText } from '@aftermine/science/report/observation';
import { MU_PER_HA, multiPolygonAreaHa } from '@aftermine/science/site';
import { type Html, html, raw } from './html.ts';
import type { PageContext } from './page-context.ts';
import { type Say, section } from './page-parts.ts';

/** Sensors in the order people list them: by family, then by number. */
export function sensorNames(sensors: readonly string[], say: Say): string {
  const nice = (id: string): string =>
    id === 'own'
      ? say('sensor.own')
      : id
          .replace(/^landsat-/, 'Landsat ')
          .replace(/^sentinel-2/, 'Sentinel-2')
          .replace(/^hls-?/, 'HLS ');
  const numbers = sensors.filter((id) => id.startsWith('landsat-')).map((id) => id.slice('landsat-'.length));
  const others = sensors.filter((id) => !id.startsWith('landsat-')).map(nice);
  return [...(numbers.length === 0 ? [] : [`Landsat ${numbers.join('/')}`]), ...others].join(', ');
}

/** Name of the project, and what the report is about in one line of facts. */
export function headSection({ report, say, crs }: PageContext): Html {
  const { result, language, site } = report;
  const areaHa = multiPolygonAreaHa(site.boundary, site.crs);
  const { years, yearSummaries } = result;
  const sensors = [...new Set(yearSummaries.flatMap((year) => year.sensors))].sort();
  const scenes = yearSummaries.reduce((sum, { sceneCount }) => sum + sceneCount, 0);
  const facts: [string, string][] = [
    [
      say('facts.area'),
      say('facts.area-value', {
        ha: numberText(language, areaHa, 1),
        mu: numberText(language, areaHa * MU_PER_HA, 0),
      }),
    ],
    [
      say('facts.years'),
      say('facts.years-value', {
        first: years[0] ?? 0,
        last: years.at(-1) ?? 0,
        count: years.length,
        seen: yearSummaries.filter(({ quality }) => quality !== 'none').length,
      }),
    ],
    [say('facts.sensors'), sensors.length === 0 ? say('maps.season-no-scenes') : sensorNames(sensors, say)],
    [say('facts.scenes'), say('facts.scenes-value', { count: scenes })],
    [
      say('facts.units'),
      say('facts.units-value', { units: site.units.length, references: site.references.length }),
    ],
    [say('facts.crs'), crs],
  ];
  return html`<header class="page-head"><p class="kind"><span class="mark" aria-hidden="true"></span>Aftermine · ${say('kind')}</p><h1>${report.projectName}</h1><dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>`;
}

const ICONS: Readonly<Record<string, string>> = {
  good: '<path d="M3 11 8 4l5 7z" fill="currentColor"/>',
  bad: '<path d="M3 5l5 7 5-7z" fill="currentColor"/>',
  plain: '<circle cx="8" cy="8" r="3.5" fill="currentColor"/>',
  check: '<path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  refused: '<path d="M4 4 12 12M12 4 4 12" stroke="currentColor" stroke-width="2.2"/>',
  unknown:
    '<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.5 2"/>',
};

function iconOf(topic: Headline['topic'], tone: Headline['tone']): string {
  if (topic !== 'index' || tone === 'unknown' || tone === 'plain') return tone;
  return tone === 'good' ? 'check' : 'refused';
}

/** The verdicts, and what they do not claim. */
export function findingsSection({ report, say }: PageContext): Html {
  const lines = headlines(report.result, report.language);
  return section(
    'findings',
    say('findings'),
    html`<dl class="findings">${lines.map(
      ({ topic, tone, text }) =>
        html`<div class="${tone}"><dt>${raw(`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${ICONS[iconOf(topic, tone)]}</svg>`)}${say(`topic.${topic}`)}</dt><dd>${text}</dd></div>`,
    )}</dl><p class="claim">${say('wording')}</p>`,
  );
}
