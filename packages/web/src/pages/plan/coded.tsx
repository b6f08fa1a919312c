import { Code } from '@mantine/core';
import { Fragment } from 'react';

/** Words of the catalogue that name settings or commands between backticks. */
export function Coded({ children }: { readonly children: string }) {
  return (
    <>
      {children.split('`').map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence never move
        <Fragment key={i}>{i % 2 === 1 ? <Code>{part}</Code> : part}</Fragment>
      ))}
    </>
  );
}
