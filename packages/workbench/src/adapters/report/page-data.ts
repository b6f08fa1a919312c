import { say } from '@aftermine/science/base';
import { CIVIDIS, GRADE_COLOURS, mainIndex, trendSentence, VIRIDIS } from '@aftermine/science/report';
import type { ObservationReport } from '../../ports/index.ts';
import type { MapStack } from './map-images.ts';
import type { ReportZone } from './zones.ts';

/** What the page's script reads: see `PageData` in the page itself. */
export function pageData(
  report: ObservationReport,
  stacks: readonly MapStack[],
  zones: readonly ReportZone[],
): unknown {
  const { language, result } = report;
  const tell = (
    key: string,
    params: Readonly<Record<string, string | number | boolean | null>> = {},
  ): string => say(language, key, params);
  const index = mainIndex(result);
  const reference = referenceMedians(zones, result.years.length);
  return {
    language,
    years: result.years,
    missing: Object.fromEntries(
      result.yearSummaries.flatMap(({ year, unknown }) =>
        unknown === undefined ? [] : [[year, tell(`unknown.${unknown.reason}`, unknown.params)]],
      ),
    ),
    stacks: stacks.map(({ label, ...stack }) => ({ ...stack, name: tell(label) })),
    zones: zones.map((zone) => ({
      id: zone.id,
      label:
        zone.kind === 'boundary'
          ? zone.label
          : `${zone.id} ${zone.label === zone.id ? '' : zone.label}`.trim(),
      sentence: trendSentence(zone.trajectory, index, language),
      rows: zone.years.map((year) =>
        'unknown' in year ? null : [year.median, year.p25, year.p75, year.validShare].map(round),
      ),
      reference: zone.kind === 'reference' ? [] : reference,
      events: events(report, zone),
    })),
    box: report.box,
    palettes: { viridis: VIRIDIS, grades: GRADE_COLOURS, years: CIVIDIS },
    words: { noData: tell('report.no-data'), play: tell('report.play'), pause: tell('report.pause') },
  };
}

function events({ language, result }: ObservationReport, zone: ReportZone): unknown[] {
  const { trajectory } = zone;
  const interval = new Map(trajectory.vertices.map((vertex) => [vertex.year, vertex]));
  const losses = trajectory.disturbances.map((change) => {
    const vertex = interval.get(change.startYear);
    return {
      year: change.startYear + 1,
      low: (vertex?.yearLow ?? change.startYear) + 1,
      high: (vertex?.yearHigh ?? change.startYear) + 1,
      text: `${say(language, 'report.event.loss')} ${change.startYear + 1}`,
      kind: 'loss',
    };
  });
  const gains = trajectory.recoveries.map((change) => ({
    year: change.startYear,
    low: change.startYear,
    high: change.startYear,
    text: `${say(language, 'report.event.gain')} ${change.startYear}`,
    kind: 'gain',
  }));
  const reclaimed = zone.kind === 'unit' ? result.unitFacts[zone.id]?.yearReclaimed : null;
  const first = result.years[0]!;
  return [
    ...losses,
    ...gains,
    ...(reclaimed && reclaimed >= first
      ? [
          {
            year: reclaimed,
            low: reclaimed,
            high: reclaimed,
            text: `${say(language, 'report.event.reclaimed')} ${reclaimed}`,
            kind: 'reclaimed',
          },
        ]
      : []),
  ];
}

/** Median of the reference areas per year; null where none was seen. */
function referenceMedians(zones: readonly ReportZone[], years: number): (number | null)[] {
  const references = zones.filter((zone) => zone.kind === 'reference');
  if (references.length === 0) return [];
  return Array.from({ length: years }, (_, y) => {
    const values = references
      .flatMap((zone) => (zone.years[y]?.median == null ? [] : [zone.years[y]!.median!]))
      .sort((a, b) => a - b);
    const half = values.length >> 1;
    if (values.length === 0) return null;
    return round(values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2);
  });
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
