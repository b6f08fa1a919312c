import { AftermineError } from '@aftermine/science/base';
import {
  appendEntries,
  checkLine,
  findLedgerBreak,
  type LedgerDraft,
  type LedgerEntry,
} from '@aftermine/science/control';
import type { Store, Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';

/** A line somebody wants to write; when it is written the clock says. */
export type NewLine = Omit<LedgerDraft, 'at'>;

/**
 * The history of a project, sound.
 *
 * @throws Conflict `E-CTL-307` where a line was edited, deleted, moved or cut off: nothing is written on top of that
 */
export async function soundHistory(
  workbench: Workbench,
  store: Store,
  dir: string,
): Promise<readonly LedgerEntry[]> {
  const { entries, head } = await store.ledger();
  const broken = findLedgerBreak(entries, head, workbench.hash);
  if (broken !== null)
    throw new AftermineError('Conflict', 'E-CTL-307', {
      where: workbench.paths.join(dir, 'project.gpkg'),
      expected: head.entries,
      got: broken.seq,
      params: { problem: broken.problem },
    });
  return entries;
}

/**
 * Lines bound to the history, each allowed when its turn comes.
 *
 * @throws what `checkLine` and `appendEntries` throw
 */
export function bindLines(
  workbench: Workbench,
  { settings }: Project,
  entries: readonly LedgerEntry[],
  lines: readonly NewLine[],
): readonly LedgerEntry[] {
  const at = new Date(workbench.clock.now()).toISOString();
  let all = entries;
  const added: LedgerEntry[] = [];
  for (const line of lines) {
    const draft = { at, ...line };
    checkLine(all, draft, settings.control.people);
    const last = all.at(-1);
    const head = { entries: all.length, hash: last?.hash ?? '0'.repeat(64) };
    const [entry] = appendEntries(head, last?.at ?? null, [draft], workbench.hash);
    added.push(entry!);
    all = [...all, entry!];
  }
  return added;
}
