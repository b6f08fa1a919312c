/** Colours that stay apart for every kind of colour vision (Okabe and Ito 2008), darkened where they must carry text. */
export const CATEGORIES = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#e69f00',
  '#8a6d00',
  '#444444',
] as const;

export const STATE_COLOURS = {
  good: '#1d7a5f',
  watch: '#b26a00',
  bad: '#a3261f',
  none: '#77807b',
} as const;
