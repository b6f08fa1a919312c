import { AftermineError } from '@aftermine/science/base';
import {
  type Codebook,
  type ComputedFlow,
  type DedupDecision,
  type Deduplication,
  deduplicate,
  type EvidenceComplaint,
  type EvidenceFinding,
  flowBoxes,
  flowEventsOfDecisions,
  type KeptReference,
  readCodebook,
  readCodings,
  readFindings,
  readScreenDecisions,
  type ScreenDecision,
  tallyFlow,
} from '@aftermine/science/evidence';
import type { EvidenceEntry, EvidenceSource, EvidenceStore, Workbench } from '../../ports/index.ts';

/** Everything a folder's evidence library holds, worked out anew from what was written down. */
export interface Review {
  readonly sources: readonly EvidenceSource[];
  readonly deduplication: Deduplication;
  /** Works after duplicates are removed. */
  readonly works: readonly KeptReference[];
  readonly screening: readonly ScreenDecision[];
  readonly codings: ReturnType<typeof readCodings>;
  readonly findings: readonly EvidenceFinding[];
  readonly withdrawn: readonly string[];
  readonly complaints: readonly EvidenceComplaint[];
  readonly codebook: Codebook;
  readonly flow: ComputedFlow;
  readonly revision: string;
}

/** Decisions on duplicates as the rules take them. */
export function dedupDecisions(entries: readonly EvidenceEntry[]): readonly DedupDecision[] {
  return entries.map(({ by, at, value }) => ({
    ...(value as unknown as Pick<DedupDecision, 'a' | 'b' | 'verdict'>),
    by,
    at,
  }));
}

/** Opens the evidence library of a folder and works everything out. */
export async function reviewOf(workbench: Workbench, dir: string): Promise<Review> {
  const store = await workbench.openEvidence(dir);
  try {
    return await reviewOfStore(workbench, store, dir);
  } finally {
    await store.close();
  }
}

export async function reviewOfStore(
  workbench: Workbench,
  store: EvidenceStore,
  dir: string,
): Promise<Review> {
  const [sources, references, entries, revision] = await Promise.all([
    store.sources(),
    store.references(),
    store.entries(),
    store.revision(),
  ]);
  const of = (kind: EvidenceEntry['kind']): readonly EvidenceEntry[] =>
    entries.filter((entry) => entry.kind === kind);
  const { codebook } = readCodebook(codebookOf(workbench, dir), 'codebook.yaml');
  const deduplication = deduplicate(references, dedupDecisions(of('dedup')));
  // What was said of one copy of a work was said of the work.
  const first = new Map(
    deduplication.kept.flatMap(({ keys }) => keys.map((key) => [key, keys[0]!] as const)),
  );
  const screening = readScreenDecisions(
    of('screen').map(({ by, at, value }) => ({
      ...value,
      record: first.get(String(value['record'])) ?? value['record'],
      screener: by,
      at,
    })),
  );
  const codings = readCodings(
    of('coding').map(({ by, value }) => ({ ...value, coder: by })),
    codebook,
  );
  const withdrawn = of('finding-withdrawn').map(({ value }) => String(value['finding']));
  const written = of('finding').filter(({ seq, value }) => {
    const later = of('finding-withdrawn').some(
      (one) => one.seq > seq && String(one.value['finding']) === String(value['id']),
    );
    return !later;
  });
  const { findings, complaints } = readFindings(
    latestById(written).map(({ value }) => value),
    codebook,
  );
  return {
    sources,
    deduplication,
    works: deduplication.kept,
    screening,
    codings,
    findings,
    withdrawn,
    complaints: [...codings.complaints, ...complaints],
    codebook,
    flow: flowOf(sources, deduplication, screening, of('flow')),
    revision,
  };
}

/** Of several findings of one id the one written last. */
function latestById(entries: readonly EvidenceEntry[]): readonly EvidenceEntry[] {
  const latest = new Map<string, EvidenceEntry>();
  for (const entry of entries) {
    const id = String(entry.value['id'] ?? entry.seq);
    latest.delete(id);
    latest.set(id, entry);
  }
  return [...latest.values()];
}

/** The codebook of the folder, `codebook.yaml`, or the one that is shipped. */
function codebookOf({ files, paths, literature }: Workbench, dir: string): unknown {
  const own = paths.join(dir, 'codebook.yaml');
  return files.exists(own) ? literature.document(own) : literature.codebook();
}

/** The flow diagram from what happened: found, removed as duplicates, screened; and what was written down by hand of reports. */
function flowOf(
  sources: readonly EvidenceSource[],
  { kept }: Deduplication,
  screening: readonly ScreenDecision[],
  byHand: readonly EvidenceEntry[],
): ComputedFlow {
  const nameOf = new Map(sources.map((source) => [source.file, source.database ?? source.file]));
  const events: unknown[] = [];
  for (const { keys } of kept) {
    const [, ...copies] = keys;
    for (const key of keys)
      events.push({
        kind: 'found',
        record: key,
        source: nameOf.get(fileOf(key)) ?? fileOf(key),
        from: 'database',
      });
    for (const key of copies) events.push({ kind: 'removed', record: key, why: 'duplicate' });
  }
  for (const event of flowEventsOfDecisions(screening)) {
    // What was read could be had.
    if (event.kind === 'assessed') events.push({ kind: 'retrieved', record: event.record, verdict: 'yes' });
    events.push(event);
  }
  events.push(...byHand.map(({ value }) => value));
  return flowBoxes(tallyFlow(events).counts);
}

/** File part of a key: `file#index`. */
function fileOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

/**
 * The key of a work that a user names by any of its records.
 *
 * @throws NotFound `E-EVI-202` for a key that no record has
 */
export function workOf(review: Pick<Review, 'works'>, key: string): KeptReference {
  const work = review.works.find(({ keys }) => keys.includes(key));
  if (work === undefined) throw new AftermineError('NotFound', 'E-EVI-202', { where: key });
  return work;
}
