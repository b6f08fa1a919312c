import { randomUUID } from 'node:crypto';
import { AftermineError, type Language } from '@aftermine/science/base';
import type { Job } from '../../contract/index.ts';
import type { Workbench } from '../../ports/index.ts';
import type { ServerContext } from '../context.ts';
import { type Envelope, envelopeIn } from '../envelope.ts';
import { type Child, type Ended, startChild, tellingProgress } from '../start-child.ts';
import type { Turns } from '../turns.ts';
import { isLocked, LOCKED } from './is-locked.ts';
import { JobFiles, type KeptJob } from './job-files.ts';
import { etaOf, hear, WHOLE } from './job-progress.ts';

const LOCK_RETRY_MS = 500;
/** Progress is for the eye; what counts is written at once. */
const WRITE_EVERY_MS = 2000;
/** Longer results are read from the project, not from the job. */
const LONGEST_RESULT = 256 * 1024;
const ENDS_WITHIN_MS = 30_000;

export interface NewJob {
  readonly project: string;
  readonly dir: string;
  readonly verb: string;
  readonly argv: readonly string[];
  readonly line: string;
  readonly language: Language;
}

export interface JobQueueOptions {
  readonly context: Pick<ServerContext, 'workbench' | 'workspace' | 'speak'>;
  /** Turns of the changes of each project, shared with those that are no jobs. */
  readonly turns: Turns;
  /** How many jobs run at once; of one project never more than one. */
  readonly width?: number;
}

/**
 * Long work, one process each. Every job is a file, so that a server that was killed goes on with what it was asked: at its
 * start, jobs that were accepted or running are begun again, once the lock of the project is free.
 */
export class JobQueue {
  readonly #workbench: Workbench;
  readonly #context: JobQueueOptions['context'];
  readonly #turns: Turns;
  readonly #width: number;
  readonly #files: JobFiles;
  readonly #jobs = new Map<string, KeptJob>();
  readonly #running = new Map<string, Child>();
  readonly #listeners = new Map<string, Set<(job: Job) => void>>();
  readonly #written = new Map<string, number>();
  #retry: NodeJS.Timeout | null = null;
  #pumping = false;
  #again = false;
  #closed = false;

  constructor({ context, turns, width = 1 }: JobQueueOptions) {
    this.#turns = turns;
    this.#context = context;
    this.#workbench = context.workbench;
    this.#width = width;
    this.#files = new JobFiles(context.workbench, context.workspace);
  }

