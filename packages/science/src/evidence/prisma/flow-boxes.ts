import type { EvidenceComplaint } from '../code/index.ts';
import {
  type FlowCounts,
  isMainSource,
  type ReasonCount,
  type SourceCount,
  type SourceKind,
  type StatedBoxes,
} from './flow-counts.ts';

/** The numbers of a PRISMA 2020 diagram. Null means not reported. */
export interface FlowBoxes {
  readonly sources: readonly SourceCount[];
  /** Records of all databases, of all registers, and by all other ways. */
  readonly databases: number | null;
  readonly registers: number | null;
  readonly otherFound: number | null;
  readonly duplicates: number | null;
  readonly automation: number | null;
  readonly otherRemoved: number | null;
  readonly awaitingScreening: number;
  readonly screened: number | null;
  readonly excluded: number | null;
  readonly sought: number | null;
  readonly notRetrieved: number | null;
  readonly awaiting: number;
  readonly assessed: number | null;
  readonly reasons: readonly ReasonCount[] | null;
  readonly otherNotSought: number;
  readonly otherSought: number | null;
  readonly otherNotRetrieved: number | null;
  readonly otherAwaiting: number;
  readonly otherAssessed: number | null;
  readonly otherReasons: readonly ReasonCount[] | null;
  readonly newStudies: number | null;
  readonly newReports: number | null;
  readonly previousStudies: number | null;
  readonly previousReports: number | null;
  readonly totalStudies: number | null;
  readonly totalReports: number | null;
  /** False: no earlier version, the boxes of one are not drawn. */
  readonly hasPrevious: boolean;
  /** False: no other way of finding, its column is not drawn. */
  readonly hasOther: boolean;
  /** Boxes that are null because their parts take out more than there is, or tell of more studies than reports. */
  readonly contradictory: readonly (keyof StatedBoxes | 'newStudies')[];
}

/** A diagram's numbers, and what of the counts could not be used. */
export interface ComputedFlow {
  readonly boxes: FlowBoxes;
  readonly complaints: readonly EvidenceComplaint[];
}

/**
 * Computes the boxes of a PRISMA 2020 diagram:
 *
 *     screened  = databases + registers - duplicates - automation - other - awaiting screening
 *     sought    = screened - excluded
 *     assessed  = sought - not retrieved - awaiting
 *     reports   = assessed - sum(reasons), of both columns;  studies <= reports
 *
 * A count that is no whole number of 0 or more is taken as not reported, with a complaint. A box whose parts are not all reported
 * is not reported, unless the document states it; the boxes after it go on from there. Parts that take out more than there is make
 * their box contradictory, with a complaint: nothing negative is ever shown, and what the document states of it is not trusted.
 *
 * @source Page et al. 2021, doi:10.1136/bmj.n71
 */
