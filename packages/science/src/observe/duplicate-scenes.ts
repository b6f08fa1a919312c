import { type SceneDraft, type SceneProblem, sceneProblem } from './scene-reading.ts';

/**
 * Keeps one scene of every acquisition: the newest processing (`facts.processed`, compared as text), and of
 * equal ones the first. A scene without `facts.acquisition` stands for itself. Of scenes that still share an id
 * the first is kept: ids are how plans and stores tell scenes apart.
 *
 * @returns the scenes kept, in their order, and a note (`duplicate`) for every scene left out
 */
export function dropDuplicateScenes<T extends SceneDraft>(
  scenes: readonly T[],
): {
  readonly scenes: readonly T[];
  readonly problems: readonly SceneProblem[];
} {
  const best = new Map<string, T>();
  for (const scene of scenes) {
    const key = acquisitionOf(scene);
    const known = best.get(key);
    if (known === undefined || versionOf(scene) > versionOf(known)) best.set(key, scene);
  }
  const problems: SceneProblem[] = [];
  const kept: T[] = [];
  const ids = new Set<string>();
  for (const scene of scenes) {
    const winner = best.get(acquisitionOf(scene));
    if (winner === scene && !ids.has(scene.id)) {
      ids.add(scene.id);
      kept.push(scene);
    } else problems.push(sceneProblem('note', 'duplicate', scene.id, { kept: winner?.id ?? scene.id }));
  }
  return { scenes: kept, problems };
}

function acquisitionOf(scene: SceneDraft): string {
  return `${scene.family} ${scene.facts['acquisition'] ?? `#${scene.id}`}`;
}

function versionOf(scene: SceneDraft): string {
  return String(scene.facts['processed'] ?? '');
}
