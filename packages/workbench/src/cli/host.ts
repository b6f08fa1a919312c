import { AftermineError, type Language, say } from '@aftermine/science/base';
import { Command, Option } from 'commander';
import type { Config } from '../config.ts';
import type { Progress, Workbench } from '../ports/index.ts';
import { exitCodeOf, speakError } from './errors.ts';
import { makeProgress, type ProgressStyle } from './progress.ts';

/** Streams and signals of the process, so that tests can stand in for a terminal. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The flags that mean the same on every command. */
export interface CommonFlags {
  readonly dir: string;
  readonly json: boolean;
  readonly output: string | undefined;
  readonly overwrite: boolean;
  readonly dryRun: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly language: Language;
  /** True when `--lang` was given: it then wins over the project's language. */
  readonly languageGiven: boolean;
  readonly set: readonly string[];
  readonly workers: number;
  readonly force: boolean;
  readonly keepGoing: boolean;
  readonly seed: number;
  readonly seedGiven: boolean;
  readonly yes: boolean;
}

export interface Artifact {
  readonly path: string;
  readonly sha256: string;
  readonly type: string;
}

/** What a command found. `human` lines go to standard error, `data` is the result. */
export interface Outcome {
  readonly data: unknown;
  readonly human: readonly string[];
  /** Printed on standard output without `--json`, where the result itself is text or a table. */
  readonly text?: string;
  readonly warnings?: readonly string[];
  readonly artifacts?: readonly Artifact[];
  readonly exitCode?: number;
  /** True when the command itself wrote to the place `-o` names. */
  readonly wroteOutput?: boolean;
  /** True when the command printed its result while it ran. */
  readonly printed?: boolean;
}

/** Commands that change the project and cannot say beforehand what they would do. */
const WITHOUT_DRY_RUN: ReadonlySet<string> = new Set([
  'demo',
  'serve',
  'init',
  'import',
  'propose',
  'diagnose',
  'report',
  'export',
  'evidence import',
  'evidence decide',
  'evidence screen decide',
  'evidence screen plan',
  'evidence code',
  'evidence findings',
  'evidence withdraw',
  'evidence appraise',
  'evidence flow add',
  'evidence flow set',
  'evidence flow previous',
  'evidence flow undo',
]);

/** What a command is given. */
export interface CommandContext {
  readonly workbench: Workbench;
  readonly flags: CommonFlags;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** A text of the catalogue in the user's language. */
  say(key: string, params?: Readonly<Record<string, string | number | boolean | null | undefined>>): string;
}

/** Registers commands and runs them under one contract: envelope, exit code, streams, language. */
export class CommandHost {
  readonly program: Command;
  exitCode = 0;
  readonly #workbench: Workbench;
  readonly #config: Config;
  readonly #terminal: Terminal;
  #handled = false;

  constructor(workbench: Workbench, config: Config, terminal: Terminal) {
    this.#workbench = workbench;
    this.#config = config;
    this.#terminal = terminal;
    this.program = new Command('aftermine')
      .version(workbench.version)
      .exitOverride()
      .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
      .showHelpAfterError(false);
  }

  get handled(): boolean {
    return this.#handled;
  }

