import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@aftermine/science/base';
import type { ProjectCard } from '../contract/index.ts';
import type { ServerContext } from './context.ts';
import { projectCard } from './project-card.ts';
import { projectIds } from './project-folder.ts';

/** What a card is made from. The store's time moves when it is opened, so its state is taken after reading, too. */
const WATCHED = [
  'project.gpkg',
  'project.gpkg-wal',
  'aftermine.yaml',
  'reports',
  'rasters',
  'truth',
] as const;

/** The projects of the workspace. A card is made again only when something it is made from changed. */
export class ProjectShelf {
  readonly #context: ServerContext;
  readonly #cards = new Map<string, { readonly state: string; readonly card: Promise<ProjectCard> }>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  async cards(language: Language): Promise<ProjectCard[]> {
    const cards: ProjectCard[] = [];
    for (const id of projectIds(this.#context)) cards.push(await this.card(id, language));
    return cards;
  }

  /** One card. `id` must be that of a project. */
  async card(id: string, language: Language): Promise<ProjectCard> {
    const key = `${language} ${id}`;
    const dir = join(this.#context.workspace, id);
    const state = stateOf(dir);
    const known = this.#cards.get(key);
    if (known !== undefined && known.state === state) return known.card;
    const card = projectCard(this.#context, id, updatedAt(dir), language);
    this.#cards.set(key, { state, card });
    const made = await card;
    // What changed while it was read makes it again next time, unless reading itself did it.
    const after = stateOf(dir);
    if (after !== state && this.#cards.get(key)?.card === card) this.#cards.set(key, { state: after, card });
    return made;
  }
}

function stateOf(dir: string): string {
  return WATCHED.map((name) => {
    const stat = statSync(join(dir, name), { bigint: true, throwIfNoEntry: false });
    return stat === undefined || (name.endsWith('-wal') && stat.size === 0n)
      ? '-'
      : `${stat.ino} ${stat.isDirectory() ? '' : stat.size} ${stat.mtimeNs}`;
  }).join('|');
}

function updatedAt(dir: string): string | null {
  const times = ['project.gpkg', 'aftermine.yaml'].flatMap((name) => {
    const stat = statSync(join(dir, name), { throwIfNoEntry: false });
    return stat === undefined ? [] : [stat.mtimeMs];
  });
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
