import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from './own-scenes-project.ts';

const dir = mkdtempSync(join(tmpdir(), 'aftermine-series-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A mine cleared in 2000 that recovers from 2002 on by 0.06 a year, level land with gaps, two lone values. */
function sample(): string {
  const rows = ['id,year,value'];
  for (let year = 1990; year <= 2010; year += 1) {
    const mine = year < 2000 ? 0.8 : year < 2002 ? 0.3 : Math.min(0.75, 0.3 + 0.06 * (year - 2002));
    rows.push(`pit,${year},${mine}`);
    if (year % 4 !== 0) rows.push(`meadow,${year},0.5`);
    rows.push(`line,${year},${(year - 1990) / 8}`);
  }
  rows.push('few,1990,1', 'few,1991,2');
  const path = join(dir, 'series.csv');
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

async function answered(...argv: readonly string[]) {
  const run = await command(['series', ...argv, '--json']);
  expect([run.code, run.err]).toEqual([0, '']);
  const { data } = run.json;
  const series = data.series as readonly { readonly id: string }[];
  expect(series.map(({ id }) => id)).toEqual(['pit', 'meadow', 'line', 'few']);
  // biome-ignore lint/suspicious/noExplicitAny: a test asks for exactly the fields it checks
  return { data, of: Object.fromEntries(series.map((one) => [one.id, one])) as Record<string, any> };
}

describe('series segment', () => {
  test('prints status, vertices, fitted values, p, disturbances and recoveries', async () => {
    const { data, of } = await answered('segment', sample());
    expect(data).toMatchObject({ loss: 'down', parameters: { maxSegments: 6 } });
    const { pit } = of;
    expect(pit.status).toBe('fitted');
    expect(pit.vertices.map(({ year }: { year: number }) => year)).toEqual([1990, 1999, 2000, 2002, 2010]);
    expect(pit.fitted).toHaveLength(21);
    expect(pit.fitted[0]).toEqual({ year: 1990, value: expect.closeTo(0.8, 6) });
    expect(pit.pValue).toBeLessThan(0.05);
    expect(pit.disturbances).toMatchObject([
      {
        startYear: 1999,
        endYear: 2000,
        duration: 1,
        magnitude: expect.closeTo(-0.5, 6),
        rate: expect.closeTo(-0.5, 6),
      },
    ]);
    expect(pit.recoveries).toMatchObject([{ startYear: 2002, endYear: 2010, duration: 8 }]);
  });

  test('a level series is flat, and its gaps are filled with that level', async () => {
    const { meadow } = (await answered('segment', sample())).of;
    expect(meadow).toMatchObject({ status: 'flat', disturbances: [], recoveries: [] });
    // a year in four has no value of its own
    expect(meadow.fitted[2]).toEqual({ year: 1992, value: 0.5 });
    expect(meadow.fitted).toHaveLength(2010 - 1990 + 1);
  });

  test('too few values are unknown with the reason', async () => {
    const { few } = (await answered('segment', sample())).of;
    expect(few).toMatchObject({ status: 'unknown', reason: expect.any(String), fitted: [], pValue: 1 });
  });

  test('--loss up turns losses and gains round, --max-segments is heeded', async () => {
    const { pit } = (await answered('segment', sample(), '--loss', 'up')).of;
    expect(pit.recoveries).toMatchObject([{ startYear: 1999, endYear: 2000 }]);
    expect(
      (await answered('segment', sample(), '--max-segments', '1')).of['pit'].vertices.length,
    ).toBeLessThanOrEqual(2);
  });
});

describe('series trend', () => {
  test('prints test and line with the documented names', async () => {
    const { of } = await answered('trend', sample());
    expect(of['line']).toMatchObject({
      id: 'line',
      method: 'original',
      n: 21,
      s: 210,
      varS: (21 * 20 * 47) / 18,
      tau: 1,
      slopePerYear: 0.125,
      intercept: -1990 / 8,
    });
    expect(of['line'].z).toBeCloseTo(209 / Math.sqrt((21 * 20 * 47) / 18), 12);
    expect(of['line'].p).toBeLessThan(1e-9);
    expect(of['few']).toEqual({
      id: 'few',
      status: 'unknown',
      reason: 'too-few-years',
      params: { have: 2, need: 4 },
    });
  });

  test.each(['original', 'hamed-rao', 'yue-wang', 'pre-whitening', 'trend-free-pre-whitening'])(
    '--method %s is named in the answer',
    async (method) => {
      const { data, of } = await answered('trend', sample(), '--method', method);
      expect(data.method).toBe(method);
      expect(of['pit'].method ?? of['pit'].reason).toMatch(new RegExp(`^${method}$|no-variation`));
    },
  );
});

describe('series recovery', () => {
  test('prints the five metrics against the target before the loss', async () => {
    const { of } = await answered('recovery', sample(), '--disturbance', '1999', '--restoration', '2001');
    const { pit } = of;
    expect(pit.target).toBeCloseTo(0.8, 12);
    // 0.3 in 2001, 0.54 in 2006; 80 % of 0.8 is 0.64, reached in 2008
    expect(pit.metrics.dNBR.value).toBeCloseTo(0.24, 12);
    expect(pit.metrics.YrYr.value).toBeCloseTo(0.048, 12);
    expect(pit.metrics.R80P.value).toBeCloseTo(0.54 / 0.64, 12);
    expect(pit.metrics.Y2R).toMatchObject({ value: 7, sustained: true, relapseYear: null });
    expect(pit.metrics.RRI.value).toBeCloseTo(0.48, 12);
    expect(of['meadow'].metrics.RRI).toMatchObject({ kind: 'unknown' });
    expect(of['few']).toMatchObject({
      target: { kind: 'unknown', reason: 'no-target-years' },
      metrics: null,
    });
  });

  test('the lines for people have no unfilled places', async () => {
    for (const lang of ['en', 'zh']) {
      const run = await command([
        'series',
        'recovery',
        sample(),
        '--disturbance',
        '1999',
        '--restoration',
        '2001',
        '--lang',
        lang,
      ]);
      expect(run.code).toBe(0);
      expect(run.out.trim().split('\n')).toHaveLength(4);
      expect(run.out).not.toMatch(/[{}]|undefined|NaN/);
    }
  });
});

describe('series that cannot be used', () => {
  const path = (text: string): string => {
    const file = join(dir, 'bad.csv');
    writeFileSync(file, text);
    return file;
  };
  test.each([
    ['another header', 'a,b\n1,2\n'],
    ['text for a value', 'id,year,value\nA,2000,much\n'],
    ['text for a year', 'id,year,value\nA,then,1\n'],
    ['one year twice', 'id,year,value\nA,2000,1\nA,2000,2\n'],
    ['nothing at all', ''],
  ])('%s is refused with the place, exit 3', async (_, text) => {
    for (const verb of ['segment', 'trend']) {
      const run = await command(['series', verb, path(text), '--json']);
      expect(run.code).toBe(3);
      expect(run.json.error).toMatchObject({
        code: expect.stringMatching(/^E-SER-/),
        tag: 'InvalidInput',
        where: expect.stringContaining('bad.csv'),
      });
    }
  });

  test.each([
    [['segment', 'F', '--preset', 'other'], 3, 'E-SER-001'],
    [['segment', 'F', '--max-segments', '0'], 3, 'E-SER-001'],
    [['segment', 'F', '--loss', 'sideways'], 2, 'E-USE-002'],
    [['segment', 'F', '--pval', 'small'], 2, 'E-USE-006'],
    [['trend', 'F', '--method', 'mann'], 2, 'E-USE-002'],
    [['trend', 'F', '--lag', 'x'], 2, 'E-USE-006'],
    [['recovery', 'F'], 2, 'E-USE-001'],
    [['recovery', 'F', '--disturbance', 'soon', '--restoration', '2001'], 2, 'E-USE-006'],
    [['bogus', 'F'], 2, 'E-USE-001'],
    [['trend', '/no/such.csv'], 3, 'E-PRJ-002'],
  ] as const)('%j: exit %d, %s', async (argv, exit, code) => {
    const file = sample();
    const run = await command(['series', ...argv.map((one) => (one === 'F' ? file : one)), '--json']);
    expect([run.code, run.json.error.code]).toEqual([exit, code]);
    expect(run.json.error.hint.length).toBeGreaterThan(5);
  });
});
