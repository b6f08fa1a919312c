import type { Commands } from './commands.ts';
import type { ServerContext } from './context.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { ProjectShelf } from './project-shelf.ts';
import type { Uploads } from './uploads.ts';

/** What the routes of the core work with. */
export interface Services {
  readonly context: ServerContext;
  readonly shelf: ProjectShelf;
  readonly uploads: Uploads;
  readonly jobs: JobQueue;
  readonly commands: Commands;
  /** When the server started, milliseconds since the epoch. */
  readonly started: number;
}
