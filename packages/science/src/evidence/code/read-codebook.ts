import type { z } from 'zod';
import { AftermineError } from '../../base/index.ts';
import type { Code, Codebook, EligibilityRule, Facet, LabelText, Origin } from './codebook.ts';
import * as schema from './codebook-schema.ts';
import type { EvidenceComplaint } from './complaint.ts';
import { DEFAULT_GRADE_RULE } from './grade-rule.ts';
import { camelKeys, dashed, firstFault } from './loose-object.ts';
import { readGradeRule } from './read-grade-rule.ts';

/** A codebook as far as its document could be understood, and what could not. */
export interface ReadCodebook {
  readonly codebook: Codebook;
  readonly complaints: readonly EvidenceComplaint[];
}

const DEFAULT_COMPARATORS = [
  'untreated-mined',
  'reference-undisturbed',
  'before',
  'alternative-measure',
  'none',
];

/**
 * Reads a codebook from a document (YAML or JSON, parsed): `meta`, `search_protocol`, `eligibility`, `exclusion_reasons`, `facets`,
 * `extraction`, `appraisal`, `validity`, `evidence_grade`, `synthesis_questions`, `gap_map`, `references`, `missing_references`;
 * keys in `snake_case` or `camelCase`. A part that is wrong is left out and complained of, the rest is used.
 *
 * @param value the document
 * @param name what it is called in messages
 * @throws InvalidInput `E-CBK-001` where it has no `meta.id` or no facet with a code: it is no codebook
 */
export function readCodebook(value: unknown, name = 'codebook'): ReadCodebook {
  const document = camelKeys(value);
  const part = (key: string): unknown =>
    typeof document === 'object' && document !== null
      ? (document as Record<string, unknown>)[key]
      : undefined;
  const complaints: EvidenceComplaint[] = [];
  const reader = partReader(complaints);
  const meta = schema.metaSchema.safeParse(part('meta'));
  if (!meta.success)
    throw new AftermineError('InvalidInput', 'E-CBK-001', {
      where: `${name}:${['meta', firstFault(meta.error).path].filter((one) => one !== '').join('.')}`,
    });
  const facets = readFacets(part('facets'), complaints);
  if (facets.every(({ codes }) => codes.length === 0))
    throw new AftermineError('InvalidInput', 'E-CBK-001', { where: `${name}:facets` });
  const rule = readGradeRule(part('evidenceGrade'), 'evidence_grade');
  complaints.push(...rule.complaints);
  const gapMap = reader.one(schema.gapMapSchema, part('gapMap'), 'gap_map');
  const codebook: Codebook = {
    id: meta.data.id,
    version: meta.data.version,
    title: meta.data.title ?? schema.NO_LABEL,
    allowsSeveralCodes: meta.data.multiCode,
    agreement: meta.data.agreement,
    search: readSearch(part('searchProtocol'), reader),
    eligibility: reader.list(schema.eligibilitySchema, part('eligibility'), 'eligibility').map(ruleOf),
    exclusionReasons: reader
      .list(schema.eligibilitySchema, part('exclusionReasons'), 'exclusion_reasons')
      .map(ruleOf),
    facets,
    comparators: enumOf(part('extraction'), 'comparator') ?? DEFAULT_COMPARATORS,
    designs: enumOf(part('extraction'), 'design') ?? Object.keys(DEFAULT_GRADE_RULE.start),
    appraisal: reader
      .list(schema.appraisalSchema, part('appraisal'), 'appraisal')
      .map(({ id, q, question, origin }) => ({ id, question: question ?? q ?? schema.NO_LABEL, origin })),
    validity: reader.one(schema.validitySchema, part('validity'), 'validity') ?? {
      high: 0.8,
      moderate: 0.5,
    },
    gradeRule: rule.rule,
    headings: reader.list(schema.headingSchema, part('synthesisQuestions'), 'synthesis_questions'),
    gapMap: gapMap ?? { rows: 'technology', columns: 'indicator' },
    references: reader
      .list(schema.referenceSchema, part('references'), 'references')
      .map(({ id, n, title, year }) => ({ id, number: n, title, year: year ?? null })),
    missingReferences: reader
      .list(schema.missingReferenceSchema, part('missingReferences'), 'missing_references')
      .map(({ n, topic, topicFromUse, searchHint }) => ({
        number: n,
        topic: topic ?? topicFromUse ?? null,
        searchHint: searchHint ?? null,
      })),
  };
  complaints.push(...crossChecks(codebook));
  return { codebook, complaints };
}

/** Reads parts of a document that may be missing or wrong without giving up the rest. */
interface PartReader {
  one<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> | null;
  list<S extends z.ZodType>(schema: S, value: unknown, where: string): readonly z.output<S>[];
}

function partReader(complaints: EvidenceComplaint[]): PartReader {
  const one = <S extends z.ZodType>(of: S, value: unknown, where: string): z.output<S> | null => {
    if (value === undefined || value === null) return null;
    const parsed = of.safeParse(value);
    if (parsed.success) return parsed.data;
    const { path, fault } = firstFault(parsed.error);
    complaints.push({
      where: path === '' ? where : `${where}.${path}`,
      kind: 'malformed',
      params: fault,
    });
    return null;
  };
  return {
    one,
    list: (of, value, where) => {
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value)) {
        complaints.push({ where, kind: 'malformed', params: { fault: 'type-array' } });
        return [];
      }
      return value.flatMap((entry: unknown, i) => {
        const read = one(of, entry, `${where}.${i}`);
        return read === null ? [] : [read];
      });
    },
  };
}

