import { describe, expect, test } from 'vitest';
import { gapMap } from './gap-map.ts';
import { gapMapPicture, gapMapText } from './gap-map-picture.ts';
import { readFindings } from './read-findings.ts';
import { ROW, SMALL_CODEBOOK } from './small-codebook.fixture.ts';

const { findings } = readFindings(
  [
    { ...ROW, year: 2015 },
    { ...ROW, year: 2015, m1: 11 },
    { ...ROW, paper: 'p2', year: 2020, design: 'review', locator: '', commodity: 'iron' },
    { ...ROW, paper: 'p3', indicator_code: 'I.ph', measure_code: 'T.nbs' },
  ],
  SMALL_CODEBOOK,
);
const map = gapMap(findings, SMALL_CODEBOOK);
const cell = (row: string, column: string, of = map) =>
  of.cells.find((one) => of.rows[one.row]!.id === row && of.columns[one.column]!.id === column)!;

describe('a gap map', () => {
  test('counts papers, not findings, and grades what can be cited', () => {
    expect(cell('T.cover', 'I.soc')).toMatchObject({ studies: 2, findings: 3, citable: 1 });
    expect(cell('T.cover', 'I.soc').grade).toMatch(/[A-D]/);
    expect(cell('T.lime', 'I.soc')).toMatchObject({ studies: 0, findings: 0, grade: null });
  });

  test('has a cell for every pair, and shows a technology that was coded as a whole', () => {
    expect(map.rows.map(({ id }) => id)).toEqual(['T.cover', 'T.wetland', 'T.lime', 'T.nbs']);
    expect(map.cells).toHaveLength(4 * 4);
    expect(map.gaps).toBe(14);
    expect(cell('T.nbs', 'I.ph').studies).toBe(1);
  });

  test('of filtered findings leaves out those that do not say', () => {
    const studies = (filter: Parameters<typeof gapMap>[2]) =>
      cell('T.cover', 'I.soc', gapMap(findings, SMALL_CODEBOOK, filter)).studies;
    expect(studies({ commodity: 'iron' })).toBe(1);
    expect(studies({ design: 'review' })).toBe(1);
    expect(studies({ yearFrom: 2016 })).toBe(1);
    expect(studies({ yearTo: 2014 })).toBe(0);
    expect(studies({ region: 'CN' })).toBe(0);
    expect(gapMap(findings, SMALL_CODEBOOK, { yearFrom: 2000 }).findings).toBe(3);
  });

  test('without findings is all gaps', () => {
    const empty = gapMap([], SMALL_CODEBOOK);
    expect(empty.gaps).toBe(empty.cells.length);
    expect(gapMapText(empty, 'en')).toHaveLength(1);
  });

  test.each(['en', 'zh'] as const)('is drawn in %s with grade and number in every bubble', (language) => {
    const svg = gapMapPicture(map, { id: 'gap', language });
    expect(svg.match(/<circle/g)).toHaveLength(2 + 5);
    expect(svg).toMatch(/>[A-E]2<\/text>/);
    expect(svg).toMatch(/<desc id="gap-desc">[^<]+14[^<]*<\/desc>/);
    expect(svg).not.toMatch(/NaN|undefined|\{\w+\}|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(gapMapText(map, language)).toHaveLength(3);
    expect(svg).toContain(language === 'zh' ? '覆土' : 'Topsoil');
  });
});
