import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A set that was screened by hand, with the priors and the measures an independent run reached. */
export interface ScreeningSet {
  readonly name: string;
  readonly texts: readonly string[];
  readonly labels: readonly boolean[];
  /** By seed: the numbers of an included and an excluded record. */
  readonly priors: readonly (readonly number[])[];
  readonly expected: ExpectedScreening;
}

interface Measures<T> {
  readonly wss95: T;
  readonly wss100: T;
  readonly loss: T;
  readonly rrf10: T;
}

/** Mean and range over the seeds. */
export interface ExpectedScreening {
  readonly feat: number;
  readonly mean: Measures<number>;
  readonly range: Measures<readonly [low: number, high: number]>;
}

export const SCREENING_SETS = ['ADHD', 'Bannach-Brown_2019', 'ACEInhibitors'] as const;

/** Reads one of the sets from the folder of the shared data; rows without a label are left out. */
export function screeningSet(folder: string, name: (typeof SCREENING_SETS)[number]): ScreeningSet {
  const { priors, expected } = JSON.parse(readFileSync(join(folder, 'screening_expected.json'), 'utf8')) as {
    readonly priors: Readonly<Record<string, readonly (readonly number[])[]>>;
    readonly expected: readonly (ExpectedScreening & {
      readonly file: string;
      readonly model: string;
      readonly label: string;
    })[];
  };
  const file = `screen_${name}.csv`;
  const wanted = expected.find((row) => row.file === file && row.model === 'u4')!;
  const rows = parse(readFileSync(join(folder, file), 'utf8'), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  const labelled = rows.filter((row) => /^[01]$/.test(row[wanted.label]!));
  return {
    name,
    texts: labelled.map((row) => `${row['title']} ${row['abstract']}`),
    labels: labelled.map((row) => row[wanted.label] === '1'),
    priors: priors[name]!,
    expected: wanted,
  };
}
