import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { projectsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { BrokenCard } from './broken-card.tsx';
import { DemoProgress, useDemo } from './open-demo.tsx';
import { ProjectTile } from './project-tile.tsx';
import { RecentRuns } from './recent-runs.tsx';

/** The projects of the workspace, and the two ways to begin. In the first load: no texts or values of `science` here. */
export function HomePage() {
  const { t } = useTexts();
  const projects = useQuery(projectsQuery);
  const demo = useDemo(projects.data);
  const begin = (size: 'sm' | 'lg') => (
    <Group gap="xs" justify="center">
      <Button size={size} variant="light" loading={demo.isAsking} onClick={demo.open}>
        {t('home.demo')}
      </Button>
      <Button size={size} component={Link} to="/new">
        {t('home.own')}
      </Button>
    </Group>
  );
  const isEmpty = projects.data?.length === 0;
  return (
    <>
      <PageHead
        title={t('home.title')}
        sentence={t('home.sentence')}
        actions={projects.data === undefined || isEmpty ? null : begin('sm')}
      />
      <Stack>
        <DemoProgress demo={demo} />
        <ProblemNote error={projects.error ?? demo.error} onRetry={() => void projects.refetch()} />
        {projects.isPending && <PageSkeleton rows={2} />}
        {isEmpty && (
          <EmptyState title={t('home.empty')} action={begin('lg')}>
            {t('home.empty-why')}
          </EmptyState>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3, xl: 4 }} spacing="md" component="section">
          {projects.data?.map((project) =>
            project.problem === null ? (
              <ProjectTile key={project.id} project={project} />
            ) : (
              <BrokenCard key={project.id} project={project} />
            ),
          )}
        </SimpleGrid>
        <RecentRuns projects={projects.data ?? []} />
      </Stack>
    </>
  );
}
