import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One part of a page under its own heading. */
export function Section({
  id,
  title,
  why,
  children,
}: {
  /** Where a link leads to. */
  readonly id?: string;
  readonly title: string;
  readonly why?: string;
  readonly children: ReactNode;
}) {
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={title}
      {...(id === undefined ? {} : { id, tabIndex: -1 })}
    >
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3">
            {title}
          </Title>
          {why !== undefined && (
            <Text size="sm" className="soft">
              {why}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
