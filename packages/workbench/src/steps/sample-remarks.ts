import type { SampleSite, Site } from '@aftermine/science/site';
import type { SampleFile } from '../ports/index.ts';

/** Something a reader of a table did or could not use, as a catalogue key, with the cell it speaks of. */
export interface SampleRemark {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
}

/** A table with one mistake in each of its rows would drown everything else. */
const MAX_OF_A_KIND = 5;

/** What there is to say of a table of samples, kind by kind; of each kind the first five, and how many more there are. */
export function sampleRemarks(
  file: string,
  { problems, warnings }: Pick<SampleFile, 'problems' | 'warnings'>,
): readonly SampleRemark[] {
  const kinds = new Map<string, SampleFile['problems'][number][]>();
  for (const problem of problems) {
    const found = kinds.get(problem.key);
    if (found === undefined) kinds.set(problem.key, [problem]);
    else found.push(problem);
  }
  const whole = { file, row: null, column: null };
  return [
    ...warnings.map(({ key, params }) => ({ key, params, ...whole })),
    ...[...kinds.values()].flatMap((found): SampleRemark[] => [
      ...found
        .slice(0, MAX_OF_A_KIND)
        .map(({ key, params, row, column }) => ({ key, params, file, row, column })),
      ...(found.length > MAX_OF_A_KIND
        ? [{ key: 'sample.more', params: { count: found.length - MAX_OF_A_KIND }, ...whole }]
        : []),
    ]),
  ];
}

/** What samples of a site are checked against. */
export function sampleSite({ crs, boundary, units, references }: Site): SampleSite {
  return { crs, boundary, areas: [...units, ...references] };
}
