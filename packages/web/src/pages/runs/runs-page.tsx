import { Badge, Button, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isActive } from '../../api/follow-job.ts';
import { jobsQuery, projectsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { momentText } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { projectName } from '../../parts/project-name.ts';
import { useVerbName } from '../../parts/verb-name.ts';
import { RunSheet } from './run-sheet.tsx';
import classes from './runs.module.css';

/** What runs, what waits and what has ended; the picked run with its live log. */
export function RunsPage() {
  const { t, language } = useTexts();
  const [{ key }, setView] = useView();
  const jobs = useQuery(jobsQuery);
  const projects = useQuery(projectsQuery);
  const verbName = useVerbName();
  const nameOf = (id: string): string => {
    const project = projects.data?.find((one) => one.id === id);
    return project === undefined ? id : projectName(project, language);
  };
  if (jobs.data === undefined)
    return jobs.error === null ? (
      <PageSkeleton />
    ) : (
      <ProblemNote error={jobs.error} onRetry={() => void jobs.refetch()} />
    );
  const list = [...jobs.data].sort(
    (a, b) => Number(isActive(b)) - Number(isActive(a)) || b.created.localeCompare(a.created),
  );
  const picked = list.find(({ id }) => id === key) ?? list[0];
  return (
    <>
      <PageHead title={t('runs.title')} sentence={t('runs.sentence')} />
      {picked === undefined ? (
        <EmptyState
          title={t('runs.empty')}
          action={
            <Button component={Link} to="/">
              {t('runs.to-projects')}
            </Button>
          }
        >
          {t('runs.empty-why')}
        </EmptyState>
      ) : (
        <div className={classes.split}>
          <Paper withBorder component="nav" aria-label={t('runs.queue')} className={classes.queue}>
            <Title order={2} size="h3" p="sm">
              {t('runs.queue')}
            </Title>
            <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {list.map((job) => (
                <li key={job.id}>
                  <UnstyledButton
                    className={classes.entry}
                    aria-current={job.id === picked.id ? 'true' : undefined}
                    onClick={() => setView({ key: job.id })}
                  >
                    <Group justify="space-between" gap="xs" wrap="nowrap">
                      <Text size="sm" fw={600}>
                        {verbName(job.verb)}
                      </Text>
                      <Badge variant="light" color={COLOURS[job.status]}>
                        {t(`part.job.${job.status}`)}
                        {job.status === 'running' && ` ${Math.round(job.progress)} %`}
                      </Badge>
                    </Group>
                    <Text size="xs" className="soft">
                      {nameOf(job.project)} ·{' '}
                      {momentText(job.finished ?? job.started ?? job.created, language)}
                    </Text>
                  </UnstyledButton>
                </li>
              ))}
            </Stack>
          </Paper>
          <RunSheet key={picked.id} listed={picked} />
        </div>
      )}
    </>
  );
}

const COLOURS = {
  accepted: 'gray',
  running: 'blue',
  successful: 'land',
  failed: 'red',
  dismissed: 'gray',
} as const;
