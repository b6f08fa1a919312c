import { isMainSource, type SourceKind } from '@aftermine/science/evidence';
import type { EvidenceEntry, JsonObject } from '../../ports/index.ts';

/** What can be said by hand of records and reports. */
export const FLOW_STATES = [
  'sought',
  'not-sought',
  'retrieved',
  'not-retrieved',
  'included',
  'excluded',
  'removed-duplicate',
  'removed-automation',
  'removed-other',
  'restored',
  'report-of',
] as const;
export type FlowState = (typeof FLOW_STATES)[number];

/** One thing said of records. */
export interface FlowWord {
  readonly state: FlowState;
  readonly records: readonly string[];
  readonly reason: string | null;
  readonly study: string | null;
}

/** An entry of the flow as it was written, and whether it still counts. */
export interface FlowEntry {
  readonly entry: number;
  readonly by: string;
  readonly at: string;
  readonly value: JsonObject;
  /** Null while it counts. */
  readonly undone: { readonly by: string; readonly at: string; readonly note: string } | null;
}

/** Entries of the flow, those that were undone among them, in the order in which they were written. */
export function flowEntries(entries: readonly EvidenceEntry[]): readonly FlowEntry[] {
  const undone = new Map(
    entries.flatMap(({ by, at, value }) =>
      value['kind'] === 'undone'
        ? [[Number(value['entry']), { by, at, note: String(value['note'] ?? '') }] as const]
        : [],
    ),
  );
  return entries
    .filter(({ kind, value }) => kind === 'flow' && value['kind'] !== 'undone')
    .map(({ seq, by, at, value }) => ({ entry: seq, by, at, value, undone: undone.get(seq) ?? null }));
}

/** What people wrote down of the flow, as far as it counts. */
export interface HandFlow {
  /** Events of single records, in the order in which they were written. */
  readonly events: readonly unknown[];
  /** Records that are in no imported file, and how they were found. */
  readonly found: ReadonlyMap<string, SourceKind>;
  /** Numbers of an earlier version of the review; null where there is none. */
  readonly previous: { readonly studies: number; readonly reports: number } | null;
}

/**
 * What entries in force say. What comes later in the diagram says that what comes before was passed: a report that was read was sought
 * and had.
 *
 * @param workKey key under which the work of a record is counted
 */
export function flowByHand(
  entries: readonly EvidenceEntry[],
  workKey: (record: string) => string = (record) => record,
): HandFlow {
  const events: unknown[] = [];
  const found = new Map<string, SourceKind>();
  let previous: HandFlow['previous'] = null;
  for (const { value, undone } of flowEntries(entries)) {
    if (undone !== null) continue;
    const { kind } = value;
    const records = (value['records'] ?? []) as readonly string[];
    if (kind === 'previous')
      previous = { studies: Number(value['studies']), reports: Number(value['reports']) };
    else if (kind === 'state') {
      const word = value as unknown as FlowWord;
      for (const record of records) {
        const from = found.get(record);
        const isMain = from !== undefined && isMainSource(from);
        for (const event of eventsOf(word, isMain)) events.push({ ...event, record: workKey(record) });
      }
    } else if (kind === 'found' && records.length > 0)
      for (const record of records) {
        found.set(record, value['from'] as SourceKind);
        events.push({ kind, source: value['source'], from: value['from'], record });
      }
    else events.push(value);
  }
  return { events, found, previous };
}

/** Events of a state; of records in the main column the ones before it too, for there all are screened. */
function eventsOf({ state, reason, study }: FlowWord, isMain: boolean): readonly JsonObject[] {
  const sought: readonly JsonObject[] = isMain ? [{ kind: 'screened', verdict: 'include' }] : [];
  switch (state) {
    case 'sought':
      return [{ kind: 'screened', verdict: 'include' }];
    case 'not-sought':
      return [{ kind: 'screened', verdict: 'exclude' }];
    case 'retrieved':
      return [...sought, { kind: 'retrieved', verdict: 'yes' }];
    case 'not-retrieved':
      return [...sought, { kind: 'retrieved', verdict: 'no' }];
    case 'included':
    case 'excluded':
      return [
        ...sought,
        { kind: 'retrieved', verdict: 'yes' },
        {
          kind: 'assessed',
          verdict: state === 'included' ? 'include' : 'exclude',
          ...(reason === null ? {} : { reason }),
        },
        ...(study === null ? [] : [{ kind: 'belongs', study }]),
      ];
    case 'restored':
      return [{ kind: 'restored' }];
    case 'report-of':
      return [{ kind: 'belongs', study: study ?? '' }];
    default:
      return [{ kind: 'removed', why: state.slice('removed-'.length) }];
  }
}
