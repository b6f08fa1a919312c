import { isUnknown } from '../../base/index.ts';
import { NEVER_OBSERVED, UNGUARDED } from '../effect/course-of-package.ts';
import { type EndUse, type Library, type Measure, UNVERIFIED } from '../library/index.ts';
import type { ProgrammeOption } from '../programme/programme.ts';
import type { UnverifiedDefault } from '../result.ts';

/**
 * Defaults of the library that nothing supports yet and that the plan rests on, and how many of its units use each: costs, quantities,
 * effects, gates, jobs. Those of the plan itself (what holds recovery back, unguarded land) are among them.
 */
export function unverifiedDefaults(
  library: Library,
  chosen: readonly ProgrammeOption[],
): readonly UnverifiedDefault[] {
  const found = new Map<string, UnverifiedDefault>();
  const tell = (of: string, what: string, source: string | undefined): void => {
    if (source !== UNVERIFIED) return;
    const key = `${of} ${what}`;
    const known = found.get(key);
    found.set(key, { of, what, usedBy: (known?.usedBy ?? 0) + 1 });
  };
  for (const { candidate } of chosen) {
    const items = new Set<string>();
    for (const { item } of candidate.bill) {
      if (items.has(item.id)) continue;
      items.add(item.id);
      tell(`cost:${item.id}`, 'unit-cost', item.source);
    }
    for (const measure of candidate.one.parts) tellMeasure(measure, tell);
    tellUse(candidate.one.use, tell);
    if (isUnknown(candidate.unit.recoveryNow))
      tell('plan:never-observed', String(NEVER_OBSERVED), UNVERIFIED);
    if (candidate.one.unresolved.length > 0) tell('plan:left-unanswered', 'asymptote', UNVERIFIED);
    tell('plan:unguarded', String(UNGUARDED), UNVERIFIED);
  }
  if (library.costs.source === UNVERIFIED && chosen.length > 0)
    found.set('costs', { of: `costs:${library.costs.id}`, what: 'general', usedBy: chosen.length });
  return [...found.values()].sort((a, b) => b.usedBy - a.usedBy || (a.of < b.of ? -1 : a.of > b.of ? 1 : 0));
}

type Tell = (of: string, what: string, source: string | undefined) => void;

function tellMeasure(measure: Measure, tell: Tell): void {
  const of = `measure:${measure.id}`;
  for (const { item, source } of measure.quantities) tell(of, `quantity ${item}`, source);
  for (const { item, source } of measure.upkeep?.quantities ?? []) tell(of, `upkeep ${item}`, source);
  for (const { id, source } of measure.gates) tell(of, `gate ${id}`, source);
  tellRecovery(of, measure.establishes, tell);
  tell(of, 'erosion', measure.erosion?.source);
}

/** One line for all figures of recovery that nothing supports; one for each where others have a source of their own. */
function tellRecovery(of: string, establishes: Measure['establishes'], tell: Tell): void {
  if (establishes === undefined) return;
  const { source, figureSources = {} } = establishes;
  if (Object.keys(figureSources).length === 0) tell(of, 'recovery', source);
  else
    for (const figure of ['rate', 'reach', 'survival'] as const)
      tell(of, `recovery ${figure}`, figureSources[figure] ?? source);
}

function tellUse(use: EndUse, tell: Tell): void {
  const of = `end-use:${use.id}`;
  for (const { id, source } of use.gates) tell(of, `gate ${id}`, source);
  tell(of, 'carbon', use.carbon.source);
  tell(of, 'jobs', use.jobs.source);
  tell(of, 'revenue', use.revenue?.source);
  tell(of, 'operating', use.operating?.source);
  for (const { item, source } of use.capital) tell(of, `capital ${item}`, source);
}
