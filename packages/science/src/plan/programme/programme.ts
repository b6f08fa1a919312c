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

/** Everything the allocation needs, as data. */
export interface Programme {
  readonly start: number;
  readonly years: readonly number[];
  readonly horizon: number;
  readonly units: readonly UnitCandidates[];
  readonly options: readonly ProgrammeOption[];
  readonly rows: readonly ProgrammeRow[];
  readonly carryOver: readonly (readonly string[])[];
  readonly mandatory: readonly string[];
  readonly locked: ReadonlyMap<string, 'treat' | 'leave'>;
  readonly works: NonNullable<AllocationInstance['works']>;
  readonly exclusive: NonNullable<AllocationInstance['exclusive']>;
  readonly compartments: NonNullable<AllocationInstance['compartments']>;
  readonly boundary: NonNullable<AllocationInstance['boundary']>;
  readonly funds: readonly Fund[];
  readonly weights: ObjectiveValues;
  readonly scales: ObjectiveValues;
}

/** Value of a unit of money, where the optimum must not depend on rounding: options worth less than this are worth nothing. */
const LEAST_VALUE = 1e-9;

/** The programme as an instance of the optimiser; options of no use are left out unless their unit must be treated. */
export function instanceOf(programme: Programme): AllocationInstance {
  const must = new Set(programme.mandatory);
  const options = programme.options.filter(
    ({ value, candidate }) =>
      value > LEAST_VALUE ||
      must.has(candidate.unit.id) ||
      programme.rows.some(({ sense }) => sense !== '<='),
  );
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
    ...(programme.works.length === 0 ? {} : { works: programme.works }),
    ...(programme.exclusive.length === 0 ? {} : { exclusive: programme.exclusive }),
    ...(programme.compartments.length === 0
      ? {}
      : { compartments: programme.compartments, boundary: programme.boundary }),
    ...(programme.carryOver.length === 0
      ? {}
      : { carryOver: programme.carryOver.map((chain) => [...chain]) }),
  };
}
