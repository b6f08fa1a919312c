import { citeKeyOf } from '../read/cite-key.ts';
import type { Reference } from '../record/index.ts';

/**
 * A key to cite each reference by: the one its file gave (`tag` among its other fields), else one made of author, year and
 * title; letters tell apart the same ones (`Roach2019Effects-a`). Keys of files come first, so they stay as they are.
 */
export function citeKeys(references: readonly Reference[], tag: string): string[] {
  const given = references.map(({ other }) => other.find(([name]) => name === tag)?.[1] ?? null);
  const used = new Set<string>();
  const kept = given.map((key) => {
    if (key === null || used.has(key) || !/^[^\s,{}()='"#%~\\]+$/.test(key)) return null;
    used.add(key);
    return key;
  });
  const times = new Map<string, number>();
  return references.map((reference, i) => {
    const own = kept[i];
    if (own !== null && own !== undefined) return own;
    const made = citeKeyOf(reference);
    for (let n = times.get(made) ?? 0; ; n += 1) {
      const key = n === 0 ? made : `${made}-${lettersOf(n - 1)}`;
      if (used.has(key)) continue;
      used.add(key);
      times.set(made, n + 1);
      return key;
    }
  });
}

/** 0 is `a`, 25 `z`, 26 `aa`. */
function lettersOf(n: number): string {
  const rest = Math.floor(n / 26);
  return (rest === 0 ? '' : lettersOf(rest - 1)) + String.fromCharCode(97 + (n % 26));
}