  /** A text of the catalogue in the language of the environment, for help texts. */
  text(key: string): string {
    return say(this.#config.language, key);
  }

  /** Declares a command; `about` is a catalogue key. */
  command(nameAndArguments: string, about: string): Command {
    const command = this.program.command(nameAndArguments).description(this.text(about));
    return this.common(command);
  }

  /** Adds the common flags to a (sub)command. */
  common(command: Command): Command {
    const text = (key: string): string => this.text(`flag.${key}`);
    return command
      .option('-C, --dir <folder>', text('dir'))
      .option('--json', text('json'))
      .option('-o, --output <path>', text('output'))
      .option('--overwrite', text('overwrite'))
      .option('--dry-run', text('dry-run'))
      .option('-q, --quiet', text('quiet'))
      .option('-v, --verbose', text('verbose'))
      .addOption(new Option('--lang <language>', text('lang')).choices(['zh', 'en']))
      .option(
        '--set <key=value>',
        text('set'),
        (value: string, all: string[]) => [...all, value],
        [] as string[],
      )
      .option('-j, --jobs <n>', text('jobs'))
      .option('--force', text('force'))
      .option('-k, --keep-going', text('keep-going'))
      .option('--seed <n>', text('seed'))
      .addOption(
        new Option('--progress <style>', text('progress'))
          .choices(['auto', 'plain', 'json', 'none'])
          .default('auto'),
      )
      .option('--yes', text('yes'));
  }

  /** Wraps the body of a command: runs it, prints the outcome or the error, sets the exit code. */
  action(
    name: string,
    body: (
      context: CommandContext,
      args: readonly string[],
      options: Readonly<Record<string, unknown>>,
    ) => Promise<Outcome>,
  ): (...given: unknown[]) => Promise<void> {
    return async (...given: unknown[]) => {
      this.#handled = true;
      const command = given.at(-1) as Command;
      const options = command.opts<Record<string, unknown>>();
      const args = given
        .slice(0, -2)
        .flat()
        .filter((value): value is string => typeof value === 'string');
      const terminal = this.#terminal;
      const { clock } = this.#workbench;
      const started = clock.now();
      const flags = this.#flags(options);
      const { language } = flags;
      const progress = makeProgress(
        options['progress'] as ProgressStyle,
        { write: (text) => terminal.err(text), isTerminal: terminal.isTerminal, columns: terminal.columns },
        language,
        clock,
        { ci: this.#config.ci, quiet: flags.quiet },
      );
      const envelope = { command: name, version: this.#workbench.version };
      try {
        if (flags.dryRun && WITHOUT_DRY_RUN.has(name)) {
          throw new AftermineError('Unsupported', 'E-USE-007', { where: name });
        }
        const outcome = await body(
          {
            workbench: this.#workbench,
            flags,
            progress,
            signal: terminal.signal,
            say: (key, params) => say(language, key, params),
          },
          args,
          options,
        );
        progress.end();
        this.exitCode = outcome.exitCode ?? 0;
        const answer = {
          ok: true,
          ...envelope,
          data: outcome.data,
          warnings: outcome.warnings ?? [],
          artifacts: outcome.artifacts ?? [],
          elapsedMs: clock.now() - started,
        };
        const text = outcome.text?.replace(/\n?$/, '\n');
        if (flags.output !== undefined && outcome.wroteOutput !== true) {
          this.#writeOutput(flags, flags.json || text === undefined ? `${JSON.stringify(answer)}\n` : text);
        } else if (outcome.printed === true) {
          // Whoever reads it has it already.
        } else if (flags.json) terminal.out(`${JSON.stringify(answer)}\n`);
        else if (text !== undefined) terminal.out(text);
        if (!flags.quiet) {
          for (const line of outcome.human) terminal.err(`${line}\n`);
          for (const warning of outcome.warnings ?? [])
            terminal.err(`${say(language, 'cli.warning', { text: warning })}\n`);
        }
      } catch (error) {
        progress.end();
        this.exitCode = exitCodeOf(error);
        const spoken = speakError(error, language);
        if (flags.json) terminal.out(`${JSON.stringify({ ok: false, ...envelope, error: spoken })}\n`);
        terminal.err(`${spoken.code}: ${spoken.message}\n`);
        if (spoken.where !== undefined)
          terminal.err(`  ${say(language, 'cli.where', { where: spoken.where })}\n`);
        if (spoken.hint) terminal.err(`  ${say(language, 'cli.hint', { hint: spoken.hint })}\n`);
        if (flags.verbose && error instanceof Error) terminal.err(`${error.stack}\n`);
      }
    };
  }

  /** `-o`: the result into a file instead of standard output. */
  #writeOutput({ output, overwrite }: CommonFlags, text: string): void {
    const { files, paths } = this.#workbench;
    const path = paths.resolve(output!);
    if (files.exists(path) && !overwrite) throw new AftermineError('Conflict', 'E-USE-003', { where: path });
    files.writeText(path, text);
  }

  #flags(options: Readonly<Record<string, unknown>>): CommonFlags {
    const text = (key: string): string | undefined => options[key] as string | undefined;
    const whole = (key: string, fallback: number): number => {
      const value = text(key);
      if (value === undefined) return fallback;
      const number = Number(value);
      if (!Number.isInteger(number) || number < 0) this.program.error(`--${key}: ${value}`);
      return number;
    };
    return {
      dir: text('dir') ?? this.#terminal.cwd,
      json: options['json'] === true,
      output: text('output'),
      overwrite: options['overwrite'] === true,
      dryRun: options['dryRun'] === true,
      quiet: options['quiet'] === true,
      verbose: options['verbose'] === true,
      language: (text('lang') as Language | undefined) ?? this.#config.language,
      languageGiven: text('lang') !== undefined,
      set: (options['set'] as string[] | undefined) ?? [],
      workers: Math.max(1, whole('jobs', this.#config.workers)),
      force: options['force'] === true,
      keepGoing: options['keepGoing'] === true,
      seed: whole('seed', 1),
      seedGiven: text('seed') !== undefined,
      yes: options['yes'] === true,
    };
  }
}
