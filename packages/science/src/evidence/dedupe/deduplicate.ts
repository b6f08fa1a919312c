import { AftermineError } from '../../base/index.ts';
import type { Reference } from '../record/reference.ts';
import { comparable } from './comparable.ts';
import { compareKeys, fileOf } from './compare-keys.ts';
import { type DedupDecision, pairKey, standingDecisions } from './decision.ts';
import type { DedupConflict, Deduplication, JoinedPair, ManualPair, StudyLink } from './deduplication.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { formGroups, type Tie } from './form-groups.ts';
import { judgeAll, type Question, type RuledTie } from './judge-all.ts';
import { judgePair } from './judge-pair.ts';
import { mergeReferences } from './merge-references.ts';

/**
 * Finds the records of one work among `references`, by rules and by what people said (`decisions`). The result does not depend on
 * the order of the references: blocks propose pairs, rules judge each pair, and groups form from the surest pair down, never
 * against a person's "different" nor against a contradiction such as two DOIs or two numbers of a part.
 *
 * Time and memory grow with the number of records. Throws E-DUP-001 where two references have one key, and E-DUP-002 or E-DUP-003
 * for a decision that cannot be read.
 */
export function deduplicate(
  references: readonly Reference[],
  decisions: readonly DedupDecision[] = [],
): Deduplication {
  const sorted = [...references].sort((a, b) => compareKeys(a.key, b.key));
  refuseOneKeyTwice(sorted);
  const keyOf = (i: number): string => sorted[i]!.key;
  const placeOf = new Map(sorted.map(({ key }, i) => [key, i]));
  const { inForce, waiting } = standingDecisions(decisions, new Set(placeOf.keys()));
  const spoken = inForce.map(({ a, b, verdict }) => ({
    ...inOrder(placeOf.get(a)!, placeOf.get(b)!),
    verdict,
  }));

  const records = sorted.map(comparable);
  const judged = judgeAll(sorted, records, new Set(spoken.flatMap(({ a, b }) => [a, b])));
  const answered = new Set(inForce.map(({ a, b }) => pairKey(a, b)));
  const { sets, refused } = formGroups<RuledTie>({
    size: sorted.length,
    said: spoken
      .filter(({ verdict }) => verdict === 'same')
      .map(({ a, b }) => ({ a, b, rule: 'decision', score: null })),
    parted: spoken.filter(({ verdict }) => verdict !== 'same'),
    ruled: judged.ties
      .filter(({ a, b }) => judged.twins[b] === b && !answered.has(pairKey(keyOf(a), keyOf(b))))
      .sort(surestFirst),
    isApart: remembered(sorted.length, (i, j) => {
      const pair = judgePair(records[i]!, records[j]!);
      return pair.verdict !== 'same' && pair.isApart;
    }),
  });
  // Records that say exactly what another says go where that one went.
  for (const [i, twin] of judged.twins.entries()) sets.join(i, twin);

  const works = worksOf(sets, sorted.length);
  const groups = works.filter((work) => work.length > 1);
  const crossed: Question[] = refused.map(({ tie }) => ({
    ...inOrder(tie.a, tie.b),
    rule: 'crossed',
    kind: 'same?',
    score: tie.score ?? 0,
  }));
  const manual = openQuestions([...judged.questions, ...crossed], sets, spoken).map(
    ({ a, b, rule, kind, score }): ManualPair => ({ a: keyOf(a), b: keyOf(b), rule, kind, score }),
  );
  const pairs = [...judged.ties, ...spokenSame(spoken)]
    .filter(({ a, b }) => sets.find(a) === sets.find(b))
    .sort(inPlace)
    .map(({ a, b, rule, score }): JoinedPair => ({ a: keyOf(a), b: keyOf(b), rule, score }));
  const links = spoken.filter(isLink).sort(inPlace);
  const conflicts = refused
    .map(({ tie, apart, by }) => ({ ...inOrder(tie.a, tie.b), rule: tie.rule, apart: inOrder(...apart), by }))
    .sort(inPlace)
    .map(
      ({ a, b, rule, apart, by }): DedupConflict => ({
        a: keyOf(a),
        b: keyOf(b),
        rule,
        apart: [keyOf(apart.a), keyOf(apart.b)],
        by,
      }),
    );
  const duplicates = sorted.length - works.length;
  const acrossFiles = groups.reduce((sum, work) => sum + filesOf(work.map(keyOf)) - 1, 0);
  return {
    groups: groups.map((work) => work.map(keyOf)),
    manual,
    links: links.map(({ a, b, verdict }): StudyLink => ({ a: keyOf(a), b: keyOf(b), verdict })),
    kept: works.map(([first, ...rest]) => mergeReferences([sorted[first!]!, ...rest.map((i) => sorted[i]!)])),
    pairs,
    conflicts,
    waiting,
    counts: {
      records: sorted.length,
      kept: works.length,
      duplicates,
      withinFiles: duplicates - acrossFiles,
      acrossFiles,
      groups: groups.length,
      alone: works.length - groups.length,
      manual: manual.length,
      links: links.length,
      conflicts: conflicts.length,
      compared: judged.compared,
    },
  };
}

