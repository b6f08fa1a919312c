import { expect, test } from 'vitest';
import { drawnWith } from './drawn-with.ts';

test('the settings of the futures are told as shares in percent, what is not there as a dash', () => {
  const settings = { droughts: 0.12, droughtSurvival: 0.5, dieOffShare: [0.3, 0.8], seasonsAfter: 5 };
  expect(drawnWith(settings, 'en')).toEqual({
    droughts: '12 %',
    survival: '50 %',
    dieOffs: '–',
    low: '30 %',
    high: '80 %',
    seasons: '5',
  });
});
