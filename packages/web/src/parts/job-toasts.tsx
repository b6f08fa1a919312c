import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Job } from 'aftermine/contract';
import { useEffect, useRef, useState } from 'react';
import { queries } from '../api/queries.ts';
import { jobsQuery, projectKey } from '../api/resources.ts';
import { useTexts } from '../app/language.ts';
import { jobNews, tabTitle } from './job-news.ts';
import { useVerbName } from './verb-name.ts';

/**
 * Tells when long work ends, on any page and in the title of the tab, and renews what the pages show of that project with each
 * stage and season, so that what is there can be used at once.
 */
export function JobToasts() {
  const { t } = useTexts();
  const router = useRouter();
  const verbName = useVerbName();
  const { data } = useQuery(jobsQuery);
  const before = useRef<Map<string, Job> | null>(null);
  const [unseen, setUnseen] = useState(0);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') setUnseen(0);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const running = data?.filter(({ status }) => status === 'running' || status === 'accepted').length ?? 0;
  useEffect(() => {
    document.title = tabTitle(running, unseen);
  }, [running, unseen]);
  useEffect(() => {
    if (data === undefined) return;
    const { ended, projects } = jobNews(before.current, data);
    before.current = new Map(data.map((job) => [job.id, job]));
    if (ended.length > 0 && document.visibilityState === 'hidden') setUnseen((n) => n + ended.length);
    for (const { id, status, verb } of ended) {
      const { href } = router.buildLocation({ to: '/runs', search: { key: id } as never });
      notifications.show({
        color: status === 'successful' ? 'land' : status === 'failed' ? 'red' : 'gray',
        message: (
          <>
            {t('part.job.ended', { verb: verbName(verb), status: t(`part.job.${status}`) })}{' '}
            <Anchor
              href={href}
              size="sm"
              onClick={(event) => {
                event.preventDefault();
                void router.navigate({ to: '/runs', search: { key: id } as never });
              }}
            >
              {t('part.job.look')}
            </Anchor>
          </>
        ),
        autoClose: status === 'failed' ? false : 6000,
      });
    }
    for (const project of projects) void queries.invalidateQueries({ queryKey: projectKey(project) });
    if (projects.length > 0) void queries.invalidateQueries({ queryKey: ['projects'] });
  }, [data, t, verbName, router]);
  return null;
}
