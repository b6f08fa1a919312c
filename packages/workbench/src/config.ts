import { availableParallelism } from 'node:os';

/** Everything the environment may say. The only reader of `process.env`. */
export interface Config {
  readonly language: 'zh' | 'en';
  readonly noColor: boolean;
  /** True on a build machine: no bars, no prompts. */
  readonly ci: boolean;
  readonly workers: number;
}

/** Reads the environment: AFTERMINE_LANG, LC_ALL, LC_MESSAGES, LANG, NO_COLOR, CI, AFTERMINE_WORKERS. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const spoken = env['AFTERMINE_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const wanted = Number(env['AFTERMINE_WORKERS']);
  return {
    language: /^zh/i.test(spoken) ? 'zh' : 'en',
    noColor: (env['NO_COLOR'] ?? '') !== '',
    ci: (env['CI'] ?? '') !== '' && env['CI'] !== 'false',
    workers:
      Number.isInteger(wanted) && wanted > 0 ? wanted : Math.max(1, Math.min(16, availableParallelism())),
  };
}
