import type { AgreementRule } from './codebook.ts';
import type { Coding } from './coding.ts';

/** Two coders on one code, by study: what an agreement statistic is made from. */
export interface AgreementCounts {
  readonly code: string;
  /** [[both yes, only the first], [only the second, both no]] over the studies that both coded. */
  readonly table: readonly [readonly [number, number], readonly [number, number]];
}

/** Counts by code for two coders, over the study x code units that both spoke of; codes in the order they first appear. */
export function agreementCounts(
  codings: readonly Coding[],
  first: string,
  second: string,
): readonly AgreementCounts[] {
  const said = (coder: string): Map<string, boolean> =>
    new Map(
      codings
        .filter((coding) => coding.coder === coder)
        .map(({ study, code, applies }) => [JSON.stringify([code, study]), applies]),
    );
  const [a, b] = [said(first), said(second)];
  const tables = new Map<string, [[number, number], [number, number]]>();
  for (const [unit, mine] of a) {
    const theirs = b.get(unit);
    if (theirs === undefined) continue;
    const [code] = JSON.parse(unit) as [string, string];
    const table = tables.get(code) ?? [
      [0, 0],
      [0, 0],
    ];
    tables.set(code, table);
    table[mine ? 0 : 1][theirs ? 0 : 1] += 1;
  }
  return [...tables].map(([code, table]) => ({ code, table }));
}

/** What every coder said of every unit: the reliability data of Krippendorff's alpha. */
export interface AgreementRatings {
  readonly coders: readonly string[];
  /** Study and code of each row. */
  readonly units: readonly { readonly study: string; readonly code: string }[];
  /** By unit, then by coder: 1 yes, 0 no, null where the coder did not speak of it. */
  readonly ratings: readonly (readonly (0 | 1 | null)[])[];
}

/** The ratings of all coders by unit, units and coders in the order they first appear. */
export function agreementRatings(codings: readonly Coding[]): AgreementRatings {
  const coders = [...new Set(codings.map(({ coder }) => coder))];
  const units = new Map<string, { study: string; code: string; row: (0 | 1 | null)[] }>();
  for (const { study, code, coder, applies } of codings) {
    const key = JSON.stringify([study, code]);
    const unit = units.get(key) ?? { study, code, row: coders.map(() => null) };
    units.set(key, unit);
    unit.row[coders.indexOf(coder)] = applies ? 1 : 0;
  }
  return {
    coders,
    units: [...units.values()].map(({ study, code }) => ({ study, code })),
    ratings: [...units.values()].map(({ row }) => row),
  };
}

/** What a codebook says of an agreement that was reached. */
export type AgreementVerdict = 'accept' | 'tentative' | 'insufficient' | 'too-few-double-coded';

/**
 * Judges an agreement by the rule of the codebook.
 *
 * @param value the statistic the rule names, as computed elsewhere; null where it could not be
 * @param doubleCodedShare share of the studies that two people coded, 0..1
 */
export function judgeAgreement(
  value: number | null,
  doubleCodedShare: number,
  rule: AgreementRule,
): AgreementVerdict {
  if (doubleCodedShare < rule.minDoubleCoded) return 'too-few-double-coded';
  if (value === null || value < rule.tentative) return 'insufficient';
  return value >= rule.accept ? 'accept' : 'tentative';
}
