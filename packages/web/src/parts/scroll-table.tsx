import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** A table that scrolls inside its box where it is too wide: by keyboard too, under its own name, with its edges shown. */
export function ScrollTable({
  label,
  minWidth,
  maxHeight,
  children,
}: {
  readonly label: string;
  readonly minWidth: number;
  readonly maxHeight?: number;
  readonly children: ReactNode;
}) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      {...(maxHeight === undefined ? {} : { maxHeight })}
      type="native"
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      {children}
    </Table.ScrollContainer>
  );
}
