import type { PlanSettings } from '@aftermine/science/plan';
import type { SettingJson } from './settings-draft.ts';

type Locks = PlanSettings['locks'];

/** Year that is fixed for a unit; null where none is. */
export function lockedYear(locks: Locks, unit: string): number | null {
  return locks.find((lock) => lock.unit === unit && lock.mode === 'treat')?.year ?? null;
}

/** Locks with the year of a unit fixed; an end use that was fixed before stays. */
export function withYear(
  locks: Locks,
  { unit, year, endUse }: { readonly unit: string; readonly year: number; readonly endUse: string },
): SettingJson {
  const known = locks.find((lock) => lock.unit === unit);
  return [
    ...locks.filter((lock) => lock.unit !== unit).map(plain),
    { unit, mode: 'treat', endUse: known?.endUse ?? endUse, year },
  ];
}

/** Locks without the year of a unit, and without the unit where nothing else was fixed. */
export function withoutLock(locks: Locks, unit: string): SettingJson {
  return locks.filter((lock) => lock.unit !== unit).map(plain);
}

/** A lock without keys that say nothing. */
function plain(lock: Locks[number]): SettingJson {
  return Object.fromEntries(Object.entries(lock).filter(([, value]) => value !== undefined)) as SettingJson;
}
