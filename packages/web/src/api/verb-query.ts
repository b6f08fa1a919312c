import { queryOptions } from '@tanstack/react-query';
import type { CommandRequest } from 'aftermine/contract';
import { projectKey } from './resources.ts';
import { runVerb } from './run-verb.ts';

/** What a verb that only reads prints about a project, asked like any other resource. */
export const verbQuery = <T>(project: string, request: CommandRequest) =>
  queryOptions({
    queryKey: [...projectKey(project), 'verb', request.verb, request.args ?? [], request.options ?? {}],
    queryFn: async () => (await runVerb<T>(project, request)).envelope!.data,
  });
