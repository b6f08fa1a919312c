import type { Codebook } from './codebook.ts';
import type { Validity } from './grade-of.ts';

/** Answer to one question of an appraisal. */
export type AppraisalAnswer = 'yes' | 'partly' | 'no';

const POINTS: Readonly<Record<AppraisalAnswer, number>> = { yes: 1, partly: 0.5, no: 0 };

/**
 * Validity of a study from its appraisal: the mean of yes 1, partly 0.5, no 0 over ALL questions of the codebook, an unanswered
 * one counting as no, against the thresholds of the codebook.
 *
 * @param answers by id of the question
 * @returns null where fewer than half of the questions are answered: the study is not appraised
 */
export function validityOf(
  answers: Readonly<Record<string, AppraisalAnswer>>,
  codebook: Pick<Codebook, 'appraisal' | 'validity'>,
): Validity | null {
  const { appraisal, validity } = codebook;
  const given = appraisal.flatMap(({ id }) => (answers[id] === undefined ? [] : [answers[id]]));
  if (appraisal.length === 0 || given.length * 2 < appraisal.length) return null;
  const mean = given.reduce((sum, answer) => sum + POINTS[answer], 0) / appraisal.length;
  return mean >= validity.high ? 'high' : mean >= validity.moderate ? 'moderate' : 'low';
}
