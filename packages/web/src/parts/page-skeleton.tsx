import { Skeleton, Stack } from '@mantine/core';

/** The outline of a page while its data is on the way. */
export function PageSkeleton({ rows = 6 }: { readonly rows?: number }) {
  return (
    <Stack aria-busy="true">
      <Skeleton h={28} w={260} />
      <Skeleton h={220} />
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <Skeleton key={row} h={24} />
      ))}
    </Stack>
  );
}
