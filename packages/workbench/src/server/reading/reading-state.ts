import type { ServerContext } from '../context.ts';
import { EvidenceShelf } from './evidence-shelf.ts';
import { PackedAnswers } from './json-answer.ts';
import { OpenRasters } from './open-rasters.ts';
import { ProjectSnapshots } from './project-snapshots.ts';

/** What reading keeps between two requests: all of it can be made again. */
export interface ReadingState {
  readonly context: ServerContext;
  readonly projects: ProjectSnapshots;
  readonly evidence: EvidenceShelf;
  readonly packed: PackedAnswers;
  readonly rasters: OpenRasters;
}

const states = new WeakMap<ServerContext, ReadingState>();

/** The reading state that goes with a server. */
export function readingState(context: ServerContext): ReadingState {
  let state = states.get(context);
  if (state === undefined) {
    state = {
      context,
      projects: new ProjectSnapshots(context),
      evidence: new EvidenceShelf(context),
      packed: new PackedAnswers(),
      rasters: new OpenRasters(context.workbench.rasters),
    };
    states.set(context, state);
  }
  return state;
}
