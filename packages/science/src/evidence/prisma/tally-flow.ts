import type { EvidenceComplaint } from '../code/index.ts';
import { type FlowCounts, isMainSource, type RouteLosses, type SourceKind } from './flow-counts.ts';
import { type FlowEvent, flowEventSchema } from './flow-event.ts';

/** Where a record stands: the one place in the diagram at which its way ends. */
export type RecordState =
  | 'duplicate'
  | 'automation'
  | 'other-removed'
  | 'awaiting-screening'
  | 'excluded'
  | 'awaiting'
  | 'not-retrieved'
  | 'left-out'
  | 'included';

/** What a ledger of events comes to. */
export interface TalliedFlow {
  readonly counts: FlowCounts;
  /** By record. */
  readonly states: ReadonlyMap<string, RecordState>;
  readonly complaints: readonly EvidenceComplaint[];
}

/** Reason of an exclusion on reading that names none. */
export const NO_REASON = 'not-stated';

interface Course {
  readonly source: string;
  readonly from: SourceKind;
  removed: 'duplicate' | 'automation' | 'other' | null;
  screened: 'include' | 'exclude' | 'undecided';
  retrieved: 'yes' | 'no' | 'undecided';
  assessed: 'include' | 'exclude' | 'undecided';
  reason: string | null;
  study: string | null;
}

/**
 * Counts the events of a review. Every record ends in exactly one place, so the numbers add up whatever the events are; the
 * order of events of different kinds does not matter, among those of one kind the latest counts. An event that cannot be read, or
 * of a record that no source gave, is left out with a complaint and touches no other.
 *
 * @param events of any origin: each is checked by itself
 * @param previous of an earlier version of the review
 */
export function tallyFlow(events: readonly unknown[], previous: FlowCounts['previous'] = null): TalliedFlow {
  const complaints: EvidenceComplaint[] = [];
  const read = events.flatMap((event, i): { event: FlowEvent; i: number }[] => {
    const parsed = flowEventSchema.safeParse(event);
    if (parsed.success) return [{ event: parsed.data, i }];
    complaints.push({ where: `events.${i}`, kind: 'malformed', params: { fault: 'type-other' } });
    return [];
  });
  const courses = new Map<string, Course>();
  const silent = new Map<string, { name: string; kind: SourceKind }>();
  for (const { event, i } of read) {
    if (event.kind === 'unreported')
      silent.set(sourceKey(event.source, event.from), { name: event.source, kind: event.from });
    if (event.kind !== 'found') continue;
    if (courses.has(event.record)) {
      complaints.push({ where: `events.${i}`, kind: 'flow-found-twice', params: { got: event.record } });
      continue;
    }
    courses.set(event.record, {
      source: event.source,
      from: event.from,
      removed: null,
      screened: 'undecided',
      retrieved: 'undecided',
      assessed: 'undecided',
      reason: null,
      study: null,
    });
  }
  for (const { event, i } of read) {
    if (event.kind === 'found' || event.kind === 'unreported') continue;
    const course = courses.get(event.record);
    if (course === undefined)
      complaints.push({ where: `events.${i}`, kind: 'flow-never-found', params: { got: event.record } });
    else apply(event, course);
  }
  const states = new Map([...courses].map(([record, course]) => [record, stateOf(course)]));
  return { counts: countsOf(courses, states, [...silent.values()], previous), states, complaints };
}

function apply(event: Exclude<FlowEvent, { kind: 'found' | 'unreported' }>, course: Course): void {
  switch (event.kind) {
    case 'removed':
      course.removed = event.why;
      break;
    case 'restored':
      course.removed = null;
      break;
    case 'screened':
      course.screened = event.verdict;
      break;
    case 'retrieved':
      course.retrieved = event.verdict;
      break;
    case 'assessed':
      course.assessed = event.verdict;
      course.reason = event.reason ?? null;
      break;
    case 'belongs':
      course.study = event.study;
      break;
  }
}

/** The first stage that holds a record decides; who has read a report must have had it. */
function stateOf({ from, removed, screened, retrieved, assessed }: Course): RecordState {
  if (removed !== null) return removed === 'other' ? 'other-removed' : removed;
  if (screened === 'exclude') return 'excluded';
  if (isMainSource(from) && screened === 'undecided') return 'awaiting-screening';
  if (retrieved === 'no') return 'not-retrieved';
  if (assessed === 'undecided') return 'awaiting';
  return assessed === 'include' ? 'included' : 'left-out';
}

function countsOf(
  courses: ReadonlyMap<string, Course>,
  states: ReadonlyMap<string, RecordState>,
  silent: readonly { readonly name: string; readonly kind: SourceKind }[],
  previous: FlowCounts['previous'],
): FlowCounts {
  const rows = [...courses].map(([record, course]) => ({
    record,
    ...course,
    state: states.get(record)!,
    isMain: isMainSource(course.from),
  }));
  const number = (isMain: boolean, ...of: readonly RecordState[]): number =>
    rows.filter((row) => row.isMain === isMain && of.includes(row.state)).length;
  const losses = (isMain: boolean): RouteLosses => {
    const reasons = new Map<string, number>();
    for (const row of rows)
      if (row.isMain === isMain && row.state === 'left-out')
        reasons.set(row.reason ?? NO_REASON, (reasons.get(row.reason ?? NO_REASON) ?? 0) + 1);
    return {
      notRetrieved: number(isMain, 'not-retrieved'),
      awaiting: number(isMain, 'awaiting'),
      reasons: [...reasons]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .map(([reason, reports]) => ({ reason, reports })),
    };
  };
  const sources = new Map<string, { name: string; kind: SourceKind; records: number | null }>();
  for (const { source, from } of rows) {
    const key = sourceKey(source, from);
    const known = sources.get(key);
    sources.set(key, { name: source, kind: from, records: (known?.records ?? 0) + 1 });
  }
  // A source that keeps its number to itself does not have the number of its records that happen to be known.
  for (const { name, kind } of silent) sources.set(sourceKey(name, kind), { name, kind, records: null });
  const included = rows.filter(({ state }) => state === 'included');
  return {
    sources: [...sources.values()],
    removed: {
      duplicates: number(true, 'duplicate'),
      automation: number(true, 'automation'),
      other: number(true, 'other-removed'),
    },
    awaitingScreening: number(true, 'awaiting-screening'),
    excluded: number(true, 'excluded'),
    main: losses(true),
    others: {
      ...losses(false),
      notSought: number(false, 'duplicate', 'automation', 'other-removed', 'excluded'),
    },
    studies: new Set(
      included.map(({ study, record }) => (study === null ? `record ${record}` : `study ${study}`)),
    ).size,
    previous,
  };
}

function sourceKey(name: string, kind: SourceKind): string {
  return JSON.stringify([kind, name]);
}
