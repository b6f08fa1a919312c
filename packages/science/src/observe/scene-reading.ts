import type { Scene } from './types.ts';

/** Something to say about one scene or file. */
export interface SceneProblem {
  /** The scene it is about; null where a file never became one. */
  readonly sceneId: string | null;
  /** Path of the file or folder, or id of the scene. */
  readonly where: string;
  /** Catalogue key, `scene-problem.*`; its text is filled from `where` and `params`. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /**
   * `error`: it is not among the scenes; `warning`: it is, but lacks something; `note`: a decision was taken.
   * Absent where nobody graded it.
   */
  readonly severity?: 'error' | 'warning' | 'note';
}

/** A scene before its raster headers are read. */
export type SceneDraft = Omit<Scene, 'grid' | 'bbox'>;

/** What became of one delivery: a draft or none, and everything there is to say about it. */
export interface SceneReading {
  readonly draft: SceneDraft | null;
  readonly problems: readonly SceneProblem[];
}

/** Makes a problem of a file; `key` without its `scene-problem.` prefix. */
export function fileProblem(
  severity: NonNullable<SceneProblem['severity']>,
  key: string,
  where: string,
  params: SceneProblem['params'] = {},
): SceneProblem {
  return { sceneId: null, where, key: `scene-problem.${key}`, params, severity };
}

/** Makes a problem of a scene; `key` without its `scene-problem.` prefix. */
export function sceneProblem(
  severity: NonNullable<SceneProblem['severity']>,
  key: string,
  sceneId: string,
  params: SceneProblem['params'] = {},
): SceneProblem {
  return { sceneId, where: sceneId, key: `scene-problem.${key}`, params, severity };
}
