import { contentNames } from '../read/carrier.ts';
import { readLiterature } from '../read/read-literature.ts';
import type { ReferenceContent } from '../read/record-fields.ts';
import type { Reference } from '../record/index.ts';

/** Fields of a reference that a dialect's own fields do not give back, as JSON; null where they give back all. */
export type Carried = string | null;

/**
 * Writes references so that reading gives back every field. They are written in the dialect's own fields first and read
 * back; what differs then is carried along beside them, and readers of Aftermine take it from there. Other programs see
 * the dialect's own fields.
 *
 * @param write the whole text of some references, with what each must carry
 */
export function writeWithoutLoss(
  references: readonly Reference[],
  write: (references: readonly Reference[], carried: readonly Carried[]) => string,
): string {
  if (references.length === 0) return write([], []);
  const nothing = references.map(() => null);
  const plain = write(references, nothing);
  const back = readLiterature('', plain).references;
  const carried =
    back.length === references.length
      ? references.map((reference, i) => lostFields(reference, back[i]))
      : references.map((reference) =>
          lostFields(reference, readLiterature('', write([reference], [null])).references[0]),
        );
  return carried.every((lost) => lost === null) ? plain : write(references, carried);
}

/** The fields of `reference` that differ in `back`, as JSON with sorted names of fields. */
function lostFields(reference: Reference, back: Reference | undefined): Carried {
  const lost: Partial<Record<keyof ReferenceContent, unknown>> = {};
  for (const name of contentNames)
    if (back === undefined || !isSame(reference[name], back[name])) lost[name] = reference[name];
  return Object.keys(lost).length === 0 ? null : JSON.stringify(lost);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
