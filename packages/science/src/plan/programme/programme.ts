import type { AllocationInstance } from '../allocation/instance.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { LibraryText } from '../library/index.ts';
import type { ObjectiveValues, PackageOutcome } from '../result.ts';
import type { OutcomeContext } from '../value/option-outcome.ts';
import type { Candidate, UnitCandidates } from './candidates.ts';
import type { Fund } from './funds.ts';
import type { OptionTable } from './option-table.ts';

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

/** Options one after the other: a list of them, or the columns of a table that become objects when they are looked at. */
export interface ProgrammeOptions extends Iterable<ProgrammeOption> {
  readonly length: number;
  map<T>(make: (option: ProgrammeOption, i: number) => T): T[];
  flatMap<T>(make: (option: ProgrammeOption, i: number) => T | readonly T[]): T[];
  filter(holds: (option: ProgrammeOption, i: number) => boolean): ProgrammeOption[];
  find(holds: (option: ProgrammeOption, i: number) => boolean): ProgrammeOption | undefined;
}

/** A unit of a programme. */
export interface ProgrammeUnit {
  readonly unit: PlanUnit;
  /** Packages left out because they would set back what has grown. */
  readonly setBack: number;
}

/**
 * Everything the allocation needs. Options are columns: what a package is, its bill and its outcome are derived anew for the units
 * and options that somebody asks for, since a large programme has millions.
 */
export interface Programme {
  readonly start: number;
  readonly years: readonly number[];
  readonly horizon: number;
  readonly discountRate: number;
  readonly units: readonly ProgrammeUnit[];
  /** What may be chosen; the optimiser takes them from here, so that a study may put others in their place. */
  readonly options: ProgrammeOptions;
  readonly table: OptionTable;
  /** Rows in which each account of the table counts, as places in `rows`. */
  readonly accountRows: readonly (readonly number[])[];
  /** Packages in question on a unit, by its place, in the order of the table. */
  readonly waysOf: (unit: number) => UnitCandidates;
  /** What outcomes rest on. */
  readonly context: OutcomeContext;
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
