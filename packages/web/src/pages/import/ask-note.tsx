import { Alert, Stack } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** A question that a file leaves open, or something that wants a look; dark enough to be read. */
export function AskNote({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Alert
      color="orange"
      icon={<IconHelpCircle aria-hidden />}
      title={title}
      styles={{ title: { color: '#6b3a00' }, icon: { color: '#6b3a00' } }}
    >
      <Stack gap="xs">{children}</Stack>
    </Alert>
  );
}