function readFacets(value: unknown, complaints: EvidenceComplaint[]): readonly Facet[] {
  if (typeof value !== 'object' || value === null) return [];
  const seen = new Set<string>();
  return Object.entries(value).flatMap(([id, entry]) => {
    const facet = schema.facetSchema.safeParse(entry);
    if (!facet.success) {
      const { path, fault } = firstFault(facet.error);
      complaints.push({ where: `facets.${id}.${path}`, kind: 'malformed', params: fault });
      return [];
    }
    const codes: Code[] = [];
    const add = (entries: readonly unknown[], parent: Code | null, inherited: Origin): void => {
      for (const one of entries) {
        const parsed = schema.codeSchema.safeParse(one);
        if (!parsed.success) {
          const { path, fault } = firstFault(parsed.error);
          complaints.push({
            where: `facets.${id}.${parent?.id ?? 'codes'}.${path}`,
            kind: 'malformed',
            params: fault,
          });
          continue;
        }
        const { data } = parsed;
        if (seen.has(data.id)) {
          complaints.push({ where: `facets.${id}.${data.id}`, kind: 'code-twice', params: {} });
          continue;
        }
        seen.add(data.id);
        const code: Code = {
          id: data.id,
          facet: id,
          parent: parent?.id ?? null,
          isLeaf: data.children.length === 0,
          label: data.label ?? schema.NO_LABEL,
          origin: data.origin ?? inherited,
          references: data.refs,
          missingReferences: data.missingRefs,
          note: data.note ?? null,
          unit: data.unit ?? null,
          direction: data.direction ?? null,
          target: data.target ?? null,
          effect: data.effect ?? null,
          planLinks: data.planLink,
        };
        codes.push(code);
        add(data.children, code, code.origin);
      }
    };
    add(facet.data.codes, null, facet.data.origin);
    return [{ id, label: facet.data.label ?? schema.NO_LABEL, origin: facet.data.origin, codes }];
  });
}

function readSearch(value: unknown, reader: PartReader): Codebook['search'] {
  const search = reader.one(schema.searchSchema, value, 'search_protocol');
  if (search === null) return null;
  return {
    origin: search.origin,
    sources: search.sources,
    isOpenEnded: search.sourcesOpenEnded,
    from: dayOf(search.window?.from),
    to: dayOf(search.window?.to),
    keywords: search.keywords.map(({ id, term, zh }) => ({ id, term: { en: term, zh: zh ?? null } })),
    expression: search.boolean?.expression ?? null,
    expressionOrigin: search.boolean?.origin ?? 'X',
    reportsCounts: search.reportedCounts !== undefined && search.reportedCounts !== null,
  };
}

/** A day as text, however the parser of the document gave it. */
function dayOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && 'toISOString' in value)
    return (value as { toISOString(): string }).toISOString().slice(0, 10);
  return null;
}

function ruleOf(entry: z.output<typeof schema.eligibilitySchema>): EligibilityRule {
  const rule: LabelText = entry.rule ?? entry.label ?? schema.NO_LABEL;
  return { id: entry.id, stage: entry.stage ?? null, rule, origin: entry.origin };
}

/** The values that `extraction` allows for one field of a finding. */
function enumOf(extraction: unknown, field: string): readonly string[] | null {
  const fields = (camelKeys(extraction) as { findingFields?: unknown } | undefined)?.findingFields;
  if (!Array.isArray(fields)) return null;
  const entry = fields.find((one: unknown) => (one as { id?: unknown } | null)?.id === field) as
    | { values?: unknown }
    | undefined;
  const values = entry?.values;
  if (!Array.isArray(values)) return null;
  return values.filter((one): one is string => typeof one === 'string').map(dashed);
}

/** What one part says of another. */
function crossChecks(codebook: Codebook): readonly EvidenceComplaint[] {
  const complaints: EvidenceComplaint[] = [];
  const facets = new Set(codebook.facets.map(({ id }) => id));
  const references = new Set(codebook.references.map(({ id }) => id));
  for (const { id, facets: named } of codebook.headings)
    for (const facet of named)
      if (!facets.has(facet))
        complaints.push({
          where: `synthesis_questions.${id}`,
          kind: 'unknown-facet',
          params: { got: facet },
        });
  for (const facet of [codebook.gapMap.rows, codebook.gapMap.columns])
    if (!facets.has(facet))
      complaints.push({ where: 'gap_map', kind: 'unknown-facet', params: { got: facet } });
  if (references.size > 0)
    for (const code of codebook.facets.flatMap(({ codes }) => codes))
      for (const reference of code.references)
        if (!references.has(reference))
          complaints.push({
            where: `facets.${code.facet}.${code.id}`,
            kind: 'unknown-reference',
            params: { got: reference },
          });
  for (const design of codebook.designs)
    if (!(design in codebook.gradeRule.start))
      complaints.push({
        where: 'evidence_grade.start',
        kind: 'design-without-start',
        params: { got: design },
      });
  return complaints;
}
