import {
  type Reference,
  recordVerdicts,
  writeBibtex,
  writeCslJson,
  writeCsv,
  writeGbt7714,
  writeRis,
} from '@aftermine/science/evidence';
import type { Review } from './review.ts';

const WRITERS = {
  ris: writeRis,
  csl: writeCslJson,
  bibtex: writeBibtex,
  csv: writeCsv,
  gbt7714: writeGbt7714,
} as const;

/** Formats in which works leave a review. */
export type ReferenceFormat = keyof typeof WRITERS;
export const REFERENCE_FORMATS = Object.keys(WRITERS) as [ReferenceFormat, ...ReferenceFormat[]];

/** Works as another program reads them. */
export interface TakenOut {
  readonly text: string;
  readonly count: number;
  /** Last stage of screening that was begun: what `onlyIncluded` goes by. */
  readonly stage: 'title-abstract' | 'full-text';
}

/** Writes the works of a review: all of them, or those that the last stage of screening included. */
export function takenOut(
  { screening, works }: Review,
  format: ReferenceFormat,
  onlyIncluded: boolean,
): TakenOut {
  const stage = screening.some((one) => one.stage === 'full-text') ? 'full-text' : 'title-abstract';
  const included = new Set(
    recordVerdicts(screening, stage).flatMap(({ record, verdict }) =>
      verdict === 'include' ? [record] : [],
    ),
  );
  const references: readonly Reference[] = works
    .filter(({ keys }) => !onlyIncluded || included.has(keys[0]!))
    .map(({ reference }) => reference);
  return { text: WRITERS[format](references), count: references.length, stage };
}
