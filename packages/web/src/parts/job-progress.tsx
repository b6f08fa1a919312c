import { Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Job } from 'aftermine/contract';
import { askJson } from '../api/ask.ts';
import { queries } from '../api/queries.ts';
import { useTexts } from '../app/language.ts';
import { CopyCommand } from './copy-command.tsx';
import { durationParts } from './numbers.ts';
import { useSay } from './use-say.ts';
import { useVerbName } from './verb-name.ts';

const COLOURS = {
  accepted: 'gray',
  running: 'blue',
  successful: 'land',
  failed: 'red',
  dismissed: 'gray',
} as const;

/** Long work as it goes: stage k of n, items done, time left, stop and go on. */
export function JobProgress({ job, compact = false }: { readonly job: Job; readonly compact?: boolean }) {
  const { t } = useTexts();
  const say = useSay();
  const verbName = useVerbName();
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['jobs'] });
  const stop = useMutation({
    mutationFn: () => askJson(`/api/jobs/${job.id}`, { method: 'DELETE' }),
    onSettled: renew,
  });
  const resume = useMutation({
    mutationFn: () => askJson(`/api/jobs/${job.id}/resume`, { method: 'POST' }),
    onSettled: renew,
  });
  const active = job.status === 'running' || job.status === 'accepted';
  const left = job.etaS === null ? null : durationParts(job.etaS);
  const facts = [
    job.stage === null
      ? ''
      : t('part.job.stage', {
          index: job.stage.index,
          count: job.stage.count,
          name: say(`step.${job.stage.step}`),
        }),
    job.total === null ? '' : t('part.job.items', { done: job.done ?? 0, total: job.total }),
    left === null || !active ? '' : t('part.job.eta', { time: t(`part.${left.unit}`, { n: left.n }) }),
  ].filter((fact) => fact !== '');
  return (
    <Stack gap={4}>
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Text fw={600} size="sm">
            {verbName(job.verb)}
          </Text>
          <Badge color={COLOURS[job.status]} variant="light">
            {t(`part.job.${job.status}`)}
          </Badge>
          <Text size="xs" className="soft">
            {facts.join(' · ')}
          </Text>
        </Group>
        <Group gap={4}>
          {!compact && <CopyCommand line={job.line} />}
          {active && (
            <Button
              size="compact-sm"
              variant="light"
              color="gray"
              loading={stop.isPending}
              onClick={() => stop.mutate()}
            >
              {t('part.job.stop')}
            </Button>
          )}
          {(job.status === 'dismissed' || job.status === 'failed') && (
            <Button
              size="compact-sm"
              variant="light"
              loading={resume.isPending}
              onClick={() => resume.mutate()}
            >
              {t('part.job.resume')}
            </Button>
          )}
        </Group>
      </Group>
      {active && (
        <Progress value={job.progress} aria-label={verbName(job.verb)} striped={job.status === 'running'} />
      )}
    </Stack>
  );
}
