/** A piece of work as data: what to do, its arguments, and the key of the tile it leaves behind. */
export interface Task {
  readonly kind: string;
  /** Key under which the result is kept; a task whose key is present is not run. */
  readonly key: string;
  readonly args: unknown;
}

/** Executes tasks on whatever there is: this process, a pool of threads, other machines. */
export interface Jobs {
  /** How many tasks run at once. */
  readonly width: number;
  /** Runs one task when there is room; rejects with the task's error. Aborting rejects what has not started. */
  run(task: Task, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
