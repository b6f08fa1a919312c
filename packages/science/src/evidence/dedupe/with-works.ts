import type { Reference } from '../record/reference.ts';
import { compareKeys } from './compare-keys.ts';
import type { Deduplication } from './deduplication.ts';
import { type KeptReference, mergeReferences } from './merge-references.ts';

/** What `deduplicate` found, without the references themselves: small enough to be kept. */
export type ToldDeduplication = Omit<Deduplication, 'kept'>;

/**
 * The works of a result that was kept, merged anew from the references it was made of. Costs no comparison of records: with the same
 * references it is what `deduplicate` returned.
 *
 * @returns null where the references are not those of the result: a record of a group is missing, or their number is another
 */
export function withWorks(references: readonly Reference[], told: ToldDeduplication): Deduplication | null {
  const groupOf = new Map(told.groups.flatMap((group) => group.map((key) => [key, group] as const)));
  const referenceOf = new Map(references.map((reference) => [reference.key, reference]));
  if (referenceOf.size !== told.counts.records) return null;
  const kept: KeptReference[] = [];
  for (const reference of [...references].sort((a, b) => compareKeys(a.key, b.key))) {
    const group = groupOf.get(reference.key);
    if (group !== undefined && group[0] !== reference.key) continue;
    const copies = (group ?? []).slice(1).map((key) => referenceOf.get(key));
    if (!copies.every((one) => one !== undefined)) return null;
    kept.push(mergeReferences([reference, ...copies]));
  }
  return kept.length === told.counts.kept ? { ...told, kept } : null;
}

/** The works of a result that was kept as the keys of their records, for whoever asks nothing else of them; null as for `withWorks`. */
export function withKeys(
  keys: readonly string[],
  told: ToldDeduplication,
): (ToldDeduplication & { readonly kept: readonly Pick<KeptReference, 'keys'>[] }) | null {
  const groupOf = new Map(told.groups.flatMap((group) => group.map((key) => [key, group] as const)));
  const known = new Set(keys);
  if (known.size !== told.counts.records || [...groupOf.keys()].some((key) => !known.has(key))) return null;
  const kept = [...keys].sort(compareKeys).flatMap((key) => {
    const group = groupOf.get(key);
    return group === undefined ? [{ keys: [key] }] : group[0] === key ? [{ keys: group }] : [];
  });
  return kept.length === told.counts.kept ? { ...told, kept } : null;
}
