import { say } from '../../base/index.ts';
import { isLogRatio } from './effect-size.ts';
import type { PictureLabels } from './forest-picture.ts';
import type { FunnelFigure } from './funnel-figure.ts';
import { escapeXml, fitText, numberText, pixel, svgDocument, svgText } from './svg-document.ts';

const LEFT = 64;
const TOP = 44;
const WIDTH = 560;
const HEIGHT = 400;
const RIGHT = 20;
const BOTTOM = 64;
const TEAL = '#0b5d5b';

/** The funnel plot as SVG text: filled circles are studies, hollow ones are made up by trim and fill. */
export function funnelPicture(figure: FunnelFigure, labels: PictureLabels): string {
  const { language } = labels;
  const { points, centre, low, high, widest, measure } = figure;
  const word = (key: string, params: Record<string, string | number> = {}): string =>
    say(language, `evidence.pool.${key}`, params);
  const x = (value: number): number => pixel(LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT));
  const foot = HEIGHT - BOTTOM;
  const y = (error: number): number => pixel(TOP + (error / widest) * (foot - TOP));
  const shown = (value: number): string => numberText(isLogRatio(measure) ? Math.exp(value) : value);
  const filled = points.filter(({ isFilled }) => isFilled).length;
  const body: string[] = [
    svgText(12, 24, fitText(labels.subject, WIDTH - 24, 14), 'font-size="14" font-weight="600"'),
    `<path d="M${x(centre)} ${TOP}L${x(figure.footLow)} ${foot}L${x(figure.footHigh)} ${foot}Z" fill="#f1f4f1" stroke="#9fb3b1" stroke-dasharray="4 3"/>`,
    `<line x1="${x(centre)}" x2="${x(centre)}" y1="${TOP}" y2="${foot}" stroke="#4c5755"/>`,
    `<path d="M${LEFT} ${TOP}V${foot}H${WIDTH - RIGHT}" fill="none" stroke="#4c5755"/>`,
    ...figure.ticks.map(({ at, label }) =>
      svgText(x(at), foot + 18, label, 'text-anchor="middle" fill="#4c5755"'),
    ),
    ...figure.errorTicks.map(({ at, label }) =>
      svgText(LEFT - 8, y(at) + 4, label, 'text-anchor="end" fill="#4c5755"'),
    ),
    svgText(
      (LEFT + WIDTH - RIGHT) / 2,
      foot + 40,
      `${word(`measure.${measure}`)}${isLogRatio(measure) ? ` (${word('ratio-axis')})` : ''}`,
      'text-anchor="middle"',
    ),
    `<text x="16" y="${pixel((TOP + foot) / 2)}" text-anchor="middle" transform="rotate(-90 16 ${pixel((TOP + foot) / 2)})">${escapeXml(word('standard-error'))}</text>`,
  ];
  for (const { label, estimate, standardError, isFilled } of points)
    body.push(
      `<circle cx="${x(estimate)}" cy="${y(standardError)}" r="4.5" fill="${isFilled ? '#ffffff' : TEAL}" stroke="${TEAL}" stroke-width="1.5"><title>${escapeXml(`${label}: ${shown(estimate)} (${word('standard-error')} ${numberText(standardError, 3)})`)}</title></circle>`,
    );
  if (filled > 0)
    body.push(
      `<circle cx="${LEFT + 4}" cy="${HEIGHT - 10}" r="4.5" fill="#ffffff" stroke="${TEAL}" stroke-width="1.5"/>`,
      svgText(LEFT + 14, HEIGHT - 6, word('filled', { n: filled }), 'font-size="11.5" fill="#4c5755"'),
    );
  return svgDocument(
    {
      id: labels.id,
      language,
      width: WIDTH,
      height: HEIGHT,
      title: word('funnel-title', { subject: labels.subject }),
      description: word('funnel-says', { k: points.length - filled, centre: shown(centre), filled }),
    },
    body,
  );
}
