import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectCard } from 'aftermine/contract';
import { queries } from '../../api/queries.ts';
import { projectQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** A project that cannot be opened: what is wrong, where, and what to do. */
export function BrokenCard({ project }: { readonly project: ProjectCard }) {
  const { t } = useTexts();
  const detail = useQuery(projectQuery(project.id));
  const { code, message } = project.problem ?? { code: '', message: '' };
  return (
    <Card component="article">
      <Stack gap="xs">
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {project.name}
        </Title>
        <Text size="sm" fw={600}>
          {t('home.broken')}
        </Text>
        {detail.error === null ? (
          <Text size="sm">
            {code}: {message}
          </Text>
        ) : (
          <ProblemNote error={detail.error} />
        )}
        <Text size="sm" className="soft" style={{ overflowWrap: 'anywhere' }}>
          {t('home.broken-do', { dir: project.dir })}
        </Text>
        <Group>
          <Button
            variant="light"
            size="compact-sm"
            loading={detail.isFetching}
            onClick={() => {
              void detail.refetch();
              void queries.invalidateQueries({ queryKey: ['projects'] });
            }}
          >
            {t('home.look-again')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
