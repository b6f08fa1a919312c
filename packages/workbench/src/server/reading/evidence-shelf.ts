import { recordVerdicts, type ScreenDecision } from '@aftermine/science/evidence';
import type { EvidenceRow } from '../../contract/index.ts';
import { type Review, reviewOf } from '../../steps/evidence/review.ts';
import type { ServerContext } from '../context.ts';
import { projectFolder } from '../project-folder.ts';
import { fileContent } from './file-content.ts';
import { EVIDENCE_FILES, fileState } from './file-state.ts';

/** The literature side of a project in one state of its files. */
export interface ReadReview {
  readonly review: Review;
  readonly rows: readonly EvidenceRow[];
  /** Changes when anything here does. */
  readonly revision: string;
}

/** Reviews that are kept; the one not asked for longest goes first. */
const KEPT = 4;

/** The newest reading of each project's evidence library. */
export class EvidenceShelf {
  readonly #context: ServerContext;
  readonly #known = new Map<string, { state: string; content: string; read: Promise<ReadReview> }>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** @throws NotFound `E-SRV-004` for a project that is not there; what `reviewOf` throws */
  async of(id: string): Promise<ReadReview> {
    const dir = projectFolder(this.#context, id);
    const state = fileState(dir, EVIDENCE_FILES);
    const known = this.#known.get(id);
    if (known?.state === state) return known.read;
    const content = await fileContent(dir, EVIDENCE_FILES);
    if (known?.content === content) {
      known.state = state;
      return known.read;
    }
    const { workbench } = this.#context;
    const read = reviewOf(workbench, dir).then((review) => ({
      review,
      rows: evidenceRows(review),
      revision: workbench.hash(`${workbench.version} ${id} ${content}`).slice(0, 24),
    }));
    this.#known.delete(id);
    this.#known.set(id, { state, content, read });
    read.catch(() => this.#known.delete(id));
    if (this.#known.size > KEPT) this.#known.delete(this.#known.keys().next().value!);
    return read;
  }
}

/** One row per work, in the order of the review. */
export function evidenceRows({ works, screening, codings, findings }: Review): EvidenceRow[] {
  const title = verdictOf(screening, 'title-abstract');
  const full = verdictOf(screening, 'full-text');
  const coded = new Set(codings.codings.map(({ study }) => study));
  const cited = new Map<string, number>();
  for (const { paper } of findings) cited.set(paper, (cited.get(paper) ?? 0) + 1);
  return works.map(({ reference, keys }): EvidenceRow => {
    const [key] = keys;
    const names = namesOf(keys, reference.doi);
    return {
      key: key!,
      keys: [...keys],
      title: reference.title,
      authors: reference.authors.map(({ literal }) => literal),
      year: reference.year,
      journal: reference.journal,
      doi: reference.doi,
      titleAbstract: title.get(key!) ?? 'unscreened',
      fullText: full.get(key!) ?? 'unscreened',
      coded: names.some((name) => coded.has(name)),
      findings: names.reduce((sum, name) => sum + (cited.get(name) ?? 0), 0),
    };
  });
}

/** What codings and findings may call a work: any of its keys, or its DOI. */
export function namesOf(keys: readonly string[], doi: string | null): readonly string[] {
  return doi === null ? keys : [...keys, doi];
}

function verdictOf(
  screening: readonly ScreenDecision[],
  stage: ScreenDecision['stage'],
): ReadonlyMap<string, EvidenceRow['titleAbstract']> {
  return new Map(recordVerdicts(screening, stage).map(({ record, verdict }) => [record, verdict]));
}
