import { useMutation } from '@tanstack/react-query';
import type { CommandRequest, Job } from 'aftermine/contract';
import { projectPath, sendJson } from './ask.ts';
import { queries } from './queries.ts';
import { projectKey } from './resources.ts';

/** The line a person would type, shown before a request is sent; and a word as a shell takes it whole. */
export { quoted as quotedWord, typedLine as commandLine } from 'aftermine/contract/typed-line';

/** What a command printed under `--json`. */
export interface Envelope<T = unknown> {
  readonly ok: true;
  readonly command: string;
  readonly data: T;
  readonly warnings: readonly string[];
  readonly artifacts: readonly { readonly path: string; readonly sha256: string; readonly type: string }[];
}

/** The answer of a verb: what it printed, or the job that was begun; always with the line a person would type. */
export interface VerbAnswer<T = unknown> {
  readonly line: string;
  readonly envelope?: Envelope<T>;
  readonly job?: Job;
}

/** Runs a verb of the command line on a project. @throws ApiProblem as the command line would say it */
export function runVerb<T = unknown>(project: string, request: CommandRequest): Promise<VerbAnswer<T>> {
  return sendJson<VerbAnswer<T>>(projectPath(project, '/commands'), 'POST', request);
}

/** Runs verbs from a page; what the page shows of the project is asked for anew afterwards. */
export function useVerb<T = unknown>(project: string) {
  return useMutation({
    mutationFn: (request: CommandRequest) => runVerb<T>(project, request),
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: projectKey(project) }),
        queries.invalidateQueries({ queryKey: ['projects'] }),
        queries.invalidateQueries({ queryKey: ['jobs'] }),
      ]);
    },
  });
}
