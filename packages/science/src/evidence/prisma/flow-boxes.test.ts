import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithData, golden } from '../../../../../test/golden.ts';
import { chance, seedOf } from '../../base/index.ts';
import { flowBoxes } from './flow-boxes.ts';
import { type FlowCounts, unreportedCounts } from './flow-counts.ts';
import { flowIdentities, requireIdentities } from './flow-identities.ts';
import { flowPicture } from './flow-picture.ts';
import { type FlowTableRow, flowTable, readFlowTable } from './flow-table.ts';
import { flowText } from './flow-words.ts';

const counts: FlowCounts = {
  sources: [
    { name: 'WoS', kind: 'database', records: 900 },
    { name: 'CNKI', kind: 'database', records: 300 },
    { name: 'registry', kind: 'register', records: 10 },
    { name: 'hand search', kind: 'citation', records: 25 },
  ],
  removed: { duplicates: 200, automation: 5, other: 5 },
  awaitingScreening: 0,
  excluded: 800,
  main: {
    notRetrieved: 20,
    awaiting: 0,
    reasons: [
      { reason: 'X1', reports: 100 },
      { reason: 'X5', reports: 30 },
    ],
  },
  others: { notRetrieved: 2, awaiting: 0, reasons: [{ reason: 'X1', reports: 3 }], notSought: 0 },
  studies: 60,
  previous: { studies: 10, reports: 12 },
};

describe('boxes', () => {
  test('by hand', () => {
    const { boxes, complaints } = flowBoxes(counts);
    expect(complaints).toEqual([]);
    // 1200 + 10 - 210 = 1000; - 800 = 200; - 20 = 180; - 130 = 50; other ways 25 - 2 - 3 = 20
    expect(boxes).toMatchObject({
      screened: 1000,
      sought: 200,
      assessed: 180,
      otherAssessed: 23,
      newReports: 70,
      newStudies: 60,
      totalStudies: 70,
      totalReports: 82,
    });
    expect(flowIdentities(boxes).every(({ state }) => state === 'holds')).toBe(true);
  });

  test('of a review that reports nothing are not reported, never 0', () => {
    const { boxes } = flowBoxes(
      unreportedCounts(['WoS', 'Scopus', 'CNKI', 'Scholar'].map((name) => ({ name, kind: 'database' }))),
    );
    expect(boxes).toMatchObject({ databases: null, screened: null, newReports: null, newStudies: null });
    const text = flowText(boxes, { language: 'en' }).join('\n');
    expect(text).toContain('Scholar: not reported');
    expect(text).not.toMatch(/n = /);
    expect(flowText(boxes, { language: 'zh' }).join('\n')).toContain('Scholar：未报告');
    expect(flowPicture(boxes, { language: 'en', id: 'p' })).not.toMatch(/n = /);
  });

  test('go on from what a document states where a part is missing', () => {
    const { boxes } = flowBoxes(
      { ...counts, removed: { ...counts.removed, automation: null } },
      { screened: 1000 },
    );
    expect(boxes).toMatchObject({ automation: null, screened: 1000, sought: 200, newReports: 70 });
  });

  test('are computed even where a document states another number, which is complained of', () => {
    const { boxes, complaints } = flowBoxes(counts, { screened: 1010 });
    expect(boxes.screened).toBe(1000);
    expect(complaints).toEqual([
      { where: 'screened', kind: 'flow-differs', params: { computed: 1000, stated: 1010 } },
    ]);
  });

  test('that would be negative do not add up, and say so; nothing negative is shown', () => {
    const { boxes, complaints } = flowBoxes({ ...counts, excluded: 1100 }, { sought: 200 });
    expect(boxes).toMatchObject({ sought: null, assessed: null, contradictory: ['sought'] });
    expect(complaints.map(({ kind }) => kind)).toEqual(['flow-negative']);
    expect(flowText(boxes, { language: 'en' }).join('\n')).toContain('sought for retrieval: does not add up');
    const more = flowBoxes({ ...counts, studies: 71 });
    expect(more.boxes).toMatchObject({ newStudies: null, newReports: 70, contradictory: ['newStudies'] });
  });

  test('records that wait are told apart from those that were decided on', () => {
    const { boxes } = flowBoxes({ ...counts, awaitingScreening: 100, excluded: 700 });
    expect(boxes).toMatchObject({ screened: 900, sought: 200 });
    expect(flowText(boxes, { language: 'en' }).join('\n')).toContain('Awaiting a decision (n = 100)');
  });
});

