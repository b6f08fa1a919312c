import { z } from 'zod';
import { type Codebook, codeOf, leafCodes, type Origin } from './codebook.ts';
import type { EvidenceComplaint } from './complaint.ts';
import { firstFault, looseObject } from './loose-object.ts';

/** What one coder said of one study and one code, and where in the text it stands. */
export interface Coding {
  readonly study: string;
  readonly code: string;
  readonly coder: string;
  /** The code is true of the study. */
  readonly applies: boolean;
  /** Page, table or figure; null where none is given. */
  readonly locator: string | null;
  readonly quote: string | null;
  /** Of the code: stated in the paper the codebook was drawn from, or added. */
  readonly origin: Origin;
}

/** Longest quote kept, in characters: enough to find the place, short enough to cite. */
export const LONGEST_QUOTE = 400;

const schema = looseObject({
  study: z.string().min(1),
  code: z.string().min(1),
  coder: z.string().min(1),
  applies: z.boolean().default(true),
  locator: z.string().optional(),
  quote: z.string().optional(),
});

/**
 * Reads codings: records of who found which code in which study, append-only. Where one coder speaks twice of the same study and
 * code, the later record counts. A code that the codebook does not have, or that has parts of its own, is left out and
 * complained of; a yes without a locator is kept and complained of, for nobody can check it.
 */
export function readCodings(
  records: readonly unknown[],
  codebook: Codebook,
): { readonly codings: readonly Coding[]; readonly complaints: readonly EvidenceComplaint[] } {
  const complaints: EvidenceComplaint[] = [];
  const latest = new Map<string, Coding>();
  records.forEach((record, i) => {
    const parsed = schema.safeParse(record);
    if (!parsed.success) {
      const { path, fault } = firstFault(parsed.error);
      complaints.push({ where: `codings.${i}.${path}`, kind: 'malformed', params: fault });
      return;
    }
    const { study, code: id, coder, applies, locator, quote } = parsed.data;
    const code = codeOf(codebook, id);
    const where = `codings.${i}`;
    if (code === undefined) {
      complaints.push({ where, kind: 'unknown-code', params: { got: id } });
      return;
    }
    if (!code.isLeaf) {
      complaints.push({ where, kind: 'code-has-parts', params: { got: id } });
      return;
    }
    const place = locator?.trim() ?? '';
    if (applies && place === '') complaints.push({ where, kind: 'no-locator', params: { study, code: id } });
    if (quote !== undefined && quote.length > LONGEST_QUOTE)
      complaints.push({ where, kind: 'quote-cut', params: { most: LONGEST_QUOTE } });
    const key = JSON.stringify([study, id, coder]);
    latest.delete(key);
    latest.set(key, {
      study,
      code: id,
      coder,
      applies,
      locator: place === '' ? null : place,
      quote: quote?.slice(0, LONGEST_QUOTE) ?? null,
      origin: code.origin,
    });
  });
  return { codings: [...latest.values()], complaints };
}

/** A study with the codes that are true of it. */
export interface CodedStudy {
  readonly study: string;
  /** Ids of leaf codes, in the order of the codebook. */
  readonly codes: readonly string[];
}

/**
 * The codes of every study. Where coders differ, `disputed` tells: a code is given to the study only where every coder who spoke of
 * it said yes.
 */
export function codedStudies(
  codings: readonly Coding[],
  codebook: Codebook,
): {
  readonly studies: readonly CodedStudy[];
  readonly disputed: readonly { readonly study: string; readonly code: string }[];
} {
  const said = new Map<string, Map<string, { yes: number; no: number }>>();
  for (const { study, code, applies } of codings) {
    const ofStudy = said.get(study) ?? new Map<string, { yes: number; no: number }>();
    said.set(study, ofStudy);
    const count = ofStudy.get(code) ?? { yes: 0, no: 0 };
    ofStudy.set(code, { yes: count.yes + (applies ? 1 : 0), no: count.no + (applies ? 0 : 1) });
  }
  const order = leafCodes(codebook).map(({ id }) => id);
  const disputed: { study: string; code: string }[] = [];
  const studies = [...said].map(([study, counts]) => ({
    study,
    codes: order.filter((code) => {
      const count = counts.get(code);
      if (count === undefined || count.yes === 0) return false;
      if (count.no > 0) disputed.push({ study, code });
      return count.no === 0;
    }),
  }));
  return { studies, disputed };
}
