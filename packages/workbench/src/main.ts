import { enableCompileCache } from 'node:module';

enableCompileCache();

/** The process around the command line: streams, Ctrl-C, exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const [{ composeWorkbench }, { readConfig }, { runCli }] = await Promise.all([
    import('./compose.ts'),
    import('./config.ts'),
    import('./cli/run-cli.ts'),
  ]);
  const interruption = new AbortController();
  let asked = false;
  process.on('SIGINT', () => {
    // The second time the user means it: leave at once. Whatever is finished is on disk already.
    if (asked) process.exit(130);
    asked = true;
    interruption.abort();
  });
  process.on('SIGTERM', () => interruption.abort());
  // A reader that closes the pipe early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const terminal = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    cwd: process.cwd(),
    signal: interruption.signal,
  };
  process.exitCode = await runCli(composeWorkbench(), readConfig(), terminal, argv);
}
