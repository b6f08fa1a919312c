import type { PlannedUnit } from '@aftermine/science/plan';

/** A fill that differs from the others by colour and by pattern. */
export interface EndUseStyle {
  readonly pattern: string;
  readonly colour: string;
  /** Marks of the pattern on a tile of 10 x 10. */
  readonly marks: string;
}

/** Words in the id of an end use, the colour people expect of it, and its pattern. */
const STYLES: readonly (EndUseStyle & { readonly words: RegExp })[] = [
  style('forest', /forest|wood/, '#4f8a4b', '<circle cx="3" cy="3" r="1.5"/><circle cx="8" cy="8" r="1.5"/>'),
  style('grass', /grass|pasture/, '#a9c76a', '<path d="M2 5V1M7 10V6"/>'),
  style('farm', /farm|crop|orchard/, '#e4c35a', '<path d="M0 3H10M0 8H10"/>'),
  style('wetland', /wetland|marsh/, '#63b7ac', '<path d="M0 5q2.5-3 5 0t5 0"/>'),
  style('water', /lake|water|reservoir/, '#5b93cf', '<path d="M0 3q2.5-2 5 0t5 0M0 8q2.5-2 5 0t5 0"/>'),
  style('solar', /solar|pv|agrivolt/, '#8a7fc2', '<path d="M0 5H10M5 0V10"/>'),
  style('park', /park|tour|heritage/, '#cf7fae', '<path d="M3 1 5 5H1zM8 6l2 4H6z"/>'),
  style('industry', /industr|logist/, '#a7a39c', '<path d="M0 10 10 0"/>'),
  style('settlement', /settle|hous|village/, '#d9946a', '<path d="M0 0 10 10M0 10 10 0"/>'),
  style('other', /natural|conserv/, '#cfd8c3', '<path d="M0 0 10 10"/>'),
];

function style(
  pattern: string,
  words: RegExp,
  colour: string,
  marks: string,
): EndUseStyle & { readonly words: RegExp } {
  return { pattern, words, colour, marks };
}

/** A style for each end use that a plan chooses, no two the same as long as there are enough of them. */
export function endUseStyles(units: readonly PlannedUnit[]): ReadonlyMap<string, EndUseStyle> {
  const used = [...new Set(units.flatMap(({ choice }) => (choice === null ? [] : [choice.endUse])))].sort();
  const free = new Set(STYLES);
  const styles = new Map<string, EndUseStyle>();
  const give = (use: string, one: (typeof STYLES)[number]): void => {
    styles.set(use, one);
    free.delete(one);
  };
  for (const use of used) {
    const expected = STYLES.find((one) => free.has(one) && one.words.test(use));
    if (expected !== undefined) give(use, expected);
  }
  for (const [i, use] of used.entries())
    if (!styles.has(use)) give(use, [...free].at(-1) ?? STYLES[i % STYLES.length]!);
  return styles;
}

/** SVG patterns of styles: `url(#use-forest)`. */
export function patternsOf(styles: Iterable<EndUseStyle>): string {
  return [...new Set(styles)]
    .map(
      ({ pattern, colour, marks }) =>
        `<pattern id="use-${pattern}" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 0h10v10H0z" fill="${colour}" fill-opacity=".5" stroke="none"/><g class="use-marks" fill="none" stroke="${colour}" stroke-width="1.3">${marks}</g></pattern>`,
    )
    .join('');
}
