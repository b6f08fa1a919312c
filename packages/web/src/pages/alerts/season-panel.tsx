import {
  Button,
  Checkbox,
  Group,
  Alert as Notice,
  NumberInput,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { ApiProblem } from '../../api/ask.ts';
import { jobsQuery } from '../../api/resources.ts';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { percentText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** Code of a season whose predecessors' values have moved. */
const MOVED = 'E-CTL-403';

/** The next turn of the loop: what is due and why, and the button that runs it. */
export function SeasonPanel({
  project,
  next,
  rechecks,
  isFirst,
}: {
  readonly project: ProjectDetail;
  readonly next: number;
  /** Alerts that wait for a re-check with this season. */
  readonly rechecks: number;
  readonly isFirst: boolean;
}) {
  const { t, language } = useTexts();
  const verb = useVerb(project.id);
  const jobs = useQuery(jobsQuery);
  const [picked, setPicked] = useState<number | null>(null);
  const [force, setForce] = useState(false);
  const year = picked ?? next;
  const own = jobs.data?.filter((job) => job.project === project.id && job.verb.startsWith('season')) ?? [];
  const running = own.find(({ status }) => status === 'running' || status === 'accepted');
  const ended = own
    .filter(({ finished }) => finished !== null)
    .sort((a, b) => (a.created < b.created ? 1 : -1))[0];
  const failed = running === undefined && ended?.status === 'failed' ? ended : undefined;
  const problem = failed === undefined ? null : problemOf(failed.result);
  const seen = project.quality.find((one) => one.year === year && one.present);
  const last = project.quality.filter(({ present }) => present).at(-1)?.year;
  const request = {
    verb: 'season',
    options: { ...(picked === null ? {} : { year }), ...(force ? { force: true } : {}) },
  };
  return (
    <Paper withBorder p="sm" mb="md" component="section" aria-label={t('alerts.season.title')}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-end">
          <div style={{ flex: '1 1 260px' }}>
            <Title order={2}>{t('alerts.season.title')}</Title>
            <Text size="sm">
              {seen === undefined
                ? t('alerts.season.waits', { year, last: last ?? '–' })
                : t('alerts.season.due', {
                    year,
                    scenes: seen.scenes,
                    percent: percentText(seen.validShare, language),
                    recheck: rechecks,
                  })}{' '}
              {isFirst && t('alerts.season.first')}
            </Text>
          </div>
          <Group gap="xs" align="flex-end">
            <NumberInput
              label={t('alerts.season.year')}
              w={92}
              min={1972}
              max={2200}
              thousandSeparator=""
              value={year}
              onChange={(value) => setPicked(typeof value === 'number' && value !== next ? value : null)}
            />
            <Button
              variant={seen === undefined ? 'default' : 'filled'}
              disabled={running !== undefined}
              loading={verb.isPending}
              onClick={() => verb.mutate(request)}
            >
              {t('alerts.season.run', { year })}
            </Button>
            {seen === undefined && (
              <Button component={Link} to={`/p/${encodeURIComponent(project.id)}/data` as never}>
                {t('alerts.season.to-data')}
              </Button>
            )}
            <CopyCommand line={commandLine(project.dir, request)} />
          </Group>
        </Group>
        {(problem?.error.code === MOVED || force) && (
          <Checkbox
            label={t('alerts.season.force')}
            checked={force}
            onChange={(event) => setForce(event.currentTarget.checked)}
          />
        )}
        <div aria-live="polite">
          {running !== undefined && (
            <Notice color="blue" title={t('alerts.season.running')}>
              <JobProgress job={running} compact />
            </Notice>
          )}
          <ProblemNote error={verb.error ?? problem} />
        </div>
      </Stack>
    </Paper>
  );
}

/** The error a job ended with, as the page tells errors. */
function problemOf(result: unknown): ApiProblem | null {
  const { error } = (result ?? {}) as { error?: ApiProblem['error'] };
  return error === undefined ? null : new ApiProblem(500, error);
}
