import type { Job, Problem } from 'aftermine/contract';
import { ApiProblem } from '../../api/ask.ts';

/** What the envelope of an ended job says. */
export function outcomeOf({ result, status }: Pick<Job, 'result' | 'status'>): {
  readonly problem: ApiProblem | null;
  readonly warnings: readonly string[];
  readonly files: number;
} {
  const envelope = (result ?? {}) as {
    readonly error?: Problem['error'];
    readonly warnings?: readonly string[];
    readonly artifacts?: readonly unknown[];
  };
  return {
    problem:
      status === 'failed' && typeof envelope.error?.code === 'string'
        ? new ApiProblem(500, envelope.error)
        : null,
    warnings: envelope.warnings ?? [],
    files: envelope.artifacts?.length ?? 0,
  };
}
