import type { Claim, ClaimsLedger } from './claims.ts';
import type { CitedReference, MissingReference } from './codebook.ts';
import type { EvidenceComplaint } from './complaint.ts';
import { type EvidenceFinding, isCitable } from './finding.ts';
import type { EvidenceGrade } from './grade-of.ts';

/** How far the citations of a claim lead anywhere: all of them, some, none, or there are none. */
export type ClaimSupport = 'resolved' | 'partial' | 'none' | 'uncited';

/** A claim and what stands behind it. */
export interface SupportedClaim {
  readonly claim: Claim;
  readonly support: ClaimSupport;
  /** Ids of listed references. */
  readonly resolved: readonly string[];
  /** Cited numbers that nothing is listed for. */
  readonly unresolved: readonly number[];
  /** E where no resolved reference has a finding with numbers and locator; null: to be graded from those findings. */
  readonly grade: Extract<EvidenceGrade, 'E'> | null;
  /** Citable findings of its resolved references. */
  readonly findings: readonly string[];
}

/** Work that somebody has to do before the document can be relied on. */
export type ClaimTask =
  | {
      readonly kind: 'find-reference';
      readonly number: number;
      readonly claims: readonly string[];
      readonly topic: string | null;
      readonly searchHint: string | null;
    }
  | { readonly kind: 'support-claim'; readonly claim: string }
  | { readonly kind: 'cite-assertion'; readonly assertion: string };

/** The state of a document's claims. */
export interface ClaimsReport {
  readonly statements: number;
  readonly resolved: number;
  readonly partial: number;
  /** Statements none of whose citations is listed. */
  readonly unsupported: number;
  /** Statements in the ledger without any citation. */
  readonly uncitedStatements: number;
  /** Statements that give an effect as a number. */
  readonly quantified: number;
  readonly claims: readonly SupportedClaim[];
  readonly missingNumbers: readonly number[];
  /** Listed references that no claim cites. */
  readonly neverCited: readonly string[];
  /** Open tasks: missing references first, then claims that rest on them alone, then assertions without citation. */
  readonly tasks: readonly ClaimTask[];
  readonly complaints: readonly EvidenceComplaint[];
}

/**
 * What the claims of a document rest on. Citations are resolved against the list of references; what the ledger itself states is
 * only compared with that, and stands alone where no list is given.
 *
 * @param references with the number each is cited by
 * @param missing what is known of numbers that are not listed
 * @param findings of any papers; `paper` is the id of a reference
 */
export function claimsReport(
  ledger: ClaimsLedger,
  references: readonly CitedReference[] = [],
  missing: readonly MissingReference[] = [],
  findings: readonly EvidenceFinding[] = [],
): ClaimsReport {
  const complaints: EvidenceComplaint[] = [...ledger.complaints];
  const listed = new Map(references.map(({ number, id }) => [number, id]));
  const claims = ledger.claims.map((claim) => supported(claim, listed, findings, complaints));
  const count = (support: ClaimSupport): number => claims.filter((claim) => claim.support === support).length;
  const missingNumbers = [...new Set(claims.flatMap(({ unresolved }) => unresolved))].sort((a, b) => a - b);
  const cited = new Set(claims.flatMap(({ resolved }) => resolved));
  return {
    statements: claims.length,
    resolved: count('resolved'),
    partial: count('partial'),
    unsupported: count('none'),
    uncitedStatements: count('uncited'),
    quantified: claims.filter(({ claim }) => claim.isQuantified).length,
    claims,
    missingNumbers,
    neverCited: references.map(({ id }) => id).filter((id) => !cited.has(id)),
    tasks: [
      ...missingNumbers.map((number): ClaimTask => {
        const known = missing.find((one) => one.number === number);
        return {
          kind: 'find-reference',
          number,
          claims: claims.filter(({ unresolved }) => unresolved.includes(number)).map(({ claim }) => claim.id),
          topic: known?.topic ?? null,
          searchHint: known?.searchHint ?? null,
        };
      }),
      ...claims
        .filter(({ support }) => support === 'none' || support === 'uncited')
        .map(({ claim }): ClaimTask => ({ kind: 'support-claim', claim: claim.id })),
      ...ledger.uncited.map(({ id }): ClaimTask => ({ kind: 'cite-assertion', assertion: id })),
    ],
    complaints,
  };
}

function supported(
  claim: Claim,
  listed: ReadonlyMap<number, string>,
  findings: readonly EvidenceFinding[],
  complaints: EvidenceComplaint[],
): SupportedClaim {
  const { citations, statedResolved, statedUnresolved } = claim;
  const isListed = listed.size > 0;
  const resolved = isListed
    ? citations.flatMap((number) => listed.get(number) ?? [])
    : (statedResolved ?? []);
  const unresolved = isListed
    ? citations.filter((number) => !listed.has(number))
    : (statedUnresolved ?? (statedResolved === null ? citations : []));
  const differs = (a: readonly unknown[], b: readonly unknown[] | null): boolean =>
    b !== null && [...a].sort().join() !== [...b].sort().join();
  if (isListed && (differs(resolved, statedResolved) || differs(unresolved, statedUnresolved)))
    complaints.push({
      where: `claims.${claim.id}`,
      kind: 'support-differs',
      params: { resolved: resolved.join(' '), unresolved: unresolved.join(' ') },
    });
  const own = findings.filter((finding) => resolved.includes(finding.paper) && isCitable(finding));
  return {
    claim,
    support:
      resolved.length + unresolved.length === 0
        ? 'uncited'
        : unresolved.length === 0
          ? 'resolved'
          : resolved.length > 0
            ? 'partial'
            : 'none',
    resolved,
    unresolved,
    grade: own.length === 0 ? 'E' : null,
    findings: own.map(({ id }) => id),
  };
}