  /** Reads what is kept and begins again what was not finished. */
  start(): void {
    for (const kept of this.#files.load()) this.#jobs.set(kept.job.id, kept);
    for (const { job } of [...this.#jobs.values()])
      if (job.status === 'running') this.#change(job.id, { status: 'accepted' });
    this.#wake();
  }

  add({ project, dir, verb, argv, line, language }: NewJob): Job {
    const now = this.#workbench.clock.now();
    const job: Job = {
      id: `${now.toString(36)}-${randomUUID().slice(0, 8)}`,
      project,
      verb,
      line,
      status: 'accepted',
      progress: 0,
      stage: null,
      done: null,
      total: null,
      etaS: null,
      created: new Date(now).toISOString(),
      started: null,
      finished: null,
      attempts: 0,
      result: null,
      log: [],
    };
    const kept: KeptJob = { job, dir, argv, language };
    this.#files.save(kept);
    this.#jobs.set(job.id, kept);
    this.#wake();
    return job;
  }

  /** Newest first. */
  list(project?: string): Job[] {
    return [...this.#jobs.values()]
      .map(({ job }) => job)
      .filter((job) => project === undefined || job.project === project)
      .sort((a, b) => (a.created === b.created ? (a.id < b.id ? 1 : -1) : a.created < b.created ? 1 : -1));
  }

  /** @throws NotFound `E-SRV-014` */
  get(id: string): Job {
    return this.#kept(id).job;
  }

  /** True where a job runs exactly this command line. */
  isOf(id: string, argv: readonly string[]): boolean {
    return this.#kept(id).argv.join('\0') === argv.join('\0');
  }

  /** The job of this project and verb that is not finished, if any. */
  unfinished(project: string, verb: string): Job | undefined {
    return this.list(project).find((job) => job.verb === verb && !isOver(job));
  }

  /** Ends a job and keeps its state; a job that is over stays as it is. */
  dismiss(id: string): Job {
    const { job } = this.#kept(id);
    if (isOver(job)) return job;
    const child = this.#running.get(id);
    child?.stop();
    if (child !== undefined) {
      const late = setTimeout(() => child.kill(), ENDS_WITHIN_MS);
      void child.ended.then(() => clearTimeout(late));
    }
    return this.#change(id, { status: 'dismissed', etaS: null, finished: this.#now() });
  }

  /** Begins a job again that was dismissed or failed; what it had finished is kept. @throws Conflict `E-SRV-015` for another */
  resume(id: string): Job {
    const { job } = this.#kept(id);
    if (job.status !== 'dismissed' && job.status !== 'failed')
      throw new AftermineError('Conflict', 'E-SRV-015', { where: id, got: job.status });
    const again = this.#change(id, { status: 'accepted', finished: null, result: null, etaS: null });
    this.#wake();
    return again;
  }

  /** Calls `listener` on every change of a job until the returned function is called. */
  follow(id: string, listener: (job: Job) => void): () => void {
    const all = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0) this.#listeners.delete(id);
    };
  }

  /** Ends what runs; it is begun again by the next server. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const children = [...this.#running.values()];
    for (const child of children) child.stop();
    const late = setTimeout(() => {
      for (const child of children) child.kill();
    }, 5000);
    await Promise.all(children.map(({ ended }) => ended));
    clearTimeout(late);
  }

  /** Starts what may start. One at a time, and again where it was asked for meanwhile. */
  #wake(): void {
    if (this.#pumping) {
      this.#again = true;
      return;
    }
    this.#pumping = true;
    void this.#pump().finally(() => {
      this.#pumping = false;
      if (this.#again) {
        this.#again = false;
        this.#wake();
      }
    });
  }

  async #pump(): Promise<void> {
    const waiting = this.list()
      .filter(({ status }) => status === 'accepted')
      .reverse();
    let locked = false;
    for (const { id, project } of waiting) {
      if (this.#closed || this.#running.size >= this.#width) break;
      // A dismissed job still runs until its process ended.
      if ([...this.#running.keys()].some((running) => this.#jobs.get(running)?.job.project === project))
        continue;
      if (await this.#turns.take(project, () => isLocked(this.#workbench, this.#kept(id).dir))) {
        locked = true;
        continue;
      }
      if (!this.#closed && this.#jobs.get(id)?.job.status === 'accepted') this.#begin(id);
    }
    if (locked && !this.#closed) this.#retryLater();
  }

  #retryLater(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#wake(), LOCK_RETRY_MS);
  }

  #begin(id: string): void {
    const { job, argv, language } = this.#kept(id);
    const { clock } = this.#workbench;
    const [began, from] = [clock.now(), job.progress];
    let span = WHOLE;
    const child = startChild(tellingProgress(argv), this.#context.workspace, (line) => {
      const { job: now } = this.#kept(id);
      if (now.status !== 'running') return;
      const { span: next, ...told } = hear({ ...now, span }, line, language);
      span = next;
      this.#change(id, { ...told, etaS: etaOf(clock.now() - began, from, told.progress) }, false);
    });
    this.#running.set(id, child);
    this.#change(id, { status: 'running', started: this.#now(), attempts: job.attempts + 1 });
    void child.ended.then((ended) => {
      this.#running.delete(id);
      this.#end(id, ended);
      this.#wake();
    });
  }

  #end(id: string, ended: Ended): void {
    const { job, language } = this.#kept(id);
    // Dismissed while it ran, or dismissed and asked for again.
    if (job.status !== 'running') return;
    if (this.#closed) {
      this.#change(id, { status: 'accepted' });
      return;
    }
    const envelope = envelopeIn(ended.out);
    if (envelope?.ok === false && envelope.error.code === LOCKED) {
      this.#change(id, { status: 'accepted', attempts: job.attempts - 1 });
      this.#retryLater();
      return;
    }
    const result = envelope ?? {
      ok: false,
      command: job.verb,
      error: this.#context.speak(
        new AftermineError('Upstream', 'E-SRV-022', {
          where: job.verb,
          got: ended.signal ?? String(ended.exitCode),
        }),
        language,
      ),
    };
    this.#change(id, {
      status: result.ok ? 'successful' : 'failed',
      progress: result.ok ? 100 : job.progress,
      etaS: null,
      finished: this.#now(),
      result: shortened(result, ended.out.length),
    });
  }

  #kept(id: string): KeptJob {
    const kept = this.#jobs.get(id);
    if (kept === undefined) throw new AftermineError('NotFound', 'E-SRV-014', { where: id.slice(0, 60) });
    return kept;
  }

  #change(id: string, change: Partial<Job>, matters = true): Job {
    const kept = this.#kept(id);
    const job = { ...kept.job, ...change };
    this.#jobs.set(id, { ...kept, job });
    const now = this.#workbench.clock.now();
    if (matters || now - (this.#written.get(id) ?? 0) > WRITE_EVERY_MS) {
      this.#written.set(id, now);
      this.#files.save({ ...kept, job });
    }
    for (const listener of this.#listeners.get(id) ?? []) listener(job);
    return job;
  }

  #now(): string {
    return new Date(this.#workbench.clock.now()).toISOString();
  }
}

/** True for a job that nothing will change any more by itself. */
export function isOver({ status }: Pick<Job, 'status'>): boolean {
  return status === 'successful' || status === 'failed' || status === 'dismissed';
}

function shortened(result: Envelope | { readonly ok: false }, length: number): unknown {
  return result.ok && length > LONGEST_RESULT ? { ...result, data: null } : result;
}
