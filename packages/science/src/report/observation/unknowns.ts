import { isUnknown, type Language, say } from '../../base/index.ts';
import type { ObservationResult } from '../../observe/index.ts';
import { percentText, yearRuns } from './number-text.ts';
import { reasonText } from './trend-sentences.ts';
import { indexShortName, leadingIndex, seriesOf, trajectoryOf, yearsOf, zonesOf } from './zones.ts';

/** Something the observation cannot tell, about what, and why. */
export interface UnknownFact {
  readonly subject: string;
  readonly what: string;
  readonly why: string;
}

/**
 * Everything that is not known, with its reason: seasons, index, zone-years of the leading index, trajectories, trends,
 * recovery. Years of a zone with the same kind of reason stand in one row. Years unseen as a whole are not repeated per zone.
 */
export function unknownFacts(result: ObservationResult, language: Language): UnknownFact[] {
  const facts: UnknownFact[] = [];
  const add = (subject: string, what: string, why: string): void => {
    facts.push({ subject, what, why });
  };
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, key, params);
  const season = tell('page.unknown.season');
  for (const { year, quality, unknown, seenShare } of result.yearSummaries) {
    if (unknown !== undefined) add(String(year), season, reasonText(language, unknown));
    else if (quality === 'poor')
      add(
        String(year),
        season,
        tell('page.unknown.part-seen', { percent: percentText(language, seenShare) }),
      );
  }
  const { fit } = result;
  const index = leadingIndex(result);
  if (fit.reason !== undefined)
    add(tell('page.zone.all'), tell('index.rsei'), reasonText(language, fit.reason));
  for (const { year, gate } of fit.perYear)
    if (gate === 'refused') add(String(year), tell('index.rsei'), tell('page.unknown.year-refused'));
  const whole = new Set(
    result.yearSummaries.filter((year) => year.quality === 'none').map(({ year }) => year),
  );
  const short = indexShortName(result, index, language);
  for (const zone of zonesOf(result, language)) {
    const byReason = new Map<string, { years: number[]; text: string }>();
    for (const one of yearsOf(seriesOf(result, index), zone)) {
      if (!('unknown' in one) || whole.has(one.year)) continue;
      const group = byReason.get(one.unknown.reason);
      if (group === undefined)
        byReason.set(one.unknown.reason, { years: [one.year], text: reasonText(language, one.unknown) });
      else group.years.push(one.year);
    }
    for (const { years, text } of byReason.values()) {
      const why =
        years.length === 1 ? text : tell('page.unknown.first-of', { years: yearRuns(years), reason: text });
      add(zone.label, tell('page.unknown.index-of-year', { index: short, years: yearRuns(years) }), why);
    }
    const trajectory = trajectoryOf(result, zone);
    if (trajectory.reason !== undefined)
      add(zone.label, tell('page.unknown.trajectory'), reasonText(language, trajectory.reason));
    for (const [id, trend] of Object.entries(trajectory.trends)) {
      if (isUnknown(trend))
        add(
          zone.label,
          tell('page.unknown.trend', { index: indexShortName(result, id, language) }),
          reasonText(language, trend),
        );
    }
    if (zone.kind !== 'unit') continue;
    const { recovery } = trajectory;
    if (isUnknown(recovery)) {
      // No disturbance means nothing to recover from: that is an answer, not a gap in knowledge.
      if (recovery.reason !== 'no-disturbance')
        add(zone.label, tell('page.unknown.recovery'), reasonText(language, recovery));
      continue;
    }
    for (const metric of recovery.metrics) {
      // "Not recovered after n years" is an answer too.
      if (isUnknown(metric) && metric.reason !== 'not-recovered')
        add(zone.label, tell(`page.metric.${metric.metric}`), reasonText(language, metric));
    }
  }
  return facts;
}
