import type { Job } from 'aftermine/contract';

type Seen = Pick<Job, 'id' | 'project' | 'status' | 'stage' | 'done'>;

/** What of a job changes only where results have been added: its state, its stage, and each season or year of one. */
export function resultMark({ status, stage, done }: Seen): string {
  // A season is an item of its stage, and complete in itself.
  return [status, stage?.step, stage?.index, stage?.step === 'season' ? done : ''].join(' ');
}

/**
 * What two looks at the jobs tell: those that ended meanwhile, and the projects in which something new can be used.
 * The first look tells nothing: what ended before it is no news.
 */
export function jobNews(
  before: ReadonlyMap<string, Seen> | null,
  now: readonly Job[],
): { readonly ended: readonly Job[]; readonly projects: readonly string[] } {
  if (before === null) return { ended: [], projects: [] };
  const changed = now.filter((job) => {
    const was = before.get(job.id);
    return was === undefined ? isOver(job) : resultMark(was) !== resultMark(job);
  });
  return {
    ended: changed.filter((job) => isOver(job) && before.get(job.id)?.status !== job.status),
    projects: [...new Set(changed.map(({ project }) => project))],
  };
}

/** Title of the tab: how much runs, or how much ended while nobody looked at it. */
export function tabTitle(running: number, ended: number): string {
  if (ended > 0) return `✓ (${ended}) Aftermine`;
  return running > 0 ? `(${running}) Aftermine` : 'Aftermine';
}

function isOver({ status }: Pick<Job, 'status'>): boolean {
  return status !== 'running' && status !== 'accepted';
}
