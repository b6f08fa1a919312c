import type { Person } from '@aftermine/science/control';

/** The person a text names, by short name or by name; undefined for anybody else. */
export function personOf(people: readonly Person[], text: string): Person | undefined {
  const name = text.trim();
  return people.find(({ id }) => id === name) ?? people.find((one) => one.name === name);
}

/** People whose short name or name holds what was typed; all of them where it names one already, so that another can be chosen. */
export function matchingPeople(people: readonly Person[], text: string): readonly Person[] {
  const words = text.trim().toLowerCase();
  if (words === '' || personOf(people, text) !== undefined) return people;
  return people.filter(({ id, name }) => `${id}\n${name}`.toLowerCase().includes(words));
}
