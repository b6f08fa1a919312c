import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyCommand } from './copy-command.tsx';

/** Head of a page: what it is, one plain sentence, its actions and the line that does the same. */
export function PageHead({
  title,
  sentence,
  actions,
  line,
}: {
  readonly title: string;
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
  readonly line?: string;
}) {
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm">
      <Stack gap={2} flex={1} miw={240}>
        <Title order={1}>{title}</Title>
        {sentence !== undefined && <Text className="soft">{sentence}</Text>}
      </Stack>
      <Group gap="xs">
        {line !== undefined && <CopyCommand line={line} />}
        {actions}
      </Group>
    </Group>
  );
}