describe('any counts, however bad', () => {
  const garbage = [
    null,
    0,
    3,
    10,
    1e9,
    -1,
    2.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '7' as unknown as number,
  ];

  test('never break an identity, never show a number that is none, and never stop the picture', () => {
    for (let round = 0; round < 300; round += 1) {
      const { uniform } = chance(seedOf(round, 'counts'));
      const any = (): number | null => garbage[Math.floor(garbage.length * uniform())]!;
      const reasons = () => [{ reason: 'X1', reports: any() }];
      const { boxes } = flowBoxes(
        {
          sources: [
            { name: 'a', kind: 'database', records: any() },
            { name: 'b', kind: 'website', records: any() },
          ],
          removed: { duplicates: any(), automation: any(), other: any() },
          awaitingScreening: any() ?? 0,
          excluded: any(),
          main: { notRetrieved: any(), awaiting: any() ?? 0, reasons: reasons() },
          others: { notRetrieved: any(), awaiting: 0, reasons: reasons(), notSought: any() ?? 0 },
          studies: any(),
          previous: uniform() < 0.5 ? null : { studies: any(), reports: any() },
        },
        { screened: any() ?? 5, sought: any() ?? 5, newReports: any() ?? 1 },
      );
      expect(flowIdentities(boxes).filter(({ state }) => state === 'broken')).toEqual([]);
      const svg = flowPicture(boxes, { language: round % 2 === 0 ? 'en' : 'zh', id: 'p' });
      expect(svg).not.toMatch(/NaN|Infinity|null|n = -/);
    }
  });

  test('one bad cell leaves every box that does not need it as it was', () => {
    const clean = flowBoxes(counts).boxes;
    const bad = flowBoxes({
      ...counts,
      main: { ...counts.main, reasons: [{ reason: 'X1', reports: Number.NaN }, counts.main.reasons![1]!] },
    });
    expect(bad.boxes).toMatchObject({
      screened: clean.screened,
      sought: clean.sought,
      assessed: clean.assessed,
      otherAssessed: clean.otherAssessed,
      newReports: null,
    });
    expect(bad.complaints.map(({ where }) => where)).toEqual(['reasons.0']);
  });
});

test('numbers that were typed in and do not add up are not drawn', () => {
  const { boxes } = flowBoxes(counts);
  expect(() => flowPicture({ ...boxes, screened: 999 }, { language: 'en', id: 'p' })).toThrow('E-PRI-001');
  expect(() => requireIdentities({ ...boxes, newStudies: 71 })).toThrow('E-PRI-001');
  expect(() => requireIdentities(boxes)).not.toThrow();
});

describe('the exchange table', () => {
  test('comes back as it went out', () => {
    const { boxes } = flowBoxes(counts);
    const back = readFlowTable(flowTable(boxes));
    expect(back.complaints).toEqual([]);
    const again = flowBoxes(back.counts, back.stated);
    expect(again.complaints).toEqual([]);
    for (const name of [
      'screened',
      'sought',
      'assessed',
      'otherAssessed',
      'newReports',
      'totalStudies',
    ] as const)
      expect(again.boxes[name]).toBe(boxes[name]);
  });

  test('a cell that is no number is not reported, and touches no other', () => {
    const rows = flowTable(flowBoxes(counts).boxes);
    const clean = readFlowTable(rows);
    for (const cell of ['1,234', 'two', '-3', '1e3', '3.5']) {
      const dirty = readFlowTable(rows.map((row) => (row.data === 'duplicates' ? { ...row, n: cell } : row)));
      expect(dirty.counts).toEqual({
        ...clean.counts,
        removed: { ...clean.counts.removed, duplicates: null },
      });
      expect(dirty.complaints).toEqual([
        { where: 'duplicates', kind: 'flow-not-a-count', params: { got: cell } },
      ]);
      // What the table states of the next box keeps the rest of the diagram whole.
      expect(flowBoxes(dirty.counts, dirty.stated).boxes).toMatchObject({ screened: 1000, newReports: 70 });
    }
  });

  test('names with the separators of a list stay one entry', () => {
    const { boxes } = flowBoxes({
      ...counts,
      main: { ...counts.main, reasons: [{ reason: 'wrong type; or date, or both', reports: 7 }] },
    });
    const back = readFlowTable(flowTable(boxes)).counts.main.reasons;
    expect(back).toEqual([{ reason: 'wrong type  or date, or both', reports: 7 }]);
  });
});

const TEMPLATE = golden('evidence/PRISMA2020_template.csv');
describeWithData('the template of the PRISMA 2020 tools', TEMPLATE, () => {
  /** Cells of a line; quotes hold commas. */
  const cells = (line: string): string[] =>
    [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, whole, quoted]) => quoted ?? whole!);
  const [head, ...lines] = readFileSync(TEMPLATE, 'utf8').trim().split(/\r?\n/);
  const [data, n] = ['data', 'n'].map((name) => cells(head!).indexOf(name));
  const rows: FlowTableRow[] = lines.map((line) => ({ data: cells(line)[data!]!, n: cells(line)[n!]! }));

  test('is read without complaint: its xxx are not reported, its zeros are zeros', () => {
    const { counts: read, complaints } = readFlowTable(rows);
    expect(complaints).toEqual([]);
    expect(read.removed).toEqual({ duplicates: 0, automation: 0, other: 0 });
    expect(read.main.reasons).toEqual(
      ['Reason1', 'Reason2', 'Reason3'].map((reason) => ({ reason, reports: null })),
    );
    expect(read.sources.filter(({ kind }) => kind === 'database')).toEqual([
      { name: 'database', kind: 'database', records: 0 },
    ]);
  });

  test('names every datum that is written here', () => {
    const known = new Set(rows.map((row) => row.data));
    expect(flowTable(flowBoxes(counts).boxes).filter((row) => !known.has(row.data))).toEqual([]);
  });
});
