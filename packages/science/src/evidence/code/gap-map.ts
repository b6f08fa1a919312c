import { type Code, type Codebook, type LabelText, leafCodes } from './codebook.ts';
import { type EvidenceFinding, isCitable } from './finding.ts';
import type { EvidenceGrade } from './grade-of.ts';
import { synthesiseFindings } from './synthesise-findings.ts';

/** A row or a column of a gap map. */
export interface GapMapAxis {
  readonly id: string;
  readonly label: LabelText;
  readonly origin: Code['origin'];
}

/** Where a technology and an indicator meet. */
export interface GapMapCell {
  readonly row: number;
  readonly column: number;
  /** Papers with a finding here. 0 is a gap. */
  readonly studies: number;
  readonly findings: number;
  /** Papers with a finding that can be cited. */
  readonly citable: number;
  /** Null for a gap. */
  readonly grade: EvidenceGrade | null;
}

/** What has been studied and what has not: technologies against indicators. */
export interface GapMap {
  readonly rows: readonly GapMapAxis[];
  readonly columns: readonly GapMapAxis[];
  /** Row by row, one for every pair. */
  readonly cells: readonly GapMapCell[];
  /** Pairs without any study. */
  readonly gaps: number;
  /** Findings that the filters let pass. */
  readonly findings: number;
}

/** Which findings a gap map is of; what is absent filters nothing. A finding that does not say fails the filter. */
export interface GapMapFilter {
  readonly region?: string;
  readonly commodity?: string;
  readonly landform?: string;
  readonly design?: string;
  readonly yearFrom?: number;
  readonly yearTo?: number;
}

/** The gap map of findings: rows and columns are the leaf codes of the facets that the codebook names. */
export function gapMap(
  findings: readonly EvidenceFinding[],
  codebook: Codebook,
  filter: GapMapFilter = {},
): GapMap {
  const passed = findings.filter((finding) => passes(finding, filter));
  const axis = (facet: string): GapMapAxis[] =>
    leafCodes(codebook, facet).map(({ id, label, origin }) => ({ id, label, origin }));
  const rows = withUsed(axis(codebook.gapMap.rows), passed, 'measure', codebook);
  const columns = withUsed(axis(codebook.gapMap.columns), passed, 'indicator', codebook);
  const cells = rows.flatMap((technology, row) =>
    columns.map((indicator, column): GapMapCell => {
      const here = passed.filter(
        (finding) => finding.measure === technology.id && finding.indicator === indicator.id,
      );
      const papers = (of: readonly EvidenceFinding[]): number => new Set(of.map(({ paper }) => paper)).size;
      return {
        row,
        column,
        studies: papers(here),
        findings: here.length,
        citable: papers(here.filter(isCitable)),
        grade:
          here.length === 0
            ? null
            : synthesiseFindings(technology.id, indicator.id, here, codebook).grade.grade,
      };
    }),
  );
  return {
    rows,
    columns,
    cells,
    gaps: cells.filter(({ studies }) => studies === 0).length,
    findings: passed.length,
  };
}

/** The axis, and after it the codes with parts of their own that a finding names: nothing found may be invisible. */
function withUsed(
  axis: readonly GapMapAxis[],
  findings: readonly EvidenceFinding[],
  key: 'measure' | 'indicator',
  codebook: Codebook,
): readonly GapMapAxis[] {
  const shown = new Set(axis.map(({ id }) => id));
  const further = [...new Set(findings.map((finding) => finding[key]))].filter((id) => !shown.has(id));
  const codes = codebook.facets.flatMap((facet) => facet.codes);
  return [
    ...axis,
    ...further.map((id): GapMapAxis => {
      const code = codes.find((one) => one.id === id);
      return { id, label: code?.label ?? { en: null, zh: null }, origin: code?.origin ?? 'X' };
    }),
  ];
}

function passes({ site, design, year }: EvidenceFinding, filter: GapMapFilter): boolean {
  const { region, commodity, landform, design: asked, yearFrom, yearTo } = filter;
  return (
    (region === undefined || site.region === region) &&
    (commodity === undefined || site.commodity === commodity) &&
    (landform === undefined || site.landform === landform) &&
    (asked === undefined || design === asked) &&
    (yearFrom === undefined || (year !== null && year >= yearFrom)) &&
    (yearTo === undefined || (year !== null && year <= yearTo))
  );
}
