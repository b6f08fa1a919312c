import { RESTORATION_MODES } from '@aftermine/science/diagnose';

/** From leaving to nature to another use, light to dark and told apart by every kind of colour vision; grey: open. */
const COLOURS: Readonly<Record<string, string>> = {
  'natural-recovery': '#8fd0a8',
  'assisted-regeneration': '#56b4e9',
  'ecological-reconstruction': '#e69f00',
  conversion: '#b0629a',
};

export const MODES = RESTORATION_MODES;
export const OPEN_COLOUR = '#c9cfcb';

export function modeColour(mode: string | null): string {
  return (mode === null ? undefined : COLOURS[mode]) ?? OPEN_COLOUR;
}
