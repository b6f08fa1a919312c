import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPolygon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from 'aftermine/contract';
import { useTexts } from '../../app/language.ts';

/** Says that a project has no units, and how it gets some; nothing where it has. */
export function NoUnits({ project }: { readonly project: Pick<ProjectDetail, 'id' | 'units' | 'years'> }) {
  const { t } = useTexts();
  if (project.units > 0) return null;
  const data = `/p/${encodeURIComponent(project.id)}/data`;
  return (
    <Alert
      color="orange"
      role="status"
      icon={<IconPolygon aria-hidden />}
      title={t('data.no-units')}
      styles={{ title: { color: '#6b3a00' }, icon: { color: '#6b3a00' } }}
    >
      <Text size="sm">{t('data.no-units-why')}</Text>
      <Group gap="xs" mt="xs">
        <Button component={Link} to={data as never} hash="add-files" size="compact-sm">
          {t('data.no-units-add')}
        </Button>
        {project.years !== null && (
          <Button component={Link} to={data as never} hash="propose-units" size="compact-sm" variant="light">
            {t('data.no-units-propose')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
