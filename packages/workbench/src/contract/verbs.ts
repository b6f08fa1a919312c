import { z } from 'zod';

/**
 * How a verb runs behind the web app: `inline` in the server, answered at once; `apart` in a process of its own, answered when it
 * ends (seconds); `job` in a process of its own, followed by its events (minutes).
 */
export type VerbLane = 'inline' | 'apart' | 'job';

/** What a value of an option is. `list` is given once per item. */
export type OptionKind = 'flag' | 'text' | 'number' | 'list';

export interface Verb {
  /** As typed: `plan solve`. */
  readonly name: string;
  readonly lane: VerbLane;
  /** True where the project changes: needs the same origin, and answers with a conflict while another change is under way. */
  readonly changes: boolean;
  /** How many arguments at most. */
  readonly args: number;
  /** Arguments that name a file: `upload:<id>`, or a path inside the folder of the project. */
  readonly files: boolean;
  readonly options: Readonly<Record<string, OptionKind>>;
}

type Row = readonly [
  name: string,
  lane: VerbLane,
  changes: boolean,
  args: number,
  files: boolean,
  options?: Readonly<Record<string, OptionKind>>,
];

const person = { by: 'text', note: 'text' } as const;
const reading = { encoding: 'text', crs: 'text', datum: 'text', layer: 'text' } as const;

const rows: readonly Row[] = [
  ['status', 'inline', false, 0, false],
  ['info', 'apart', false, 1, true, reading],
  ['check', 'apart', false, 0, false],
  ['check --fix', 'apart', true, 0, false, { by: 'text', overlap: 'text', yes: 'flag', 'dry-run': 'flag' }],
  ['check --accept', 'apart', true, 9, false, { by: 'text', 'dry-run': 'flag' }],
  ['check --report', 'apart', true, 0, false, { overwrite: 'flag', lang: 'text' }],
  ['import', 'apart', true, 50, true, { ...reading, as: 'text', overwrite: 'flag' }],
  ['propose', 'apart', true, 0, false, { 'min-area': 'number', accept: 'list', overwrite: 'flag' }],
  ['observe', 'job', true, 0, false, { scenes: 'list', force: 'flag', 'keep-going': 'flag', set: 'list' }],
  ['observe --dry-run', 'apart', false, 0, false, { scenes: 'list', 'keep-going': 'flag', set: 'list' }],
  ['diagnose', 'job', true, 0, false, { force: 'flag', set: 'list' }],
  ['plan solve', 'job', true, 0, false, { gap: 'number', time: 'number', exact: 'flag', set: 'list' }],
  ['plan front', 'job', true, 0, false, { set: 'list' }],
  ['plan compare', 'apart', false, 7, false],
  ['plan explain', 'apart', false, 1, false, { solved: 'flag' }],
  ['season', 'job', true, 0, false, { year: 'number', force: 'flag' }],
  ['season verify', 'inline', false, 0, false],
  ['run', 'job', true, 1, false, { force: 'flag', 'keep-going': 'flag', lang: 'text' }],
  ['alert list', 'inline', false, 0, false, { all: 'flag' }],
  ['alert show', 'inline', false, 1, false],
  ['alert ack', 'inline', true, 1, false, { ...person, owner: 'text', due: 'text' }],
  ['alert dismiss', 'inline', true, 1, false, { ...person, reason: 'text' }],
  ['alert reopen', 'inline', true, 1, false, person],
  [
    'action add',
    'inline',
    true,
    1,
    false,
    { ...person, action: 'text', owner: 'text', due: 'text', cost: 'number' },
  ],
  ['action evidence', 'inline', true, 2, true, person],
  ['action done', 'inline', true, 1, false, { ...person, from: 'number' }],
  ['action close', 'inline', true, 1, false, { ...person, override: 'flag' }],
  ['forecast', 'apart', false, 1, false],
  ['policy', 'apart', false, 0, false],
  [
    'value-of-control',
    'job',
    true,
    0,
    false,
    { futures: 'number', droughts: 'number', 'die-offs': 'number' },
  ],
  ['evidence import', 'job', true, 50, true, { database: 'text', query: 'text' }],
  ['evidence dedupe', 'apart', false, 0, false],
  ['evidence decide', 'inline', true, 3, false, { by: 'text' }],
  ['evidence screen next', 'apart', false, 1, false, { random: 'flag', by: 'text' }],
  [
    'evidence screen decide',
    'inline',
    true,
    2,
    false,
    { by: 'text', stage: 'text', reason: 'text', settles: 'flag' },
  ],
  [
    'evidence screen plan',
    'inline',
    true,
    0,
    false,
    { by: 'text', 'key-papers': 'text', expected: 'number', sample: 'text' },
  ],
  ['evidence screen status', 'apart', false, 0, false, { stage: 'text' }],
  ['evidence code', 'inline', true, 1, true, { by: 'text' }],
  ['evidence findings', 'inline', true, 1, true, { by: 'text' }],
  ['evidence withdraw', 'inline', true, 1, false, person],
  [
    'evidence appraise',
    'inline',
    true,
    1,
    true,
    { by: 'text', paper: 'text', answers: 'text', note: 'text' },
  ],
  [
    'evidence flow add',
    'inline',
    true,
    50,
    false,
    { by: 'text', from: 'text', count: 'number', unreported: 'flag' },
  ],
  ['evidence flow set', 'inline', true, 50, false, { by: 'text', reason: 'text', study: 'text' }],
  ['evidence flow previous', 'inline', true, 0, false, { by: 'text', studies: 'number', reports: 'number' }],
  ['evidence flow undo', 'inline', true, 1, false, person],
  ['evidence flow list', 'inline', false, 0, false],
  ['evidence codebook', 'inline', false, 0, false],
  ['evidence pool', 'apart', false, 1, true, { measure: 'text', indicator: 'text', effect: 'text' }],
  ['evidence gap', 'apart', false, 0, false, { svg: 'flag' }],
  ['evidence prisma', 'apart', false, 0, false, { svg: 'flag' }],
  ['evidence claims', 'apart', false, 1, true],
  ['evidence export', 'apart', false, 0, false, { format: 'text', included: 'flag' }],
  ['report', 'apart', true, 1, false, { year: 'number', solved: 'flag', lang: 'text' }],
  ['export', 'apart', true, 1, false, { format: 'text', encoding: 'text' }],
  ['clean', 'apart', true, 0, false],
  ['clean --dry-run', 'apart', false, 0, false],
  ['doctor', 'inline', false, 0, false],
  ['schema', 'inline', false, 1, false],
];

/**
 * Every verb the web app may run, and how. Names and options are those of the command line, with one exception: `format` of
 * `export` is the extension of the file that the server puts into `exports/` of the project (`-o`).
 */
export const verbs: readonly Verb[] = rows.map(([name, lane, changes, args, files, options]) => ({
  name,
  lane,
  changes,
  args,
  files,
  options: options ?? {},
}));

/** Body of `POST /api/projects/{project}/commands`. */
export const commandRequest = z.strictObject({
  verb: z.enum(verbs.map(({ name }) => name) as [string, ...string[]]),
  args: z.array(z.string().max(2000)).max(50).default([]),
  options: z
    .record(
      z.string().max(40),
      z.union([z.boolean(), z.number(), z.string().max(8000), z.array(z.string().max(2000)).max(200)]),
    )
    .default({}),
});
export type CommandRequest = z.input<typeof commandRequest>;
