import { AftermineError, type ErrorTag, hasText, type Language, say } from '@aftermine/science/base';

/** Exit codes of the command line; the contract is docs/guide/commands.md. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  invalidInput: 3,
  notEnoughData: 4,
  partial: 5,
  threshold: 6,
  upstream: 7,
  interrupted: 130,
} as const;

const BY_TAG: Record<ErrorTag, number> = {
  InvalidInput: EXIT.invalidInput,
  Misaligned: EXIT.invalidInput,
  Unsupported: EXIT.invalidInput,
  NotFound: EXIT.invalidInput,
  Conflict: EXIT.invalidInput,
  Infeasible: EXIT.notEnoughData,
  NotEnoughData: EXIT.notEnoughData,
  Upstream: EXIT.upstream,
};

/** An error in the words of one language, ready to print or to send. */
export interface SpokenError {
  readonly code: string;
  readonly tag: ErrorTag | 'Unexpected';
  readonly message: string;
  readonly hint: string;
  readonly where?: string;
  readonly expected?: string | number | boolean | null;
  readonly got?: string | number | boolean | null;
}

/** The exit code an error ends the program with. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof AftermineError)) return EXIT.unexpected;
  if (error.code === 'E-PRJ-020') return EXIT.interrupted;
  if (error.code.startsWith('E-USE-')) return EXIT.usage;
  // A full disk or a lost write is nobody's network: it is unexpected on this machine.
  if (error.code === 'E-PRJ-011' || error.code === 'E-PRJ-013') return EXIT.unexpected;
  return BY_TAG[error.tag];
}

/** Puts an error into words. What is not ours is reported as unexpected, never swallowed. */
export function speakError(error: unknown, language: Language): SpokenError {
  if (!(error instanceof AftermineError)) {
    const text = error instanceof Error ? error.message : String(error);
    return {
      code: 'E-BUG-001',
      tag: 'Unexpected',
      message: say(language, 'error.E-BUG-001', { got: text }),
      hint: say(language, 'hint.E-BUG-001'),
    };
  }
  const params = { ...error.params, where: error.where, expected: error.expected, got: error.got };
  const key = `error.${error.code}`;
  return {
    code: error.code,
    tag: error.tag,
    message: hasText(key) ? say(language, key, params) : error.message,
    hint: say(language, `hint.${error.code}`, params),
    ...(error.where === undefined ? {} : { where: error.where }),
    ...(error.expected === undefined ? {} : { expected: error.expected }),
    ...(error.got === undefined ? {} : { got: error.got }),
  };
}
