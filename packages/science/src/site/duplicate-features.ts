import { type CheckedFeature, type FeatureProblem, featureLabel } from './feature-problem.ts';
import { isSameOutline, outlineHash } from './same-outline.ts';

/**
 * Names features with the outline of an earlier one.
 *
 * @param usable places of the features that have an outline
 * @param found gets a `duplicate-geometry` for each
 * @returns places of the copies
 */
export function findDuplicates(
  features: readonly CheckedFeature[],
  usable: readonly number[],
  found: FeatureProblem[],
): ReadonlySet<number> {
  const duplicates = new Set<number>();
  const byHash = new Map<number, number[]>();
  for (const index of usable) {
    const { geometry } = features[index]!;
    const hash = outlineHash(geometry);
    const before = byHash.get(hash);
    if (before === undefined) {
      byHash.set(hash, [index]);
      continue;
    }
    const twin = before.find((other) => isSameOutline(features[other]!.geometry, geometry));
    if (twin === undefined) {
      before.push(index);
      continue;
    }
    duplicates.add(index);
    const same = saysTheSame(features[index]!, features[twin]!);
    found.push({
      check: 'duplicate-geometry',
      severity: same ? 'can-fix' : 'must-fix',
      where: geometry[0]?.[0]?.[0] ?? null,
      params: { other: labelApart(features, twin, index) },
      index,
      other: twin,
    });
  }
  return duplicates;
}

/**
 * Names ids that an earlier feature has; a copy of that very feature was named already.
 *
 * @param found gets a `duplicate-id` for each
 */
export function findRepeatedIds(
  features: readonly CheckedFeature[],
  duplicates: ReadonlySet<number>,
  found: FeatureProblem[],
): void {
  const byId = new Map<string, number>();
  features.forEach(({ id, geometry }, index) => {
    if (id === null || duplicates.has(index)) return;
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, index);
      return;
    }
    const where = geometry[0]?.[0]?.[0] ?? null;
    found.push({
      check: 'duplicate-id',
      severity: 'must-fix',
      where: where !== null && Number.isFinite(where[0] + where[1]) ? where : null,
      params: { id, other: first + 1 },
      index,
      other: first,
    });
  });
}

function saysTheSame(a: CheckedFeature, b: CheckedFeature): boolean {
  const text = ({ id, properties }: CheckedFeature): string =>
    JSON.stringify([id, Object.entries(properties ?? {}).sort(([p], [q]) => (p < q ? -1 : 1))]);
  return text(a) === text(b);
}

/** The label of a feature, which is its place where both go by the same id. */
function labelApart(features: readonly CheckedFeature[], twin: number, index: number): string {
  return features[twin]?.id === features[index]?.id ? `#${twin + 1}` : featureLabel(features, twin);
}
