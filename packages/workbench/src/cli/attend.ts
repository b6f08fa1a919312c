import type { Language } from '@aftermine/science/base';
import type { RunLine } from './serve.ts';

/** The side of a channel to another process that is ours. */
export interface Channel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Bytes this process holds. */
  rss(): number;
}

/**
 * Runs the command lines that come over a channel, one after the other, and sends back what each printed. The server keeps such
 * processes so that a verb of a few milliseconds need not wait for a second of starting.
 */
export function attend(channel: Channel, run: RunLine, cwd: string, signal: AbortSignal): void {
  let last: Promise<void> = Promise.resolve();
  channel.onMessage((message) => {
    const { id, argv, language } = message as { id: number; argv: readonly string[]; language: Language };
    last = last.then(async () => {
      let out = '';
      const terminal = {
        out: (text: string) => {
          out += text;
        },
        err: () => {},
        isTerminal: false,
        columns: 80,
        cwd,
        signal,
      };
      const exitCode = await run(terminal, argv, language);
      channel.send({ id, exitCode, out, rss: channel.rss() });
    });
  });
}
