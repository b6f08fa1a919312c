import { hasText, isUnknown, type Language, say as sayText, type Unknown } from '@aftermine/science/base';
import type { RecoveryMetric } from '@aftermine/science/observe';
import {
  direction,
  indexScale,
  numberText,
  reasonText,
  signedText,
  trendFigure,
  type UnitRow,
  unitsTable,
  zoneKey,
} from '@aftermine/science/report/observation';
import { type Html, html, raw } from './html.ts';
import type { PageContext } from './page-context.ts';
import { type Cell, type Column, details, notKnown, section, table, valueOr } from './page-parts.ts';

/** Every unit in one row; recovery metrics in full below. */
export function unitSection(context: PageContext): Html {
  const { report, say } = context;
  const rows = unitsTable(report.result);
  if (rows.length === 0) return section('units', say('units'), html`<p>${say('units.none')}</p>`);
  return section(
    'units',
    say('units'),
    html`<p class="lead needs-script" hidden>${say('units.lead')}</p>${mainTable(context, rows)}${metricTable(context, rows)}`,
  );
}

const ARROWS = { up: '▲', down: '▼', none: '○' } as const;

function mainTable(context: PageContext, rows: readonly UnitRow[]): Html {
  const { report, say, lead } = context;
  const { language, result } = report;
  const lastYear =
    result.rsei.boundary.findLast((year) => year.median !== null)?.year ?? result.years.at(-1) ?? 0;
  const { digits, offset } = indexScale(lead);
  const recorded = (year: number | null): Cell =>
    year === null
      ? { show: html`<span class="faint">${say('units.not-recorded')}</span>`, sort: null }
      : { show: year, sort: year };
  const cells = rows.map((row): Cell[] => [
    { show: html`<button type="button" class="pick">${row.id}</button>`, sort: row.id },
    { show: row.name ?? '', sort: row.name ?? null },
    { show: damageText(context, row.damage), sort: row.damage },
    { show: numberText(language, row.areaHa, 1), sort: row.areaHa },
    { show: numberText(language, row.areaMu, 0), sort: row.areaMu },
    recorded(row.yearDamaged),
    recorded(row.yearReclaimed),
    lossCell(context, row.loss, ({ year }) => ({ show: year, sort: year })),
    lossCell(context, row.loss, ({ magnitude, duration }) => ({
      show: html`${signedText(language, magnitude, digits)} <span class="faint word">/ ${say('units.years', { years: duration })}</span>`,
      sort: magnitude,
    })),
    { show: sparkline(context, row), sort: null },
    valueOr(language, row.last, ({ median, year }) => ({
      show: html`${numberText(language, median + offset, digits)}${year !== lastYear && html` <span class="faint">${year}</span>`}`,
      sort: median,
    })),
    valueOr(language, row.last, ({ gap }) =>
      gap === null
        ? { show: html`<span class="faint">${say('units.no-reference')}</span>`, sort: null }
        : { show: signedText(language, gap, digits), sort: gap },
    ),
    valueOr(language, row.trend, (trend) => {
      const way = direction(trend);
      return {
        show: html`<span class="way ${way}">${ARROWS[way]}</span> ${signedText(language, trend.slopePerYear, digits + 2)} <span class="faint word">${say(`units.direction.${way}`)}</span>`,
        sort: trend.slopePerYear,
      };
    }),
    yearsToRecovery(context, row),
  ]);
  const columns: Column[] = [
    { label: say('units.id'), kind: 'text' },
    { label: say('units.name'), kind: 'text' },
    { label: say('units.damage'), kind: 'text' },
    { label: say('units.ha'), kind: 'number' },
    { label: say('units.mu'), kind: 'number' },
    { label: say('units.recorded'), kind: 'number' },
    { label: say('units.reclaimed'), kind: 'number' },
    { label: say('units.found'), kind: 'number' },
    { label: say('units.size'), kind: 'number' },
    { label: say('units.course'), kind: 'text' },
    { label: say('units.median', { year: lastYear }), kind: 'number' },
    { label: say('units.gap'), kind: 'number' },
    { label: say('units.trend'), kind: 'number' },
    { label: say('units.y2r'), kind: 'number' },
  ];
  return table(say('units'), columns, cells, {
    sortable: true,
    klass: 'units',
    keys: rows.map(({ id }) => zoneKey({ kind: 'unit', id })),
  });
}

