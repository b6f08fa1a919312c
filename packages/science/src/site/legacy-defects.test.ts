import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkFeatures } from './feature-checks.ts';
import type { FeatureProblem } from './feature-problem.ts';
import { compareWithAccepted, defectKey } from './legacy-defects.ts';
import type { Feature, Ring } from './types.ts';

const CRS = 'EPSG:4547';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const box = (west: number, east: number): Ring => [
  [500_000 + west, 4_300_000],
  [500_000 + east, 4_300_000],
  [500_000 + east, 4_300_100],
  [500_000 + west, 4_300_100],
  [500_000 + west, 4_300_000],
];
const feature = (id: string, ring: Ring): Feature => ({ id, geometry: [[ring]], properties: {} });
const keyed = (features: Feature[]): (FeatureProblem & { key: string })[] =>
  checkFeatures(features, CRS).map((problem) => ({
    ...problem,
    key: defectKey(problem, features, CRS, hash),
  }));
const accept = (features: Feature[]) =>
  keyed(features).map(({ key, check, index }) => ({ key, check, feature: features[index]!.id! }));

const a = feature('A', box(0, 200));
const b = feature('B', box(150, 250));

describe('compareWithAccepted', () => {
  test('a problem that was accepted warns, the same kind at another place blocks', () => {
    const accepted = accept([a, b]);
    expect(accepted).toHaveLength(1);
    const before = compareWithAccepted(keyed([a, b]), accepted);
    expect(before).toMatchObject({ legacy: [{ check: 'overlap' }], blocking: [], open: [], gone: [] });
    const later = compareWithAccepted(keyed([a, b, feature('C', box(240, 300))]), accepted);
    expect(later.legacy).toHaveLength(1);
    expect(later.blocking).toMatchObject([{ check: 'overlap', index: 2 }]);
  });

  test('order in the file, name, direction and start of the ring do not matter; a moved vertex does', () => {
    const accepted = accept([a, b]);
    const turned = feature('renamed', [...box(150, 250).slice(1), box(150, 250)[1]!].toReversed());
    expect(compareWithAccepted(keyed([turned, a]), accepted).blocking).toEqual([]);
    const moved = compareWithAccepted(keyed([a, feature('B', box(150.002, 250))]), accepted);
    expect(moved.blocking).toHaveLength(1);
    expect(moved.gone).toEqual(accepted);
  });

  test('an id twice cannot be accepted: nothing could tell the two apart', () => {
    const twins = [a, feature('A', box(300, 400))];
    expect(compareWithAccepted(keyed(twins), accept(twins)).blocking).toMatchObject([
      { check: 'duplicate-id' },
    ]);
  });

  test('what need not be fixed neither blocks nor has to be accepted', () => {
    const outcome = compareWithAccepted(keyed([a, feature('B', box(198, 300))]), []);
    expect(outcome).toMatchObject({ blocking: [], open: [{ check: 'overlap', severity: 'can-fix' }] });
  });
});
