import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { Reference } from '../record/reference.ts';
import type { DedupDecision, Verdict } from './decision.ts';
import { deduplicate } from './deduplicate.ts';
import type { Deduplication } from './deduplication.ts';
import { type MadeWork, madeLiterature, noises } from './made-literature.fixture.ts';
import { article, reference } from './reference.fixture.ts';

const say = (a: string, b: string, verdict: Verdict, at = 0): DedupDecision => ({
  a,
  b,
  verdict,
  by: 'Li',
  at: `2026-03-01T09:30:${String(at).padStart(2, '0')}Z`,
});

/** Works in two to four files, each written in its own way. */
function messy(works: readonly MadeWork[], seed: number): Reference[] {
  const { uniform } = chance(seed);
  const names = Object.keys(noises);
  return works.flatMap((work, i) =>
    Array.from({ length: 1 + Math.floor(uniform() * 4) }, (_, copy) => ({
      ...noises[names[Math.floor(uniform() * names.length)]!]!(work, uniform),
      key: `file${copy}.ris#${i}`,
    })),
  );
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const { uniform } = chance(seed);
  const all = [...items];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(uniform() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

function expectCountsToAddUp({ counts, groups, kept, manual, conflicts, links }: Deduplication): void {
  expect(counts.records).toBe(counts.kept + counts.duplicates);
  expect(counts.kept).toBe(counts.groups + counts.alone);
  expect(counts.duplicates).toBe(counts.withinFiles + counts.acrossFiles);
  expect(counts.duplicates).toBe(groups.reduce((sum, group) => sum + group.length - 1, 0));
  expect(kept.flatMap(({ keys }) => keys).length).toBe(counts.records);
  expect(new Set(kept.flatMap(({ keys }) => keys)).size).toBe(counts.records);
  expect([counts.manual, counts.conflicts, counts.links]).toEqual([
    manual.length,
    conflicts.length,
    links.length,
  ]);
}

const records = messy(madeLiterature(90), 11);

describe('the whole', () => {
  test('order of the records does not matter, and counts add up (5 orders)', () => {
    const once = deduplicate(records);
    expectCountsToAddUp(once);
    expect(once.counts.duplicates).toBeGreaterThan(60);
    for (let seed = 1; seed <= 5; seed += 1) expect(deduplicate(shuffled(records, seed))).toEqual(once);
  });

  test('every joined pair is in one group, no manual pair is, and no two works are asked about twice', () => {
    const { groups, pairs, manual } = deduplicate(records);
    const of = new Map(groups.flatMap((group, i) => group.map((key) => [key, i] as const)));
    for (const { a, b } of pairs) expect(of.get(a)).toBe(of.get(b));
    const asked = manual.map(({ a, b }) => [of.get(a) ?? a, of.get(b) ?? b].map(String).sort().join(' '));
    expect(new Set(asked).size).toBe(asked.length);
    for (const { a, b } of manual) expect(of.get(a) === undefined || of.get(a) !== of.get(b)).toBe(true);
  });

  test('what is kept, judged again, is not joined any further', () => {
    const { kept } = deduplicate(records);
    expect(deduplicate(kept.map(({ reference: r }) => r)).groups).toEqual([]);
  });

  test('a file loaded three hundred times is each work once', () => {
    const copies = Array.from({ length: 300 }, (_, i) => reference(`copy${i}.ris#0`, article));
    const { groups, counts } = deduplicate(copies);
    expect(groups.length).toBe(1);
    expect(counts).toMatchObject({ kept: 1, duplicates: 299, acrossFiles: 299, compared: 299 });
  });

  test('nothing in, nothing out', () => {
    expect(deduplicate([])).toMatchObject({ groups: [], kept: [], counts: { records: 0, kept: 0 } });
  });

  test('one key twice is refused', () => {
    expect(() => deduplicate([reference('a#0'), reference('a#0')])).toThrow(/E-DUP-001/);
  });
});

describe('what people said', () => {
  const trio = ['a.ris#0', 'b.ris#0', 'c.ris#0'].map((key) => reference(key, article));
  const other = reference('d.ris#0', {
    ...article,
    doi: '10.1101/2011.03.22.002386',
    journal: 'bioRxiv',
    volume: null,
    pages: null,
  });

  test('"different" splits what the rules joined, and the record between the two is reported', () => {
    const { groups, conflicts, manual, counts } = deduplicate(trio, [say('a.ris#0', 'c.ris#0', 'different')]);
    expect(groups).toEqual([['a.ris#0', 'b.ris#0']]);
    expect(conflicts).toEqual([
      { a: 'b.ris#0', b: 'c.ris#0', rule: 'identifier-title', apart: ['a.ris#0', 'c.ris#0'], by: 'decision' },
    ]);
    expect(manual).toEqual([]);
    expect(counts).toMatchObject({ records: 3, kept: 2, conflicts: 1 });
  });

  test('a later "undecided" or "same" undoes it', () => {
    const parted = say('a.ris#0', 'c.ris#0', 'different', 1);
    for (const verdict of ['undecided', 'same'] as const) {
      const undone = deduplicate(trio, [parted, say('a.ris#0', 'c.ris#0', verdict, 2)]);
      expect(undone.groups).toEqual(deduplicate(trio).groups);
      expect(undone.conflicts).toEqual([]);
    }
  });

  test('"same" joins what the rules keep apart, with the copies of either', () => {
    const all = [...trio, other];
    expect(deduplicate(all).manual).toMatchObject([
      { kind: 'report-of-one-study?', rule: 'preprint', b: 'd.ris#0' },
    ]);
    const joined = deduplicate(all, [say('d.ris#0', 'b.ris#0', 'same')]);
    expect(joined.groups).toEqual([['a.ris#0', 'b.ris#0', 'c.ris#0', 'd.ris#0']]);
    expect(joined.pairs).toContainEqual({ a: 'b.ris#0', b: 'd.ris#0', rule: 'decision', score: null });
    expect(joined.manual).toEqual([]);
  });

  test('"translation" and "report of one study" link two works, keep both and answer the question', () => {
    for (const verdict of ['translation', 'report-of-one-study'] as const) {
      const linked = deduplicate([...trio, other], [say('d.ris#0', 'c.ris#0', verdict)]);
      expect(linked.links).toEqual([{ a: 'c.ris#0', b: 'd.ris#0', verdict }]);
      expect(linked.counts.kept).toBe(2);
      expect(linked.manual).toEqual([]);
    }
  });

  test('answers that contradict each other are reported, "different" stands', () => {
    const [a, b, c] = ['A copper mine', 'Birds of the heath', 'Carbon of peat bogs'].map((title, i) =>
      reference(`x.ris#${i}`, { title }),
    );
    const { groups, conflicts } = deduplicate(
      [a!, b!, c!],
      [
        say('x.ris#0', 'x.ris#1', 'same', 1),
        say('x.ris#0', 'x.ris#2', 'different', 2),
        say('x.ris#1', 'x.ris#2', 'same', 3),
      ],
    );
    expect(groups).toEqual([['x.ris#1', 'x.ris#2']]);
    expect(conflicts).toEqual([
      { a: 'x.ris#0', b: 'x.ris#1', rule: 'decision', apart: ['x.ris#0', 'x.ris#2'], by: 'decision' },
    ]);
  });

  test('answers outlive the coming and going of files', () => {
    const decisions = [say('a.ris#0', 'c.ris#0', 'different'), say('b.ris#0', 'd.ris#0', 'same')];
    const without = deduplicate(trio.slice(0, 2), decisions);
    expect(without.waiting).toEqual(decisions);
    const whole = deduplicate([...trio, other], decisions);
    expect(whole.waiting).toEqual([]);
    const more = deduplicate([...trio, other, ...records], decisions);
    const touched = (result: Deduplication) =>
      result.groups.filter((group) => group.some((key) => /^[a-d]\.ris/.test(key)));
    expect(touched(more)).toEqual(touched(whole));
  });

  test('whatever people say, no parted pair shares a work and every said pair does or is reported (20 seeds)', () => {
    const verdicts: readonly Verdict[] = [
      'same',
      'different',
      'translation',
      'report-of-one-study',
      'undecided',
    ];
    const few = records.slice(0, 40);
    for (let seed = 1; seed <= 20; seed += 1) {
      const { uniform } = chance(seed);
      const pick = (): string => few[Math.floor(uniform() * few.length)]!.key;
      const decisions = Array.from({ length: 25 }, (_, i) => ({ a: pick(), b: pick(), i }))
        .filter(({ a, b }) => a !== b)
        .map(({ a, b, i }) => say(a, b, verdicts[Math.floor(uniform() * 5)]!, i));
      const result = deduplicate(few, decisions);
      expectCountsToAddUp(result);
      const of = new Map(result.kept.flatMap(({ keys }, work) => keys.map((key) => [key, work] as const)));
      const last = new Map(decisions.map((d) => [[d.a, d.b].sort().join(' '), d]));
      for (const { a, b, verdict } of last.values()) {
        if (verdict === 'undecided') continue;
        const isOne = of.get(a) === of.get(b);
        const reported = result.conflicts.some(
          (c) => [c.a, c.b].sort().join(' ') === [a, b].sort().join(' '),
        );
        if (verdict === 'same') expect(isOne || reported).toBe(true);
        else expect(isOne).toBe(false);
      }
      expect(deduplicate(shuffled(few, seed), decisions)).toEqual(result);
    }
  });
});
