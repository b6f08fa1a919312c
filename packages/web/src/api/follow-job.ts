import type { Job } from 'aftermine/contract';
import { useEffect, useState } from 'react';
import { askJson } from './ask.ts';

const POLL_MS = 1500;

export function isActive({ status }: Pick<Job, 'status'>): boolean {
  return status === 'running' || status === 'accepted';
}

/** What a later look at a job adds to an earlier one: the latest facts, but progress that never goes back. */
export function laterJob(before: Job | null, now: Job): Job {
  return before === null || before.id !== now.id
    ? now
    : { ...now, progress: Math.max(before.progress, now.progress) };
}

export interface FollowedJob {
  readonly job: Job | null;
  /** Null while the job is told of; else why nothing is heard. */
  readonly error: unknown;
}

/** A job as it goes: by its events, or by asking again where events do not come through. Begins anew when `status` changes outside. */
export function useJob(id: string, status: Job['status'] | undefined): FollowedJob {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<unknown>(null);
  const over = status !== undefined && !isActive({ status });
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (now: Job): void => {
      if (gone) return;
      setError(null);
      setJob((before) => laterJob(before, now));
    };
    const poll = async (): Promise<void> => {
      try {
        const now = await askJson<Job>(`/api/jobs/${encodeURIComponent(id)}`);
        take(now);
        if (isActive(now) && !gone) timer = setTimeout(() => void poll(), POLL_MS);
      } catch (cause) {
        if (gone) return;
        setError(cause);
        timer = setTimeout(() => void poll(), 2 * POLL_MS);
      }
    };
    if (over) {
      void poll();
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }
    const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
    events.addEventListener('job', (event) => {
      const now = JSON.parse((event as MessageEvent<string>).data) as Job;
      take(now);
      if (!isActive(now)) events.close();
    });
    events.addEventListener('error', () => {
      // The server went away, or something between does not let events through: ask instead.
      events.close();
      clearTimeout(timer);
      if (!gone) timer = setTimeout(() => void poll(), POLL_MS);
    });
    return () => {
      gone = true;
      events.close();
      clearTimeout(timer);
    };
  }, [id, over]);
  return { job: job?.id === id ? job : null, error };
}
