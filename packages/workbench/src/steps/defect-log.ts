import { AftermineError } from '@aftermine/science/base';
import type { AcceptedDefect, SiteCheck } from '@aftermine/science/site';
import type { Workbench } from '../ports/index.ts';

/** Place of the log in a project: one JSON object a line, only ever added to. */
export const DEFECT_LOG = 'inputs/mended/log.jsonl';

/** One line of the log: what was mended, or which defect was accepted, by whom and when. */
export type DefectLogEntry = MendedEntry | AcceptedEntry;

export interface MendedEntry {
  readonly kind: 'mended';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null where nobody said. */
  readonly by: string | null;
  /** The file that was mended and its SHA-256, and the copy. */
  readonly file: string;
  readonly sha256: string;
  readonly copy: string;
  readonly feature: string;
  readonly check: string;
  readonly areaBeforeHa: number;
  readonly areaAfterHa: number;
}

export interface AcceptedEntry extends AcceptedDefect {
  readonly kind: 'accepted';
  readonly at: string;
  readonly by: string;
  readonly file: string;
}

/**
 * Defects that were accepted so far.
 *
 * @throws InvalidInput `E-VEC-207` for a line that is no entry
 */
export function acceptedDefects(workbench: Workbench, dir: string): readonly AcceptedDefect[] {
  const path = workbench.paths.join(dir, DEFECT_LOG);
  if (!workbench.files.exists(path)) return [];
  const accepted: AcceptedDefect[] = [];
  workbench.files
    .readText(path)
    .split('\n')
    .forEach((text, i) => {
      if (text.trim() === '') return;
      const entry = entryOf(text);
      if (entry === null)
        throw new AftermineError('InvalidInput', 'E-VEC-207', {
          where: DEFECT_LOG,
          params: { line: i + 1 },
        });
      if (entry.kind === 'accepted') accepted.push(entry);
    });
  return accepted;
}

/** Adds entries at the end; what stands there is kept as it is. */
export function addToLog(workbench: Workbench, dir: string, entries: readonly DefectLogEntry[]): void {
  if (entries.length === 0) return;
  const path = workbench.paths.join(dir, DEFECT_LOG);
  const before = workbench.files.exists(path) ? workbench.files.readText(path) : '';
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  workbench.files.writeText(
    path,
    before === '' || before.endsWith('\n') ? before + lines : `${before}\n${lines}`,
  );
}

type Line = { readonly kind: 'mended' } | ({ readonly kind: 'accepted' } & AcceptedDefect);

function entryOf(text: string): Line | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { kind, key, check, feature } = value as Readonly<Record<string, unknown>>;
  if (kind === 'mended') return { kind };
  if (kind !== 'accepted' || typeof key !== 'string' || typeof check !== 'string') return null;
  return { kind, key, check: check as SiteCheck, feature: typeof feature === 'string' ? feature : '' };
}
