import { AftermineError } from '@aftermine/science/base';
import {
  type AcceptedDefect,
  compareWithAccepted,
  type DefectComparison,
  defectKey,
  isAcceptable,
} from '@aftermine/science/site';
import type { Workbench } from '../ports/index.ts';
import { acceptedDefects, addToLog, DEFECT_LOG } from './defect-log.ts';
import { openProject, type Project } from './open-project.ts';
import { readSite, type SiteProblem, type SiteReading } from './read-site.ts';

/** A problem with the key under which it can be accepted. */
export interface KeyedProblem extends SiteProblem {
  readonly key: string;
}

/** What the files of a project are like, measured against what was accepted before. */
export interface SiteCheckup {
  readonly project: Project;
  readonly reading: SiteReading;
  readonly problems: readonly KeyedProblem[];
  readonly standing: DefectComparison<KeyedProblem>;
}

/** Reads the files the settings name and lists every problem; changes nothing. */
export async function checkSite(
  workbench: Workbench,
  dir: string,
  overrides: readonly string[],
): Promise<SiteCheckup> {
  const project = openProject(workbench, dir, overrides);
  const reading = await readSite(workbench, project.dir, project.settings);
  const problems = reading.problems.map((problem): KeyedProblem => {
    const { features, crs } = reading.files.find(({ file }) => file === problem.file)!;
    return { ...problem, key: defectKey(problem, features, crs, workbench.hash) };
  });
  const accepted: readonly AcceptedDefect[] = acceptedDefects(workbench, project.dir);
  return { project, reading, problems, standing: compareWithAccepted(problems, accepted) };
}

export interface AcceptOutcome {
  readonly accepted: readonly KeyedProblem[];
  /** Asked for, but of a kind that cannot be accepted. */
  readonly refused: readonly KeyedProblem[];
  /** Where it is noted, relative to the project. */
  readonly log: string;
}

/**
 * Accepts the defects that must be fixed as they are: they warn from now on, and new ones block. Noted in the
 * log of the project with who did it.
 *
 * @param checks only defects of these checks; all where none is named
 * @param dryRun says what would be accepted, and writes nothing
 * @throws InvalidInput `E-VEC-206` where nobody is named
 */
export async function acceptDefects(
  workbench: Workbench,
  checkup: SiteCheckup,
  options: { readonly checks: readonly string[]; readonly by: string | null; readonly dryRun: boolean },
): Promise<AcceptOutcome> {
  const by = options.by?.trim() ?? '';
  if (by === '') throw new AftermineError('InvalidInput', 'E-VEC-206', { where: '--accept' });
  const asked = checkup.standing.blocking.filter(
    ({ check }) => options.checks.length === 0 || options.checks.includes(check),
  );
  const accepted = asked.filter(isAcceptable);
  if (!options.dryRun && accepted.length > 0) {
    const lock = await workbench.locks.acquire(checkup.project.dir, 'check');
    try {
      const at = new Date(workbench.clock.now()).toISOString();
      addToLog(
        workbench,
        checkup.project.dir,
        accepted.map(({ key, check, feature, file }) => ({
          kind: 'accepted',
          at,
          by,
          file,
          feature,
          check,
          key,
        })),
      );
    } finally {
      await lock.release();
    }
  }
  return { accepted, refused: asked.filter((problem) => !isAcceptable(problem)), log: DEFECT_LOG };
}