export function flowBoxes(counts: FlowCounts, stated: StatedBoxes = {}): ComputedFlow {
  const complaints: EvidenceComplaint[] = [];
  const count = (value: number | null, where: string): number | null => {
    if (value === null || isCount(value)) return value;
    complaints.push({ where, kind: 'flow-not-a-count', params: { got: String(value) } });
    return null;
  };
  const contradictory: (keyof StatedBoxes | 'newStudies')[] = [];
  const box = (name: keyof StatedBoxes, computed: number | null): number | null => {
    const written = count(stated[name] ?? null, `stated.${name}`);
    if (contradictory.includes(name)) return null;
    if (computed !== null && computed < 0) {
      contradictory.push(name);
      complaints.push({ where: name, kind: 'flow-negative', params: { got: computed } });
      return null;
    }
    if (computed !== null && written !== null && computed !== written)
      complaints.push({ where: name, kind: 'flow-differs', params: { computed, stated: written } });
    return computed ?? written;
  };
  const sources = counts.sources.map((source, i) => ({
    ...source,
    records: count(source.records, `sources.${i}`),
  }));
  const found = (has: (kind: SourceKind) => boolean): number | null =>
    sum(sources.filter(({ kind }) => has(kind)).map(({ records }) => records));
  const reasonsOf = (reasons: readonly ReasonCount[] | null, where: string): ReasonCount[] | null =>
    reasons?.map(({ reason, reports }, i) => ({ reason, reports: count(reports, `${where}.${i}`) })) ?? null;

  const databases = found((kind) => kind === 'database');
  const registers = found((kind) => kind === 'register');
  const duplicates = count(counts.removed.duplicates, 'duplicates');
  const automation = count(counts.removed.automation, 'automation');
  const otherRemoved = count(counts.removed.other, 'other-removed');
  const awaitingScreening = count(counts.awaitingScreening, 'awaiting-screening') ?? 0;
  const screened = box(
    'screened',
    minus(sum([databases, registers]), [duplicates, automation, otherRemoved, awaitingScreening]),
  );
  const excluded = count(counts.excluded, 'excluded');
  const sought = box('sought', minus(screened, [excluded]));
  const notRetrieved = count(counts.main.notRetrieved, 'not-retrieved');
  const awaiting = count(counts.main.awaiting, 'awaiting') ?? 0;
  const assessed = box('assessed', minus(sought, [notRetrieved, awaiting]));
  const reasons = reasonsOf(counts.main.reasons, 'reasons');

  const otherFound = found((kind) => !isMainSource(kind));
  const otherNotSought = count(counts.others.notSought, 'other-not-sought') ?? 0;
  const otherSought = box('otherSought', minus(otherFound, [otherNotSought]));
  const otherNotRetrieved = count(counts.others.notRetrieved, 'other-not-retrieved');
  const otherAwaiting = count(counts.others.awaiting, 'other-awaiting') ?? 0;
  const otherAssessed = box('otherAssessed', minus(otherSought, [otherNotRetrieved, otherAwaiting]));
  const otherReasons = reasonsOf(counts.others.reasons, 'other-reasons');

  const left = (all: number | null, why: readonly ReasonCount[] | null, where: string): number | null => {
    const rest =
      why === null
        ? null
        : minus(
            all,
            why.map(({ reports }) => reports),
          );
    if (rest === null || rest >= 0) return rest;
    contradictory.push('newReports');
    complaints.push({ where, kind: 'flow-negative', params: { got: rest } });
    return null;
  };
  const included = sum([
    left(assessed, reasons, 'reasons'),
    left(otherAssessed, otherReasons, 'other-reasons'),
  ]);
  const newReports = box('newReports', included);
  const studies = count(counts.studies, 'studies');
  const tooMany = studies !== null && newReports !== null && studies > newReports;
  if (tooMany) {
    contradictory.push('newStudies');
    complaints.push({
      where: 'studies',
      kind: 'flow-more-studies',
      params: { studies, reports: newReports },
    });
  }
  const newStudies = tooMany ? null : studies;
  const previousStudies = count(counts.previous?.studies ?? null, 'previous-studies');
  const previousReports = count(counts.previous?.reports ?? null, 'previous-reports');
  const hasPrevious = counts.previous !== null;
  return {
    boxes: {
      sources,
      databases,
      registers,
      otherFound,
      duplicates,
      automation,
      otherRemoved,
      awaitingScreening,
      screened,
      excluded,
      sought,
      notRetrieved,
      awaiting,
      assessed,
      reasons,
      otherNotSought,
      otherSought,
      otherNotRetrieved,
      otherAwaiting,
      otherAssessed,
      otherReasons,
      newStudies,
      newReports,
      previousStudies,
      previousReports,
      totalStudies: hasPrevious ? sum([newStudies, previousStudies]) : newStudies,
      totalReports: hasPrevious ? sum([newReports, previousReports]) : newReports,
      hasPrevious,
      hasOther: sources.some(({ kind }) => !isMainSource(kind)),
      contradictory: [...new Set(contradictory)],
    },
    complaints,
  };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** A sum; null where a part is. */
function sum(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>(
    (total, part) => (total === null || part === null ? null : total + part),
    0,
  );
}

function minus(from: number | null, parts: readonly (number | null)[]): number | null {
  const taken = sum(parts);
  return from === null || taken === null ? null : from - taken;
}
