import { Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Job } from 'aftermine/contract';
import { isActive } from '../../api/follow-job.ts';
import { jobsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useVerbName } from '../../parts/verb-name.ts';
import { useJobFacts } from '../home/job-facts.ts';

/** The work under way on a project, if any; the one that runs before those that wait. */
export function useRunning(project: string): Job | null {
  const { data = [] } = useQuery(jobsQuery);
  const active = data.filter((job) => job.project === project && isActive(job));
  return active.find(({ status }) => status === 'running') ?? active.at(-1) ?? null;
}

/** What is being made of a project just now, how far it is, and that what is there can be used; nothing where nothing runs. */
export function MakingNote({ job }: { readonly job: Job | null }) {
  const { t } = useTexts();
  const verbName = useVerbName();
  const jobFacts = useJobFacts();
  return (
    <div role="status">
      {job !== null && (
        <Paper withBorder p="sm">
          <Stack gap={6}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                <b>{t('overview.making', { what: verbName(job.verb) })}</b> {t('overview.making-use')}
              </Text>
              <Text component={Link} to="/runs" search={{ key: job.id } as never} size="sm" c="land.8">
                {t('part.job.look')}
              </Text>
            </Group>
            <Progress value={job.progress} aria-label={verbName(job.verb)} />
            <Text size="xs" className="soft">
              {[t(`part.job.${job.status}`), ...jobFacts(job)].join(' · ')}
            </Text>
          </Stack>
        </Paper>
      )}
    </div>
  );
}
