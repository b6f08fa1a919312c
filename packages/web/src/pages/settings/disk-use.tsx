import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectCard } from 'aftermine/contract';
import { useState } from 'react';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type DiskUsage, partSizes } from './part-sizes.ts';

const CLEAN = { verb: 'clean' } as const;

/** Room that interim results of a project take, and the button that gives it back. Results are never touched. */
export function DiskUse({ project }: { readonly project: ProjectCard }) {
  const { t, language } = useTexts();
  const usage = useQuery(verbQuery<DiskUsage>(project.id, { verb: 'clean --dry-run' }));
  const clean = useVerb<DiskUsage>(project.id);
  const [asking, setAsking] = useState(false);
  const size = (bytes: number): string => `${numberText(bytes / 1e6, language, 1)} MB`;
  const removed = clean.data?.envelope?.data;
  return (
    <Stack gap={6} component="section" aria-label={t('settings.disk-use')}>
      <Text size="sm" fw={500}>
        {t('settings.disk-use')}
        {usage.data !== undefined && `${t('settings.colon')}${size(usage.data.bytes)}`}
      </Text>
      {usage.data !== undefined && usage.data.bytes > 0 && (
        <Text size="sm">
          {partSizes(usage.data)
            .map(({ part, bytes }) =>
              t('settings.disk-part', { part: t(`settings.disk.${part}`), size: size(bytes) }),
            )
            .join(t('settings.comma'))}
        </Text>
      )}
      <Text size="sm" className="soft">
        {t('settings.disk')}
      </Text>
      <ProblemNote error={usage.error ?? clean.error} />
      <Group gap="xs">
        {asking && usage.data !== undefined ? (
          <>
            <Button
              size="compact-sm"
              loading={clean.isPending}
              onClick={() => clean.mutate(CLEAN, { onSettled: () => setAsking(false) })}
            >
              {t('settings.clean-sure', { size: size(usage.data.bytes) })}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
              {t('part.cancel')}
            </Button>
          </>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            disabled={usage.data === undefined || usage.data.bytes === 0}
            onClick={() => setAsking(true)}
          >
            {t('settings.clean')}
          </Button>
        )}
        <CopyCommand line={clean.data?.line ?? commandLine(project.dir, CLEAN)} />
      </Group>
      <Text size="sm" role="status">
        {removed !== undefined && t('settings.cleaned', { size: size(removed.bytes) })}
      </Text>
    </Stack>
  );
}
