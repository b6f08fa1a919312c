import { AftermineError } from '../../base/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { Library } from '../library/index.ts';
import type { PlanSettings } from '../settings.ts';
import { PUBLIC_FUND } from './funds.ts';

const FILE = 'aftermine.yaml';

/**
 * Holds the settings of the plan against units and library: what a schema cannot see.
 *
 * @throws InvalidInput `E-PLN-102` a basin, fund or work that stands twice, `E-PLN-303` a unit without area, `E-PLN-305` an unknown unit, `E-PLN-306` an unknown end use or measure,
 * `E-PLN-307` a year outside the programme, `E-PLN-308` locks that contradict each other, `E-PLN-309` judgements of the wrong shape
 */
export function checkPlanSettings(
  settings: PlanSettings,
  units: readonly PlanUnit[],
  library: Library,
  years: readonly number[],
): void {
  for (const { id, areaHa } of units)
    if (!(areaHa > 0))
      throw new AftermineError('InvalidInput', 'E-PLN-303', { where: `units: ${id}`, got: areaHa });
  const ids = new Set(units.map(({ id }) => id));
  const uses = new Set(library.endUses.map(({ id }) => id));
  const measures = new Set(library.measures.map(({ id }) => id));
  const families = new Set([...library.measures.map(({ family }) => family as string), 'end-use']);
  const at = (key: string): string => `${FILE}: plan.${key}`;
  const known = (
    where: string,
    names: readonly string[] | undefined,
    all: ReadonlySet<string>,
    code: string,
  ): void => {
    for (const got of names ?? [])
      if (!all.has(got)) throw new AftermineError('InvalidInput', code, { where: at(where), got });
  };
  known('mandatory', settings.mandatory, ids, 'E-PLN-305');
  known('requires', Object.keys(settings.requires), ids, 'E-PLN-305');
  for (const [unit, wanted] of Object.entries(settings.requires))
    known(`requires.${unit}`, wanted, measures, 'E-PLN-306');
  known('endUses', settings.endUses, uses, 'E-PLN-306');
  known('demand', Object.keys(settings.demand), uses, 'E-PLN-306');
  for (const [key, list] of [
    ['water', settings.water],
    ['works', settings.works],
    ['funds', [...(settings.budget === undefined ? [] : [{ id: PUBLIC_FUND }]), ...settings.funds]],
  ] as const)
    onlyOnce(
      at(key),
      list.map(({ id }) => id),
    );
  // What begins when nothing is counted any more would cost and do nothing.
  if (settings.horizon < years.length)
    throw new AftermineError('InvalidInput', 'E-PLN-307', {
      where: at('years'),
      expected: `${years[0]}-${years[0]! + settings.horizon - 1}`,
      got: years.at(-1)!,
    });
  settings.water.forEach((basin, i) => {
    known(`water.${i}.units`, basin.units, ids, 'E-PLN-305');
  });
  settings.funds.forEach((fund, i) => {
    known(`funds.${i}.for.units`, fund.for?.units, ids, 'E-PLN-305');
    known(`funds.${i}.for.endUses`, fund.for?.endUses, uses, 'E-PLN-306');
    known(`funds.${i}.for.families`, fund.for?.families, families, 'E-PLN-306');
    inProgramme(at(`funds.${i}.amounts`), Object.keys(fund.amounts), years);
  });
  settings.works.forEach((work, i) => {
    known(`works.${i}.units`, work.units, ids, 'E-PLN-305');
    known(`works.${i}.endUses`, work.endUses, uses, 'E-PLN-306');
    known(`works.${i}.measures`, work.measures, measures, 'E-PLN-306');
  });
  settings.exclusive.forEach((group, i) => {
    for (const { unit, endUse } of group) {
      known(`exclusive.${i}`, [unit], ids, 'E-PLN-305');
      known(`exclusive.${i}`, endUse === undefined ? [] : [endUse], uses, 'E-PLN-306');
    }
  });
  if (typeof settings.budget === 'object') inProgramme(at('budget'), Object.keys(settings.budget), years);
  settings.jobsFloor.forEach((floor, i) => {
    inProgramme(at(`jobsFloor.${i}.years`), (floor.years ?? []).map(String), years);
  });
  checkLocks(settings, ids, uses, years, at);
  const { judgements } = settings;
  if (judgements !== undefined && (judgements.length !== 4 || judgements.some((row) => row.length !== 4)))
    throw new AftermineError('InvalidInput', 'E-PLN-309', {
      where: at('judgements'),
      expected: '4 x 4',
      got: `${judgements.length} x ${judgements[0]?.length ?? 0}`,
    });
}

function checkLocks(
  { locks, mandatory }: PlanSettings,
  ids: ReadonlySet<string>,
  uses: ReadonlySet<string>,
  years: readonly number[],
  at: (key: string) => string,
): void {
  const duties = new Set(mandatory);
  const seen = new Map<string, { mode: string; endUse: string | undefined; year: number | undefined }>();
  locks.forEach(({ unit, mode, endUse, year }, i) => {
    const where = at(`locks.${i}`);
    if (!ids.has(unit)) throw new AftermineError('InvalidInput', 'E-PLN-305', { where, got: unit });
    if (endUse !== undefined && !uses.has(endUse))
      throw new AftermineError('InvalidInput', 'E-PLN-306', { where, got: endUse });
    if (year !== undefined) inProgramme(where, [String(year)], years);
    const other = seen.get(unit);
    const clash =
      (mode === 'leave' && (duties.has(unit) || endUse !== undefined || year !== undefined)) ||
      (other !== undefined &&
        (other.mode !== mode ||
          (other.endUse !== undefined && endUse !== undefined && other.endUse !== endUse) ||
          (other.year !== undefined && year !== undefined && other.year !== year)));
    if (clash) throw new AftermineError('InvalidInput', 'E-PLN-308', { where, got: unit });
    seen.set(unit, { mode, endUse: endUse ?? other?.endUse, year: year ?? other?.year });
  });
}

function onlyOnce(where: string, ids: readonly string[]): void {
  ids.forEach((got, i) => {
    if (ids.indexOf(got) !== i) throw new AftermineError('InvalidInput', 'E-PLN-102', { where, got });
  });
}

function inProgramme(where: string, given: readonly string[], years: readonly number[]): void {
  for (const year of given)
    if (!years.includes(Number(year)))
      throw new AftermineError('InvalidInput', 'E-PLN-307', {
        where,
        expected: `${years[0]}-${years.at(-1)}`,
        got: year,
      });
}
