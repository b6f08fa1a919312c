import { AftermineError } from '@aftermine/science/base';
import { describe, expect, test } from 'vitest';
import type { Tiles } from '../../ports/index.ts';

/** What every implementation of the port `Tiles` does. */
export function tilesSuite(name: string, make: () => Tiles): void {
  describe(`${name} keeps finished work`, () => {
    const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

    test('what was written is read back, section by section', () => {
      const tiles = make();
      expect(tiles.has('ab01')).toBe(false);
      tiles.write('ab01', {
        meta: { block: 3, 名: '图斑' },
        sections: { b: bytes(4, 5), a: bytes(1, 2, 3), empty: bytes() },
      });
      expect(tiles.has('ab01')).toBe(true);
      const tile = tiles.open('ab01');
      expect(tile.meta).toEqual({ block: 3, 名: '图斑' });
      expect(tile.names).toEqual(['a', 'b', 'empty']);
      expect([...tile.section('b')]).toEqual([4, 5]);
      expect([...tile.section('a')]).toEqual([1, 2, 3]);
      expect(tile.section('empty').length).toBe(0);
      tile.close();
    });

    test('writing a key again replaces it whole', () => {
      const tiles = make();
      tiles.write('ab02', { meta: { n: 1 }, sections: { a: bytes(1), b: bytes(2) } });
      tiles.write('ab02', { meta: { n: 2 }, sections: { c: bytes(9) } });
      const tile = tiles.open('ab02');
      expect(tile.meta).toEqual({ n: 2 });
      expect(tile.names).toEqual(['c']);
      tile.close();
    });

    test('what is absent is said to be absent', () => {
      const tiles = make();
      expect(() => tiles.open('cd03')).toThrow(AftermineError);
      tiles.write('cd03', { meta: {}, sections: {} });
      const tile = tiles.open('cd03');
      expect(() => tile.section('nothing')).toThrow(/E-PRJ-010/);
      tile.close();
    });
  });
}
