import { isUnknown, type Language, say } from '../../base/index.ts';
import { isLogRatio } from './effect-size.ts';
import type { ForestFigure } from './forest-figure.ts';
import {
  escapeXml,
  fitText,
  numberText,
  pixel,
  probabilityText,
  svgDocument,
  svgText,
} from './svg-document.ts';

/** How a picture is named in its page, and what it is of. */
export interface PictureLabels {
  readonly id: string;
  readonly language: Language;
  /** What is compared, in the reader's words: "Topsoil cover: soil organic carbon". */
  readonly subject: string;
}

const LABEL = 210;
const PLOT = 340;
const NUMBERS = 190;
const ROW = 22;
const TOP = 58;
const TEAL = '#0b5d5b';
const RUST = '#b5452c';

/** The forest plot as SVG text: square per study (area follows weight), diamond of the pooled effect, bar of the prediction interval. */
export function forestPicture(figure: ForestFigure, labels: PictureLabels): string {
  const { language } = labels;
  const { rows, pooled, low, high, measure } = figure;
  const word = (key: string, params: Record<string, string | number> = {}): string =>
    say(language, `evidence.pool.${key}`, params);
  const x = (value: number): number =>
    pixel(LABEL + (Math.min(1, Math.max(0, (value - low) / (high - low))) || 0) * PLOT);
  const shown = (value: number): string => numberText(isLogRatio(measure) ? Math.exp(value) : value);
  const interval = (a: number, b: number, c: number): string => `${shown(a)} [${shown(b)}; ${shown(c)}]`;
  const bottom = TOP + ROW * (rows.length + 1);
  const axis = bottom + ROW * 2;
  const width = LABEL + PLOT + NUMBERS + 60;
  const numbersAt = LABEL + PLOT + 14;
  const body: string[] = [
    svgText(12, 24, fitText(labels.subject, width - 24, 14), 'font-size="14" font-weight="600"'),
    svgText(12, TOP - 12, word('study'), 'font-weight="600"'),
    svgText(
      numbersAt,
      TOP - 12,
      `${word(`measure.${measure}`)} [${word('interval', { percent: percentOf(pooled.level) })}]`,
      'font-weight="600"',
    ),
    svgText(width - 12, TOP - 12, word('weight'), 'text-anchor="end" font-weight="600"'),
  ];
  for (const { at, label } of figure.ticks)
    body.push(
      `<line x1="${x(at)}" x2="${x(at)}" y1="${TOP}" y2="${axis}" stroke="#e3e6e2"/>`,
      svgText(x(at), axis + 16, label, 'text-anchor="middle" fill="#4c5755"'),
    );
  body.push(
    `<line x1="${x(0)}" x2="${x(0)}" y1="${TOP}" y2="${axis}" stroke="#4c5755" stroke-width="1.2"/>`,
    `<line x1="${x(pooled.estimate)}" x2="${x(pooled.estimate)}" y1="${TOP}" y2="${axis}" stroke="${TEAL}" stroke-dasharray="3 3"/>`,
  );
  const heaviest = Math.max(...rows.map(({ weightPercent }) => weightPercent), 1e-9);
  rows.forEach((row, i) => {
    const y = TOP + ROW * (i + 0.5);
    const side = Math.max(3, 15 * Math.sqrt(row.weightPercent / heaviest));
    body.push(
      `<g><title>${escapeXml(`${row.label}: ${interval(row.estimate, row.ciLow, row.ciHigh)}`)}</title>`,
      svgText(12, y + 4, fitText(row.label, LABEL - 24)),
      `<line x1="${x(row.ciLow)}" x2="${x(row.ciHigh)}" y1="${y}" y2="${y}" stroke="#26302e" stroke-width="1.3"/>`,
      ...(row.ciLow < low ? [arrow(x(row.ciLow), y, -1)] : []),
      ...(row.ciHigh > high ? [arrow(x(row.ciHigh), y, 1)] : []),
      `<rect x="${pixel(x(row.estimate) - side / 2)}" y="${pixel(y - side / 2)}" width="${pixel(side)}" height="${pixel(side)}" fill="${TEAL}"/>`,
      svgText(numbersAt, y + 4, interval(row.estimate, row.ciLow, row.ciHigh)),
      svgText(width - 12, y + 4, `${numberText(row.weightPercent, 1)} %`, 'text-anchor="end"'),
      '</g>',
    );
  });
  const y = TOP + ROW * (rows.length + 0.5);
  body.push(
    `<line x1="12" x2="${width - 12}" y1="${y - ROW / 2}" y2="${y - ROW / 2}" stroke="#9fb3b1"/>`,
    svgText(12, y + 4, fitText(word('pooled', { method: pooled.method }), LABEL - 24), 'font-weight="600"'),
    `<path d="M${x(pooled.ciLow)} ${y}L${x(pooled.estimate)} ${y - 7}L${x(pooled.ciHigh)} ${y}L${x(pooled.estimate)} ${y + 7}Z" fill="${RUST}"/>`,
    svgText(numbersAt, y + 4, interval(pooled.estimate, pooled.ciLow, pooled.ciHigh), 'font-weight="600"'),
  );
  const { prediction, heterogeneity } = pooled;
  if (!isUnknown(prediction))
    body.push(
      svgText(12, bottom + ROW / 2 + 4, fitText(word('prediction', { law: prediction.law }), LABEL - 24)),
      `<line x1="${x(prediction.low)}" x2="${x(prediction.high)}" y1="${bottom + ROW / 2}" y2="${bottom + ROW / 2}" stroke="${RUST}" stroke-width="4" stroke-opacity="0.45"/>`,
      svgText(numbersAt, bottom + ROW / 2 + 4, `[${shown(prediction.low)}; ${shown(prediction.high)}]`),
    );
  const spread = isUnknown(heterogeneity)
    ? say(language, `unknown.${heterogeneity.reason}`)
    : word('spread', {
        k: pooled.k,
        q: numberText(heterogeneity.q),
        p: probabilityText(heterogeneity.p),
        i2: numberText(heterogeneity.i2Percent, 1),
        tau2: numberText(pooled.tau2, 4),
        law: word(`law.${pooled.law}`),
      });
  const below = axis + (isLogRatio(measure) ? 58 : 40);
  if (isLogRatio(measure))
    body.push(
      svgText(LABEL + PLOT / 2, axis + 34, word('ratio-axis'), 'text-anchor="middle" fill="#4c5755"'),
    );
  body.push(svgText(12, below, fitText(spread, width - 24, 11.5), 'font-size="11.5" fill="#4c5755"'));
  return svgDocument(
    {
      id: labels.id,
      language,
      width,
      height: below + 16,
      title: word('forest-title', { subject: labels.subject }),
      description: word('forest-says', {
        k: rows.length,
        measure: word(`measure.${measure}`),
        value: interval(pooled.estimate, pooled.ciLow, pooled.ciHigh),
        spread,
      }),
    },
    body,
  );
}

function arrow(x: number, y: number, way: 1 | -1): string {
  return `<path d="M${x} ${y}l${-7 * way} -4v8Z" fill="#26302e"/>`;
}

function percentOf(level: number): string {
  return String(Number((100 * level).toPrecision(4)));
}
