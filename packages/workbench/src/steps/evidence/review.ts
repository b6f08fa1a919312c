import { AftermineError } from '@aftermine/science/base';
import {
  type AppraisedPaper,
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
  readAppraisals,
  readCodebook,
  readCodings,
  readFindings,
  readScreenDecisions,
  type ScreenDecision,
  type ToldDeduplication,
  tallyFlow,
  unreportedCounts,
  withAppraisals,
} from '@aftermine/science/evidence';
import type {
  EvidenceEntry,
  EvidenceSource,
  EvidenceStore,
  JsonObject,
  WithdrawnFinding,
  Workbench,
} from '../../ports/index.ts';
import { type FlowEntry, flowByHand, flowEntries, type HandFlow } from './flow-by-hand.ts';
import { knownDeduplication, knownKeys } from './known-deduplication.ts';
import type { ScreeningPlan } from './screening-state.ts';

/** A work as the keys of its records. */
type KeyedWork = Pick<KeptReference, 'keys'>;

/** A review with everything that is known of each work. */
export type Review = ReviewOf<KeptReference>;

/** Everything a folder's evidence library holds, worked out anew from what was written down. */
export interface ReviewOf<Work extends KeyedWork> {
  readonly sources: readonly EvidenceSource[];
  readonly deduplication: ToldDeduplication & { readonly kept: readonly Work[] };
  /** Works after duplicates are removed. */
  readonly works: readonly Work[];
  readonly screening: readonly ScreenDecision[];
  /** Null where nothing was agreed on beforehand. */
  readonly screeningPlan: ScreeningPlan | null;
  readonly codings: ReturnType<typeof readCodings>;
  readonly findings: readonly EvidenceFinding[];
  /** Findings that are withdrawn and were not written again since. */
  readonly withdrawn: readonly WithdrawnFinding[];
  /** Papers whose trustworthiness somebody judged. */
  readonly appraisals: readonly AppraisedPaper[];
  readonly complaints: readonly EvidenceComplaint[];
  readonly codebook: Codebook;
  readonly flow: ComputedFlow;
  /** What was written down of the flow by hand, undone or not. */
  readonly flowWritten: readonly FlowEntry[];
  /** Records that are in no imported file, and how they were found. */
  readonly byHand: HandFlow['found'];
}

/** Decisions on duplicates as the rules take them. */
export function dedupDecisions(entries: readonly EvidenceEntry[]): readonly DedupDecision[] {
  return entries.map(({ by, at, value }) => ({
    ...(value as unknown as Pick<DedupDecision, 'a' | 'b' | 'verdict'>),
    by,
    at,
  }));
}

/** True where a folder has an evidence library. */
export function hasEvidence({ files, paths }: Workbench, dir: string): boolean {
  return files.exists(paths.join(dir, 'evidence.db'));
}

/** Reads the evidence library of a folder and works everything out; a folder without one reads as empty and stays as it is. */
export async function reviewOf(workbench: Workbench, dir: string): Promise<Review> {
  return withContents(workbench, dir, async (store, sources, decisions) =>
    knownDeduplication(workbench, store, sources, await store.references(), decisions),
  );
}

/** The same for whoever needs of each work no more than the keys of its records: no record is read where duplicates are known. */
export async function keyedReviewOf(workbench: Workbench, dir: string): Promise<ReviewOf<KeyedWork>> {
  return withContents<KeyedWork>(
    workbench,
    dir,
    async (store, sources, decisions) =>
      (await knownKeys(workbench, store, sources, decisions)) ??
      knownDeduplication(workbench, store, sources, await store.references(), decisions),
  );
}

async function withContents<Work extends KeyedWork>(
  workbench: Workbench,
  dir: string,
  deduplicationOf: (
    store: EvidenceStore,
    sources: readonly EvidenceSource[],
    decisions: readonly DedupDecision[],
  ) => Promise<ReviewOf<Work>['deduplication']>,
): Promise<ReviewOf<Work>> {
  if (!hasEvidence(workbench, dir)) {
    const { kept: _, ...told } = deduplicate([]);
    return reviewOfContents<Work>(workbench, dir, [], { ...told, kept: [] }, []);
  }
  const store = await workbench.openEvidence(dir);
  try {
    const [sources, entries] = await Promise.all([store.sources(), store.entries()]);
    const decisions = dedupDecisions(entries.filter(({ kind }) => kind === 'dedup'));
    const deduplication = await deduplicationOf(store, sources, decisions);
    return reviewOfContents(workbench, dir, sources, deduplication, entries);
  } finally {
    await store.close();
  }
}

/** Findings in force of a folder, and the codebook they follow: what a plan asks for, without looking at references. */
export async function findingsOf(
  workbench: Workbench,
  dir: string,
): Promise<Pick<Review, 'findings' | 'withdrawn' | 'appraisals' | 'complaints' | 'codebook'>> {
  const { codebook } = readCodebook(codebookOf(workbench, dir), 'codebook.yaml');
  if (!hasEvidence(workbench, dir))
    return { findings: [], withdrawn: [], appraisals: [], complaints: [], codebook };
  const store = await workbench.openEvidence(dir);
  try {
    return { ...findingsInForce(await store.entries(), codebook), codebook };
  } finally {
    await store.close();
  }
}

