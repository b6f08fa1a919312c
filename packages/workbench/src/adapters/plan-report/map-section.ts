import { say as sayText } from '@aftermine/science/base';
import { numberText } from '@aftermine/science/report/observation';
import { MU_PER_HA } from '@aftermine/science/site';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { planMap } from './plan-map.ts';
import { costOf, MAX_ROWS, type PlanPage } from './plan-page.ts';
import { unitLink } from './unit-link.ts';

/** The programme on the map, and as a table. */
export function mapSection(page: PlanPage): Html {
  const { say, result, language, words, money } = page;
  const map = planMap(page);
  const units = result.units.slice(0, MAX_ROWS);
  const twin = table(
    say('programme'),
    [
      { label: say('column.unit'), kind: 'text' },
      { label: say('column.damage'), kind: 'text' },
      { label: say('column.village'), kind: 'text' },
      { label: say('column.hectares'), kind: 'number' },
      { label: say('column.mu'), kind: 'number' },
      { label: say('column.end-use'), kind: 'text' },
      { label: say('column.measures'), kind: 'text' },
      { label: say('column.start'), kind: 'number' },
      { label: say('column.cost', { unit: money.unit }), kind: 'number' },
    ],
    units.map((unit) => {
      const { choice, areaHa, damage, village } = unit;
      return [
        { show: unitLink(page, unit) },
        { show: damage === null ? say('not-known') : sayText(language, `damage.${damage}`) },
        { show: village ?? '–' },
        { show: numberText(language, areaHa, 1) },
        { show: numberText(language, areaHa * MU_PER_HA, 0) },
        { show: choice === null ? say('nothing') : words.endUse(choice.endUse) },
        {
          show:
            choice === null
              ? '–'
              : html`<span class="long">${choice.measures.map(words.measure).join(' + ')}</span>`,
        },
        { show: choice?.year == null ? '–' : String(choice.year) },
        { show: choice === null ? '–' : money.cell(costOf(unit)) },
      ];
    }),
  );
  return section(
    'map',
    say('map'),
    html`<p class="lead">${say('map.lead')}</p>${map !== null && html`<figure class="check-map">${map}</figure>`}<h3>${say('programme')}</h3>${twin}${result.units.length > units.length && html`<p>${say('more-rows', { shown: units.length, count: result.units.length })}</p>`}`,
  );
}
