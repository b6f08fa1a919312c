import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { ApiProblem } from '../api/ask.ts';
import { projectQuery } from '../api/resources.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { useTexts } from './language.ts';
import { useProjectId } from './use-view.ts';

/** Around every page of a project: one that is not there is said once, with the way back. */
export function ProjectFrame() {
  const { t } = useTexts();
  const { error, refetch } = useQuery(projectQuery(useProjectId()));
  if (!(error instanceof ApiProblem) || (error.status !== 404 && error.status !== 400)) return <Outlet />;
  return (
    <Stack align="flex-start">
      <ProblemNote error={error} onRetry={() => void refetch()} />
      <Button component={Link} to="/">
        {t('page.back-home')}
      </Button>
    </Stack>
  );
}
