import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AftermineError, hasText, say } from '@aftermine/science/base';
import { contaminationFindings, FINDING_RULES } from '@aftermine/science/diagnose';
import { INDIRECT_ITEM, unverifiedFigures } from '@aftermine/science/plan';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { YamlLibraries } from './yaml-library.ts';

const shipped = resolve(import.meta.dirname, '../../../../../library');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftermine-library-'));
  cpSync(shipped, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (options?: { costFile?: string; override?: string }) =>
  new YamlLibraries(folder, sha256).load(options);

function failure(options?: { costFile?: string; override?: string }): AftermineError {
  try {
    load(options);
  } catch (error) {
    if (error instanceof AftermineError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Replaces the first occurrence in a file, and gives the line it stands on. */
function change(file: string, from: string, to: string): number {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${from} is not in ${file}`);
  writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}

function ownCosts(text: string): string {
  const path = join(folder, 'own.yaml');
  writeFileSync(path, `format: aftermine-costs/1\nid: own\ncurrency: CNY\npriceYear: 2024\n${text}`);
  return path;
}

describe('the library that is shipped', () => {
  const library = new YamlLibraries(shipped, sha256).load();

  test('answers every measure that a finding may name', () => {
    const named = new Set([...FINDING_RULES.flatMap(({ measures }) => measures), ...contaminationMeasures()]);
    const answered = new Set(library.measures.flatMap(({ answers }) => answers));
    const decisions = ['change-target', 'keep-cropland'];
    expect([...named].filter((id) => !answered.has(id) && !decisions.includes(id))).toEqual([]);
    expect([...answered].filter((id) => !hasText(`measure.${id}`))).toEqual([]);
  });

  test('has at least two ways on different steps of the ladder to bring plants to every end use that needs them', () => {
    const poor = library.endUses
      .filter(({ vegetated }) => vegetated)
      .filter(({ land }) => {
        const ways = library.measures.filter(({ establishes }) => establishes?.lands.includes(land));
        return new Set(ways.map(({ ladder }) => ladder)).size < 2;
      });
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  test('lets nobody turn basic farmland into anything but farmland', () => {
    const open = library.endUses.filter(
      ({ farmland, gates }) => !farmland && !gates.some((gate) => gate.fact === 'basic-farmland' && !gate.is),
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  test('asks for a stable slope wherever people are to be, and never mends what a law or a life hangs on by an unverified limit', () => {
    const unsafe = library.endUses.filter(
      ({ gates }) =>
        !gates.some((gate) => gate.fact === 'stability-factor' && gate.kind === 'safety' && gate.min === 1.3),
    );
    expect(unsafe.map(({ id }) => id)).toEqual(['natural-habitat']);
    const gates = [...library.endUses, ...library.measures].flatMap((one) => one.gates);
    expect(
      gates
        .filter(({ kind, source }) => kind !== 'engineering' && source === 'unverified')
        .map(({ id }) => id),
    ).toEqual([]);
  });

  test('never assumes that contamination is gone: fail and unknown become conditional at best', () => {
    const generous = library.measures.filter(({ mends }) =>
      mends.some(
        (mend) =>
          mend.fact === 'contamination' &&
          mend.to === 'pass' &&
          mend.from.some((from) => from !== 'conditional'),
      ),
    );
    expect(generous.map(({ id }) => id)).toEqual([]);
  });

  test('uses every cost item, and every share of a cost is a share', () => {
    const used = new Set(
      [
        ...library.measures.flatMap(({ quantities, upkeep }) => [
          ...quantities,
          ...(upkeep?.quantities ?? []),
        ]),
        ...library.endUses.flatMap(({ capital }) => capital),
      ].map(({ item }) => item),
    );
    // A share of all works, not a quantity of any measure.
    used.add(INDIRECT_ITEM);
    expect(library.costs.items.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
    const over = library.costs.items.filter(({ labour, fuel, material }) => labour + fuel + material > 1);
    expect(over.map(({ id }) => id)).toEqual([]);
  });

  test('speaks both languages in every text', () => {
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { en, zh } = value as { en?: unknown; zh?: unknown };
      if (typeof en === 'string' && typeof zh === 'string') {
        if (!/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en)) bare.push(path);
        return;
      }
      for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
    };
    visit({ measures: library.measures, endUses: library.endUses, costs: library.costs }, 'library');
    expect(bare).toEqual([]);
  });

  test('counts its unverified figures: each says so in the text, and none is hidden', () => {
    const figures = unverifiedFigures(library);
    const texts = ['measures.yaml', 'end-uses.yaml', 'costs/cn-2024.yaml']
      .map((name) => readFileSync(join(shipped, name), 'utf8').replace(/#.*$/gm, ''))
      .join('\n');
    expect(figures.length).toBe([...texts.matchAll(/\bunverified\b/g)].length);
    expect(figures.every(({ what }) => what !== '')).toBe(true);
  });

  test('prices usual packages between 0.05 and 0.6 million CNY a hectare', () => {
    const likely = new Map(library.costs.items.map(({ id, cost }) => [id, cost[1]]));
    /** Works and upkeep of one measure on one hectare that lacks `gap` of what it mends. */
    const perHa = (id: string, gap = 0, regrade = 0): number => {
      const { quantities, upkeep } = library.measures.find((one) => one.id === id)!;
      const amount = (per: string): number =>
        per === 'gap' ? gap : per === 'regrade' ? regrade : per === 'steep-area' || per === 'unit' ? 0.1 : 1;
      const sum = (list: typeof quantities): number =>
        list.reduce((total, one) => total + one.amount * amount(one.per) * likely.get(one.item)!, 0);
      return sum(quantities) + (upkeep?.years ?? 0) * sum(upkeep?.quantities ?? []);
    };
    const packages = {
      forest:
        perHa('reshape-slope', 0, 4000) +
        perHa('drain-slope') +
        perHa('cover-soil', 20) +
        perHa('native-planting'),
      grassland: perHa('drain-slope') + perHa('cover-soil', 30) + perHa('native-seeding'),
      farmland:
        perHa('terrace') +
        perHa('drain-slope') +
        perHa('cover-soil', 50) +
        perHa('organic-amendment', 3) +
        perHa('cropland-establishment'),
      layered:
        perHa('reshape-slope', 0, 6000) +
        perHa('drain-slope') +
        perHa('cover-soil', 20) +
        perHa('layered-restoration'),
      wetland: perHa('wetland-construction'),
    };
    for (const [name, cost] of Object.entries(packages)) {
      expect(cost, name).toBeGreaterThan(50_000);
      expect(cost, name).toBeLessThan(600_000);
    }
    expect(perHa('natural-recovery')).toBeLessThan(20_000);
  });

  test('is the same library at every reading, and another one after any change', () => {
    expect(load().hash).toBe(library.hash);
    change('costs/cn-2024.yaml', 'cost: [2, 3.5, 6]', 'cost: [2, 3.6, 6]');
    expect(load().hash).not.toBe(library.hash);
  });

  test('a comment does not make it another library', () => {
    change('measures.yaml', 'measures:', '# a note\nmeasures:');
    expect(load().hash).toBe(library.hash);
  });
});

describe('a library with a fault names file and line', () => {
  test('a cost file that is not there: the hint lists those that are', () => {
    const error = failure({ costFile: 'mn-2024' });
    expect([error.tag, error.code, error.where]).toEqual(['NotFound', 'E-LIB-001', 'costs/mn-2024.yaml']);
    expect(error.expected).toBe('cn-2024');
    expect(say('zh', 'hint.E-LIB-001', { expected: 'cn-2024' })).toContain('cn-2024');
  });

  test('an override that is not there, and a folder in its place', () => {
    expect(failure({ override: join(folder, 'none.yaml') }).code).toBe('E-LIB-001');
    expect(failure({ override: folder }).code).toBe('E-LIB-001');
  });

  test('a file that is no YAML', () => {
    const line = change('end-uses.yaml', '    land: forest', '    land: "forest');
    const error = failure();
    expect(error.code).toBe('E-LIB-002');
    expect(error.where).toMatch(/^end-uses\.yaml:\d+:\d+$/);
    expect(Number(error.where!.split(':')[1])).toBeGreaterThanOrEqual(line);
  });

  test('a key twice', () => {
    const line = change('costs/cn-2024.yaml', 'currency: CNY', 'currency: CNY\ncurrency: USD');
    expect([failure().code, failure().where]).toEqual(['E-LIB-002', `costs/cn-2024.yaml:${line + 1}:1`]);
  });

  test('aliases that would expand without end', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i += 1)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    writeFileSync(join(folder, 'sources.yaml'), bomb.join('\n'));
    expect([failure().code, failure().where]).toEqual(['E-LIB-002', 'sources.yaml']);
  });

  test('an empty file, and one of another kind', () => {
    writeFileSync(join(folder, 'sources.yaml'), '');
    expect([failure().code, failure().where]).toEqual(['E-LIB-003', 'sources.yaml:1']);
    writeFileSync(join(folder, 'sources.yaml'), 'format: aftermine-sources/9\nsources: []\n');
    expect([failure().code, failure().where, failure().params['key']]).toEqual([
      'E-LIB-003',
      'sources.yaml:1',
      'format',
    ]);
  });

  const faults: [string, string, string, string, string][] = [
    ['a negative cost', 'costs/cn-2024.yaml', 'cost: [2, 3.5, 6]', 'cost: [-2, 3.5, 6]', 'E-LIB-003'],
    [
      'a cost that is no number',
      'costs/cn-2024.yaml',
      'cost: [2, 3.5, 6]',
      'cost: [2, cheap, 6]',
      'E-LIB-003',
    ],
    ['a cost without an end', 'costs/cn-2024.yaml', 'cost: [2, 3.5, 6]', 'cost: [2, 3.5, .inf]', 'E-LIB-003'],
    ['a cost of two figures', 'costs/cn-2024.yaml', 'cost: [2, 3.5, 6]', 'cost: [2, 6]', 'E-LIB-003'],
    ['a range out of order', 'costs/cn-2024.yaml', 'cost: [2, 3.5, 6]', 'cost: [6, 3.5, 2]', 'E-LIB-007'],
    ['an unknown key', 'measures.yaml', '    durationMonths: 2', '    durationDays: 2', 'E-LIB-003'],
    [
      'a month that does not exist',
      'measures.yaml',
      'months: {from: 3, to: 11}',
      'months: {from: 3, to: 13}',
      'E-LIB-003',
    ],
    ['an unknown family', 'measures.yaml', '    family: earthworks', '    family: magic', 'E-LIB-003'],
    [
      'a gate of an unknown fact',
      'end-uses.yaml',
      'fact: slope-p90, max: 35',
      'fact: steepness, max: 35',
      'E-LIB-003',
    ],
    [
      'a gate of an unknown damage',
      'measures.yaml',
      'oneOf: [pit, subsidence]',
      'oneOf: [hole]',
      'E-LIB-003',
    ],
    [
      'a gate with a limit in words',
      'end-uses.yaml',
      'fact: slope-p90, max: 35',
      'fact: slope-p90, max: steep',
      'E-LIB-003',
    ],
    [
      'a gate with an unknown key',
      'end-uses.yaml',
      'fact: slope-p90, max: 35',
      'fact: slope-p90, maximum: 35',
      'E-LIB-003',
    ],
    ['a gate without a limit', 'end-uses.yaml', 'fact: slope-p90, max: 35', 'fact: slope-p90', 'E-LIB-010'],
    ['a gate id twice', 'end-uses.yaml', 'id: forest-slope', 'id: forest-stability', 'E-LIB-006'],
    ['an unknown cost item', 'measures.yaml', 'item: earth-moving', 'item: earth-removing', 'E-LIB-004'],
    ['an unknown source', 'end-uses.yaml', 'source: kou-2017', 'source: kou-2071', 'E-LIB-004'],
    [
      'an unknown measure before another',
      'measures.yaml',
      'after: [site-survey]',
      'after: [site-visit]',
      'E-LIB-004',
    ],
    ['a cycle', 'measures.yaml', 'after: [site-survey]', 'after: [native-seeding]', 'E-LIB-005'],
  ];
  test.each(faults)('%s', (_name, file, from, to, code) => {
    const line = change(file, from, to);
    const error = failure();
    expect([error.code, error.where]).toEqual([code, `${file}:${line}`]);
    const params = { ...error.params, where: error.where, got: error.got, expected: error.expected };
    expect(say('en', `error.${code}`, params)).not.toMatch(/[{}]/);
    expect(say('zh', `error.${code}`, params)).not.toMatch(/[{}]/);
  });

  test('a cost that is missing: the line of its item', () => {
    const line = change('costs/cn-2024.yaml', '    cost: [2, 3.5, 6]\n', '');
    const error = failure();
    expect([error.code, error.params['key']]).toEqual(['E-LIB-003', 'items.3.cost']);
    const shownLine = Number(error.where!.split(':')[1]);
    expect(shownLine).toBeGreaterThan(line - 4);
    expect(shownLine).toBeLessThanOrEqual(line);
  });

  test('a gate of an unknown fact: the facts that exist are listed', () => {
    change('end-uses.yaml', 'fact: slope-p90, max: 35', 'fact: steepness, max: 35');
    expect(failure().got).toMatch(/expected one of .*slope-p90.*contamination/);
  });

  test('the cycle is named', () => {
    change('measures.yaml', 'after: [site-survey]', 'after: [terrace]');
    expect(failure().params['cycle']).toMatch(/^(\S+) -> .* -> \1$/);
  });
});

describe("a project's own costs", () => {
  test('replace those of the region', () => {
    const library = load({
      override: ownCosts('items:\n  - {id: lime, cost: [300, 350, 380], reason: kiln next door}\n'),
    });
    expect(library.costs.items.find(({ id }) => id === 'lime')).toMatchObject({
      cost: [300, 350, 380],
      unit: 't',
      reason: 'kiln next door',
      source: 'unverified',
    });
    expect(library.hash).not.toBe(load().hash);
  });

  test.each<[string, string, string, number]>([
    ['no reason', 'items:\n  - {id: lime, cost: [300, 350, 380]}\n', 'E-LIB-009', 6],
    ['another unit', 'items:\n  - {id: lime, unit: kg, reason: r}\n', 'E-LIB-013', 6],
    ['a new item that is not complete', 'items:\n  - id: limestone\n    reason: r\n', 'E-LIB-012', 6],
    ['a negative cost', 'items:\n  - id: lime\n    reason: r\n    cost: [-1, 2, 3]\n', 'E-LIB-003', 8],
    ['an unknown key', 'items: []\ncomment: hello\n', 'E-LIB-003', 6],
  ])('%s', (_name, text, code, line) => {
    const override = ownCosts(text);
    const error = failure({ override });
    expect([error.code, error.where]).toEqual([code, `${override}:${line}`]);
  });

  test('money of another currency is not mixed in', () => {
    const override = ownCosts('items: []\n');
    writeFileSync(override, readFileSync(override, 'utf8').replace('CNY', 'USD'));
    const error = failure({ override });
    expect([error.code, error.where, error.got, error.expected]).toEqual([
      'E-LIB-008',
      `${override}:3`,
      'USD 2024',
      'CNY 2024',
    ]);
  });

  test('a cost file of the project stands in for a regional one', () => {
    const path = join(folder, 'mine.yaml');
    cpSync(join(folder, 'costs', 'cn-2024.yaml'), path);
    writeFileSync(path, readFileSync(path, 'utf8').replace('id: cn-2024', 'id: mine'));
    expect(load({ costFile: path }).costs.id).toBe('mine');
  });
});

/** Measures named by the findings of a contaminated unit, one above screening and one above intervention. */
function contaminationMeasures(): readonly string[] {
  const element = (verdict: 'fail' | 'conditional') =>
    ({
      element: 'Cd',
      verdict,
      worst: 2,
      screening: 0.3,
      intervention: 1.5,
      samples: 5,
      reason: null,
    }) as const;
  return (['fail', 'conditional'] as const).flatMap((verdict) =>
    contaminationFindings(
      'u',
      { verdict, elements: [element(verdict)], source: null, reason: null },
      [],
    ).flatMap(({ measures }) => measures),
  );
}
