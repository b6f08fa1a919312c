import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './split-page.module.css';

/** Map and table to the left, the picked unit to the right; one below the other on narrow screens. */
export function SplitPage({ left, right }: { readonly left: ReactNode; readonly right: ReactNode }) {
  return (
    <div className={classes.split}>
      <div className={classes.left}>{left}</div>
      <Paper withBorder p="md" className={classes.right}>
        {right}
      </Paper>
    </div>
  );
}
