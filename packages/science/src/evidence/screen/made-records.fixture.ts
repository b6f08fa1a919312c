import { chance, seedOf } from '../../base/index.ts';

/** Texts of two subjects that share most of their words, and which of them belong to the first, the rarer one. */
export function madeRecords(
  seed: number,
  count: number,
): { readonly texts: readonly string[]; readonly labels: readonly boolean[] } {
  const { uniform } = chance(seedOf(seed, 'made-records'));
  const pick = (words: readonly string[]): string => words[Math.floor(uniform() * words.length)]!;
  const common = Array.from({ length: 120 }, (_, i) => `word${i}`);
  const mining = ['tailings', 'spoil', 'reclamation', 'revegetation', 'acid', 'subsidence'];
  const other = ['clinic', 'dose', 'patient', 'trial', 'placebo', 'cohort'];
  const labels = Array.from({ length: count }, (_, i) => i % 7 === 3);
  const texts = labels.map((label) =>
    Array.from({ length: 25 }, () => {
      const draw = uniform();
      if (draw > 0.3) return pick(common);
      return pick(draw < 0.06 !== label ? mining : other);
    }).join(' '),
  );
  return { texts, labels };
}
