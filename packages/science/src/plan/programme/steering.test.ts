import { describe, expect, it } from 'vitest';
import { exampleLibrary, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { buildProgramme } from './build-programme.ts';
import { chargeFunds, type Steering } from './steering.ts';

const library = exampleLibrary();
const settings = settingsOf();
const plain = buildProgramme(UNITS, library, settings, 2025);

function steered(more: Partial<Steering>): ReturnType<typeof buildProgramme> {
  return buildProgramme(UNITS, library, settings, 2025, undefined, {
    from: 2026,
    committed: new Map(),
    planned: new Map(),
    works: new Map(),
    churn: 0,
    charges: [],
    scales: plain.scales,
    ...more,
  });
}

describe('a programme under way', () => {
  const [first] = [...plain.options];
  const unit = first!.candidate.unit.id;
  const begun = { package: first!.candidate.one.id, year: 2025 };

  it('keeps what has begun as the only option of its unit, and nothing else begins before `from`', () => {
    const { options, mandatory } = steered({ committed: new Map([[unit, begun]]) });
    const own = options.filter(({ candidate }) => candidate.unit.id === unit);
    expect(own.map(({ candidate, year }) => [candidate.one.id, year])).toEqual([[begun.package, 2025]]);
    expect(mandatory).toContain(unit);
    const others = options.filter(({ candidate }) => candidate.unit.id !== unit);
    expect(others.length).toBeGreaterThan(0);
    expect(Math.min(...others.map(({ year }) => year))).toBe(2026);
  });

  it('refuses a package that the unit does not have', () => {
    expect(() =>
      steered({ committed: new Map([[unit, { package: 'forest/nothing', year: 2025 }]]) }),
    ).toThrow('E-PLN-314');
  });

  it('gives the planned option its share of its own value, and others nothing', () => {
    const planned = plain.options.find(({ year }) => year === 2027)!;
    const { options } = steered({
      planned: new Map([
        [planned.candidate.unit.id, { package: planned.candidate.one.id, year: planned.year }],
      ]),
      churn: 0.25,
    });
    for (const option of options) {
      const before = plain.options.find(
        ({ candidate, year }) =>
          candidate.unit.id === option.candidate.unit.id &&
          candidate.one.id === option.candidate.one.id &&
          year === option.year,
      )!;
      const same = before === planned;
      expect(option.value - before.value).toBeCloseTo(same ? 0.25 * Math.abs(before.value) : 0, 12);
    }
  });

  it('a measure that was seen to grow at half the rate gains less', () => {
    const { options } = steered({ learned: () => ({ rate: 0.5, reach: 1, survival: 1 }) });
    const grown = options.filter(({ candidate }) => candidate.one.establishing?.establishes !== undefined);
    expect(grown.length).toBeGreaterThan(0);
    let gained = 0;
    for (const option of grown) {
      const before = plain.options.find(
        ({ candidate, year }) =>
          candidate.unit.id === option.candidate.unit.id &&
          candidate.one.id === option.candidate.one.id &&
          year === option.year,
      )!;
      const { ecology } = before.outcome.objectives;
      if (ecology > 0) gained += 1;
      if (ecology > 0) expect(option.outcome.objectives.ecology).toBeLessThan(ecology);
    }
    expect(gained).toBeGreaterThan(0);
  });
});

describe('charges on funds', () => {
  const fund = (id: string, amounts: readonly [number, number][]) => ({
    id,
    name: id,
    amounts: new Map(amounts),
    pays: () => true,
  });
  const funds = [
    fund('a', [
      [2025, 10],
      [2026, 10],
    ]),
    fund('b', [
      [2025, 5],
      [2026, 5],
    ]),
  ];
  const left = (charged: ReturnType<typeof chargeFunds>) =>
    charged.funds.map(({ amounts }) => [...amounts.values()]);

  it('take money of the year first, then earlier money, then the next fund', () => {
    const charged = chargeFunds(funds, [{ year: 2026, cost: 22 }], true);
    expect(left(charged)).toEqual([
      [0, 0],
      [5, 3],
    ]);
    expect(charged.uncovered).toBe(0);
  });

  it('without carry-over earlier money stays, and what is not there is told', () => {
    const charged = chargeFunds(funds, [{ year: 2026, cost: 22 }], false);
    expect(left(charged)).toEqual([
      [10, 0],
      [5, 0],
    ]);
    expect(charged.uncovered).toBe(7);
  });
});
