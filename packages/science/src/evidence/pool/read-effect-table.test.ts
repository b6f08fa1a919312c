import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithData, golden } from '../../../../../test/golden.ts';
import { isUnknown } from '../../base/index.ts';
import { aggregateByPaper } from './aggregate-by-paper.ts';
import { BCG } from './bcg.fixture.ts';
import { poolEffects } from './pool-effects.ts';
import { readEffectTable } from './read-effect-table.ts';

describe('a table of effects', () => {
  test('ready made, with a variance or a standard error', () => {
    const table = readEffectTable([{ Study: 'a', yi: '-0.5', vi: '0.04' }]);
    expect(table).toEqual({
      measure: null,
      effects: [{ paper: 'a', estimate: -0.5, variance: 0.04 }],
      complaints: [],
    });
    const [effect] = readEffectTable([{ study: 'a', yi: '\u22120.5', sei: '0.2' }]).effects;
    expect(effect!.variance).toBeCloseTo(0.04, 14);
    expect(effect!.estimate).toBe(-0.5);
  });

  test('as arms: response ratio of means, risk ratio of events', () => {
    const means = readEffectTable([
      { study: 'x', m1: '0.52', sd1: '0.08', n1: '12', m2: '0.31', sd2: '0.07', n2: '12' },
    ]);
    expect(means.measure).toBe('lnRR');
    expect(means.effects[0]!.estimate).toBeCloseTo(0.5172565141, 9);
    const events = readEffectTable(
      BCG.map(([author, year, tpos, tneg, cpos, cneg]) =>
        Object.fromEntries(
          Object.entries({ author, year, tpos, tneg, cpos, cneg }).map(([name, value]) => [
            name,
            String(value),
          ]),
        ),
      ),
    );
    expect(events.measure).toBe('logRR');
    expect(events.complaints).toEqual([]);
    const pooled = poolEffects(aggregateByPaper(events.effects), { method: 'DL' });
    if (isUnknown(pooled)) throw new Error(pooled.reason);
    expect(pooled.estimate).toBeCloseTo(-0.71411722, 7);
  });

  test('another measure may be asked for', () => {
    const row = { study: 'x', m1: '6', sd1: '1', n1: '5', m2: '5', sd2: '1', n2: '5' };
    expect(readEffectTable([row], 'MD').effects[0]!.estimate).toBe(1);
    expect(
      readEffectTable([{ study: 'x', ai: '8', bi: '2', ci: '5', di: '5' }], 'logOR').effects[0]!.estimate,
    ).toBeCloseTo(Math.log(4), 12);
  });

  test('a bad cell costs its own row and no other', () => {
    const good = { study: 'a', yi: '1', vi: '2' };
    for (const cell of ['', 'n.s.', '1,5', 'NaN', 'Infinity', '0x10', '1 2']) {
      const { effects, complaints } = readEffectTable([
        good,
        { study: 'b', yi: cell, vi: '2' },
        { ...good, study: 'c' },
      ]);
      expect(effects.map(({ paper }) => paper)).toEqual(['a', 'c']);
      expect(complaints).toEqual([{ row: 2, kind: 'not-a-number', params: { column: 'yi', got: cell } }]);
    }
    expect(readEffectTable([{ study: 'a', yi: '1', vi: '0' }]).complaints[0]!.kind).toBe(
      'variance-not-positive',
    );
    expect(
      readEffectTable([{ study: 'a', m1: '1', sd1: '1', n1: '1', m2: '1', sd2: '1', n2: '3' }]).complaints[0]!
        .kind,
    ).toBe('impossible-arm');
    expect(
      readEffectTable([{ study: 'a', m1: '-1', sd1: '1', n1: '4', m2: '1', sd2: '1', n2: '3' }])
        .complaints[0],
    ).toEqual({ row: 1, kind: 'no-effect', params: { reason: 'mean-not-positive' } });
  });

  test('rows of one study are told apart from studies', () => {
    const table = readEffectTable([
      { study: 'a', yi: '1', vi: '1' },
      { study: 'b', yi: '2', vi: '1' },
      { study: 'a', yi: '3', vi: '1' },
    ]);
    expect(table.complaints).toEqual([{ row: 3, kind: 'same-study', params: { study: 'a', first: 1 } }]);
    expect(aggregateByPaper(table.effects)).toHaveLength(2);
  });

  test('columns that hold no effect are named', () => {
    expect(readEffectTable([{ name: 'a', value: '1' }]).complaints).toEqual([
      { row: 0, kind: 'no-columns', params: { columns: 'name, value' } },
    ]);
    expect(readEffectTable([]).complaints).toEqual([]);
  });
});

const FILE = golden('evidence/meta_bcg_RR_golden.csv');
describeWithData('the golden table of effects', FILE, () => {
  test('pools to the published effect', () => {
    const [head, ...lines] = readFileSync(FILE, 'utf8').trim().split(/\r?\n/);
    const cells = (line: string): string[] => line.split(',').map((cell) => cell.replaceAll('"', ''));
    const rows = lines.map((line) =>
      Object.fromEntries(cells(line).map((cell, i) => [cells(head!)[i]!, cell])),
    );
    const { effects, complaints } = readEffectTable(rows);
    expect(complaints).toEqual([]);
    const pooled = poolEffects(aggregateByPaper(effects), { test: 'normal' });
    if (isUnknown(pooled)) throw new Error(pooled.reason);
    expect(pooled.estimate).toBeCloseTo(-0.7145323422, 7);
  });
});
