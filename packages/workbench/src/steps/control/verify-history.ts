import { alertCases, headOf } from '@aftermine/science/control';
import type { Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import { assertEvidence } from './answer-alert.ts';
import { soundHistory } from './history.ts';

export interface HistoryCheck {
  readonly entries: number;
  /** Files of evidence that are as they were. */
  readonly evidence: number;
  /** Hash of the last line: kept elsewhere, it tells whether the end was cut off. */
  readonly head: string;
}

/**
 * Whether the history and every piece of evidence are what they were when they were written.
 *
 * @throws what `soundHistory` and `assertEvidence` throw
 */
export async function verifyHistory(workbench: Workbench, project: Project): Promise<HistoryCheck> {
  const store = await workbench.openStore(project.dir);
  try {
    const entries = await soundHistory(workbench, store, project.dir);
    const cases = alertCases(entries, new Date(workbench.clock.now()).toISOString());
    for (const one of cases) assertEvidence(workbench, project, one);
    return {
      entries: entries.length,
      evidence: cases.reduce((sum, { evidence }) => sum + evidence.length, 0),
      head: headOf(entries).hash,
    };
  } finally {
    await store.close();
  }
}
