import { type Language, say } from '@aftermine/science/base';
import type { Clock, Progress, ProgressEvent } from '../ports/index.ts';

export type ProgressStyle = 'auto' | 'plain' | 'json' | 'none';

interface Screen {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number;
}

/** Progress for people (a bar on a terminal, a line per tenth elsewhere) or for programs (NDJSON). */
export function makeProgress(
  style: ProgressStyle,
  screen: Screen,
  language: Language,
  clock: Clock,
  options: { readonly ci: boolean; readonly quiet: boolean },
): Progress & { end(): void } {
  if (style === 'none' || (options.quiet && style !== 'json')) return { report: () => {}, end: () => {} };
  if (style === 'json') {
    return { report: (event) => screen.write(`${JSON.stringify(event)}\n`), end: () => {} };
  }
  const bar = style === 'auto' && screen.isTerminal && !options.ci;
  let lastTenth = -1;
  let lastDrawn = 0;
  let open = false;
  const close = (): void => {
    if (open) screen.write('\r\x1b[2K');
    open = false;
  };
  return {
    report(event: ProgressEvent) {
      if (event.event === 'note') {
        close();
        screen.write(`${say(language, event.key, event.params)}\n`);
        return;
      }
      const label = say(language, `step.${event.step}`);
      if (event.event === 'step') {
        close();
        lastTenth = -1;
        // Of a command made of several one count is told: it never begins again.
        const [index, count] = event.part ?? [event.index, event.count];
        if (!bar) screen.write(`[${index}/${count}] ${label}\n`);
        return;
      }
      const { done, total } = event;
      if (bar) {
        const now = clock.now();
        if (now - lastDrawn < 80 && done < total) return;
        lastDrawn = now;
        const filled = total === 0 ? 24 : Math.round((24 * done) / total);
        const eta = event.etaS === null ? '' : ` ${say(language, 'progress.eta', { seconds: event.etaS })}`;
        const line = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${done}/${total} ${label}${eta}`;
        screen.write(`\r\x1b[2K${line.slice(0, Math.max(20, screen.columns - 1))}`);
        open = true;
        if (done >= total) close();
        return;
      }
      const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
      if (tenth > lastTenth && tenth > 0 && tenth < 10) screen.write(`    ${tenth * 10}%\n`);
      lastTenth = Math.max(tenth, lastTenth);
    },
    end: close,
  };
}
