import { createHash } from 'node:crypto';
import { say as sayText } from '@aftermine/science/base';
import { RSEI_GRADE_LIMITS, RSEI_GRADES } from '@aftermine/science/observe';
import {
  cssGradient,
  indexScale,
  indexShortName,
  localeOf,
  numberText,
  PALETTES,
  type PageData,
  type Palette,
  paletteOfCodes,
  percentText,
  reasonText,
  seriesOf,
} from '@aftermine/science/report/observation';
import { transformer } from '@aftermine/science/site';
import type { ObservationReport } from '../../ports/index.ts';
import { changeMaps } from './change-maps.ts';
import { changeSection } from './change-section.ts';
import { fitSection } from './fit-section.ts';
import { findingsSection, headSection, sensorNames } from './head-section.ts';
import { escapeHtml, html, jsonForScript } from './html.ts';
import { mapSection } from './map-section.ts';
import { methodSection } from './method-section.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { pageLayers } from './page-layers.ts';
import { pageScript, pageStyle } from './page-script.ts';
import { swipeSection } from './swipe-section.ts';
import { trendData, trendSection } from './trend-section.ts';
import { unitSection } from './unit-section.ts';
import { unknownSection } from './unknown-section.ts';
import { yearSection } from './year-section.ts';

/**
 * The observation report as one HTML file: nothing is fetched, every picture, style and script is inside, and the page's
 * own policy forbids anything else. Everything a user wrote is escaped. Same report, same bytes.
 */
export async function observationHtml(report: ObservationReport): Promise<string> {
  const maps = await pageLayers(report);
  const changes = await changeMaps(report);
  const context = pageContext(report, maps);
  const { say } = context;
  const script = pageScript();
  const policy = [
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = say('title', { name: report.projectName });
  const links = [
    'findings',
    'maps',
    'swipe',
    'trends',
    'fit',
    'changes',
    'units',
    'years',
    'unknowns',
    'methods',
  ];
  const address: Readonly<Record<string, string>> = { fit: 'index', unknowns: 'unknown' };
  const body = html`<a class="skip" href="#findings">${say('skip')}</a><div class="page">${headSection(context)}<nav class="contents" aria-label="${say('contents')}">${links
    .filter((key) => maps !== null || (key !== 'maps' && key !== 'swipe'))
    .map(
      (key) => html`<a href="#${address[key] ?? key}">${say(key)}</a>`,
    )}</nav><main>${findingsSection(context)}${mapSection(context)}${swipeSection(context)}${trendSection(context)}${fitSection(context)}${changeSection(context, changes)}${unitSection(context)}${yearSection(context)}${unknownSection(context)}${methodSection(context)}</main><footer class="foot">${say('methods.version', { version: report.version })}</footer></div><script type="application/json" id="page-data">${jsonForScript(pageData(context))}</script>`;
  return `<!doctype html>
<html lang="${localeOf(report.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Aftermine ${escapeHtml(report.version)}">
<title>${escapeHtml(title)}</title>
<style>
${pageStyle()}</style>
</head>
<body>
${body.markup}
<script>${script}</script>
</body>
</html>
`;
}

function pageData(context: PageContext): PageData {
  const { report, maps, say, geographic, crs } = context;
  const { result, language, box } = report;
  const layers = maps?.layers ?? [];
  const used = new Set(layers.flatMap(({ palettes }) => palettes));
  return {
    locale: localeOf(language),
    years: result.years,
    width: maps?.width ?? 1,
    height: maps?.height ?? 1,
    box,
    geographic,
    crs,
    corners: cornersOf(report),
    layers,
    palettes: Object.fromEntries(
      Object.values(PALETTES)
        .filter(({ id }) => used.has(id))
        .map((palette) => [palette.id, { ...pagePalette(palette), label: say(`palette.${palette.id}`) }]),
    ),
    seasons: seasonsOf(context),
    grades: RSEI_GRADES.map((grade, i) => ({
      below: RSEI_GRADE_LIMITS[i] ?? 1,
      name: sayText(language, `rsei-grade.${grade}`),
    })),
    trends: trendData(context),
    texts: {
      play: say('maps.play'),
      pause: say('maps.pause'),
      noData: say('maps.no-data'),
      map: sayText(language, 'page.maps.map-label'),
      picture: say('maps.picture'),
      'quality.good': say('maps.quality.good'),
      'quality.poor': say('maps.quality.poor'),
      'quality.none': say('maps.quality.none'),
      seen: say('chart.seen'),
      unseen: say('chart.unseen'),
      median: say('chart.median'),
      quartiles: say('chart.quartiles'),
      reference: say('chart.reference'),
      notSeen: sayText(language, 'page.years.not-seen'),
      noReference: say('years.no-reference'),
    },
  };
}

function pagePalette(palette: Palette): Omit<PageData['palettes'][string], 'label'> {
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  return {
    gradient: cssGradient(palette),
    kind: palette.kind,
    codes: paletteOfCodes(palette)
      .slice(1)
      .map((colour) => colour.map(hex).join(''))
      .join(''),
  };
}

function cornersOf({ box, crs }: ObservationReport): [number, number][] {
  const [west, south, east, north] = box;
  const toDegrees = transformer(crs, 'EPSG:4326');
  return (
    [
      [west, north],
      [east, north],
      [west, south],
      [east, south],
    ] as const
  ).map(([x, y]) => {
    const [longitude, latitude] = toDegrees(x, y);
    return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
  });
}

function seasonsOf({ report, say, lead }: PageContext): PageData['seasons'] {
  const { result, language } = report;
  const { digits, offset } = indexScale(lead);
  return result.yearSummaries.map(({ year, quality, unknown, sceneCount, sensors, seenShare }) => {
    const one = seriesOf(result, lead)?.boundary.find((candidate) => candidate.year === year);
    const names = sensorNames(sensors, say);
    return {
      year,
      quality,
      sensors: names,
      lines: [
        ...(unknown === undefined ? [] : [reasonText(language, unknown)]),
        sceneCount === 0
          ? say('maps.season-no-scenes')
          : say('maps.season-scenes', { count: sceneCount, sensors: names }),
        say('maps.season-seen', { percent: percentText(language, seenShare) }),
        ...(one === undefined || one.median === null
          ? []
          : [
              `${indexShortName(result, lead, language)}: ${say('maps.season-median', { value: numberText(language, one.median + offset, digits) })}`,
            ]),
      ],
    };
  });
}
