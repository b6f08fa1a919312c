import { AftermineError } from '@aftermine/science/base';
import type { SourceKind } from '@aftermine/science/evidence';
import type { Workbench } from '../../ports/index.ts';
import type { FlowState, FlowWord } from './flow-by-hand.ts';
import { keyedReviewOf, workOf } from './review.ts';
import { writeEntry } from './write-entry.ts';

/** Of records of imported files the rest is told by screening and de-duplication. */
const OF_IMPORTED: readonly FlowState[] = [
  'retrieved',
  'not-retrieved',
  'removed-automation',
  'removed-other',
  'restored',
  'report-of',
];

export interface FlowSource {
  readonly source: string;
  readonly from: SourceKind;
  /** Names of its records; numbers after the name of the source where only `count` is given. */
  readonly records: readonly string[];
  /** Null: nobody reports how many. */
  readonly count: number | null;
}

/**
 * Writes down a source whose records are in no imported file.
 *
 * @throws Conflict `E-EVI-207` for a record that is there already
 */
export async function addFlowSource(
  workbench: Workbench,
  dir: string,
  { source, from, records, count }: FlowSource,
  by: string,
): Promise<{ readonly entry: number; readonly records: readonly string[] }> {
  if (count === null) {
    const entry = await writeEntry(workbench, dir, 'flow', by, { kind: 'unreported', source, from });
    return { entry, records: [] };
  }
  const review = await keyedReviewOf(workbench, dir);
  const known = new Set([...review.byHand.keys(), ...review.works.flatMap(({ keys }) => keys)]);
  let next = 0;
  const numbered = (): string => {
    do next += 1;
    while (known.has(`${source}#${next}`));
    return `${source}#${next}`;
  };
  const named = records.length > 0 ? [...new Set(records)] : Array.from({ length: count }, () => numbered());
  const twice = named.find((record) => known.has(record));
  if (twice !== undefined) throw new AftermineError('Conflict', 'E-EVI-207', { where: twice });
  const value = { kind: 'found', source, from, records: named };
  return { entry: await writeEntry(workbench, dir, 'flow', by, value), records: named };
}

/**
 * Writes down where records or reports stand.
 *
 * @throws NotFound `E-EVI-202` for a record that is not there, Conflict `E-EVI-206` for what cannot be said of it
 */
export async function setFlowState(
  workbench: Workbench,
  dir: string,
  { state, records, reason, study }: FlowWord,
  by: string,
): Promise<{ readonly entry: number }> {
  const review = await keyedReviewOf(workbench, dir);
  const read = new Set(review.screening.flatMap((one) => (one.stage === 'full-text' ? [one.record] : [])));
  for (const record of records) {
    if (review.byHand.has(record)) continue;
    const key = workOf(review, record).keys[0]!;
    if (!OF_IMPORTED.includes(state) || (state === 'not-retrieved' && read.has(key)))
      throw new AftermineError('Conflict', 'E-EVI-206', { where: record, got: state });
  }
  const value = { kind: 'state', state, records: [...new Set(records)], reason, study };
  return { entry: await writeEntry(workbench, dir, 'flow', by, value) };
}

/** Writes down what an earlier version of the review held; its boxes are then drawn too. */
export async function setPreviousFlow(
  workbench: Workbench,
  dir: string,
  numbers: { readonly studies: number; readonly reports: number },
  by: string,
): Promise<{ readonly entry: number }> {
  return { entry: await writeEntry(workbench, dir, 'flow', by, { kind: 'previous', ...numbers }) };
}

/**
 * Takes an entry of the flow back; it stays in the record.
 *
 * @throws NotFound `E-EVI-208` for an entry that is not in force
 */
export async function undoFlow(
  workbench: Workbench,
  dir: string,
  entry: number,
  by: string,
  note: string,
): Promise<void> {
  const { flowWritten } = await keyedReviewOf(workbench, dir);
  const inForce = flowWritten.filter(({ undone }) => undone === null).map((one) => one.entry);
  if (!inForce.includes(entry))
    throw new AftermineError('NotFound', 'E-EVI-208', {
      where: String(entry),
      expected: inForce.slice(-8).join(', ') || '-',
    });
  await writeEntry(workbench, dir, 'flow', by, { kind: 'undone', entry, note });
}
