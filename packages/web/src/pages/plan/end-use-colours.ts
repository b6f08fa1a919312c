import type { PlannedUnit } from '@aftermine/science/plan';

/** Colour people expect of an end use, by words in its id. */
const EXPECTED: readonly (readonly [words: RegExp, colour: string])[] = [
  [/forest|wood/, '#3f7f3c'],
  [/shrub/, '#7d9b4e'],
  [/grass|pasture/, '#b5d27a'],
  [/farm|crop|orchard/, '#e4c35a'],
  [/wetland|marsh/, '#63b7ac'],
  [/lake|water|reservoir/, '#5b93cf'],
  [/solar|pv|agrivolt/, '#8a7fc2'],
  [/park|tour|heritage/, '#cf7fae'],
  [/industr|logist/, '#a7a39c'],
  [/settle|hous|village/, '#d9946a'],
  [/natural|habitat|conserv/, '#a8d8c2'],
];
const SPARE = ['#b07d4b', '#7fb3d5', '#d98880', '#c39bd3', '#f0b27a', '#95a5a6'];
export const NOTHING_COLOUR = '#eceeec';

/** A colour for each end use that is chosen, no two alike while there are enough. */
export function endUseColours(ids: Iterable<string>): ReadonlyMap<string, string> {
  const colours = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of [...new Set(ids)].sort()) {
    const expected = EXPECTED.find(([words, colour]) => words.test(id) && !taken.has(colour))?.[1];
    const colour = expected ?? SPARE.find((one) => !taken.has(one)) ?? SPARE[0]!;
    taken.add(colour);
    colours.set(id, colour);
  }
  return colours;
}

export function chosenEndUses(units: readonly PlannedUnit[]): readonly string[] {
  return units.flatMap(({ choice }) => (choice === null ? [] : [choice.endUse]));
}

/** End use of a choice as plans of the front keep it: `<end use>/<measures>@<year>`. */
export function endUseOf(choice: string | null): string | null {
  return choice === null ? null : choice.slice(0, choice.indexOf('/') < 0 ? undefined : choice.indexOf('/'));
}
