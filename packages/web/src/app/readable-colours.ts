import { type CSSVariablesResolver, darken, luminance, type MantineTheme } from '@mantine/core';

/** Least contrast of text that WCAG 2.2 asks for at level AA (1.4.3). */
export const LEAST_CONTRAST = 4.5;
/** A little more than the least, so that rounding to whole colours loses nothing. */
const AIM = 4.6;
const STEP = 0.04;

export const PAGE = '#f6f7f5';
const INK_SOFT = '#55605a';
const PLACEHOLDER = '#66706a';
const ERROR = '#a3261f';

/** Contrast of two colours, 1 to 21: (L1 + 0.05) / (L2 + 0.05) with relative luminances L1 >= L2. */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself, or as much darker as it takes to be read on all these grounds. */
export function readableOn(colour: string, grounds: readonly string[]): string {
  for (let share = 0; share < 1; share += STEP) {
    const tried = share === 0 ? colour : darken(colour, share);
    if (grounds.every((ground) => contrastOf(tried, ground) >= AIM)) return tried;
  }
  return '#000000';
}

/** Colours of one hue, dark enough for each use: on its own pale ground, below white text, and as text or outline on the page. */
export function readableShades(shades: readonly string[]): {
  /** The darkest shade, for those who name it. */
  readonly darkest: string;
  readonly lightColor: string;
  readonly filled: string;
  readonly filledHover: string;
  readonly text: string;
} {
  const [pale, paler] = [shades[1]!, shades[2]!];
  const filled = readableOn(shades[8]!, ['#ffffff']);
  const darkest = readableOn(shades[9]!, ['#ffffff', PAGE, pale]);
  return {
    darkest,
    lightColor: readableOn(darkest, [pale, paler]),
    filled,
    filledHover: darken(filled, 0.1),
    text: readableOn(filled, ['#ffffff', PAGE, pale]),
  };
}

/** Variables of every hue of the theme but that of dark pages, and of soft, placeholder and error texts, so that each is read by everybody. */
export const readableColours: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': INK_SOFT,
    '--mantine-color-placeholder': PLACEHOLDER,
    '--mantine-color-error': ERROR,
    ...Object.fromEntries(
      Object.entries(theme.colors).flatMap(([hue, shades]) =>
        hue === 'dark' ? [] : variablesOf(hue, shades),
      ),
    ),
  },
  dark: {},
});

function variablesOf(
  hue: string,
  shades: MantineTheme['colors'][string],
): readonly (readonly [string, string])[] {
  const { darkest, lightColor, filled, filledHover, text } = readableShades(shades);
  const name = `--mantine-color-${hue}`;
  return [
    [`${name}-9`, darkest],
    [`${name}-light-color`, lightColor],
    [`${name}-filled`, filled],
    [`${name}-filled-hover`, filledHover],
    [`${name}-outline`, text],
    [`${name}-text`, text],
  ];
}
