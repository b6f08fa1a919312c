import type { AftermineError, Language } from '@aftermine/science/base';
import type { Problem } from '../contract/index.ts';
import type { Workbench } from '../ports/index.ts';

/** What every route is given. */
export interface ServerContext {
  readonly workbench: Workbench;
  /** Folder whose sub-folders are the projects. */
  readonly workspace: string;
  /** Language where a request states none. */
  readonly language: Language;
  /** Runs one command line inside this process and gives what it printed on standard output. */
  runInline(
    argv: readonly string[],
    language?: Language,
  ): Promise<{ readonly exitCode: number; readonly out: string }>;
  /** An error in the words of one language; what is not an `AftermineError` is told as unexpected. */
  speak(error: AftermineError | unknown, language: Language): Problem['error'];
}
