import { expect, test } from 'vitest';
import { END_USES, MEASURES } from '../plan-example.fixture.ts';
import { schedulePackage } from '../schedule/schedule-package.ts';
import { PackageKinds } from './package-kinds.ts';

test('the same measures in the same order are one kind; the id does not depend on the order', () => {
  const kinds = new PackageKinds();
  const [a, b] = [MEASURES.reshape, MEASURES.planting];
  const kind = kinds.kindOf(END_USES.forest, [a, b]);
  expect(kinds.kindOf(END_USES.forest, [a]).and(b)).toBe(kind);
  const turned = kinds.kindOf(END_USES.forest, [b, a]);
  expect(turned).not.toBe(kind);
  expect([kind.id, turned.id]).toEqual(['forest/planting+reshape', 'forest/planting+reshape']);
  expect([kind.measures, turned.measures]).toEqual([
    ['reshape', 'planting'],
    ['planting', 'reshape'],
  ]);
  expect(kinds.kindOf(END_USES.wild, [a, b])).not.toBe(kind);
});

test('tasks are those of the schedule; stages are the years in which works and upkeep begin', () => {
  // Earth is moved from January on for three months, planting waits for March and ends with May.
  const kind = new PackageKinds().kindOf(END_USES.forest, [MEASURES.reshape, MEASURES.planting]);
  expect(kind.tasks).toEqual(schedulePackage([MEASURES.reshape, MEASURES.planting]));
  expect(kind.stages.map(({ measure, worksIn, upkeepFrom }) => [measure.id, worksIn, upkeepFrom])).toEqual([
    ['reshape', 0, 1],
    ['planting', 0, 1],
  ]);
});
