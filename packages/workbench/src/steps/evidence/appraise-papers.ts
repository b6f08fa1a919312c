import { AftermineError } from '@aftermine/science/base';
import { type AppraisalRecord, readAppraisals } from '@aftermine/science/evidence';
import type { JsonObject, Workbench } from '../../ports/index.ts';
import type { Written } from './code-studies.ts';
import { keyedReviewOf } from './review.ts';
import { rowsOf } from './rows-of.ts';
import { writeEntry } from './write-entry.ts';

/** Columns of a table of appraisals that hold no answer. */
const NOT_ANSWERS = ['paper', 'study', 'note'];

/** Answers of one paper as they were written. */
export interface GivenAppraisal {
  readonly paper: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly note: string | null;
}

/** Appraisals of a table or a document: a row for a paper, a column for a question. Empty cells answer nothing. */
export async function appraisalsOfFile(
  workbench: Workbench,
  path: string,
): Promise<readonly GivenAppraisal[]> {
  return (await rowsOf(workbench, path)).map((row) => ({
    paper: String(row['paper'] ?? row['study'] ?? '').trim(),
    answers: Object.fromEntries(
      Object.entries(row).filter(
        ([key, value]) => !NOT_ANSWERS.includes(key) && value !== null && String(value).trim() !== '',
      ),
    ),
    note: String(row['note'] ?? '').trim() || null,
  }));
}

/**
 * Adds what a person answers to the questions of the codebook about papers; of one person, paper and question the last answer counts.
 *
 * @throws NotFound `E-EVI-209` for a paper that no finding, no coding and no record has
 */
export async function writeAppraisals(
  workbench: Workbench,
  dir: string,
  given: readonly GivenAppraisal[],
  by: string,
): Promise<Written> {
  const review = await keyedReviewOf(workbench, dir);
  const known = papersOf(review);
  const stranger = given.find(({ paper }) => !known.has(paper));
  if (stranger !== undefined)
    throw new AftermineError('NotFound', 'E-EVI-209', {
      where: stranger.paper === '' ? '-' : stranger.paper,
      expected: [...known].slice(0, 8).join(', ') || '-',
    });
  const records = given.map(({ paper, answers }): AppraisalRecord => ({ paper, appraiser: by, answers }));
  const { complaints } = readAppraisals(records, review.codebook);
  const bad = new Set(complaints.map(({ where }) => where));
  let count = 0;
  for (const [i, { paper, answers, note }] of given.entries()) {
    const good = Object.fromEntries(
      Object.entries(answers).filter(([id]) => !bad.has(`appraisals.${i}.${id}`)),
    ) as JsonObject;
    const said = Object.keys(good).length;
    if (said === 0) continue;
    count += said;
    await writeEntry(workbench, dir, 'appraisal', by, { paper, answers: good, note });
  }
  return { count, complaints };
}

/** Everything an appraisal can be about, those that findings rest on first. */
function papersOf({
  findings,
  codings,
  works,
}: Awaited<ReturnType<typeof keyedReviewOf>>): ReadonlySet<string> {
  return new Set([
    ...findings.map(({ paper }) => paper),
    ...codings.codings.map(({ study }) => study),
    ...works.flatMap(({ keys }) => keys),
  ]);
}
