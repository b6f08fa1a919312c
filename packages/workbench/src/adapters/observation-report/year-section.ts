import { numberText, percentText, reasonText } from '@aftermine/science/report/observation';
import { sensorNames } from './head-section.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import { type Cell, section, table } from './page-parts.ts';

/** What each growing season saw: the ground every other number stands on. */
export function yearSection({ report, say }: PageContext): Html {
  const { language, result } = report;
  const rows = result.yearSummaries.map((year): Cell[] => [
    { show: year.year, sort: year.year },
    {
      show: html`<span class="quality ${year.quality}">${say(`maps.quality.${year.quality}`)}</span>${year.unknown !== undefined && html` <span class="not-known">${reasonText(language, year.unknown)}</span>`}`,
      sort: year.seenShare,
    },
    {
      show: html`<span class="meter" aria-hidden="true"><i style="width:${Math.round(year.seenShare * 100)}%"></i></span><span class="value">${percentText(language, year.seenShare)} %</span>`,
      sort: year.seenShare,
    },
    { show: year.sceneCount, sort: year.sceneCount },
    { show: numberText(language, year.clearLooksMedian, 0), sort: year.clearLooksMedian },
    { show: numberText(language, year.clearLooksMin, 0), sort: year.clearLooksMin },
    year.quality === 'none'
      ? { show: say('maps.no-data'), sort: null }
      : { show: `${percentText(language, year.waterShare, 1)} %`, sort: year.waterShare },
    { show: sensorNames(year.sensors, say), sort: year.sensors.join(' ') },
  ]);
  return section(
    'years',
    say('years'),
    table(
      say('years'),
      [
        { label: say('maps.year'), kind: 'text' },
        { label: say('years.quality'), kind: 'text' },
        { label: say('years.seen'), kind: 'number' },
        { label: say('years.scenes'), kind: 'number' },
        { label: say('years.looks-median'), kind: 'number' },
        { label: say('years.looks-min'), kind: 'number' },
        { label: say('years.water'), kind: 'number' },
        { label: say('facts.sensors'), kind: 'text' },
      ],
      rows,
      { sortable: true, klass: 'compact' },
    ),
  );
}
