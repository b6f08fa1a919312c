import { enableCompileCache } from 'node:module';

enableCompileCache();

/** First word of a process that the server keeps to run command lines. */
const ATTEND = 'attend';
/** What cannot be interrupted in the middle gets this long. */
const ORPHAN_ENDS_MS = 5000;

/** The process around the command line: streams, Ctrl-C, exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const [{ composeWorkbench }, { readConfig }, { runCli }, { attend }] = await Promise.all([
    import('./compose.ts'),
    import('./config.ts'),
    import('./cli/run-cli.ts'),
    import('./cli/attend.ts'),
  ]);
  const composed = composeWorkbench();
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
  // A server that started this process and is gone: end as after Ctrl-C, with what is finished kept.
  if (process.channel !== undefined) {
    process.on('disconnect', () => {
      interruption.abort();
      setTimeout(() => process.exit(130), ORPHAN_ENDS_MS).unref();
    });
    process.stderr.on('error', () => {});
    process.channel.unref();
  }
  const config = readConfig();
  if (argv[0] === ATTEND && process.send !== undefined) {
    process.channel!.ref();
    attend(
      {
        send: (message) => void process.send!(message),
        onMessage: (listener) => void process.on('message', listener),
        rss: () => process.memoryUsage.rss(),
      },
      (terminal, line, language) => runCli(composed, { ...config, language }, terminal, line),
      process.cwd(),
      interruption.signal,
    );
    return;
  }
  const terminal = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    cwd: process.cwd(),
    signal: interruption.signal,
  };
  process.exitCode = await runCli(composed, config, terminal, argv);
}
