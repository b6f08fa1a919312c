import { describe, expect, test } from 'vitest';
import { AftermineError } from '../../base/index.ts';
import { checkLibrary, type LibraryParts } from './check-library.ts';
import { findCycle } from './find-cycle.ts';
import {
  costFileSchema,
  costOverrideSchema,
  endUseFileSchema,
  measureFileSchema,
  sourceFileSchema,
} from './library-schema.ts';
import { unverifiedFigures } from './unverified-figures.ts';

const text = { en: 'words', zh: '文字' };
const months = { from: 3, to: 11 };
const earth = { item: 'earth', per: 'area', amount: 100, source: 'unverified' };

/** Two measures, one end use, one item; `change` overwrites parts of them before they are parsed. */
function parts(
  change: { measure?: object; second?: object; endUse?: object; item?: object; override?: object } = {},
): LibraryParts {
  const seed = {
    id: 'seed',
    name: text,
    about: text,
    family: 'vegetation',
    ladder: 'assisted',
    quantities: [earth],
    after: ['shape'],
    months,
    durationMonths: 1,
    establishes: {
      lands: ['grassland'],
      rate: [0.1, 0.2, 0.3],
      reach: 1,
      survival: { arid: [0.5, 0.6, 0.7], 'semi-arid': [0.6, 0.7, 0.8], humid: [0.7, 0.8, 0.9] },
      source: 'kou',
    },
    sources: ['kou'],
    ...change.measure,
  };
  const shape = {
    id: 'shape',
    name: text,
    about: text,
    family: 'earthworks',
    ladder: 'engineered',
    mends: [{ fact: 'slope-p90', reach: 5, assume: 45 }],
    quantities: [{ item: 'earth', per: 'regrade', amount: 1, source: 'kou' }],
    months,
    durationMonths: 1,
    sources: ['kou'],
    ...change.second,
  };
  const grass = {
    id: 'grass',
    name: text,
    about: text,
    land: 'grassland',
    vegetated: true,
    gates: [{ id: 'slope', kind: 'safety', fact: 'slope-p90', max: 25, reason: text, source: 'kou' }],
    asymptote: 0.8,
    carbon: { biomassTCHa: 5, ratePerYear: 0.1, soilTCHaYear: 0.5, source: 'kou' },
    coverFactor: 0.05,
    jobs: { unskilled: 0, skilled: 0, specialist: 0, training: text, source: 'kou' },
    landRights: text,
    sources: ['kou'],
    ...change.endUse,
  };
  const item = {
    id: 'earth',
    name: text,
    unit: 'm3',
    cost: [2, 3, 6],
    labour: 0.2,
    co2KgPerUnit: 1,
    source: 'kou',
    ...change.item,
  };
  return {
    measures: measureFileSchema.parse({ format: 'aftermine-measures/1', measures: [seed, shape] }),
    endUses: endUseFileSchema.parse({ format: 'aftermine-end-uses/1', endUses: [grass] }),
    costs: costFileSchema.parse({
      format: 'aftermine-costs/1',
      id: 'here',
      region: text,
      currency: 'CNY',
      priceYear: 2024,
      personYear: 60_000,
      carbonPrice: 90,
      gridFactor: 0.5,
      haulPerM3Km: 1,
      source: 'kou',
      items: [item],
    }),
    sources: sourceFileSchema.parse({
      format: 'aftermine-sources/1',
      sources: [{ id: 'kou', text: 'Kou', standing: 'read' }],
    }),
    ...(change.override === undefined
      ? {}
      : {
          override: costOverrideSchema.parse({
            format: 'aftermine-costs/1',
            id: 'ours',
            currency: 'CNY',
            priceYear: 2024,
            items: [],
            ...change.override,
          }),
        }),
  };
}

const check = (change?: Parameters<typeof parts>[0]) => checkLibrary(parts(change), () => 'hash');
function fault(change: Parameters<typeof parts>[0]): [code: string, where: string | undefined] {
  try {
    check(change);
  } catch (error) {
    if (error instanceof AftermineError) return [error.code, error.where];
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a library of files that fit each other', () => {
  test('is put together with its hash', () => {
    const library = check();
    expect(library.measures.map(({ id }) => id)).toEqual(['seed', 'shape']);
    expect(library.costs.items[0]!.cost).toEqual([2, 3, 6]);
    expect(library.hash).toBe('hash');
  });

  test('tells every figure that nothing supports', () => {
    expect(unverifiedFigures(check())).toEqual([{ of: 'measure:seed', what: 'quantities.earth' }]);
    expect(unverifiedFigures(check({ item: { source: 'unverified' } })).at(-1)).toEqual({
      of: 'cost:earth',
      what: 'cost',
    });
  });
});

