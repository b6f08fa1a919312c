import { describe, expect, it } from 'vitest';
import { chance } from '../../base/index.ts';
import { keepSame } from './keep-same.ts';

const gate = (value: number) => ({ gate: 'rain', value, reason: { en: 'Dry.', zh: '干旱。' } });

describe('what was told before is kept and not told twice', () => {
  it('gives the record of before where nothing differs', () => {
    const before = [{ endUse: 'forest', gates: [gate(340), gate(1)] }];
    expect(keepSame(before, structuredClone(before))).toBe(before);
  });

  it('keeps the parts that are the same beside one that differs', () => {
    const before = [
      { endUse: 'forest', gates: [gate(340), gate(1)] },
      { endUse: 'solar', gates: [gate(2)] },
    ];
    const now = [
      { endUse: 'forest', gates: [gate(350), gate(1)] },
      { endUse: 'solar', gates: [gate(2)] },
    ];
    const kept = keepSame(before, now);
    expect(kept).toEqual(now);
    expect(kept[0]!.gates[0]).toBe(now[0]!.gates[0]);
    expect(kept[0]!.gates[1]).toBe(before[0]!.gates[1]);
    expect(kept[1]).toBe(before[1]);
  });

  it('takes a list that grew, a field that went and a nought of the other sign for what they are now', () => {
    expect(keepSame([1], [1, 2])).toEqual([1, 2]);
    expect(keepSame([1, 2], [1])).toEqual([1]);
    expect(keepSame({ a: 1, b: undefined }, { a: 1 })).toStrictEqual({ a: 1 });
    expect(keepSame({ a: 1 }, { b: undefined })).toStrictEqual({ b: undefined });
    expect(Object.is(keepSame([0], [-0])[0], -0)).toBe(true);
    expect(keepSame([], {})).toStrictEqual({});
  });

  it('never changes what is told, whatever was told before', () => {
    const random = chance(3);
    const below = (n: number): number => Math.floor(random.uniform() * n);
    const told = (deep: number): unknown => {
      const parts = Array.from({ length: below(4) }, () => (deep === 0 ? below(3) : told(deep - 1)));
      if (deep > 0 && below(2) === 0)
        return Object.fromEntries(parts.map((part) => [['a', 'b', 'c'][below(3)]!, part]));
      return below(4) === 0 ? [0, -0, 'rain', null][below(4)] : parts;
    };
    for (let i = 0; i < 2000; i += 1) {
      const [before, now] = [told(3), told(3)];
      const copy = structuredClone(now);
      expect(keepSame(before, now)).toStrictEqual(copy);
      expect(keepSame([now, before], [copy, copy])).toStrictEqual([copy, copy]);
      expect(now).toStrictEqual(copy);
    }
  });
});
