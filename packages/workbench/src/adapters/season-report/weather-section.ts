import { say as sayText } from '@aftermine/science/base';
import { numberText } from '@aftermine/science/report/observation';
import { lineStart } from '@aftermine/science/report/season';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { SeasonPage } from './season-page.ts';

/** What the season was like by the reference areas, and what is done about that. */
export function weatherSection({ season, say, language }: SeasonPage): Html {
  const { kind, departure } = season.weather;
  const common = season.units.map(({ filter }) => filter.at(-1)).find((one) => one?.year === season.year);
  return section(
    'weather',
    say('weather'),
    html`<p><strong>${`${lineStart(sayText(language, `season-weather.${kind}`))}${language === 'zh' ? '。' : '.'}`}</strong> ${
      departure === null
        ? say('weather.unknown')
        : say(`weather.${departure < 0 ? 'below' : 'above'}`, {
            times: numberText(language, Math.abs(departure), 1),
          })
    }</p><p>${say('weather.taken-out')}${common !== undefined && html` ${say('weather.common', { points: numberText(language, 100 * common.common, 1) })}`}</p>`,
  );
}
