import { type Language, say } from '@aftermine/science/base';
import type { Job } from '../../contract/index.ts';
import type { ProgressEvent } from '../../ports/index.ts';

const LOG_LINES = 200;

/** The part of a job that its own telling changes. */
export interface Told extends Pick<Job, 'progress' | 'stage' | 'done' | 'total' | 'log'> {
  /** Part of the whole that the present stage is, from 0 to 1. */
  readonly span: readonly [from: number, to: number];
}

export const WHOLE: Told['span'] = [0, 1];

/**
 * What a job has told so far, with one more line of its standard error: a progress event, or words. The share done is
 * (k - 1 + done / total) / n of stage k of n, within the part of the whole these stages are. It never decreases and never
 * reaches 100: that is said by the end. Where the command has parts, they are the stages that are told: one count for the whole
 * job, which never begins again.
 */
export function hear(told: Told, line: string, language: Language): Told {
  const event = eventIn(line);
  if (event === null) return line.trim() === '' ? told : { ...told, log: logged(told.log, line) };
  if (event.event === 'note')
    return { ...told, log: logged(told.log, say(language, event.key, event.params)) };
  if (event.event === 'step') {
    const { step, span = WHOLE } = event;
    const [from, to] = [event.index - 1, event.index].map((at) =>
      within(span, at / Math.max(1, event.count)),
    );
    const [index, count] = event.part ?? [event.index, event.count];
    return {
      ...told,
      stage: { step, index, count },
      done: null,
      total: null,
      span: [from!, to!],
      progress: further(told.progress, from!),
      log: logged(told.log, `[${index}/${count}] ${say(language, `step.${step}`)}`),
    };
  }
  const { done, total } = event;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return { ...told, done, total, progress: further(told.progress, within(told.span, share)) };
}

function within([from, to]: Told['span'], share: number): number {
  return from + (to - from) * Math.min(1, Math.max(0, share));
}

/** How long it may still take, from how long its progress took so far; null while that says little. */
export function etaOf(elapsedMs: number, from: number, progress: number): number | null {
  const made = progress - from;
  return made < 10 ? null : Math.round((elapsedMs / 1000) * ((100 - progress) / made));
}

function further(before: number, share: number): number {
  const now = Math.round(1000 * Math.min(0.99, Math.max(0, share))) / 10;
  return Math.max(before, now);
}

function logged(log: readonly string[], line: string): string[] {
  return [...log, line.slice(0, 500)].slice(-LOG_LINES);
}

function eventIn(line: string): ProgressEvent | null {
  if (!line.startsWith('{')) return null;
  try {
    const value = JSON.parse(line) as ProgressEvent;
    return ['progress', 'step', 'note'].includes(value.event) ? value : null;
  } catch {
    return null;
  }
}
