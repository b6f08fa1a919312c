import { hasText, isUnknown, say as sayText } from '@aftermine/science/base';
import { numberText, percentText } from '@aftermine/science/report/observation';
import { amountText } from '@aftermine/science/report/plan';
import { type Html, html } from '../observation-report/html.ts';
import { details, table } from '../observation-report/page-parts.ts';
import { known } from './finance-section.ts';
import type { PlanPage } from './plan-page.ts';

/** What games say of incentives. They explain; they never schedule. */
export function gamePanel(page: PlanPage): Html | null {
  const { say, result, language } = page;
  const { games } = result;
  if (games === null) return null;
  const { nash, stackelberg, cooperative, concession, evolutionary, parameters } = games;
  const amount = (value: number): string => amountText(language, value);
  const modes = table(
    say('games.table'),
    [
      { label: say('column.mode'), kind: 'text' },
      { label: say('column.government'), kind: 'number' },
      { label: say('column.enterprise'), kind: 'number' },
      { label: say('column.subsidy'), kind: 'number' },
      { label: say('column.quality'), kind: 'number' },
    ],
    [
      [
        { show: say('games.nash') },
        { show: amount(nash.government) },
        { show: amount(nash.enterprise) },
        { show: `${percentText(language, 0)} %` },
        { show: amount(nash.quality) },
      ],
      [
        { show: say('games.stackelberg') },
        { show: '–' },
        { show: '–' },
        { show: `${percentText(language, stackelberg.share, 1)} %` },
        { show: amount(stackelberg.quality) },
      ],
      [
        { show: say('games.cooperative') },
        { show: '–' },
        { show: '–' },
        { show: '–' },
        { show: amount(cooperative.quality) },
      ],
    ],
    { klass: 'narrow' },
  );
  const gain = nash.quality > 0 ? cooperative.quality / nash.quality : null;
  return html`<h3>${say('games')}</h3><p class="notice"><strong>${say('games.never')}</strong></p>${modes}<p>${gain !== null && say('games.gain', { times: numberText(language, gain, 1) })}${language === 'zh' ? '' : ' '}${say('games.share', { percent: percentText(language, stackelberg.share, 0) })}</p>${
    concession.length > 0 &&
    html`<h4>${say('games.concession')}</h4><p>${say('games.concession-lead')}</p>${table(
      say('games.concession'),
      [
        { label: say('column.concession-years'), kind: 'text' },
        { label: say('column.enterprise'), kind: 'number' },
      ],
      concession.map(({ years, enterprise }) => [
        { show: numberText(language, years, 0) },
        { show: amount(enterprise) },
      ]),
      { klass: 'narrow' },
    )}`
  }<h4>${say('games.evolutionary')}</h4><p>${settling(page, evolutionary)}</p>${details(
    say('games.parameters'),
    table(
      say('games.parameters'),
      [
        { label: say('column.symbol'), kind: 'text' },
        { label: say('column.meaning'), kind: 'text' },
        { label: say('column.value'), kind: 'number' },
      ],
      Object.entries(parameters).map(([symbol, value]) => [
        { show: html`<code>${symbol}</code>` },
        {
          show: hasText(`game-parameter.${symbol}`) ? sayText(language, `game-parameter.${symbol}`) : '–',
        },
        { show: amount(value) },
      ]),
      { klass: 'narrow' },
    ),
  )}`;
}

/** Where supervision and good work settle or circle, or why they do neither. */
function settling(
  page: PlanPage,
  { supervision, quality, periodYears }: NonNullable<PlanPage['result']['games']>['evolutionary'],
): string {
  const { say, language } = page;
  if (isUnknown(supervision) || isUnknown(quality))
    return known(page, isUnknown(supervision) ? supervision : quality, String);
  return say('games.evolutionary-lead', {
    supervision: percentText(language, supervision),
    quality: percentText(language, quality),
    period: known(page, periodYears, (years) =>
      say('games.period', { years: numberText(language, years, 1) }),
    ),
  });
}
