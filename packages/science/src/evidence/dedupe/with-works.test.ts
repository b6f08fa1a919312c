import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { DedupDecision } from './decision.ts';
import { deduplicate } from './deduplicate.ts';
import { madeLiterature, noises } from './made-literature.fixture.ts';
import { withKeys, withWorks } from './with-works.ts';

const { uniform } = chance(3);
const works = madeLiterature(60);
const copies = Object.values(noises).flatMap((noise, i) => {
  const work = works[i]!;
  return [{ ...noise(work, uniform), key: `b#${i}` }];
});
const references = [...copies, ...works];
const decisions: readonly DedupDecision[] = [
  { a: works[40]!.key, b: works[41]!.key, verdict: 'same', by: 'li', at: '2026-11-28T10:00:00Z' },
  { a: works[0]!.key, b: 'b#0', verdict: 'different', by: 'li', at: '2026-11-28T10:00:01Z' },
];

test.each([[[]], [decisions]])(
  'a kept result with its works is the fresh one, whatever the order',
  (said) => {
    const fresh = deduplicate(references, said);
    expect(fresh.counts.duplicates).toBeGreaterThan(0);
    const { kept, ...told } = fresh;
    const back = JSON.parse(JSON.stringify(told)) as typeof told;
    expect(withWorks([...references].reverse(), back)).toEqual(fresh);
    expect(kept).toHaveLength(fresh.counts.kept);
    const keyed = withKeys(references.map(({ key }) => key).reverse(), back)!;
    expect(keyed.kept).toEqual(fresh.kept.map(({ keys }) => ({ keys })));
  },
);

test('references that are not those of the result are refused', () => {
  const fresh = deduplicate(references);
  const last = fresh.groups[0]!.at(-1)!;
  const others = references.filter(({ key }) => key !== last);
  expect(withWorks(others, fresh)).toBeNull();
  expect(
    withKeys(
      others.map(({ key }) => key),
      fresh,
    ),
  ).toBeNull();
  expect(withKeys([...others.map(({ key }) => key), 'another#0'], fresh)).toBeNull();
  expect(withWorks([...others, { ...works[0]!, key: 'another#0' }], fresh)).toBeNull();
});
