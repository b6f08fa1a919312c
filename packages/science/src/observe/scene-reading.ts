import type { MessageParam } from '../base/index.ts';
import type { Scene } from './types.ts';

/**
 * Something to say about one scene or file. An `error` means that it is not among the scenes, a `warning`
 * that it is but lacks something, a `note` that a decision was taken. The words are `error.<code>` and
 * `hint.<code>` of the catalogue, filled from `where` and `params`.
 */
export interface SceneProblem {
  readonly severity: 'error' | 'warning' | 'note';
  /** `E-SCN-012`. */
  readonly code: string;
  /** Path, or id of the scene. */
  readonly where: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

/** A scene before its raster headers are read. */
export type SceneDraft = Omit<Scene, 'grid' | 'bbox'>;

/** What became of one delivery: a draft or none, and everything there is to say about it. */
export interface SceneReading {
  readonly draft: SceneDraft | null;
  readonly problems: readonly SceneProblem[];
}

/** Makes a problem. */
export function sceneProblem(
  severity: SceneProblem['severity'],
  code: string,
  where: string,
  params: SceneProblem['params'] = {},
): SceneProblem {
  return { severity, code, where, params };
}
