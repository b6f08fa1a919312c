import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@aftermine/science/base';
import type { ProjectCard } from '../contract/index.ts';
import type { ServerContext } from './context.ts';
import { projectCard } from './project-card.ts';
import { projectIds } from './project-folder.ts';
import { readingState } from './reading/reading-state.ts';

/** What a card is made from beside store and settings. */
const WATCHED = ['reports', 'rasters', 'truth'] as const;
const STORE = ['project.gpkg', 'aftermine.yaml'] as const;

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
    const state = `${await this.#revision(id, dir)} ${timesOf(dir, WATCHED)}`;
    const known = this.#cards.get(key);
    if (known?.state === state) return known.card;
    const card = projectCard(this.#context, id, language);
    this.#cards.set(key, { state, card });
    // What could not be opened may be busy only: it is tried again.
    if ((await card).problem !== null && this.#cards.get(key)?.card === card) this.#cards.delete(key);
    return card;
  }

  /** Of store and settings by content, since opening a store moves its time; by time where the project cannot be opened. */
  async #revision(id: string, dir: string): Promise<string> {
    try {
      return (await readingState(this.#context).projects.of(id)).revision;
    } catch {
      return timesOf(dir, STORE);
    }
  }
}

function timesOf(dir: string, names: readonly string[]): string {
  return names
    .map((name) => statSync(join(dir, name), { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? '-')
    .join(' ');
}