function reviewOfContents<Work extends KeyedWork>(
  workbench: Workbench,
  dir: string,
  sources: readonly EvidenceSource[],
  deduplication: ReviewOf<Work>['deduplication'],
  entries: readonly EvidenceEntry[],
): ReviewOf<Work> {
  const of = (kind: EvidenceEntry['kind']): readonly EvidenceEntry[] =>
    entries.filter((entry) => entry.kind === kind);
  const { codebook } = readCodebook(codebookOf(workbench, dir), 'codebook.yaml');
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
  const { findings, withdrawn, appraisals, complaints } = findingsInForce(entries, codebook);
  const byHand = flowByHand(of('flow'), (record) => first.get(record) ?? record);
  return {
    sources,
    deduplication,
    works: deduplication.kept,
    screening,
    screeningPlan: (of('screen-plan').at(-1)?.value as unknown as ScreeningPlan | undefined) ?? null,
    codings,
    findings,
    withdrawn,
    appraisals,
    complaints: [...codings.complaints, ...complaints],
    codebook,
    flow: flowOf(sources, deduplication, screening, byHand, codebook),
    flowWritten: flowEntries(of('flow')),
    byHand: byHand.found,
  };
}

/** Findings that were not withdrawn after they were written last, as valid as their papers were judged to be, and those that were. */
function findingsInForce(
  entries: readonly EvidenceEntry[],
  codebook: Codebook,
): Pick<Review, 'findings' | 'withdrawn' | 'appraisals' | 'complaints'> {
  const taken = new Map<string, EvidenceEntry>();
  const written: EvidenceEntry[] = [];
  for (const entry of entries)
    if (entry.kind === 'finding-withdrawn') taken.set(String(entry.value['finding']), entry);
    else if (entry.kind === 'finding') {
      taken.delete(String(entry.value['id']));
      written.push(entry);
    }
  const inForce = latestById(written).filter(({ value }) => !taken.has(String(value['id'])));
  const { findings, complaints } = readFindings(
    inForce.map(({ value }) => value),
    codebook,
  );
  const appraised = readAppraisals(
    entries
      .filter(({ kind }) => kind === 'appraisal')
      .map(({ by, value }) => ({
        paper: String(value['paper']),
        appraiser: by,
        answers: (value['answers'] ?? {}) as JsonObject,
      })),
    codebook,
  );
  return {
    findings: withAppraisals(findings, appraised.papers),
    appraisals: appraised.papers,
    complaints: [...complaints, ...appraised.complaints],
    withdrawn: [...taken].map(([finding, { by, at, value }]) => ({
      finding,
      note: String(value['note'] ?? ''),
      by,
      at,
    })),
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
  { kept, links }: ReviewOf<KeyedWork>['deduplication'],
  screening: readonly ScreenDecision[],
  byHand: HandFlow,
  { search }: Codebook,
): ComputedFlow {
  // Nothing was brought in and nobody reports anything: that is not zero.
  if (sources.length === 0 && byHand.events.length === 0 && byHand.previous === null)
    return flowBoxes(
      unreportedCounts((search?.sources ?? []).map(({ name }) => ({ name, kind: 'database' }))),
    );
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
  for (const [study, records] of studiesOfLinks(links, kept))
    for (const record of records) events.push({ kind: 'belongs', record, study });
  events.push(...byHand.events);
  for (const event of flowEventsOfDecisions(screening)) {
    // What was read could be had.
    if (event.kind === 'assessed') events.push({ kind: 'retrieved', record: event.record, verdict: 'yes' });
    events.push(event);
  }
  const tallied = tallyFlow(events, byHand.previous);
  const computed = flowBoxes(tallied.counts);
  return { ...computed, complaints: [...tallied.complaints, ...computed.complaints] };
}

/** Works that people linked (translations, reports of one study), by the first record of each study. */
function studiesOfLinks(
  links: Deduplication['links'],
  kept: readonly KeyedWork[],
): ReadonlyMap<string, readonly string[]> {
  const work = new Map(kept.flatMap(({ keys }) => keys.map((key) => [key, keys[0]!] as const)));
  const studyOf = new Map<string, readonly string[]>();
  for (const { a, b } of links) {
    const [x, y] = [work.get(a) ?? a, work.get(b) ?? b];
    const joined = [...new Set([...(studyOf.get(x) ?? [x]), ...(studyOf.get(y) ?? [y])])];
    for (const record of joined) studyOf.set(record, joined);
  }
  return new Map([...studyOf.values()].map((records) => [records[0]!, records]));
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
export function workOf<Work extends KeyedWork>(review: Pick<ReviewOf<Work>, 'works'>, key: string): Work {
  const work = review.works.find(({ keys }) => keys.includes(key));
  if (work === undefined) throw new AftermineError('NotFound', 'E-EVI-202', { where: key });
  return work;
}
