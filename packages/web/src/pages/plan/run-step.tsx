import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CommandRequest } from 'aftermine/contract';
import { jobsQuery } from '../../api/resources.ts';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** A button that begins long work, the line that does the same, and the work as it goes. */
export function RunStep({
  project,
  dir,
  request,
  label,
  quiet = false,
  note,
}: {
  readonly project: string;
  readonly dir: string;
  readonly request: CommandRequest;
  readonly label: string;
  /** True where another action of the page comes first. */
  readonly quiet?: boolean;
  /** What to know beforehand. */
  readonly note?: string;
}) {
  const verb = useVerb(project);
  const { data: jobs = [] } = useQuery(jobsQuery);
  const job = jobs
    .filter((one) => one.project === project && one.verb === request.verb)
    .sort((a, b) => b.created.localeCompare(a.created))[0];
  const isActive = job?.status === 'running' || job?.status === 'accepted';
  const isTold = job !== undefined && (isActive || job.status === 'failed' || job.status === 'dismissed');
  return (
    <Stack gap={4} align="flex-end">
      <Group gap="xs" justify="flex-end">
        <CopyCommand line={verb.data?.line ?? commandLine(dir, request)} />
        <Button
          variant={quiet ? 'light' : 'filled'}
          loading={verb.isPending}
          disabled={isActive}
          onClick={() => verb.mutate(request)}
        >
          {label}
        </Button>
      </Group>
      {note !== undefined && (
        <Text size="xs" className="soft" maw={520} ta="right">
          {note}
        </Text>
      )}
      <div role="status">{isTold && <JobProgress job={job} compact />}</div>
      <ProblemNote error={verb.error} />
    </Stack>
  );
}
