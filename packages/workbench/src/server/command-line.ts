import { AftermineError, type Language } from '@aftermine/science/base';
import type { z } from 'zod';
import { type commandRequest, type OptionKind, type Verb, verbs } from '../contract/index.ts';
import { exportFile, typedLine } from '../contract/typed-line.ts';

export type ReadCommandRequest = z.output<typeof commandRequest>;

/** A request as the command line it is: what is run, and what a person would type. */
export interface CommandLine {
  readonly verb: Verb;
  readonly argv: readonly string[];
  readonly line: string;
}

/** Verbs whose first arguments are ids: where the files begin. */
const FILES_FROM: Readonly<Record<string, number>> = { 'action evidence': 1 };
/** Scenes are too large to upload: folders of them may be named wherever they are. */
const SCENES = 'scenes';

/**
 * Turns a request into a command line on the project in `dir`. Nothing of a request can become another option or another folder:
 * values stand behind `=`, arguments behind `--`, and only options that the verb declares are taken.
 *
 * @param fileOf makes a path of what a request calls a file; throws where it may not be read
 * @throws InvalidInput `E-SRV-012` for an option or a value the verb does not take
 */
export function commandLineOf(
  request: ReadCommandRequest,
  place: {
    readonly dir: string;
    readonly language: Language;
    fileOf(given: string, folders: boolean): string;
  },
): CommandLine {
  const verb = verbs.find(({ name }) => name === request.verb)!;
  const { dir } = place;
  const words = verb.name.split(' ').filter((word) => !word.startsWith('-'));
  const flags = verb.name.split(' ').filter((word) => word.startsWith('-'));
  if (request.args.length > verb.args)
    throw refused(verb.name, `<= ${verb.args}`, `${request.args.length} args`);
  const firstFile = verb.files ? (FILES_FROM[verb.name] ?? 0) : Number.POSITIVE_INFINITY;
  const args = request.args.map((arg, i) => {
    assertText(verb.name, arg);
    return i >= firstFile ? place.fileOf(arg, request.options['as'] === SCENES) : arg;
  });
  const options: string[] = [];
  const read: Record<string, OptionValue> = {};
  for (const [name, value] of Object.entries(request.options)) {
    const kind = Object.hasOwn(verb.options, name) ? verb.options[name] : undefined;
    if (kind === undefined)
      throw refused(verb.name, Object.keys(verb.options).join(', ') || '-', name.slice(0, 40));
    const values = valuesOf(verb.name, name, kind, value).map((one) =>
      one !== null && name === SCENES ? place.fileOf(one, true) : one,
    );
    read[name] = values[0] === null ? true : values.length === 0 ? false : (values as string[]);
    if (verb.name === 'export' && name === 'format') continue;
    options.push(...values.map((one) => (one === null ? `--${name}` : `--${name}=${one}`)));
  }
  if (verb.name === 'export') {
    assertExport(args[0] ?? '', request.options['format'] ?? 'geojson');
    options.push(`--output=${dir}/${exportFile(args[0], request.options)}`, '--overwrite');
  }
  const behind = verb.name === 'check --accept' ? [] : args;
  const accepted = verb.name === 'check --accept' && args.length > 0;
  return {
    verb,
    argv: [
      ...words,
      `--dir=${dir}`,
      '--json',
      ...(Object.hasOwn(verb.options, 'lang') ? [] : [`--lang=${place.language}`]),
      ...(accepted ? args.map((arg) => `--accept=${arg}`) : flags),
      ...options,
      ...(behind.length === 0 ? [] : ['--', ...behind]),
    ],
    line: typedLine(dir, { verb: verb.name, args, options: read }),
  };
}

type OptionValue = boolean | readonly string[];

function valuesOf(verb: string, name: string, kind: OptionKind, value: unknown): (string | null)[] {
  const wrong = (): AftermineError =>
    refused(verb, `--${name}: ${kind}`, JSON.stringify(value).slice(0, 100));
  if (kind === 'flag') {
    if (typeof value !== 'boolean') throw wrong();
    return value ? [null] : [];
  }
  if (kind === 'list') {
    // A list without items is the option alone: `--accept` takes everything.
    const items = Array.isArray(value) ? (value as unknown[]) : [value];
    if (value === true || items.length === 0) return [null];
    return items.map((item) => {
      if (typeof item !== 'string') throw wrong();
      assertText(verb, item);
      return item;
    });
  }
  if (kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong();
    return [String(value)];
  }
  if (typeof value !== 'string') throw wrong();
  assertText(verb, value);
  return [value];
}

/** No process takes a NUL in its arguments. */
function assertText(verb: string, text: string): void {
  if (text.includes('\0')) throw refused(verb, 'text', '\\0');
}

function assertExport(layer: string, format: unknown): void {
  if (!/^[a-z]{1,20}$/.test(layer)) throw refused('export', '<layer>', layer.slice(0, 40));
  if (typeof format !== 'string' || !/^[a-z0-9]{1,8}$/.test(format))
    throw refused('export', '--format: text', String(format).slice(0, 40));
}

function refused(where: string, expected: string, got: string): AftermineError {
  return new AftermineError('InvalidInput', 'E-SRV-012', { where, expected, got });
}