interface Spoken extends Tie {
  readonly verdict: DedupDecision['verdict'];
}

type Link = Tie & Pick<StudyLink, 'verdict'>;

function refuseOneKeyTwice(sorted: readonly Reference[]): void {
  for (let i = 1; i < sorted.length; i += 1)
    if (sorted[i]!.key === sorted[i - 1]!.key)
      throw new AftermineError('InvalidInput', 'E-DUP-001', { where: sorted[i]!.key, got: sorted[i]!.key });
}

function inOrder(i: number, j: number): Tie {
  return i < j ? { a: i, b: j } : { a: j, b: i };
}

function inPlace(x: Tie, y: Tie): number {
  return x.a - y.a || x.b - y.b;
}

function surestFirst(x: RuledTie, y: RuledTie): number {
  return (y.score ?? 0) - (x.score ?? 0) || inPlace(x, y);
}

function spokenSame(spoken: readonly Spoken[]): RuledTie[] {
  return spoken
    .filter(({ verdict }) => verdict === 'same')
    .map(({ a, b }) => ({ a, b, rule: 'decision', score: null }));
}

function isLink(spoken: Spoken): spoken is Spoken & Link {
  return spoken.verdict === 'translation' || spoken.verdict === 'report-of-one-study';
}

/** Asks about each pair once. */
function remembered(size: number, ask: (i: number, j: number) => boolean): (i: number, j: number) => boolean {
  const known = new Map<number, boolean>();
  return (i, j) => {
    const { a, b } = inOrder(i, j);
    const pair = a * size + b;
    let answer = known.get(pair);
    if (answer === undefined) known.set(pair, (answer = ask(a, b)));
    return answer;
  };
}

/** Members of each set in rising order, sets by their first member. */
function worksOf(sets: DisjointSets, size: number): number[][] {
  const works = new Map<number, number[]>();
  for (let i = 0; i < size; i += 1) {
    const root = sets.find(i);
    const work = works.get(root);
    if (work === undefined) works.set(root, [i]);
    else work.push(i);
  }
  return [...works.values()];
}

/** Of each two works that nobody spoke about yet the most alike pair, in the order of the records. */
function openQuestions(
  questions: readonly Question[],
  sets: DisjointSets,
  spoken: readonly Spoken[],
): Question[] {
  const worksOfPair = ({ a, b }: Tie): string => {
    const { a: x, b: y } = inOrder(sets.find(a), sets.find(b));
    return `${x} ${y}`;
  };
  const answered = new Set(spoken.map(worksOfPair));
  const best = new Map<string, Question>();
  for (const question of questions) {
    if (sets.find(question.a) === sets.find(question.b)) continue;
    const works = worksOfPair(question);
    if (answered.has(works)) continue;
    const other = best.get(works);
    if (
      other === undefined ||
      question.score > other.score ||
      (question.score === other.score && inPlace(question, other) < 0)
    )
      best.set(works, question);
  }
  return [...best.values()].sort(inPlace);
}

function filesOf(keys: readonly string[]): number {
  return new Set(keys.map(fileOf)).size;
}