describe('files that do not fit each other are refused with the path of the fault', () => {
  const quantity = (over: object) => ({ quantities: [{ ...earth, ...over }] });
  test.each<[string, Parameters<typeof parts>[0], string, string]>([
    [
      'an unknown item',
      { measure: quantity({ item: 'gold' }) },
      'E-LIB-004',
      'measures:measures.0.quantities.0.item',
    ],
    ['an unknown source', { item: { source: 'kuo' } }, 'E-LIB-004', 'costs:items.0.source'],
    [
      'an unknown source of a list',
      { endUse: { sources: ['kou', 'kuo'] } },
      'E-LIB-004',
      'end-uses:endUses.0.sources.1',
    ],
    [
      'an unknown measure in after',
      { measure: { after: ['shape', 'dig'] } },
      'E-LIB-004',
      'measures:measures.0.after.1',
    ],
    [
      'an unknown item of capital',
      { endUse: { capital: [{ ...earth, item: 'gold' }] } },
      'E-LIB-004',
      'end-uses:endUses.0.capital.0.item',
    ],
    ['a measure twice', { second: { id: 'seed' } }, 'E-LIB-006', 'measures:measures.1.id'],
    [
      'a gate of a measure with the id of a gate of an end use',
      {
        measure: { gates: [{ id: 'slope', kind: 'legal', fact: 'ph', min: 5, reason: text, source: 'kou' }] },
      },
      'E-LIB-006',
      'end-uses:endUses.0.gates.0.id',
    ],
    ['a cost out of order', { item: { cost: [2, 8, 6] } }, 'E-LIB-007', 'costs:items.0.cost'],
    [
      'a gate without a limit',
      { endUse: { gates: [{ id: 'slope', kind: 'legal', fact: 'ph', reason: text, source: 'kou' }] } },
      'E-LIB-010',
      'end-uses:endUses.0.gates.0.id',
    ],
    [
      'a gate that nothing can meet',
      {
        endUse: {
          gates: [{ id: 'slope', kind: 'legal', fact: 'ph', min: 8, max: 5, reason: text, source: 'kou' }],
        },
      },
      'E-LIB-010',
      'end-uses:endUses.0.gates.0.id',
    ],
    [
      'a gap of nothing',
      { measure: quantity({ per: 'gap' }) },
      'E-LIB-011',
      'measures:measures.0.quantities.0.per',
    ],
    [
      'water that is not missing',
      { measure: { upkeep: { years: 2, ...quantity({ per: 'water' }) } } },
      'E-LIB-011',
      'measures:measures.0.upkeep.quantities.0.per',
    ],
    [
      'a mend without direction',
      { second: { mends: [{ fact: 'slope-p90', reach: 5, assume: 5 }] } },
      'E-LIB-014',
      'measures:measures.1.mends.0.reach',
    ],
    ['plants that nobody brings', { endUse: { land: 'orchard' } }, 'E-LIB-015', 'end-uses:endUses.0.land'],
  ])('%s', (_name, change, code, where) => {
    expect(fault(change)).toEqual([code, where]);
  });

  test('measures that wait for each other: the cycle is named', () => {
    try {
      check({ second: { after: ['seed'] } });
      expect.unreachable();
    } catch (error) {
      expect((error as AftermineError).code).toBe('E-LIB-005');
      expect((error as AftermineError).where).toBe('measures:measures.0.after');
      expect((error as AftermineError).params['cycle']).toBe('seed -> shape -> seed');
    }
  });
});

describe('costs of a project over those of the region', () => {
  const own = (item: object, rest: object = {}) => ({ override: { items: [item], ...rest } });

  test('an item keeps what the project leaves unsaid, and takes its reason; its source is open until one is named', () => {
    const { costs } = check(own({ id: 'earth', cost: [4, 5, 6], reason: 'tender of March' }));
    expect(costs.id).toBe('here-ours');
    expect(costs.items[0]).toMatchObject({
      cost: [4, 5, 6],
      unit: 'm3',
      labour: 0.2,
      reason: 'tender of March',
      source: 'unverified',
    });
  });

  test('the words of a document become a source of the library', () => {
    const library = check(
      own(
        { id: 'earth', cost: [4, 5, 6], reason: 'local', source: 'Quota 2024, table 3' },
        { personYear: 50_000 },
      ),
    );
    expect(library.costs.items[0]!.source).toBe('Quota 2024, table 3');
    expect(library.sources.map(({ id }) => id)).toEqual(['kou', 'Quota 2024, table 3']);
    expect(library.costs.personYear).toBe(50_000);
    expect(library.costs.headSources).toEqual({ personYear: 'unverified' });
  });

  test('a whole new item is added', () => {
    const item = {
      id: 'ours',
      name: text,
      unit: 'm',
      cost: [1, 2, 3],
      labour: 0.1,
      co2KgPerUnit: 0,
      reason: 'new',
    };
    expect(check(own(item)).costs.items.map(({ id }) => id)).toEqual(['earth', 'ours']);
  });

  test.each<[string, object, string, string]>([
    ['another currency', { currency: 'USD' }, 'E-LIB-008', 'override:currency'],
    ['another price year', { priceYear: 2020 }, 'E-LIB-008', 'override:priceYear'],
    ['no reason', { items: [{ id: 'earth', cost: [4, 5, 6] }] }, 'E-LIB-009', 'override:items.0.id'],
    ['an empty reason', { items: [{ id: 'earth', reason: ' ' }] }, 'E-LIB-009', 'override:items.0.id'],
    [
      'a new item that lacks a unit',
      { items: [{ id: 'x', name: text, reason: 'r' }] },
      'E-LIB-012',
      'override:items.0.id',
    ],
    [
      'another unit',
      { items: [{ id: 'earth', unit: 't', reason: 'r' }] },
      'E-LIB-013',
      'override:items.0.unit',
    ],
    [
      'an item twice',
      {
        items: [
          { id: 'earth', reason: 'r' },
          { id: 'earth', reason: 'r' },
        ],
      },
      'E-LIB-006',
      'override:items.1.id',
    ],
    [
      'a range out of order',
      { items: [{ id: 'earth', cost: [9, 5, 6], reason: 'r' }] },
      'E-LIB-007',
      'override:items.0.cost',
    ],
  ])('%s is refused', (_name, override, code, where) => {
    expect(fault({ override })).toEqual([code, where]);
  });
});

describe('a cycle in a graph', () => {
  test('is found behind nodes that lead to it, and begins at its own first node', () => {
    const edges = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['d', 'b']],
      ['d', []],
    ]);
    expect(findCycle(edges)).toEqual(['b', 'c', 'b']);
  });

  test('is not seen where two ways only meet again', () => {
    const edges = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
    ]);
    expect(findCycle(edges)).toBeNull();
  });
});
