import type { PlanProblem, PlanUnit } from '../facts/plan-unit.ts';
import { AskedGates } from '../gates/asked-gates.ts';
import { worseOf } from '../gates/evaluate-gate.ts';
import type { EndUse, Library, Measure } from '../library/index.ts';
import type { GateResult, GateState, PackageRecord } from '../result.ts';
import { GateWays } from './gate-ways.ts';
import { LibraryIndex } from './library-index.ts';
import type { Mend } from './mend.ts';
import { PackageDraft, type Taste } from './package-draft.ts';
import { type PackageKind, PackageKinds } from './package-kinds.ts';
import { ProblemAnswers } from './problem-answers.ts';

/** A package that is possible on a unit. */
export interface DerivedPackage extends PackageRecord {
  readonly use: EndUse;
  readonly parts: readonly Measure[];
  readonly establishing: Measure | null;
  readonly mends: readonly Mend[];
  /** Problems of the diagnosis that its measures leave as they are. */
  readonly unresolved: readonly PlanProblem[];
}

export interface Derivation {
  readonly packages: readonly DerivedPackage[];
  /** By package: what it has in common with those of other units. */
  readonly kinds: readonly PackageKind[];
  /** End uses without a package, and the gates that say so. */
  readonly barred: readonly { readonly endUse: string; readonly gates: readonly GateResult[] }[];
}

export interface DeriveOptions {
  readonly year: number;
  readonly registerComplete: boolean;
  /** Measures that somebody demands on this unit, whatever it becomes. */
  readonly required: readonly string[];
  /** End uses in question. */
  readonly endUses: readonly EndUse[];
  /** Cost of a measure on the unit, for preferring one scheme to another. */
  readonly costOf: (measure: Measure, use: EndUse, mends: readonly Mend[]) => number;
  /** What the units of a site share: kinds of packages, and the library by what it is looked up for. */
  readonly kinds?: PackageKinds;
  readonly index?: LibraryIndex;
}

/**
 * Packages of a unit, derived and not listed: each end use with each measure that establishes it and whatever measures its gates
 * ask for. A gate that is not met looks for measures that can meet it and whose own gates hold; where several do, the scheme
 * preferred by TOPSIS and the cheapest are both followed. Each package comes bare, and with measures that answer the problems of
 * the diagnosis that it would leave. What no measure can meet bars the end use, with the gate's words.
 */
export function derivePackages(unit: PlanUnit, library: Library, options: DeriveOptions): Derivation {
  const { year, registerComplete, required, costOf } = options;
  const { kinds = new PackageKinds(), index = new LibraryIndex(library) } = options;
  const gates = new AskedGates(unit, { year, registerComplete });
  const answers = new ProblemAnswers(unit, library, gates, costOf);
  const needed = index.needed(unit.damage, required);
  const found = new Found();
  const barred: { endUse: string; gates: readonly GateResult[] }[] = [];
  for (const use of options.endUses) {
    const before = found.packages.length;
    // What a gate says is one result, however many packages it refuses.
    const refusals = new Set<GateResult>();
    const gateWays = new GateWays({ unit, use, year, registerComplete, index, gates, costOf });
    const ground: Ground = { use, needed, gates, gateWays, answers, kinds };
    const ofUse = new Map<Taste, PackageDraft>();
    for (const establishing of use.vegetated ? index.establishing(use.land) : [null]) {
      for (const taste of ['preferred', 'cheapest'] as const) {
        let start = ofUse.get(taste);
        if (start === undefined) {
          start = new PackageDraft(taste);
          askAll(ground, start, use);
          ofUse.set(taste, start);
        }
        const draft = draftOf(ground, start, taste, establishing);
        for (const result of draft.refused) refusals.add(result);
        if (draft.refused.length === 0) addPackages(found, ground, draft, establishing);
        // Where the preferred schemes are the cheapest the other taste leads to the same packages.
        if (!draft.isTasteful) break;
      }
    }
    if (found.packages.length === before) barred.push({ endUse: use.id, gates: [...refusals] });
  }
  return { packages: found.packages, kinds: found.kinds, barred };
}

/** Packages of a unit, each once. */
class Found {
  readonly packages: DerivedPackage[] = [];
  readonly kinds: PackageKind[] = [];
  readonly #ids = new Set<string>();

  add(kind: PackageKind, make: () => DerivedPackage): void {
    if (this.#ids.has(kind.id)) return;
    this.#ids.add(kind.id);
    this.kinds.push(kind);
    this.packages.push(make());
  }
}

/** What the packages of one unit for one end use are made from. */
interface Ground {
  readonly use: EndUse;
  readonly needed: ReturnType<LibraryIndex['needed']>;
  readonly gates: AskedGates;
  readonly gateWays: GateWays;
  readonly answers: ProblemAnswers;
  readonly kinds: PackageKinds;
}

/** Asks the gates of an end use or a measure. */
function askAll({ use, gates, gateWays }: Ground, draft: PackageDraft, of: EndUse | Measure): void {
  for (const gate of of.gates) {
    const result = gates.result(gate, of.id, use.land);
    draft.ask(gate, result, () => gateWays.toMeet(gate, of.id, result));
  }
}

/**
 * A package up to its answers.
 *
 * @param start what the gates of the end use ask for
 */
function draftOf(
  ground: Ground,
  start: PackageDraft,
  taste: Taste,
  establishing: Measure | null,
): PackageDraft {
  const draft = new PackageDraft(taste, start);
  if (establishing !== null) askAll(ground, draft, establishing);
  for (const { measure, isRequired } of ground.needed) {
    // Land that is only guarded is not cleared first.
    if (!isRequired && establishing?.ladder === 'natural') continue;
    if (measure !== establishing)
      draft.add(measure, ground.gates.ofMeasure(measure, ground.use.land).results);
  }
  return draft;
}

/** Adds the package of a draft, bare, and with measures that answer what it would leave. */
function addPackages(
  found: Found,
  { use, kinds, answers }: Ground,
  { parts, mends, results }: PackageDraft,
  establishing: Measure | null,
): void {
  const bare = establishing === null ? parts : [...parts, establishing];
  const { before, after, added, mends: more, gates } = answers.answer(use, bare, mends);
  const alone = kinds.kindOf(use, bare);
  found.add(alone, () => packageFrom(alone, establishing, mends, results, before));
  if (added.length === 0) return;
  let whole = alone;
  for (const measure of added) whole = whole.and(measure);
  found.add(whole, () =>
    packageFrom(
      whole,
      establishing,
      more.length === 0 ? mends : [...mends, ...more],
      gates.length === 0 ? results : [...results, ...gates],
      after,
    ),
  );
}

function packageFrom(
  { id, use, measures, parts }: PackageKind,
  establishing: Measure | null,
  mends: readonly Mend[],
  gates: readonly GateResult[],
  unresolved: readonly PlanProblem[],
): DerivedPackage {
  let state: GateState = 'pass';
  for (const result of gates) state = worseOf(state, result.state);
  return {
    id,
    endUse: use.id,
    measures,
    state,
    gates,
    use,
    parts,
    establishing,
    mends,
    unresolved,
  };
}
