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

/** Canonical JSON of the settings a step's results depend on; part of its lineage. */
export function settingsOfStep(project: Project, step: SettledStep): string {
  const left = Object.entries(project.settings).filter(([key]) => !NOT_READ[step].includes(key));
  return canonicalJson(Object.fromEntries(left));
}
