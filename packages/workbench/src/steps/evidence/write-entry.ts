import type { EvidenceKind, JsonObject, Workbench } from '../../ports/index.ts';

/** Writes one entry into the evidence library of a folder, and returns its number. */
export async function writeEntry(
  workbench: Workbench,
  dir: string,
  kind: EvidenceKind,
  by: string,
  value: JsonObject,
): Promise<number> {
  const store = await workbench.openEvidence(dir);
  try {
    await store.append([{ kind, at: new Date(workbench.clock.now()).toISOString(), by, value }]);
    return (await store.entries(kind)).at(-1)!.seq;
  } finally {
    await store.close();
  }
}
