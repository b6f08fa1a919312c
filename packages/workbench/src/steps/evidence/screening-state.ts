import {
  conflictsOf,
  courseOfScreening,
  expectedIncluded,
  recordVerdicts,
  type SafeOptions,
  type ScreenStage,
  screenerAgreement,
  stoppingSignals,
} from '@aftermine/science/evidence';
import type { ScreeningState } from '../../ports/index.ts';
import type { ReviewOf } from './review.ts';

type KeyedReview = ReviewOf<{ readonly keys: readonly string[] }>;

/** What was agreed on before screening by relevance began; the last word counts. */
export interface ScreeningPlan {
  /** Keys of records that screening ought to find. */
  readonly keyPapers: readonly string[];
  /** Records that are expected to be included; null where nobody says. */
  readonly expected: number | null;
  /** A random sample that was screened before, in place of a number. */
  readonly sample: { readonly included: number; readonly screened: number } | null;
}

/** How far a stage of screening is: full texts are asked of what title and abstract let in. */
export function screeningState(
  { works, screening, screeningPlan }: Pick<KeyedReview, 'works' | 'screening' | 'screeningPlan'>,
  stage: ScreenStage,
): ScreeningState {
  const verdicts = recordVerdicts(screening, stage);
  const count = (wanted: string): number => verdicts.filter(({ verdict }) => verdict === wanted).length;
  const before =
    stage === 'title-abstract'
      ? works.length
      : recordVerdicts(screening, 'title-abstract').filter(({ verdict }) => verdict === 'include').length;
  const total = Math.max(before, verdicts.length);
  return {
    stage,
    works: total,
    verdicts: verdicts.length,
    included: count('include'),
    excluded: count('exclude'),
    unsure: count('unsure'),
    conflicts: conflictsOf(screening, stage).map(({ record }) => record),
    agreement: screenerAgreement(screening, stage),
    signals: stoppingSignals(courseOfScreening(verdicts), total, {
      safe:
        stage === 'title-abstract' && screeningPlan !== null
          ? safeOptions(screeningPlan, works, new Set(included(verdicts)))
          : {},
    }),
  };
}

function included(verdicts: ReturnType<typeof recordVerdicts>): readonly string[] {
  return verdicts.filter(({ verdict }) => verdict === 'include').map(({ record }) => record);
}

function safeOptions(
  { keyPapers, expected, sample }: ScreeningPlan,
  works: KeyedReview['works'],
  found: ReadonlySet<string>,
): SafeOptions {
  const named = new Set(
    works.filter(({ keys }) => keyPapers.some((key) => keys.includes(key))).map(({ keys }) => keys[0]!),
  );
  const all = expected ?? (sample === null ? null : expectedIncluded(sample, works.length));
  return {
    keyPapers:
      named.size === 0
        ? null
        : { named: named.size, found: [...named].filter((key) => found.has(key)).length },
    ...(all === null ? {} : { expectedIncluded: all }),
  };
}
