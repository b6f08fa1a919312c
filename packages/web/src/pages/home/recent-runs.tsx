import { Anchor, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectCard } from 'aftermine/contract';
import { jobsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { momentText } from '../../parts/numbers.ts';
import { projectName } from '../../parts/project-name.ts';
import { useVerbName } from '../../parts/verb-name.ts';
import { useJobFacts } from './job-facts.ts';

const SHOWN = 5;

/** What ran last, newest first; each leads to its log. */
export function RecentRuns({ projects }: { readonly projects: readonly ProjectCard[] }) {
  const { t, language } = useTexts();
  const { data } = useQuery(jobsQuery);
  const jobFacts = useJobFacts();
  const verbName = useVerbName();
  const nameOf = (id: string): string => {
    const project = projects.find((one) => one.id === id);
    return project === undefined ? id : projectName(project, language);
  };
  if (data === undefined) return null;
  const newest = [...data].sort((a, b) => b.created.localeCompare(a.created)).slice(0, SHOWN);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="recent-runs">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="recent-runs">
          {t('home.recent')}
        </Title>
        <Anchor component={Link} to="/runs" size="sm">
          {t('home.all-runs')}
        </Anchor>
      </Group>
      {newest.length === 0 && <Text className="soft">{t('home.no-runs')}</Text>}
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {newest.map((job) => (
          <li key={job.id}>
            <Group gap="sm" justify="space-between">
              <Group gap="xs">
                <Anchor component={Link} to="/runs" search={{ key: job.id } as never} size="sm">
                  {verbName(job.verb)}
                </Anchor>
                <Text size="sm">{nameOf(job.project)}</Text>
              </Group>
              <Text size="sm" className="soft">
                {[t(`part.job.${job.status}`), ...(job.status === 'running' ? jobFacts(job) : [])].join(
                  ' · ',
                )}{' '}
                · {momentText(job.finished ?? job.started ?? job.created, language)}
              </Text>
            </Group>
            {job.status === 'running' && (
              <Progress
                value={job.progress}
                size="xs"
                aria-label={`${verbName(job.verb)} ${nameOf(job.project)}`}
              />
            )}
          </li>
        ))}
      </Stack>
    </Paper>
  );
}
