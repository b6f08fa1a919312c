import { type PlanSettings, planSettingsSchema } from '../../../plan/index.ts';
import { type PolicySettings, policySettingsSchema } from './policy-settings.ts';

/** One figure the panel rests on. */
export interface PanelParameter {
  /** Where it is set: `plan.games.decay`, `policy.altruism.government`. */
  readonly path: string;
  /** Catalogue key of its meaning. */
  readonly name: string;
  readonly value: number | null;
  /** Nobody has stated it for this project: it is illustrative. */
  readonly isDefault: boolean;
}

/** Every figure the panel rests on, and whether it is still the default. */
export function panelParameters(
  games: PlanSettings['games'],
  discountRate: number,
  policy: PolicySettings,
): readonly PanelParameter[] {
  const plan = planSettingsSchema.parse({});
  const usual = new Map(numbersOf('policy', policySettingsSchema.parse({})));
  return [
    {
      path: 'plan.discountRate',
      name: 'game-parameter.discountRate',
      value: discountRate,
      isDefault: discountRate === plan.discountRate,
    },
    ...Object.entries(games).map(
      ([key, value]): PanelParameter => ({
        path: `plan.games.${key}`,
        name: `game-parameter.${key}`,
        value,
        isDefault: value === plan.games[key as keyof PlanSettings['games']],
      }),
    ),
    ...numbersOf('policy', policy).map(
      ([path, value]): PanelParameter => ({
        path,
        name: nameOf(path),
        value,
        isDefault: usual.has(path) && usual.get(path) === value,
      }),
    ),
  ];
}

/** Numbers of nested settings by their path; lists by index. */
function numbersOf(path: string, value: unknown): [string, number | null][] {
  if (typeof value === 'number' || value === null) return [[path, value]];
  if (typeof value !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, inner]) => numbersOf(`${path}.${key}`, inner));
}

/** Entries of a list share one name. */
function nameOf(path: string): string {
  return `policy.parameter.${path.replace(/^policy\./, '').replace(/\.\d+$/, '')}`;
}
