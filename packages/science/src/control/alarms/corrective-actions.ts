import type { AlarmKind, SeasonWeather } from './types.ts';

/** Corrective works and checks; words in the catalogue under `corrective.*`. */
export const CORRECTIVE_ACTIONS = [
  'field-check',
  'replant',
  'irrigate',
  'repair-erosion',
  'weed',
  'fence',
  'soil-test',
] as const;
export type CorrectiveAction = (typeof CORRECTIVE_ACTIONS)[number];

/** What answers a departure, best first. */
const ANSWERS: Readonly<Record<AlarmKind, readonly CorrectiveAction[]>> = {
  'sudden-loss': ['field-check', 'replant', 'repair-erosion', 'irrigate'],
  'drifting-below': ['field-check', 'soil-test', 'weed', 'irrigate'],
  relapse: ['field-check', 'fence', 'replant', 'repair-erosion'],
  stall: ['soil-test', 'field-check', 'weed', 'irrigate'],
  'behind-target': ['field-check', 'replant', 'soil-test'],
  'new-disturbance': ['field-check', 'fence', 'repair-erosion'],
  'poor-survival': ['replant', 'irrigate', 'weed', 'fence'],
};

/** Answers to a departure; after a dry season water comes second. */
export function correctiveActions(
  kind: AlarmKind,
  { kind: weather }: SeasonWeather,
): readonly CorrectiveAction[] {
  const answers = ANSWERS[kind];
  if (weather !== 'dry' || !answers.includes('irrigate')) return answers;
  const [first, ...rest] = answers.filter((one) => one !== 'irrigate');
  return [first!, 'irrigate', ...rest];
}
