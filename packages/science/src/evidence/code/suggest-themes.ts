import type { CodedStudy } from './coding.ts';

/** Codes that often stand in the same studies: a suggestion of a theme, for a person to name, change or drop. */
export interface SuggestedTheme {
  /** Never anything else: a theme is decided by people. */
  readonly standing: 'suggested';
  /** Ids of codes, the most used first. */
  readonly codes: readonly string[];
  /** Mean strength of the pairs within, 0..1. */
  readonly strength: number;
  /** Studies that carry at least two of the codes. */
  readonly studies: readonly string[];
}

export interface ThemeOptions {
  /** Studies in which two codes must stand together; 2 where absent. */
  readonly leastStudies?: number;
  /** Mean strength between two groups below which they are not joined; 0.3 where absent. */
  readonly leastStrength?: number;
}

/**
 * Suggests themes from the co-occurrence of codes:
 *
 *     e_ij = c_ij^2 / (c_i c_j)          c: studies with the code, with both
 *
 * Groups are joined, the strongest mean first (average linkage), while the mean is at least `leastStrength`; pairs in fewer than
 * `leastStudies` studies count as 0.
 *
 * @returns groups of two codes or more, the strongest first; ties by id
 * @source Callon, Courtial and Laville 1991, doi:10.1007/BF02019280
 */
export function suggestThemes(
  studies: readonly CodedStudy[],
  options: ThemeOptions = {},
): readonly SuggestedTheme[] {
  const { leastStudies = 2, leastStrength = 0.3 } = options;
  const bearers = new Map<string, Set<string>>();
  for (const { study, codes } of studies)
    for (const code of codes) bearers.set(code, (bearers.get(code) ?? new Set()).add(study));
  const codes = [...bearers.keys()].sort();
  const strength = codes.map((a) =>
    codes.map((b) => {
      const both = [...bearers.get(a)!].filter((study) => bearers.get(b)!.has(study)).length;
      return a === b || both < leastStudies ? 0 : both ** 2 / (bearers.get(a)!.size * bearers.get(b)!.size);
    }),
  );
  let groups = codes.map((_, i) => [i]);
  for (;;) {
    let best = { mean: 0, a: -1, b: -1 };
    for (let a = 0; a < groups.length; a += 1)
      for (let b = 0; b < a; b += 1) {
        const mean = meanBetween(groups[a]!, groups[b]!, strength);
        if (mean > best.mean + 1e-12) best = { mean, a, b };
      }
    if (best.a < 0 || best.mean < leastStrength) break;
    const joined = [...groups[best.b]!, ...groups[best.a]!];
    groups = groups.filter((_, i) => i !== best.a && i !== best.b).concat([joined]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group): SuggestedTheme => {
      const own = group.map((i) => codes[i]!);
      const pairs = group.flatMap((i, at) => group.slice(0, at).map((j) => strength[i]![j]!));
      return {
        standing: 'suggested',
        codes: own.sort((a, b) => bearers.get(b)!.size - bearers.get(a)!.size || (a < b ? -1 : 1)),
        strength: pairs.reduce((sum, value) => sum + value, 0) / pairs.length,
        studies: studies
          .filter(({ codes: carried }) => carried.filter((code) => own.includes(code)).length > 1)
          .map(({ study }) => study),
      };
    })
    .sort((a, b) => b.strength - a.strength || (a.codes[0]! < b.codes[0]! ? -1 : 1));
}

function meanBetween(
  a: readonly number[],
  b: readonly number[],
  strength: readonly (readonly number[])[],
): number {
  const sum = a.reduce((total, i) => total + b.reduce((part, j) => part + strength[i]![j]!, 0), 0);
  return sum / (a.length * b.length);
}
