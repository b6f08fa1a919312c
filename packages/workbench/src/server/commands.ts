import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { AftermineError, type Language } from '@aftermine/science/base';
import type { Job } from '../contract/index.ts';
import { Attendants } from './attendants.ts';
import { type CommandLine, commandLineOf, type ReadCommandRequest } from './command-line.ts';
import type { ServerContext } from './context.ts';
import { type Envelope, envelopeIn } from './envelope.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import { projectFolder } from './project-folder.ts';
import type { Turns } from './turns.ts';
import type { Uploads } from './uploads.ts';

/** Commands in processes of their own at once; jobs come on top. */
const APART_WIDTH = 2;
const UPLOAD = 'upload:';

/** How a request was answered: by what the command printed, or by the job that was begun. */
export type CommandAnswer =
  | { readonly line: string; readonly envelope: Envelope }
  | { readonly line: string; readonly job: Job };

/** Runs the verbs of the command line for pages: inside the server, beside it, or as a job. */
export class Commands {
  readonly #context: ServerContext;
  readonly #uploads: Uploads;
  readonly #jobs: JobQueue;
  readonly #turns: Turns;
  readonly #attendants = new Attendants(APART_WIDTH);

  constructor(context: ServerContext, uploads: Uploads, jobs: JobQueue, turns: Turns) {
    this.#context = context;
    this.#uploads = uploads;
    this.#jobs = jobs;
    this.#turns = turns;
  }

  /**
   * @throws NotFound `E-SRV-004`, `E-SRV-009`; InvalidInput `E-SRV-012` for what the verb does not take, `E-SRV-013` for a file
   * outside the project
   */
  async run(project: string, request: ReadCommandRequest, language: Language): Promise<CommandAnswer> {
    const dir = projectFolder(this.#context, project);
    const command = commandLineOf(request, {
      dir,
      language,
      fileOf: (given, folders) => this.#fileOf(dir, given, folders),
    });
    const { verb, argv } = command;
    const line = this.#uploads.named(command.line);
    if (verb.lane === 'job') {
      // Asked for twice (two tabs, a double click): it is the same work.
      const same = this.#jobs
        .list(project)
        .find((job) => job.status === 'accepted' && this.#jobs.isOf(job.id, argv));
      const job = same ?? this.#jobs.add({ project, dir, verb: verb.name, argv, line, language });
      return { line, job };
    }
    const work = (): Promise<Envelope> => this.envelope(command, language);
    const envelope = verb.changes ? await this.#turns.take(project, work) : await work();
    return { line, envelope };
  }

  /** What a command line prints, run in its lane; uploads are called by their own names. */
  async envelope(
    { verb, argv }: Pick<CommandLine, 'argv'> & { readonly verb: Pick<CommandLine['verb'], 'name' | 'lane'> },
    language: Language,
  ): Promise<Envelope> {
    const { out, exitCode } =
      verb.lane === 'inline'
        ? await this.#context.runInline(argv, language)
        : await this.#attendants.run(argv, language);
    return this.#uploads.named(envelopeIn(out)) ?? this.#silent(verb.name, String(exitCode));
  }

  /** Changes of one project that are no command take their turn between those that are. */
  inTurn<T>(project: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(project, work);
  }

  /** Gets ready for what an upload is about to be asked. */
  warm(): void {
    this.#attendants.warm();
  }

  close(): Promise<void> {
    return this.#attendants.close();
  }

  #silent(where: string, got: string): never {
    throw new AftermineError('Upstream', 'E-SRV-022', { where, got });
  }

  /** What a request calls a file, as a path: an upload, something in the project, or (folders of scenes) an absolute path. */
  #fileOf(dir: string, given: string, folders: boolean): string {
    if (given.startsWith(UPLOAD)) return this.#uploads.path(given.slice(UPLOAD.length));
    const path = resolve(dir, given);
    if (folders && isAbsolute(given)) return path;
    if (isInside(dir, path)) return path;
    throw new AftermineError('InvalidInput', 'E-SRV-013', { where: given.slice(0, 200), expected: dir });
  }
}

/** True for what lies in a folder, links followed. */
function isInside(dir: string, path: string): boolean {
  const within = (root: string, one: string): boolean => {
    const way = relative(root, one);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  };
  if (!within(dir, path)) return false;
  try {
    return within(realpathSync(dir), realpathSync(path));
  } catch {
    // What is not there is for the command to say.
    return true;
  }
}
