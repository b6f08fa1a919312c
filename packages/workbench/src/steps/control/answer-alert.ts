import { AftermineError } from '@aftermine/science/base';
import { type AlertCase, alertCases, type LedgerEntry } from '@aftermine/science/control';
import type { Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import { bindLines, type NewLine, soundHistory } from './history.ts';

/**
 * Writes one line about an alert into the history. Closing asks for all its evidence to be there as it was.
 *
 * @throws what `soundHistory` and `checkLine` throw; NotFound `E-CTL-308` for evidence that is gone, Conflict `E-CTL-309` for
 * evidence that was altered
 */
export async function answerAlert(
  workbench: Workbench,
  project: Project,
  line: NewLine & { readonly alert: string },
): Promise<AlertCase> {
  const lock = await workbench.locks.acquire(project.dir, 'control');
  try {
    const store = await workbench.openStore(project.dir);
    try {
      const entries = await soundHistory(workbench, store, project.dir);
      const known = caseOf(workbench, entries, line.alert);
      if (line.kind === 'closed' && known !== undefined) assertEvidence(workbench, project, known);
      const added = bindLines(workbench, project, entries, [line]);
      await store.save({ ledger: added });
      return caseOf(workbench, [...entries, ...added], line.alert)!;
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
}

function caseOf(workbench: Workbench, entries: readonly LedgerEntry[], alert: string): AlertCase | undefined {
  const today = new Date(workbench.clock.now()).toISOString();
  return alertCases(entries, today).find((one) => one.alert === alert);
}

/** Every file that proves something is there, byte for byte. */
export function assertEvidence(
  { files, paths }: Workbench,
  { dir }: Project,
  { evidence }: Pick<AlertCase, 'evidence'>,
): void {
  for (const { path, sha256 } of evidence) {
    const file = paths.join(dir, path);
    if (!files.exists(file)) throw new AftermineError('NotFound', 'E-CTL-308', { where: path });
    const now = files.sha256(file);
    if (now !== sha256)
      throw new AftermineError('Conflict', 'E-CTL-309', { where: path, expected: sha256, got: now });
  }
}
