import type { Workbench } from '../../ports/index.ts';

/** A workbench for steps that save nothing: stores open at once, and the time of their file does not move. */
export function readOnlyWorkbench(workbench: Workbench): Workbench {
  return { ...workbench, openStore: (dir) => workbench.openStore(dir, { readOnly: true }) };
}
