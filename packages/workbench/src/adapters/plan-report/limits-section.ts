import { say as sayText } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import { percentText } from '@aftermine/science/report/observation';
import { amountText, unitWord } from '@aftermine/science/report/plan';
import { withCode } from '../diagnosis-report/told.ts';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import type { PlanPage } from './plan-page.ts';

type Row = PlanResult['rows'][number];

/** Prices below this share of the greatest effect a row could have are noise of the solver. */
const NOISE = 1e-9;
/** Sums of a solver are off by about this share. */
const CLOSE = 1e-6;

/** What the programme is bound by, and what one unit more of it would buy. */
export function limitsSection(page: PlanPage): Html | null {
  const { say, result, words, language, hasPlan } = page;
  const { rows, advice } = result;
  if (rows.length === 0 && advice.length === 0) return null;
  const isCarried = rows.some(({ sense, used, limit }) => sense === '<=' && used > limit * (1 + CLOSE));
  const told = table(
    say('limits.table'),
    [
      { label: say('column.row'), kind: 'text' },
      { label: say('column.row-limit'), kind: 'number' },
      ...(hasPlan
        ? ([
            { label: say('column.used'), kind: 'number' },
            { label: say('column.used-share'), kind: 'number' },
            { label: say('column.more-buys'), kind: 'text' },
          ] as const)
        : []),
    ],
    rows.map((row) => [
      { show: words.row(row.id) },
      { show: `${say(`sense.${SENSES[row.sense]}`)} ${words.amountOf(row.id, row.limit)}` },
      ...(hasPlan
        ? [
            { show: words.amountOf(row.id, row.used) },
            { show: row.limit === 0 ? '–' : `${percentText(language, row.used / row.limit)} %` },
            { show: moreBuys(page, row) },
          ]
        : []),
    ]),
    { klass: hasPlan ? 'limits' : 'narrow' },
  );
  const notes = hasPlan ? [say('limits.note'), ...(isCarried ? [say('limits.carried')] : [])] : [];
  const title = say(hasPlan ? 'limits' : 'limits.alone');
  return section(
    'limits',
    title,
    html`${hasPlan && html`<p class="lead">${say('limits.lead')}</p>`}${rows.length > 0 && html`${told}${notes.map((note) => html`<p class="faint small">${note}</p>`)}`}${
      advice.length > 0 &&
      html`<h3>${say('advice')}</h3><ul class="advice">${advice.map(({ key, params }) => html`<li>${withCode(sayText(language, key, words.params(params)))}</li>`)}</ul>`
    }`,
  );
}

const SENSES = { '<=': 'most', '>=': 'least', '=': 'equal' } as const;

/** The price of a row in words, in recovered land where ecology has a weight. */
function moreBuys(page: PlanPage, { sense, measure, price, limit }: Row): string {
  const { say, result, money, language } = page;
  const size = Math.abs(price);
  if (size * Math.max(1, Math.abs(limit)) < NOISE * Math.max(1, Math.abs(result.objective ?? 0)))
    return say(sense === '>=' ? 'price.floor-free' : 'price.free');
  const isMoney = measure === result.currency;
  const amount = isMoney ? money.round.amount : roundOf(limit);
  const unit = isMoney
    ? money.round.text
    : `${amountText(language, amount)} ${unitWord(measure, language)}`.trim();
  const { weights, scales } = result;
  const key = sense === '>=' ? 'price.floor' : 'price.more';
  if (weights.ecology > 0) {
    const ha = (size * amount * scales.ecology) / weights.ecology;
    return say(key, {
      unit,
      worth: sayText(language, 'objective-amount.ecology', { value: amountText(language, ha) }),
    });
  }
  return say(key, { unit, worth: say('price.value', { value: amountText(language, size * amount) }) });
}

/** A round amount near a hundredth of the limit, so that what it buys is a number one can picture; 1 at least. */
function roundOf(limit: number): number {
  return Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(limit) / 100))));
}
