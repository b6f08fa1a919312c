import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Job, ProjectCard } from 'aftermine/contract';
import { useEffect, useState } from 'react';
import { sendJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { jobsQuery, projectsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { useJobFacts } from './job-facts.ts';
import { openWhenReady } from './open-when-ready.ts';

export interface Demo {
  readonly open: () => void;
  readonly isAsking: boolean;
  /** The job that makes it, while it runs and was asked for here. */
  readonly job: Job | null;
  readonly error: unknown;
}

/** The demonstration mine: opened where it is there, else made, and opened with its first results. */
export function useDemo(projects: readonly ProjectCard[] | undefined): Demo {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<string | null>(null);
  const jobs = useQuery(jobsQuery);
  const making =
    jobs.data?.find(
      ({ verb, status }) => verb === 'demo' && (status === 'running' || status === 'accepted'),
    ) ?? null;
  const made = projects?.find(
    ({ demonstration, years, problem }) => demonstration && problem === null && years !== null,
  );
  const ask = useMutation({
    mutationFn: () => sendJson<Job>('/api/demo', 'POST', {}),
    onSuccess: (job) => {
      setWanted(job.project);
      void queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  // Whoever is here while it is made and has nothing to show yet wants to see it, whether it was asked for here or by `demo --serve`.
  useEffect(() => {
    if (projects === undefined) return;
    const next = openWhenReady(making, projects);
    if (next !== null) setWanted(next);
  }, [making, projects]);
  // While it is made, its card is looked for: the first results open it.
  useQuery({ ...projectsQuery, refetchInterval: making === null ? false : 2000 });
  useEffect(() => {
    const there = projects?.find(({ id, years }) => id === wanted && years !== null);
    if (there !== undefined) void navigate({ to: '/p/$project', params: { project: there.id } });
  }, [projects, wanted, navigate]);
  return {
    open: () => {
      if (made !== undefined) void navigate({ to: '/p/$project', params: { project: made.id } });
      else if (making !== null) setWanted(making.project);
      else ask.mutate();
    },
    isAsking: ask.isPending,
    job: making,
    error: ask.error,
  };
}

/** How far the demonstration mine is, on the spot. */
export function DemoProgress({ demo: { job } }: { readonly demo: Demo }) {
  const { t } = useTexts();
  const jobFacts = useJobFacts();
  const facts = job === null ? [] : jobFacts(job);
  return (
    <div role="status">
      {job !== null && (
        <Paper withBorder p="md">
          <Stack gap="xs">
            <Group justify="space-between" gap="xs">
              <Text fw={600}>{t('home.demo-making')}</Text>
              <CopyCommand line={job.line} />
            </Group>
            <Progress value={job.progress} size="lg" aria-label={t('home.demo')} />
            <Group justify="space-between" gap="xs">
              <Text size="sm" className="soft">
                {facts.length === 0 ? t(`part.job.${job.status}`) : facts.join(' · ')}
              </Text>
              <OpenNow project={job.project} />
            </Group>
          </Stack>
        </Paper>
      )}
    </div>
  );
}

function OpenNow({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { data } = useQuery(projectsQuery);
  if (data?.some(({ id, problem }) => id === project && problem === null) !== true) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      onClick={() => void navigate({ to: '/p/$project', params: { project } })}
    >
      {t('home.demo-open')}
    </Button>
  );
}
