import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queries } from '../api/queries.ts';
import { jobsQuery, projectKey } from '../api/resources.ts';
import { useTexts } from '../app/language.ts';

/** Tells when long work ends, on any page and in the title of the tab, and renews what the pages show of that project. */
export function JobToasts() {
  const { t } = useTexts();
  const { data } = useQuery(jobsQuery);
  const before = useRef<Map<string, string> | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const known = before.current;
    before.current = new Map(data.map(({ id, status }) => [id, status]));
    const active = data.filter(({ status }) => status === 'running' || status === 'accepted').length;
    document.title = active > 0 ? `(${active}) Aftermine` : 'Aftermine';
    if (known === null) return;
    for (const { id, status, verb, project } of data) {
      const was = known.get(id);
      if (was === status || status === 'running' || status === 'accepted') continue;
      notifications.show({
        color: status === 'successful' ? 'land' : status === 'failed' ? 'red' : 'gray',
        message: t('part.job.ended', { verb, status: t(`part.job.${status}`) }),
        autoClose: status === 'failed' ? false : 6000,
      });
      void queries.invalidateQueries({ queryKey: projectKey(project) });
      void queries.invalidateQueries({ queryKey: ['projects'] });
    }
  }, [data, t]);
  return null;
}
