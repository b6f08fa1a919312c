import { say as sayText } from '@aftermine/science/base';
import type { DiagnosisPage } from './diagnosis-page.ts';

/** What the user's file and the registers say of a unit, as name and words; nothing where nobody said. */
export function registerFacts(
  { language, say, unitOf }: DiagnosisPage,
  id: string,
): readonly (readonly [string, string])[] {
  const unit = unitOf.get(id);
  if (unit === undefined) return [];
  const { damage, yearDamaged, yearReclaimed, register } = unit;
  const farmland = register?.basicFarmland ?? null;
  const stated: readonly (readonly [string, string | null])[] = [
    ['damage', damage === null ? null : sayText(language, `damage.${damage}`)],
    ['damaged', yearDamaged === null ? null : String(yearDamaged)],
    ['reclaimed', yearReclaimed === null ? null : String(yearReclaimed)],
    ['land-class', register?.landClass ?? null],
    ['farmland', farmland === null ? null : say(farmland ? 'yes' : 'no')],
    ['owner', register?.owner ?? null],
    ['village', register?.village ?? null],
  ];
  return stated.flatMap(([key, words]) => (words === null ? [] : [[say(`fact.${key}`), words] as const]));
}
