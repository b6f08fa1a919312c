import { z } from 'zod';
import { AftermineError } from '../../base/index.ts';
import type { EvidenceComplaint } from './complaint.ts';
import { camelKeys, firstFault, looseObject } from './loose-object.ts';

/** A statement of a document that cites something. */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  readonly section: string | null;
  /** Kind of statement: finding, background, recommendation. */
  readonly kind: string | null;
  /** Numbers it cites. */
  readonly citations: readonly number[];
  /** Ids of codes; `IMP.*` means all of that beginning. */
  readonly codes: readonly string[];
  /** It gives an effect as a number. */
  readonly isQuantified: boolean;
  readonly note: string | null;
  /** What the document's own ledger resolves the citations to: used where no list of references is given. */
  readonly statedResolved: readonly string[] | null;
  readonly statedUnresolved: readonly number[] | null;
}

/** A strong statement without any citation. */
export interface UncitedAssertion {
  readonly id: string;
  readonly statement: string;
  readonly section: string | null;
  readonly codes: readonly string[];
}

/** What a document claims. */
export interface ClaimsLedger {
  readonly claims: readonly Claim[];
  readonly uncited: readonly UncitedAssertion[];
  readonly complaints: readonly EvidenceComplaint[];
}

const text = z.string().min(1);
const claimSchema = looseObject({
  id: text,
  statement: text,
  section: text.optional(),
  kind: text.optional(),
  citations: z.array(z.number().int().positive()).default([]),
  codes: z.array(text).default([]),
  quantified: z.boolean().default(false),
  note: text.optional(),
  resolved: z.array(text).optional(),
  unresolved: z.array(z.number().int().positive()).optional(),
});
const uncitedSchema = looseObject({
  id: text,
  statement: text,
  section: text.optional(),
  codes: z.array(text).default([]),
});

/**
 * Reads the ledger of a document's claims (YAML or JSON, parsed): `claims`, and `uncited_assertions`. A claim that is wrong is left
 * out and complained of; so is one whose id stood before. Different ids with the same statement are kept and complained of.
 *
 * @throws InvalidInput `E-CLM-001` where there is no list `claims`
 */
export function readClaims(value: unknown, name = 'claims'): ClaimsLedger {
  const document = camelKeys(value) as { claims?: unknown; uncitedAssertions?: unknown } | null | undefined;
  if (!Array.isArray(document?.claims))
    throw new AftermineError('InvalidInput', 'E-CLM-001', { where: name, expected: 'claims: [...]' });
  const complaints: EvidenceComplaint[] = [];
  const seen = new Set<string>();
  const read = <S extends typeof claimSchema | typeof uncitedSchema>(
    schema: S,
    entries: unknown,
    where: string,
  ): readonly z.output<S>[] => {
    const statements = new Map<string, string>();
    return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown, i) => {
      const parsed = schema.safeParse(entry);
      if (!parsed.success) {
        const { path, fault } = firstFault(parsed.error);
        complaints.push({ where: `${where}.${i}.${path}`, kind: 'malformed', params: fault });
        return [];
      }
      const { id, statement } = parsed.data;
      if (seen.has(id)) {
        complaints.push({ where: `${where}.${id}`, kind: 'claim-twice', params: {} });
        return [];
      }
      seen.add(id);
      const before = statements.get(statement);
      if (before === undefined) statements.set(statement, id);
      else
        complaints.push({ where: `${where}.${id}`, kind: 'statement-repeated', params: { other: before } });
      return [parsed.data as z.output<S>];
    });
  };
  return {
    claims: read(claimSchema, document.claims, 'claims').map((claim) => ({
      id: claim.id,
      statement: claim.statement,
      section: claim.section ?? null,
      kind: claim.kind ?? null,
      citations: [...new Set(claim.citations)],
      codes: claim.codes,
      isQuantified: claim.quantified,
      note: claim.note ?? null,
      statedResolved: claim.resolved ?? null,
      statedUnresolved: claim.unresolved ?? null,
    })),
    uncited: read(uncitedSchema, document.uncitedAssertions, 'uncited_assertions').map((one) => ({
      id: one.id,
      statement: one.statement,
      section: one.section ?? null,
      codes: one.codes,
    })),
    complaints,
  };
}
