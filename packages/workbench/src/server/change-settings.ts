import { AftermineError } from '@aftermine/science/base';
import type { SettingValue } from '../ports/index.ts';
import { openProject } from '../steps/open-project.ts';
import type { ServerContext } from './context.ts';

export interface SettingsAnswer {
  readonly settings: unknown;
  /** The file as it is written, with its comments. */
  readonly text: string;
  /** Sent back with a change: it differs when somebody else was faster. */
  readonly revision: string;
}

const REVISION_CHARACTERS = 24;

/** Settings of a project as they are in force, and the revision of their file. */
export function readSettings({ workbench }: ServerContext, dir: string): SettingsAnswer {
  const { settings } = openProject(workbench, dir);
  const text = workbench.files.readText(workbench.paths.join(dir, 'aftermine.yaml'));
  return { settings, text, revision: revisionOf(workbench, dir) };
}

/** One key of the settings: the value it gets, or that it is taken away; or the whole file anew. */
export type SettingsChange = { readonly revision: string } & (
  | { readonly path: readonly string[]; readonly value: SettingValue }
  | { readonly path: readonly string[]; readonly remove: true }
  | { readonly text: string }
);

/**
 * Sets one key of `aftermine.yaml` or takes it away, comments kept; or writes the file as it was typed. What does not fit leaves the
 * file as it was.
 *
 * @throws Conflict `E-SRV-016` when the file is not the one `revision` names; InvalidInput `E-SET-001`, `E-SET-002`
 */
export function changeSettings(context: ServerContext, dir: string, change: SettingsChange): SettingsAnswer {
  const { workbench } = context;
  const path = workbench.paths.join(dir, 'aftermine.yaml');
  const before = workbench.files.readText(path);
  const revision = revisionOf(workbench, dir);
  if (revision !== change.revision)
    throw new AftermineError('Conflict', 'E-SRV-016', {
      where: 'aftermine.yaml',
      expected: revision,
      got: change.revision.slice(0, 60),
    });
  // A broken file is for its owner to mend, line by line.
  openProject(workbench, dir);
  try {
    if ('text' in change) workbench.files.writeText(path, change.text);
    else if ('remove' in change) workbench.settings.remove(dir, change.path);
    else workbench.settings.set(dir, change.path, change.value);
    return readSettings(context, dir);
  } catch (error) {
    workbench.files.writeText(path, before);
    if (error instanceof AftermineError) throw error;
    // A key below a plain value, say: what the file's own library refuses.
    throw new AftermineError('InvalidInput', 'E-SET-002', {
      where: 'aftermine.yaml',
      params: { key: 'path' in change ? change.path.join('.').slice(0, 200) : '' },
      got: error instanceof Error ? error.message.slice(0, 200) : '?',
      cause: error,
    });
  }
}

function revisionOf({ files, paths, hash }: ServerContext['workbench'], dir: string): string {
  return hash(files.readText(paths.join(dir, 'aftermine.yaml'))).slice(0, REVISION_CHARACTERS);
}
