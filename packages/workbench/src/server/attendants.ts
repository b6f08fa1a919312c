import { type ChildProcess, fork } from 'node:child_process';
import { AftermineError, type Language } from '@aftermine/science/base';
import { PROGRAM } from './start-child.ts';

/** What an attendant is asked, and what it answers. */
interface Question {
  readonly id: number;
  readonly argv: readonly string[];
  readonly language: Language;
}
interface Answer {
  readonly id: number;
  readonly exitCode: number;
  readonly out: string;
  /** Memory the process holds, bytes. */
  readonly rss: number;
}

interface Asked {
  readonly question: Question;
  resolve(answer: { readonly exitCode: number; readonly out: string }): void;
  reject(error: Error): void;
}

interface AttendantTimes {
  readonly longestMs?: number;
  readonly idleMs?: number;
}

/** A verb of this lane takes seconds. What takes longer has gone astray. */
const LONGEST_MS = 10 * 60_000;
/** Whoever holds more is let go after answering. */
const MOST_BYTES = 1024 ** 3;
const IDLE_MS = 120_000;

/**
 * Processes beside the server that run command lines one after the other (`cli/attend.ts`). They start once and answer many
 * times, so that asking what a file is takes no second; a file that ends or stops one takes nothing else along.
 */
export class Attendants {
  readonly #width: number;
  readonly #longestMs: number;
  readonly #idleMs: number;
  readonly #waiting: Asked[] = [];
  readonly #all = new Set<ChildProcess>();
  /** Who waits for a question, each with the timer that lets it go. */
  readonly #free = new Map<ChildProcess, NodeJS.Timeout>();
  #next = 0;
  #closed = false;

  /** @param times milliseconds a question may take, and those without one after which a process is let go */
  constructor(width: number, { longestMs = LONGEST_MS, idleMs = IDLE_MS }: AttendantTimes = {}) {
    this.#width = width;
    this.#longestMs = longestMs;
    this.#idleMs = idleMs;
  }

  /** How many processes there are, at work or at rest. */
  get count(): number {
    return this.#all.size;
  }

  /** Starts one, if there is none, so that the first question need not wait. */
  warm(): void {
    if (this.#all.size === 0 && !this.#closed) this.#rest(this.#start());
  }

  /**
   * What a command line printed.
   *
   * @throws Upstream `E-SRV-022` when the process ended without an answer or took too long
   */
  run(
    argv: readonly string[],
    language: Language,
  ): Promise<{ readonly exitCode: number; readonly out: string }> {
    this.#next += 1;
    const question = { id: this.#next, argv, language };
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      this.#serve();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(
      [...this.#all].map(
        (child) =>
          new Promise<void>((resolve) => {
            child.once('exit', () => resolve());
            child.kill('SIGKILL');
          }),
      ),
    );
  }

  #serve(): void {
    if (this.#waiting.length === 0 || this.#closed) return;
    let [child] = this.#free.keys();
    if (child === undefined && this.#all.size < this.#width) child = this.#start();
    if (child === undefined) return;
    clearTimeout(this.#free.get(child));
    this.#free.delete(child);
    this.#ask(child, this.#waiting.shift()!);
    this.#serve();
  }

  #ask(child: ChildProcess, { question, resolve, reject }: Asked): void {
    const finish = (): void => {
      clearTimeout(late);
      child.removeListener('message', answered);
      child.removeListener('exit', gone);
    };
    const answered = (message: unknown): void => {
      const answer = message as Answer;
      if (answer.id !== question.id) return;
      finish();
      if (answer.rss > MOST_BYTES) child.kill('SIGKILL');
      else this.#rest(child);
      resolve({ exitCode: answer.exitCode, out: answer.out });
      this.#serve();
    };
    const gone = (code: number | null, signal: string | null): void => {
      finish();
      reject(
        new AftermineError('Upstream', 'E-SRV-022', {
          where: question.argv[0] ?? '',
          got: signal ?? String(code),
        }),
      );
    };
    const late = setTimeout(() => child.kill('SIGKILL'), this.#longestMs);
    child.on('message', answered);
    child.on('exit', gone);
    child.send(question);
  }

  /** Free for the next question, and let go when none comes for a while. */
  #rest(child: ChildProcess): void {
    const idle = setTimeout(() => {
      this.#free.delete(child);
      // At rest it holds nothing. Asked politely it would stay for its channel, and its place would never be free again.
      child.kill('SIGKILL');
    }, this.#idleMs);
    this.#free.set(child, idle.unref());
  }

  #start(): ChildProcess {
    const child = fork(PROGRAM, ['attend'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#all.add(child);
    child.on('error', () => {});
    child.on('exit', () => {
      this.#all.delete(child);
      clearTimeout(this.#free.get(child));
      this.#free.delete(child);
      this.#serve();
    });
    return child;
  }
}
