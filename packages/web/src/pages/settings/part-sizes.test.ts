import { expect, test } from 'vitest';
import { partSizes } from './part-sizes.ts';

test('only parts that take room are told, the largest first', () => {
  const parts = [
    { part: 'tiles', files: 0, bytes: 0 },
    { part: 'plans', files: 2, bytes: 10 },
    { part: 'pictures', files: 1, bytes: 90 },
  ] as const;
  expect(partSizes({ parts }).map(({ part }) => part)).toEqual(['pictures', 'plans']);
});
