import type { AllocationInstance } from '../allocation/instance.ts';
import type { LibraryText } from '../library/index.ts';
import type { ObjectiveValues, PackageOutcome } from '../result.ts';
import type { Candidate, UnitCandidates } from './candidates.ts';
import type { Fund } from './funds.ts';

/** A candidate that begins in a year. */
export interface ProgrammeOption {
  readonly candidate: Candidate;
  readonly year: number;
  readonly outcome: PackageOutcome;
  /** Weighted value: sum of weight x objective / scale. */
  readonly value: number;
  readonly use: Readonly<Record<string, number>>;
  readonly needs: readonly string[];
}

export interface ProgrammeRow {
  readonly id: string;
  readonly sense: '<=' | '>=' | '=';
  readonly limit: number;
  readonly name: LibraryText;
  /** Unit of measure of the row. */
  readonly measure: string;
}

/** A shared work built in a year. */
export interface ProgrammeWork {
  readonly id: string;
  readonly year: number;
  readonly cost: number;
  /** Its cost as a negative NPV, and what it uses. */
  readonly npv: number;
  readonly value: number;
  readonly use: Readonly<Record<string, number>>;
}

/** Everything the allocation needs, as data. */
export interface Programme {
  readonly start: number;
  readonly years: readonly number[];
  readonly horizon: number;
  readonly discountRate: number;
  readonly units: readonly UnitCandidates[];
  readonly options: readonly ProgrammeOption[];
  readonly rows: readonly ProgrammeRow[];
  readonly carryOver: readonly (readonly string[])[];
  readonly mandatory: readonly string[];
  readonly locked: ReadonlyMap<string, 'treat' | 'leave'>;
  readonly works: readonly ProgrammeWork[];
  readonly exclusive: NonNullable<AllocationInstance['exclusive']>;
  readonly compartments: NonNullable<AllocationInstance['compartments']>;
  readonly boundary: NonNullable<AllocationInstance['boundary']>;
  readonly funds: readonly Fund[];
  readonly weights: ObjectiveValues;
  readonly scales: ObjectiveValues;
}

/** Value of a unit of money, where the optimum must not depend on rounding: options worth less than this are worth nothing. */
const LEAST_VALUE = 1e-9;

/**
 * The programme as an instance of the optimiser. Options of no use are left out where nothing can make them useful: no duty, no
 * floor, no compartment. Groups and compartments keep only units that have options left.
 */
export function instanceOf(programme: Programme): AllocationInstance {
  const must = new Set(programme.mandatory);
  const all = programme.compartments.length > 0 || programme.rows.some(({ sense }) => sense !== '<=');
  const options = programme.options.filter(
    ({ value, candidate }) => all || value > LEAST_VALUE || must.has(candidate.unit.id),
  );
  const has = new Set(options.map(({ candidate }) => candidate.unit.id));
  const packages = new Set(options.map(({ candidate }) => `${candidate.unit.id}\u0000${candidate.one.id}`));
  const exclusive = programme.exclusive
    .map((group) =>
      group.filter(({ unit, package: of }) =>
        of === undefined ? has.has(unit) : packages.has(`${unit}\u0000${of}`),
      ),
    )
    .filter((group) => group.length > 1);
  const compartments = programme.compartments
    .map((one) => ({ ...one, units: one.units.filter((unit) => has.has(unit)) }))
    .filter(({ units }) => units.length > 0);
  const kept = new Set(compartments.map(({ id }) => id));
  const boundary = programme.boundary.filter(({ a, b }) => kept.has(a) && kept.has(b));
  return {
    format: 'aftermine-allocation/1',
    sense: 'max',
    options: options.map(({ candidate, year, value, use, needs }) => ({
      unit: candidate.unit.id,
      package: candidate.one.id,
      year,
      value,
      use: { ...use },
      ...(needs.length === 0 ? {} : { needs: [...needs] }),
    })),
    rows: programme.rows.map(({ id, sense, limit, name }) => ({ id, sense, limit, name: { ...name } })),
    mandatory: [...programme.mandatory],
    ...(programme.works.length === 0
      ? {}
      : { works: programme.works.map(({ id, year, value, use }) => ({ id, year, value, use: { ...use } })) }),
    ...(exclusive.length === 0 ? {} : { exclusive }),
    ...(compartments.length === 0 ? {} : { compartments, boundary }),
    ...(programme.carryOver.length === 0
      ? {}
      : { carryOver: programme.carryOver.map((chain) => [...chain]) }),
  };
}
