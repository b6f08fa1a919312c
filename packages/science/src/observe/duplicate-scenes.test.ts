import { expect, test } from 'vitest';
import { dropDuplicateScenes } from './duplicate-scenes.ts';
import type { SceneDraft } from './scene-reading.ts';

const draft = (id: string, facts: SceneDraft['facts']): SceneDraft => ({
  id,
  family: 'landsat',
  platform: 'landsat-8',
  datetime: '2020-07-15T00:00:00Z',
  bands: {},
  masks: [],
  missing: [],
  facts,
});

test('of one acquisition the newest processing is kept, wherever it stands', () => {
  const old = draft('old', { acquisition: 'a', processed: '20200801' });
  const redone = draft('new', { acquisition: 'a', processed: '20210801' });
  for (const order of [
    [old, redone],
    [redone, old],
  ]) {
    const { scenes, problems } = dropDuplicateScenes(order);
    expect(scenes).toEqual([redone]);
    expect(problems).toMatchObject([
      { sceneId: 'old', key: 'scene-problem.duplicate', severity: 'note', params: { kept: 'new' } },
    ]);
  }
});

test('different acquisitions, and scenes that name none, are all kept', () => {
  const scenes = [
    draft('a', { acquisition: 'a' }),
    draft('b', { acquisition: 'b' }),
    draft('c', {}),
    draft('d', {}),
  ];
  expect(dropDuplicateScenes(scenes)).toEqual({ scenes, problems: [] });
});

test('ids stay unique: of two scenes with one id the first is kept', () => {
  const { scenes, problems } = dropDuplicateScenes([
    draft('x', { acquisition: 'a' }),
    draft('x', { acquisition: 'b' }),
  ]);
  expect(scenes).toHaveLength(1);
  expect(problems).toHaveLength(1);
});
