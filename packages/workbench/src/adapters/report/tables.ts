import { say } from '@aftermine/science/base';
import { mainIndex, SIGNIFICANT, signed } from '@aftermine/science/report';
import type { ObservationReport } from '../../ports/index.ts';
import { escapeHtml, table } from './html.ts';
import type { ReportZone } from './zones.ts';

type Tell = (key: string, params?: Readonly<Record<string, string | number | boolean | null>>) => string;

const tellIn =
  ({ language }: ObservationReport): Tell =>
  (key, params = {}) =>
    escapeHtml(say(language, key, params));

const MU_PER_HA = 15;

/** One line a unit: what it is, what was found, how it stands now. */
export function unitsTable(report: ObservationReport, zones: readonly ReportZone[]): string {
  const tell = tellIn(report);
  const { result } = report;
  const index = mainIndex(result);
  const rows = zones
    .filter((zone) => zone.kind === 'unit')
    .map((zone) => {
      const facts = result.unitFacts[zone.id];
      const { trajectory } = zone;
      const greatest = [...trajectory.disturbances].sort((a, b) => a.magnitude - b.magnitude)[0];
      const trend = trajectory.trends[index];
      const gap = trajectory.gapToReference[index]?.at(-1);
      const { recovery } = trajectory;
      const metric = (name: string): string => {
        if ('kind' in recovery) return '';
        const found = recovery.metrics.find((one) => one.metric === name);
        if (found === undefined) return '';
        if ('kind' in found) return `${name}: ${tell(`unknown.${found.reason}`, found.params)}`;
        const relapse = found.relapseYear ? ` (${tell('report.relapse', { year: found.relapseYear })})` : '';
        return `${name} ${Number(found.value.toFixed(2))}${relapse}`;
      };
      const recovered =
        'kind' in recovery
          ? tell(`unknown.${recovery.reason}`, recovery.params)
          : [...new Set(['Y2R', 'R80P', 'RRI'].map(metric))].filter((text) => text !== '').join('<br>');
      return [
        `<button type="button" data-choose="${escapeHtml(zone.id)}">${escapeHtml(zone.id)}</button>`,
        escapeHtml(facts?.name ?? '–'),
        facts?.damage ? tell(`damage.${facts.damage}`) : '–',
        facts === undefined ? '–' : facts.areaHa.toFixed(1),
        facts === undefined ? '–' : (facts.areaHa * MU_PER_HA).toFixed(0),
        trend === undefined
          ? '–'
          : 'kind' in trend
            ? tell(`unknown.${trend.reason}`, trend.params)
            : `${signed(trend.slopePerYear, 4)}${trend.p < SIGNIFICANT ? '' : ` (${tell('report.not-significant')})`}`,
        gap === undefined ? '–' : signed(gap.gap, 2),
        greatest === undefined
          ? tell('unknown.no-disturbance')
          : `${greatest.startYear + 1} (${signed(greatest.magnitude, 2)})`,
        `${facts?.yearDamaged ?? '–'} / ${facts?.yearReclaimed ?? '–'}`,
        recovered,
      ];
    });
  if (rows.length === 0) return `<p>${tell('report.no-units')}</p>`;
  const head = ['id', 'name', 'damage', 'ha', 'mu', 'trend', 'gap', 'year-found', 'record', 'recovery'];
  return table(
    tell('report.units.caption', { index: say(report.language, `index.${index}`) }),
    head.map((name) => tell(`report.col.${name}`)),
    rows,
    'class="sortable"',
  );
}

/** One line a year: what the imagery gave. */
export function yearsTable(report: ObservationReport): string {
  const tell = tellIn(report);
  const index = mainIndex(report.result);
  const series =
    index === 'rsei' ? report.result.rsei.boundary : (report.result.components[index]?.boundary ?? []);
  const rows = report.result.yearSummaries.map((year, i) => {
    const zone = series[i];
    return [
      String(year.year),
      String(year.sceneCount),
      escapeHtml(year.sensors.join(', ') || '–'),
      String(year.clearLooksMedian),
      `${Math.round(year.seenShare * 100)} %`,
      tell(`report.quality.${year.quality}`),
      zone === undefined || 'unknown' in zone
        ? zone !== undefined && 'unknown' in zone
          ? tell(`unknown.${zone.unknown.reason}`, zone.unknown.params)
          : '–'
        : `${zone.median.toFixed(3)} (${zone.p25.toFixed(3)}–${zone.p75.toFixed(3)})`,
    ];
  });
  const head = ['year', 'scenes', 'sensors', 'looks', 'seen', 'quality', 'median'];
  return table(
    tell('report.years.caption', { index: say(report.language, `index.${index}`) }),
    head.map((name) => tell(`report.col.${name}`)),
    rows,
  );
}

