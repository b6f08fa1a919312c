import { expect, test } from 'vitest';
import { matchingPeople, personOf } from './matching-people.ts';

const people = [
  { id: 'wang', name: '王科长', role: 'officer' },
  { id: 'li', name: 'Li (mine engineer)', role: 'engineer' },
] as const;

test('a person is named by short name or by name; any other text is a name written by hand', () => {
  expect(personOf(people, ' wang ')?.id).toBe('wang');
  expect(personOf(people, '王科长')?.id).toBe('wang');
  expect(personOf(people, 'chen')).toBeUndefined();
});

test('what is typed narrows the people, and a name already chosen leaves all of them to choose from', () => {
  expect(matchingPeople(people, 'MINE').map(({ id }) => id)).toEqual(['li']);
  expect(matchingPeople(people, '王').map(({ id }) => id)).toEqual(['wang']);
  expect(matchingPeople(people, 'chen')).toEqual([]);
  expect(matchingPeople(people, 'li')).toEqual(people);
  expect(matchingPeople(people, '')).toEqual(people);
});
