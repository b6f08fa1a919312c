import { describe, expect, test } from 'vitest';
import { compareKeys, fileOf } from './compare-keys.ts';

describe('record keys', () => {
  test('are in the order of the records, file by file', () => {
    const keys = ['b.ris#2', 'a.ris#10', 'a.ris#9', 'b#c.ris#1', 'a.ris#x', 'a.ris'];
    expect(keys.sort(compareKeys)).toEqual([
      'a.ris#9',
      'a.ris#10',
      'a.ris',
      'a.ris#x',
      'b#c.ris#1',
      'b.ris#2',
    ]);
    expect(fileOf('b#c.ris#1')).toBe('b#c.ris');
  });
});
