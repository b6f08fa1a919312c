import { canonicalJson } from '@aftermine/science/base';
import type { Project } from './open-project.ts';

/** Steps whose results depend on settings, in their order. */
export type SettledStep = 'observe' | 'diagnose' | 'plan' | 'control';

/** Sections of the settings that a step does not read: changing them leaves its results as they are. */
const NOT_READ: Readonly<Record<SettledStep, readonly string[]>> = {
  observe: ['diagnose', 'plan', 'control'],
  diagnose: ['plan', 'control'],
  plan: ['control'],
  control: [],
};

/**
 * Canonical JSON of the settings a step's results depend on; part of its lineage. Figures of games explain and enter no result.
 * Freezing the fit of the index concerns the
 * observation alone: what rests on it holds as long as its values do.
 */
export function settingsOfStep(project: Project, step: SettledStep): string {
  const left = Object.entries(project.settings)
    .filter(([key]) => !NOT_READ[step].includes(key))
    .map(([key, value]) => {
      if (key === 'control') return [key, withoutPolicy(value)];
      return [key, key === 'observe' && step !== 'observe' ? withoutFitTo(value) : value];
    });
  return canonicalJson(Object.fromEntries(left));
}

function withoutFitTo(value: unknown): unknown {
  const { rsei, ...rest } = value as Project['settings']['observe'];
  const { fitTo: _, ...of } = rsei;
  return { ...rest, rsei: of };
}

function withoutPolicy(value: unknown): unknown {
  const { policy: _, ...rest } = value as Project['settings']['control'];
  return rest;
}
