/** The right to write to one project, held until released or until the process ends, however it ends. */
export interface ProjectLock {
  release(): Promise<void>;
}

/** One project, one writing process. */
export interface Locks {
  /**
   * @param command the verb that wants to write, shown to whoever comes second
   * @throws Conflict `E-PRJ-030` at once while another process (or this one) holds the lock; `params` name its
   * `pid`, `host` and `command`
   */
  acquire(projectDir: string, command: string): Promise<ProjectLock>;
}
