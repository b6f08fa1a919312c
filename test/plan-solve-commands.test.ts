import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from './own-scenes-project.ts';
import { randomInstance } from './random-instance.ts';

const dir = mkdtempSync(join(tmpdir(), 'aftermine-solve-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, content: object | string): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Two units, money for one of them. */
const TWO = {
  format: 'aftermine-allocation/1',
  sense: 'max',
  options: [
    { unit: 'U1', package: 'P03', year: 2026, value: 12.3, use: { 'budget:2026': 1000, farmland: 4.5 } },
    { unit: 'U2', package: 'P01', year: 2026, value: 10, use: { 'budget:2026': 800, farmland: 2 } },
  ],
  rows: [
    { id: 'budget:2026', sense: '<=', limit: 1500 },
    { id: 'farmland', sense: '>=', limit: 3 },
  ],
};

describe('plan solve INSTANCE', () => {
  test('answers with choice, rows, prices and a proven gap of nothing', async () => {
    const { code, json } = await command(['plan', 'solve', file('two.json', TWO), '--json']);
    expect(code).toBe(0);
    expect(json.data).toMatchObject({
      status: 'optimal',
      method: 'exact',
      objective: 12.3,
      bound: 12.3,
      gap: 0,
      choice: [{ unit: 'U1', package: 'P03', year: 2026 }],
      rows: [
        { id: 'budget:2026', used: 1000, limit: 1500 },
        { id: 'farmland', used: 4.5, limit: 3 },
      ],
      infeasible: null,
    });
    expect(json.data.prices['budget:2026']).toBeCloseTo(0.0123, 9);
  });

  test('a mandatory unit is treated whatever it costs the plan', async () => {
    const { json } = await command([
      'plan',
      'solve',
      file('must.json', { ...TWO, mandatory: ['U2'], rows: [TWO.rows[0]!, { ...TWO.rows[1]!, limit: 1 }] }),
      '--json',
    ]);
    expect(json.data).toMatchObject({ objective: 10, choice: [{ unit: 'U2' }] });
  });

  test.each(['en', 'zh'] as const)(
    'an impossible one is an answer: what clashes, and the least that helps (%s)',
    async (language) => {
      const path = file('impossible.json', { ...TWO, rows: [TWO.rows[0]!, { ...TWO.rows[1]!, limit: 6 }] });
      const { code, json, err } = await command(['plan', 'solve', path, '--json', '--lang', language]);
      expect(code).toBe(0);
      expect(json).toMatchObject({ ok: true, data: { status: 'infeasible', objective: null } });
      const { conflict, relax } = json.data.infeasible;
      expect(conflict.map(({ id }: { id: string }) => id).sort()).toEqual(['budget:2026', 'farmland']);
      expect(relax).toHaveLength(1);
      expect(err).toContain('budget:2026 <= 1,500');
      expect(err).not.toMatch(/plan-line|undefined/);
    },
  );

  test('-o writes the answer, and does not write over one', async () => {
    const [instance, out] = [file('two.json', TWO), join(dir, 'answer.json')];
    expect((await command(['plan', 'solve', instance, '-o', out])).code).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8')).data.objective).toBe(12.3);
    expect((await command(['plan', 'solve', instance, '-o', out])).code).toBe(2);
  });

  test('--gap and --time stop the search with an honest bound; the same seed gives the same answer', async () => {
    const path = file('random.json', randomInstance(3, { units: 80, packages: 3, years: 3, money: 0.5 }));
    const { json } = await command(['plan', 'solve', path, '--json', '--gap', '0.05']);
    expect(json.data.gap).toBeLessThanOrEqual(0.05);
    expect(json.data.bound).toBeGreaterThanOrEqual(json.data.objective);
    const again = await command(['plan', 'solve', path, '--json', '--gap', '0.05']);
    expect(again.json.data).toEqual(json.data);
  }, 60_000);

  test.each([
    ['E-PLN-101', '{'],
    ['E-PLN-101', { ...TWO, format: 'aftermine-allocation/9' }],
    ['E-PLN-101', { ...TWO, options: [{ ...TWO.options[0], value: null }] }],
    ['E-PLN-101', { ...TWO, rows: [{ id: 'budget:2026', sense: '<', limit: 1 }] }],
    ['E-PLN-101', { ...TWO, units: [] }],
    ['E-PLN-102', { ...TWO, options: [...TWO.options, TWO.options[0]] }],
    ['E-PLN-103', { ...TWO, rows: [TWO.rows[0]] }],
    ['E-PLN-104', { ...TWO, mandatory: ['U9'] }],
  ])('%s', async (code, content) => {
    const { code: exit, json } = await command(['plan', 'solve', file('bad.json', content), '--json']);
    expect(exit).toBe(3);
    expect(json.error).toMatchObject({ code, tag: 'InvalidInput' });
    expect(json.error.where).toContain('bad.json');
    expect(json.error.hint.length).toBeGreaterThan(10);
  });

  test('flags out of range and files that are not there', async () => {
    const path = file('two.json', TWO);
    expect((await command(['plan', 'solve', path, '--gap', 'little'])).code).toBe(2);
    expect((await command(['plan', 'solve', path, '--time', '-1'])).code).toBe(2);
    expect((await command(['plan', 'solve', join(dir, 'none.json'), '--json'])).json.error.tag).toBe(
      'NotFound',
    );
  });

  test('its schema is printed', async () => {
    const { json } = await command(['schema', 'allocation', '--json']);
    expect(json.data.properties).toHaveProperty('options');
    expect(json.data.required).toContain('options');
  });
});
