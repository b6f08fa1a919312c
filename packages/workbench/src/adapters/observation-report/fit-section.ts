import { say as sayText } from '@aftermine/science/base';
import {
  fitTable,
  indexScale,
  mostInfluentialYear,
  numberText,
  percentText,
  reasonText,
  signedText,
} from '@aftermine/science/report/observation';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import { type Cell, details, section, table } from './page-parts.ts';

/** How the ecological index came about, and whether it may be trusted. */
export function fitSection(context: PageContext): Html {
  const { report, say } = context;
  const { language, result } = report;
  const { fit } = result;
  const most = mostInfluentialYear(fit);
  const facts: [string, Html | string][] = [
    [
      say('fit.verdict'),
      html`<strong class="gate ${fit.gate}">${say(`fit.gate.${fit.gate}`)}</strong>${fit.reason !== undefined && html` ${reasonText(language, fit.reason)}`}`,
    ],
    [say('fit.share'), `${percentText(language, fit.share, 1)} %`],
    [say('fit.mode'), say(`fit.mode.${fit.mode}`)],
  ];
  const { sensitivity } = fit;
  const tests =
    sensitivity === null
      ? [say('fit.no-sensitivity')]
      : [
          ...(most === null
            ? []
            : [say('fit.influence', { year: most.year, change: numberText(language, most.change, 3) })]),
          ...(sensitivity.equalWeightsCorrelation === null
            ? []
            : [say('fit.equal', { r: numberText(language, sensitivity.equalWeightsCorrelation, 3) })]),
        ];
  return section(
    'index',
    say('fit'),
    html`<dl class="facts tight">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${componentTable(context)}<p>${tests.join(language === 'zh' ? '' : ' ')}</p>${yearTable(context)}`,
  );
}

function componentTable({ report, say }: PageContext): Html {
  const { language, result } = report;
  const rows = fitTable(result.fit).map((row): Cell[] => {
    const { offset, digits, unit } = indexScale(row.id);
    const value = (x: number): string => numberText(language, x + offset, digits);
    const right = row.expected === null || Math.sign(row.loading) === row.expected;
    const span = (lo: number, hi: number): Html =>
      html`${signedText(language, lo, 3)} – ${signedText(language, hi, 3)}`;
    return [
      { show: sayText(language, `index.${row.id}`) },
      {
        show: html`<span class="loading${right ? '' : ' wrong'}"><i style="left:${Math.round(50 + Math.min(0, row.loading) * 50)}%;width:${Math.round(Math.abs(row.loading) * 50)}%"></i></span><span class="value">${signedText(language, row.loading, 3)}</span>`,
        sort: row.loading,
      },
      {
        show: html`${say(row.expected === null ? 'fit.either' : row.expected === 1 ? 'fit.positive' : 'fit.negative')}${row.expected !== null && html` <span class="${right ? 'ok' : 'wrong'}" aria-hidden="true">${right ? '✓' : '✗'}</span>`}`,
      },
      { show: row.bootstrap === null ? say('fit.not-tested') : span(row.bootstrap.p05, row.bootstrap.p95) },
      {
        show: row.leaveOut === null ? say('fit.not-tested') : span(row.leaveOut.least, row.leaveOut.greatest),
      },
      { show: `${value(row.lo)} – ${value(row.hi)}${unit === '' ? '' : ` ${unit}`}` },
    ];
  });
  return table(
    say('fit'),
    [
      { label: say('fit.component'), kind: 'text' },
      { label: say('fit.loading'), kind: 'number' },
      { label: say('fit.expected'), kind: 'text' },
      { label: say('fit.bootstrap'), kind: 'number' },
      { label: say('fit.leave-out'), kind: 'number' },
      { label: say('fit.scaled'), kind: 'number' },
    ],
    rows,
    { klass: 'components' },
  );
}

/** Per-scene fits, or the fits with one year left out. */
function yearTable({ report, say }: PageContext): Html | null {
  const { language, result } = report;
  const { fit } = result;
  const loadings = (values: Readonly<Record<string, number>>): Cell[] =>
    fit.components.map((id) => {
      const value = values[id];
      return value === undefined
        ? { show: '', sort: null }
        : { show: signedText(language, value, 3), sort: value };
    });
  const columns = [
    { label: say('maps.year'), kind: 'text' },
    ...fit.components.map((id) => ({ label: say(`index-short.${id}`), kind: 'number' }) as const),
    { label: say('fit.share'), kind: 'number' },
  ] as const;
  const share = (value: number): Cell => ({ show: `${percentText(language, value, 1)} %`, sort: value });
  if (fit.perYear.length > 0) {
    const rows = fit.perYear.map((one): Cell[] => [
      { show: one.year, sort: one.year },
      ...loadings(one.loadings),
      share(one.share),
      { show: say(`fit.gate.${one.gate}`) },
    ]);
    const all = [...columns, { label: say('fit.verdict'), kind: 'text' } as const];
    return details(say('fit.years'), table(say('fit.years'), all, rows, { sortable: true }));
  }
  const left = fit.sensitivity?.leaveOneYearOut ?? [];
  if (left.length === 0) return null;
  const rows = left.map((one): Cell[] => [
    { show: one.year, sort: one.year },
    ...loadings(one.loadings),
    share(one.share),
  ]);
  return details(say('fit.leave-out'), table(say('fit.leave-out'), columns, rows, { sortable: true }));
}