/** The index's loadings, scaling and sensitivity. */
export function fitTable(report: ObservationReport): string {
  const tell = tellIn(report);
  const { fit } = report.result;
  const { sensitivity } = fit;
  const rows = fit.components.map((id) => {
    const without = sensitivity?.leaveOneYearOut.map((one) => one.loadings[id] ?? 0) ?? [];
    const draws = sensitivity?.bootstrap[id];
    const scaling = fit.scaling[id];
    return [
      tell(`index.${id}`),
      signed(fit.loadings[id] ?? 0, 3),
      scaling === undefined ? '–' : `${scaling.lo.toFixed(3)} … ${scaling.hi.toFixed(3)}`,
      without.length === 0 ? '–' : `${signed(Math.min(...without), 3)} … ${signed(Math.max(...without), 3)}`,
      draws === undefined ? '–' : `${signed(draws.p05, 3)} … ${signed(draws.p95, 3)}`,
    ];
  });
  const head = ['component', 'loading', 'scaling', 'leave-out', 'bootstrap'];
  return table(
    tell('report.fit.caption'),
    head.map((name) => tell(`report.col.${name}`)),
    rows,
  );
}

/** Medians of every component over the years, beside the index. */
export function componentsTable(report: ObservationReport): string {
  const tell = tellIn(report);
  const { result } = report;
  const ids = [...(result.rsei.boundary.length > 0 ? ['rsei'] : []), ...Object.keys(result.components)];
  const rows = result.years.map((year, y) => [
    String(year),
    ...ids.map((id) => {
      const zone = (id === 'rsei' ? result.rsei.boundary : result.components[id]!.boundary)[y];
      return zone === undefined || 'unknown' in zone
        ? '–'
        : id === 'lst'
          ? (zone.median - 273.15).toFixed(1)
          : zone.median.toFixed(3);
    }),
  ]);
  return table(
    tell('report.components.caption'),
    [
      tell('report.col.year'),
      ...ids.map((id) => tell(id === 'lst' ? 'report.col.lst-celsius' : `index.${id}`)),
    ],
    rows,
  );
}

/** Everything that stayed unknown, with the reason. */
export function unknownList(report: ObservationReport, zones: readonly ReportZone[]): string {
  const tell = tellIn(report);
  const counted = new Map<string, string[]>();
  const note = (reason: string, who: string): void => {
    counted.set(reason, [...(counted.get(reason) ?? []), who]);
  };
  for (const zone of zones) {
    for (const year of zone.years)
      if ('unknown' in year)
        note(
          tell(`unknown.${year.unknown.reason}`, year.unknown.params),
          zone.kind === 'boundary' ? zone.label : zone.id,
        );
    if (zone.trajectory.reason !== undefined)
      note(tell(`unknown.${zone.trajectory.reason.reason}`, zone.trajectory.reason.params), zone.id);
    if (zone.kind === 'unit' && 'kind' in zone.trajectory.recovery)
      note(
        `${tell('report.recovery')}: ${tell(`unknown.${zone.trajectory.recovery.reason}`, zone.trajectory.recovery.params)}`,
        zone.id,
      );
  }
  const items = [...counted].map(
    ([reason, who]) => `<li>${reason} (${escapeHtml([...new Set(who)].slice(0, 20).join(', '))})</li>`,
  );
  const notes = report.result.notes.map(({ key, params }) => `<li>${tell(key, params)}</li>`);
  const all = [...items, ...notes];
  return all.length === 0 ? `<p>${tell('report.nothing-unknown')}</p>` : `<ul>${all.join('')}</ul>`;
}

/** The layers with their hashes. */
export function layersTable(report: ObservationReport): string {
  const tell = tellIn(report);
  const rows = report.result.layers.map(({ path, sha256 }) => [
    escapeHtml(path),
    `<span class="hash">${escapeHtml(sha256)}</span>`,
  ]);
  return table(tell('report.layers.caption'), [tell('report.col.path'), 'SHA-256'], rows);
}
