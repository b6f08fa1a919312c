import { WETNESS_SETS } from '@aftermine/science/observe';
import { expect, test } from 'vitest';
import { methodOf, wetnessSetOf } from './method-of.ts';

const project = (wetness: string, state: 'done' | 'stale') => ({
  settings: { observe: { wetness } },
  steps: [{ step: 'observe' as const, state, key: '', params: {} }],
});

test('wetness cites the set of coefficients that the project chose, whichever it is', () => {
  for (const set of Object.values(WETNESS_SETS)) {
    const [first] = methodOf('wetness', wetnessSetOf(project(set.id, 'done')));
    expect(first).toBe(`${set.source} (docs/methods/wetness.md)`);
  }
});

test('no set is cited where the settings changed after the observation, or name none', () => {
  expect(wetnessSetOf(project('huang-2002', 'stale'))).toBeNull();
  expect(wetnessSetOf({ settings: null, steps: project('huang-2002', 'done').steps })).toBeNull();
  expect(methodOf('wetness', null)[0]).toBe('docs/methods/wetness.md');
});

test('what is no component of the ecological index has the page of indices', () => {
  expect(methodOf('nbr', null)).toEqual(['docs/methods/indices.md']);
  expect(methodOf('rsei', null)[0]).toContain('Xu 2013');
});