/** The damage class in words; what is no known class stands as the user wrote it. */
function damageText({ report, say }: PageContext, damage: string | null): string {
  if (damage === null) return say('units.not-recorded');
  return hasText(`damage.${damage}`) ? sayText(report.language, `damage.${damage}`) : damage;
}

function lossCell(
  { report, say }: PageContext,
  loss: UnitRow['loss'],
  show: (loss: { year: number; magnitude: number; duration: number }) => Cell,
): Cell {
  if (loss === null) return { show: html`<span class="faint">${say('units.none-found')}</span>`, sort: null };
  return isUnknown(loss) ? { show: notKnown(report.language, loss), sort: null } : show(loss);
}

/** Reasons that are answers: nothing was lost, or it has not come back yet. */
const ANSWERS: ReadonlySet<string> = new Set(['no-disturbance', 'not-recovered']);

function noMetric(language: Language, why: Unknown): Cell {
  const show = ANSWERS.has(why.reason)
    ? html`<span class="faint">${reasonText(language, why)}</span>`
    : notKnown(language, why);
  return { show, sort: null };
}

function yearsToRecovery({ report, say }: PageContext, row: UnitRow): Cell {
  const metric = row.metrics.Y2R;
  if (isUnknown(metric)) return noMetric(report.language, metric);
  const { value, relapseYear } = metric;
  return relapseYear === undefined || relapseYear === null
    ? { show: say('units.years', { years: value }), sort: value }
    : { show: say('units.relapsed', { years: value, relapse: relapseYear }), sort: value };
}

const SPARK = { width: 96, height: 24 } as const;

/** The course of a unit at a glance, all on one axis. */
function sparkline({ report, lead }: PageContext, row: UnitRow): Html {
  const figure = trendFigure(
    report.result,
    { kind: 'unit', id: row.id, label: row.id },
    lead,
    report.language,
  );
  const { first, last, lo, hi } = figure;
  const x = (year: number): string =>
    (((year - first) / Math.max(1, last - first)) * (SPARK.width - 6) + 3).toFixed(1);
  const y = (value: number): string =>
    (SPARK.height - 2 - ((value - lo) / (hi - lo)) * (SPARK.height - 4)).toFixed(1);
  const line = (points: readonly { year: number; value: number }[]): string =>
    points
      .map(
        ({ year, value }, i) =>
          `${i > 0 && points[i - 1]!.year === year - 1 ? 'L' : 'M'}${x(year)} ${y(value)}`,
      )
      .join('');
  const known = figure.years.flatMap(({ year, median }) =>
    median === null ? [] : [{ year, value: median }],
  );
  const end = known.at(-1);
  const reference = line(figure.reference.map(({ year, median }) => ({ year, value: median })));
  return raw(
    `<svg class="spark" viewBox="0 0 ${SPARK.width} ${SPARK.height}" width="${SPARK.width}" height="${SPARK.height}" aria-hidden="true"><path d="${reference}" fill="none" stroke="#c4a15a" stroke-width="1"/><path d="${line(known)}" fill="none" stroke="#0b5d5b" stroke-width="1.4"/>${end === undefined ? '' : `<circle cx="${x(end.year)}" cy="${y(end.value)}" r="2.2" fill="#0b5d5b"/>`}</svg>`,
  );
}

const METRICS = ['dNBR', 'YrYr', 'R80P', 'Y2R', 'RRI'] as const satisfies readonly RecoveryMetric['metric'][];

function metricTable({ report, say }: PageContext, rows: readonly UnitRow[]): Html {
  const { language } = report;
  const cell = (metric: RecoveryMetric | Unknown): Cell => {
    if (isUnknown(metric)) return noMetric(language, metric);
    const { metric: name, value, low, high } = metric;
    const digits = name === 'Y2R' ? 0 : name === 'YrYr' ? 3 : 2;
    const text = (number: number): string => numberText(language, number, digits);
    return {
      show:
        low === null || high === null
          ? text(value)
          : say('units.interval', { value: text(value), low: text(low), high: text(high) }),
      sort: value,
    };
  };
  return details(
    say('units.metrics'),
    table(
      say('units.metrics'),
      [
        { label: say('units.id'), kind: 'text' },
        ...METRICS.map((metric) => ({ label: say(`metric.${metric}`), kind: 'number' }) as const),
      ],
      rows.map((row) => [
        { show: row.name === null ? row.id : `${row.id} ${row.name}`, sort: row.id },
        ...METRICS.map((metric) => cell(row.metrics[metric])),
      ]),
      { sortable: true },
    ),
  );
}
