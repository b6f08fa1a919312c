import type { FieldNote } from '@aftermine/science/control';

/** A row that could not be used, as a catalogue key. */
export interface FieldNoteProblem {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Row of the table, from 1. */
  readonly row: number;
}

export interface FieldNoteFile {
  readonly notes: readonly FieldNote[];
  readonly problems: readonly FieldNoteProblem[];
}

/** Reads what was seen and done in the field from a table. */
export interface FieldNotes {
  /**
   * Every usable row; what cannot be used is told row by row.
   *
   * @param units ids that rows may speak of
   * @throws NotFound `E-PRJ-002` without the file; InvalidInput `E-CTL-311` without columns for unit and date
   */
  read(path: string, units: ReadonlySet<string>): Promise<FieldNoteFile>;
}
