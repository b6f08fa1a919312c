import { Group, Title } from '@mantine/core';
import { IconAlertOctagon, IconInfoCircle, IconTool } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import type { Severity } from './file-facts.ts';

const MARKS = {
  'must-fix': { Icon: IconAlertOctagon, colour: 'var(--bad)' },
  'can-fix': { Icon: IconTool, colour: 'var(--warn)' },
  'just-know': { Icon: IconInfoCircle, colour: 'var(--ink-soft)' },
} as const;

/** Heading of a group of problems: icon, words and how many. */
export function SeverityHead({ severity, count }: { readonly severity: Severity; readonly count: number }) {
  const { t } = useTexts();
  const { Icon, colour } = MARKS[severity];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={17} color={colour} aria-hidden />
      <Title order={3}>
        {t(`import.${severity}`)} ({count})
      </Title>
    </Group>
  );
}
