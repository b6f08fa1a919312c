import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { Reference } from '../record/reference.ts';
import { deduplicate } from './deduplicate.ts';
import { lookalikes, madeLiterature, noises } from './made-literature.fixture.ts';

const works = madeLiterature(60);

/** Share of the works whose two records were joined, and groups that hold two works. */
function joined(pairs: readonly (readonly [Reference, Reference])[]): { share: number; mixed: number } {
  const records = pairs.flatMap(([a, b], i) => [
    { ...a, key: `a.ris#${i}` },
    { ...b, key: `b.ris#${i}` },
  ]);
  const { groups } = deduplicate(records);
  const numbers = groups.map((group) => new Set(group.map((key) => key.slice(6))));
  return {
    share: groups.filter((group, i) => numbers[i]!.size === 1 && group.length === 2).length / pairs.length,
    mixed: numbers.filter((of) => of.size > 1).length,
  };
}

describe('each thing databases do to a record, alone', () => {
  test.each(Object.keys(noises))('%s: every work is joined, none with another', (name) => {
    const { uniform } = chance(5);
    const { share, mixed } = joined(works.map((work) => [work, noises[name]!(work, uniform)]));
    expect(mixed).toBe(0);
    expect(share).toBeGreaterThanOrEqual(0.99);
  });
});

describe('works that look like one', () => {
  test.each(Object.keys(lookalikes))('%s: none is joined', (name) => {
    const { share, mixed } = joined(
      works.map((work, i) => lookalikes[name]!(work, works[(i + 1) % works.length]!)),
    );
    expect({ share, mixed }).toEqual({ share: 0, mixed: 0 });
  });
});
