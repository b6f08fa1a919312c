import { expect, test } from 'vitest';
import { byteRange } from './file-range.ts';

test.each([
  ['bytes=0-9', { from: 0, to: 9 }],
  ['bytes=90-', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-1000', { from: 0, to: 99 }],
  ['bytes=95-2000', { from: 95, to: 99 }],
  ['bytes=100-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=9-3', 'whole'],
  ['bytes=0-1,5-9', 'whole'],
  ['lines=0-1', 'whole'],
  [undefined, 'whole'],
] as const)('of 100 bytes, %s asks for %o', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});
