import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from 'aftermine/contract';
import { useTexts } from '../../app/language.ts';
import { EmptyState } from '../../parts/empty-state.tsx';

/** Before the first season: what monitoring needs, what is there of it, and the button that goes on. */
export function NoMonitoring({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const has = (step: string): boolean =>
    project.steps.some((one) => one.step === step && one.state !== 'missing');
  const base = `/p/${encodeURIComponent(project.id)}`;
  const [observed, planned] = [has('observe'), has('plan')];
  return (
    <EmptyState
      title={t('alerts.empty.title')}
      action={
        <Group gap="xs" justify="center">
          {!observed && (
            <Button component={Link} to={`${base}/data` as never}>
              {t('alerts.empty.to-observe')}
            </Button>
          )}
          {observed && !planned && (
            <Button component={Link} to={`${base}/plan` as never}>
              {t('alerts.empty.to-plan')}
            </Button>
          )}
        </Group>
      }
    >
      {!observed
        ? t('alerts.empty.observe')
        : planned
          ? t('alerts.empty.season')
          : t('alerts.empty.plan', {
              first: project.years?.[0] ?? '–',
              last: project.years?.[1] ?? '–',
            })}
      <Text span display="block" size="sm" mt="xs">
        {t('alerts.empty.example')}
      </Text>
    </EmptyState>
  );
}
