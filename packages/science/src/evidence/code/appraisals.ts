import { type AppraisalAnswer, validityOf } from './appraisal.ts';
import type { Codebook } from './codebook.ts';
import type { EvidenceComplaint } from './complaint.ts';
import type { EvidenceFinding } from './finding.ts';
import type { Validity } from './grade-of.ts';

/** What one appraiser answered to one question about one paper; `undecided` takes an earlier answer back. */
export interface AppraisalRecord {
  readonly paper: string;
  readonly appraiser: string;
  /** As it was written, by id of the question. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A paper as its appraisers see it together. */
export interface AppraisedPaper {
  readonly paper: string;
  /** By id of the question; where appraisers differ, the least favourable answer. */
  readonly answers: Readonly<Record<string, AppraisalAnswer>>;
  /** Questions on which appraisers differ, in the order of the codebook. */
  readonly disputed: readonly string[];
  readonly appraisers: readonly string[];
  /** Null where fewer than half of the questions are answered. */
  readonly validity: Validity | null;
}

/** Answers that an appraisal takes, and what they mean in Chinese. */
export const APPRAISAL_WORDS: Readonly<Record<string, AppraisalAnswer | 'undecided'>> = {
  yes: 'yes',
  partly: 'partly',
  no: 'no',
  undecided: 'undecided',
  是: 'yes',
  部分: 'partly',
  否: 'no',
  未定: 'undecided',
};
const WORST_FIRST: readonly AppraisalAnswer[] = ['no', 'partly', 'yes'];

/**
 * Reads appraisals in the order in which they were written: of one appraiser, paper and question the last answer counts. An answer
 * that is none, or to a question that the codebook does not ask, is left out and complained of; the others of its record are used.
 */
export function readAppraisals(
  records: readonly AppraisalRecord[],
  codebook: Pick<Codebook, 'appraisal' | 'validity'>,
): { readonly papers: readonly AppraisedPaper[]; readonly complaints: readonly EvidenceComplaint[] } {
  const complaints: EvidenceComplaint[] = [];
  const questions = codebook.appraisal.map(({ id }) => id);
  const said = new Map<string, Map<string, Map<string, AppraisalAnswer>>>();
  records.forEach(({ paper, appraiser, answers }, i) => {
    const ofPaper = entryOf(said, paper);
    for (const [id, text] of Object.entries(answers)) {
      const where = `appraisals.${i}.${id}`;
      const answer =
        APPRAISAL_WORDS[
          String(text ?? '')
            .trim()
            .toLowerCase()
        ];
      if (!questions.includes(id))
        complaints.push({
          where,
          kind: 'unknown-question',
          params: { got: id, expected: questions.join(', ') },
        });
      else if (answer === undefined)
        complaints.push({ where, kind: 'no-answer', params: { got: String(text ?? '') } });
      else if (answer === 'undecided') entryOf(ofPaper, id).delete(appraiser);
      else entryOf(ofPaper, id).set(appraiser, answer);
    }
  });
  const papers = [...said].flatMap(([paper, ofPaper]): AppraisedPaper[] => {
    const answers: Record<string, AppraisalAnswer> = {};
    const disputed: string[] = [];
    const appraisers = new Set<string>();
    for (const id of questions) {
      const given = ofPaper.get(id) ?? new Map<string, AppraisalAnswer>();
      const kinds = new Set(given.values());
      const worst = WORST_FIRST.find((one) => kinds.has(one));
      if (worst === undefined) continue;
      answers[id] = worst;
      if (kinds.size > 1) disputed.push(id);
      for (const appraiser of given.keys()) appraisers.add(appraiser);
    }
    if (appraisers.size === 0) return [];
    return [
      {
        paper,
        answers,
        disputed,
        appraisers: [...appraisers].sort(),
        validity: validityOf(answers, codebook),
      },
    ];
  });
  return { papers, complaints };
}

/** Findings with the validity of their paper where it was appraised; what a finding itself says of it stands elsewhere. */
export function withAppraisals(
  findings: readonly EvidenceFinding[],
  papers: readonly AppraisedPaper[],
): readonly EvidenceFinding[] {
  const validity = new Map(papers.map((one) => [one.paper, one.validity]));
  return findings.map((finding) => {
    const appraised = validity.get(finding.paper) ?? null;
    return appraised === null ? finding : { ...finding, validity: appraised };
  });
}

function entryOf<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Map<L, V>();
  map.set(key, made);
  return made;
}
