import { canonicalJson } from '@aftermine/science/base';
import {
  type DedupDecision,
  type Deduplication,
  deduplicate,
  type Reference,
  type ToldDeduplication,
  withKeys,
  withWorks,
} from '@aftermine/science/evidence';
import type { EvidenceSource, EvidenceStore, JsonObject, Workbench } from '../../ports/index.ts';

/** Raised when the rules that tell duplicates change. */
const RECIPE = 1;
const NAME = 'deduplication';

type Hashing = Pick<Workbench, 'hash' | 'version'>;

/**
 * Duplicates among the references of a store. The result is kept in the store, marked with all it was made from (files as they were
 * imported, people's answers, the rules), and worked out anew where any of it is another.
 */
export async function knownDeduplication(
  workbench: Hashing,
  store: Pick<EvidenceStore, 'derived' | 'keepDerived'>,
  sources: readonly EvidenceSource[],
  references: readonly Reference[],
  decisions: readonly DedupDecision[],
): Promise<Deduplication> {
  const from = markOf(workbench, sources, decisions);
  const told = (await store.derived(NAME, from)) as unknown as ToldDeduplication | null;
  const known = told === null ? null : withWorks(references, told);
  if (known !== null) return known;
  const fresh = deduplicate(references, decisions);
  const { kept: _, ...rest } = fresh;
  await store.keepDerived(NAME, from, rest as unknown as JsonObject);
  return fresh;
}

/** The kept result with the keys of each work, without reading a record; null where it must be worked out anew. */
export async function knownKeys(
  workbench: Hashing,
  store: Pick<EvidenceStore, 'derived' | 'keys'>,
  sources: readonly EvidenceSource[],
  decisions: readonly DedupDecision[],
): Promise<ReturnType<typeof withKeys>> {
  const told = await store.derived(NAME, markOf(workbench, sources, decisions));
  return told === null ? null : withKeys(await store.keys(), told as unknown as ToldDeduplication);
}

function markOf(
  { hash, version }: Hashing,
  sources: readonly EvidenceSource[],
  decisions: readonly DedupDecision[],
): string {
  const files = sources.map(({ sha256, file, importedAt }) => [sha256, file, importedAt]);
  return hash(canonicalJson({ recipe: [RECIPE, version], files, decisions: decisions as never }));
}
