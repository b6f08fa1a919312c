import { expect, test } from 'vitest';
import { openWhenReady } from './open-when-ready.ts';

test('a demonstration without results opens once it has some, whoever asked for it', () => {
  const making = { project: 'demo' };
  expect(openWhenReady(making, [])).toBe('demo');
  expect(openWhenReady(making, [{ id: 'demo', years: null }])).toBe('demo');
});

test('whoever comes back to the list while it is made stays there, and nothing opens where nothing is made', () => {
  expect(openWhenReady({ project: 'demo' }, [{ id: 'demo', years: [1990, 2024] }])).toBeNull();
  expect(openWhenReady(null, [{ id: 'demo', years: null }])).toBeNull();
});
