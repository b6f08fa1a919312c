import { AftermineError } from '@aftermine/science/base';
import type { ActionEvidence, AlertCase } from '@aftermine/science/control';
import { distanceToPolygonsM, transformer } from '@aftermine/science/site';
import type { Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import { answerAlert } from './answer-alert.ts';

export interface EvidenceOptions {
  readonly alert: string;
  /** Absolute path of the file as the user named it. */
  readonly file: string;
  readonly by: string;
  readonly note: string | null;
}

const SAMPLES = /\.(csv|xlsx?)$/i;

/**
 * Copies a file under `evidence/` by the hash of what it holds, reads place and date from a photograph, and writes it into the
 * history of the alert.
 *
 * @throws NotFound `E-CTL-308` without the file; what `answerAlert` throws
 */
export async function addEvidence(
  workbench: Workbench,
  project: Project,
  { alert, file, by, note }: EvidenceOptions,
): Promise<{ readonly evidence: ActionEvidence; readonly case: AlertCase }> {
  const { files, paths } = workbench;
  if (!files.exists(file)) throw new AftermineError('NotFound', 'E-CTL-308', { where: file });
  const sha256 = files.sha256(file);
  const facts = await workbench.photographs.read(file);
  const path = `evidence/${sha256.slice(0, 12)}-${paths.basename(file)}`;
  const place = facts?.place ?? null;
  const evidence: ActionEvidence = {
    path,
    sha256,
    kind: facts !== null ? 'photo' : SAMPLES.test(file) ? 'sample' : 'document',
    takenAt: facts?.takenAt ?? null,
    place,
    distanceM: place === null ? null : await metresToUnit(workbench, project, alert, place),
    note,
  };
  const kept = paths.join(project.dir, path);
  const there = files.exists(kept);
  if (!there) files.copy(file, kept);
  try {
    const answered = await answerAlert(workbench, project, {
      kind: 'evidence-added',
      alert,
      by,
      detail: { evidence },
    });
    return { evidence, case: answered };
  } catch (cause) {
    // What the history does not name is no evidence.
    if (!there) files.remove(kept);
    throw cause;
  }
}

/** Metres from a place to the unit of an alert; null for an alert outside all units. */
async function metresToUnit(
  workbench: Workbench,
  { dir }: Project,
  alert: string,
  place: readonly [number, number],
): Promise<number | null> {
  const store = await workbench.openStore(dir);
  try {
    const [site, alarms] = await Promise.all([store.site(), store.alarms()]);
    const id = alarms.find((one) => one.id === alert)?.unit;
    const unit = site?.units.find((one) => one.id === id);
    if (site === null || unit === undefined) return null;
    const [x, y] = transformer('EPSG:4326', site.crs)(place[0], place[1]);
    return distanceToPolygonsM([x, y], unit.geometry, site.crs);
  } finally {
    await store.close();
  }
}
