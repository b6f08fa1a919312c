import { z } from 'zod';
import { validityOf } from './appraisal.ts';
import { type Codebook, codeOf } from './codebook.ts';
import { LONGEST_QUOTE } from './coding.ts';
import type { EvidenceComplaint } from './complaint.ts';
import type { EvidenceFinding, FindingNumbers } from './finding.ts';
import { dashed, firstFault, looseObject, NOT_A_NUMBER } from './loose-object.ts';

/** A number, or the text of one as a table cell holds it. */
const number = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, NOT_A_NUMBER)
    .transform(Number),
]);
const cell = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
const text = cell(z.string().trim().min(1));
const answer = z.enum(['yes', 'partly', 'no']);

const schema = looseObject({
  id: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .optional(),
  paper: text,
  study: text,
  measureCode: text,
  measure: text,
  indicatorCode: text,
  indicator: text,
  comparator: z.string(),
  design: z.string(),
  appraisal: z.record(z.string(), answer).optional(),
  validity: cell(z.enum(['high', 'moderate', 'low'])),
  year: cell(number),
  yearsSinceRestoration: cell(number),
  n1: cell(number),
  m1: cell(number),
  sd1: cell(number),
  n2: cell(number),
  m2: cell(number),
  sd2: cell(number),
  seReportedAs: cell(z.enum(['sd', 'se', 'ci95', 'iqr', 'unknown'])),
  events1: cell(number),
  without1: cell(number),
  events2: cell(number),
  without2: cell(number),
  effectMeasure: cell(z.enum(['lnRR', 'MD', 'SMD', 'logOR', 'logRR'])),
  estimate: cell(number),
  variance: cell(number),
  parameters: z
    .array(
      looseObject({
        name: z.string().min(1),
        value: number,
        unit: z.string(),
        low: cell(number),
        high: cell(number),
      }),
    )
    .default([]),
  climate: text,
  commodity: text,
  landform: text,
  region: text,
  locator: text,
  quote: text,
});
type Row = z.output<typeof schema>;

/**
 * Reads findings: rows of a table or records of a document, by the field names of the codebook (`measure_code`, `indicator_code`,
 * `comparator`, `design`, `n1 m1 sd1 n2 m2 sd2`, `se_reported_as`, `parameters`, `locator`, `quote`; further `events1 without1
 * events2 without2`, `effect_measure estimate variance`, `appraisal`, `climate commodity landform region`). A row that is wrong is
 * left out and complained of; one without locator is kept, for it still fills the gap map, and complained of.
 */
export function readFindings(
  rows: readonly unknown[],
  codebook: Codebook,
): { readonly findings: readonly EvidenceFinding[]; readonly complaints: readonly EvidenceComplaint[] } {
  const complaints: EvidenceComplaint[] = [];
  const ids = new Set<string>();
  const findings = rows.flatMap((row, i): EvidenceFinding[] => {
    const where = `findings.${i}`;
    const parsed = schema.safeParse(row);
    if (!parsed.success) {
      const { path, fault } = firstFault(parsed.error);
      complaints.push({ where: `${where}.${path}`, kind: 'malformed', params: fault });
      return [];
    }
    const finding = findingOf(parsed.data, i, codebook);
    if ('kind' in finding) {
      complaints.push({ where, ...finding });
      return [];
    }
    if (ids.has(finding.id)) {
      complaints.push({ where, kind: 'finding-twice', params: { got: finding.id } });
      return [];
    }
    ids.add(finding.id);
    if (finding.locator === null)
      complaints.push({ where, kind: 'finding-without-locator', params: { got: finding.id } });
    return [finding];
  });
  return { findings, complaints };
}

function findingOf(
  row: Row,
  index: number,
  codebook: Codebook,
): EvidenceFinding | Pick<EvidenceComplaint, 'kind' | 'params'> {
  const paper = row.paper ?? row.study;
  const measure = row.measureCode ?? row.measure;
  const indicator = row.indicatorCode ?? row.indicator;
  if (paper === undefined) return { kind: 'no-paper', params: {} };
  for (const [code, facet] of [
    [measure, codebook.gapMap.rows],
    [indicator, codebook.gapMap.columns],
  ] as const)
    if (code === undefined || codeOf(codebook, code)?.facet !== facet)
      return { kind: 'not-of-facet', params: { got: code ?? '', facet } };
  const comparator = dashed(row.comparator);
  const design = dashed(row.design);
  for (const [got, list] of [
    [comparator, codebook.comparators],
    [design, codebook.designs],
  ] as const)
    if (!list.includes(got)) return { kind: 'not-in-list', params: { got, expected: list.join(', ') } };
  const numbers = numbersOf(row);
  if (numbers !== null && !isPossible(numbers)) return { kind: 'impossible-numbers', params: {} };
  return {
    id: row.id ?? `${paper}#${index}`,
    paper,
    measure: measure!,
    indicator: indicator!,
    comparator,
    design,
    validity: row.appraisal === undefined ? (row.validity ?? null) : validityOf(row.appraisal, codebook),
    year: row.year ?? null,
    yearsSinceRestoration: row.yearsSinceRestoration ?? null,
    numbers,
    parameters: row.parameters.map(({ name, value, unit, low, high }) => ({
      name,
      value,
      unit,
      low: low ?? null,
      high: high ?? null,
    })),
    site: {
      climate: row.climate ?? null,
      commodity: row.commodity ?? null,
      landform: row.landform ?? null,
      region: row.region ?? null,
    },
    locator: row.locator ?? null,
    quote: row.quote?.slice(0, LONGEST_QUOTE) ?? null,
  };
}

/** The numbers of a row: an effect ready made, events, or means; null where none is whole. */
function numbersOf(row: Row): FindingNumbers | null {
  const { effectMeasure, estimate, variance, events1, without1, events2, without2 } = row;
  if (effectMeasure !== undefined && estimate !== undefined && variance !== undefined)
    return { kind: 'effect', measure: effectMeasure, estimate, variance };
  if (events1 !== undefined && without1 !== undefined && events2 !== undefined && without2 !== undefined)
    return {
      kind: 'events',
      treated: { events: events1, without: without1 },
      comparator: { events: events2, without: without2 },
    };
  const { m1, sd1, n1, m2, sd2, n2 } = row;
  if (
    m1 === undefined ||
    sd1 === undefined ||
    n1 === undefined ||
    m2 === undefined ||
    sd2 === undefined ||
    n2 === undefined
  )
    return null;
  return {
    kind: 'means',
    treated: { mean: m1, spread: sd1, n: n1 },
    comparator: { mean: m2, spread: sd2, n: n2 },
    spread: row.seReportedAs ?? 'sd',
  };
}

function isPossible(numbers: FindingNumbers): boolean {
  const isCount = (value: number, least: number): boolean => Number.isInteger(value) && value >= least;
  if (numbers.kind === 'effect') return numbers.variance >= 1e-60 && numbers.variance <= 1e100;
  if (numbers.kind === 'means')
    return [numbers.treated, numbers.comparator].every(({ spread, n }) => spread >= 0 && isCount(n, 2));
  return [numbers.treated, numbers.comparator].every(
    ({ events, without }) => isCount(events, 0) && isCount(without, 0) && events + without > 0,
  );
}
