import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './ask.ts';

/** What the server was asked and answered. A refused question is not asked again by itself; a lost server is. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      refetchOnWindowFocus: true,
      retry: (count, error) => !(error instanceof ApiProblem) && count < 20,
      retryDelay: (count) => Math.min(500 * 2 ** count, 5000),
    },
    mutations: { networkMode: 'always' },
  },
});
