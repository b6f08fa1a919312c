/** What is asked of a project, with paths as they lie on the machine. */
export interface TypedRequest {
  readonly verb: string;
  readonly args?: readonly string[] | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The line a person would type to do what a request does, on the project in `dir`. A list stands once per item, a list without items
 * as the option alone; `export` writes into `exports/` of the project, its format being the ending of the file.
 */
export function typedLine(dir: string, { verb, args = [], options = {} }: TypedRequest): string {
  const words = verb.split(' ').filter((word) => !word.startsWith('-'));
  const flags = verb.split(' ').filter((word) => word.startsWith('-'));
  // `check --accept` takes its arguments as values of the flag.
  const accepted = verb === 'check --accept';
  const typed = Object.entries(options)
    .filter(([name]) => verb !== 'export' || name !== 'format')
    .flatMap(([name, value]) => optionWords(name, value));
  if (verb === 'export') typed.push(`-o ${quoted(`${dir}/${exportFile(args[0], options)}`)}`, '--overwrite');
  return [
    'aftermine',
    ...words,
    ...(accepted ? [] : args.map(quoted)),
    `-C ${quoted(dir)}`,
    ...flags,
    ...(accepted ? args.map(quoted) : []),
    ...typed,
  ].join(' ');
}

/** A word as a shell takes it whole. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./\u4e00-\u9fff-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Where an export of a layer goes, within the project. */
export function exportFile(layer = '', options: Readonly<Record<string, unknown>> = {}): string {
  return `exports/${layer}.${String(options['format'] ?? 'geojson')}`;
}

function optionWords(name: string, value: unknown): string[] {
  if (value === false) return [];
  if (value === true || (Array.isArray(value) && value.length === 0)) return [`--${name}`];
  return (Array.isArray(value) ? value : [value]).map((one) => `--${name} ${quoted(String(one))}`);
}
