import { chance } from '@aftermine/science/base';

export interface RandomSize {
  readonly units: number;
  readonly packages: number;
  readonly years: number;
  /** Budget as a share of what everything would cost. */
  readonly money: number;
  readonly sense?: 'max' | 'min';
  /** Floors as a share of what the budget could make; 1 and more is mostly impossible. */
  readonly floors?: number;
  /** No compartments and works: rows and units only. */
  readonly plain?: boolean;
}

const START = 2026;
const FARMLAND = 0;
const PLANTING = 1;
const ENGINEERED = 2;

/**
 * A programme with every kind of row the format knows: yearly budgets whose rest carries over, an earmarked fund, water by basin,
 * topsoil over all years, crews, a floor of farmland, floors of jobs by village, hazard units that must be treated, shared roads,
 * neighbours that exclude each other, compartments with a least share and borders. As JSON, not parsed.
 */
export function randomInstance(seed: number, size: RandomSize): object {
  const { units, packages, years, money, sense = 'max', floors = 0.25, plain = false } = size;
  const { uniform } = chance(seed);
  const between = (from: number, to: number): number => from + uniform() * (to - from);
  const all = Array.from({ length: years }, (_, y) => START + y);
  const villages = Math.max(1, Math.round(units / 60));
  const options: object[] = [];
  let [costs, count] = [0, 0];
  for (let u = 0; u < units; u += 1) {
    const area = between(0.5, 8);
    for (let p = 0; p < packages; p += 1) {
      const cost = area * between(4, 10) * (1 + 0.4 * p);
      const worth = area * between(2, 9) * (1 + 0.5 * p);
      const [water, soil, jobs] = [area * between(0.5, 2), area * between(0, 3), area * between(0.1, 0.6)];
      costs += cost / packages;
      for (const year of all) {
        const later = 0.94 ** (year - START);
        options.push({
          unit: `U${u}`,
          package: `P${p}`,
          year,
          value: sense === 'max' ? worth * later : cost * (1 + 0.03 * (year - START)),
          use: {
            [`budget:${year}`]: 0.8 * cost,
            ...(year + 1 < START + years ? { [`budget:${year + 1}`]: 0.2 * cost } : {}),
            [`water:${u % 2}:${year}`]: water,
            topsoil: soil,
            [`crews:${year}`]: 1,
            [`jobs:${u % villages}:${year}`]: jobs,
            ...(p === FARMLAND ? { farmland: area } : {}),
            ...(p === ENGINEERED ? { 'fund:central': cost } : {}),
            ...(sense === 'min' ? { uplift: worth } : {}),
          },
          ...(!plain && u % 6 === 1 && p >= PLANTING ? { needs: [`road:${u % 12 === 1 ? 'N' : 'S'}`] } : {}),
        });
        count += 1;
      }
    }
  }
  const year = (costs * money) / years;
  const perUnit = count / units / years / packages;
  const treated = (units * money) / years;
  const rows = all.flatMap((y) => [
    { id: `budget:${y}`, sense: '<=', limit: year },
    ...[0, 1].map((basin) => ({
      id: `water:${basin}:${y}`,
      sense: '<=',
      limit: 0.7 * treated * 5 * perUnit,
    })),
    { id: `crews:${y}`, sense: '<=', limit: Math.ceil(1.6 * treated) },
    ...Array.from({ length: villages }, (_, v) => ({
      id: `jobs:${v}:${y}`,
      sense: '>=',
      limit: (floors * treated * 1.5) / villages,
    })),
  ]);
  rows.push({ id: 'topsoil', sense: '<=', limit: 0.9 * units * money * 6 });
  rows.push({ id: 'farmland', sense: '>=', limit: floors * units * money * 4 });
  rows.push({ id: 'fund:central', sense: '<=', limit: 0.4 * costs * money });
  if (sense === 'min') rows.push({ id: 'uplift', sense: '>=', limit: 0.5 * units * money * 25 });
  const compartments = Array.from({ length: Math.floor(units / 6) }, (_, c) => ({
    id: `C${c}`,
    units: Array.from({ length: 6 }, (_, i) => `U${6 * c + i}`),
    ...(c % 2 === 0 ? { least: 2 + (c % 3) } : {}),
  }));
  return {
    format: 'aftermine-allocation/1',
    sense,
    options,
    rows,
    mandatory: Array.from({ length: Math.max(1, Math.floor(units / 40)) }, (_, i) => `U${40 * i}`),
    carryOver: [all.map((y) => `budget:${y}`)],
    exclusive: Array.from({ length: Math.floor(units / 10) }, (_, i) => [
      { unit: `U${10 * i + 2}`, package: 'P0' },
      { unit: `U${10 * i + 3}`, package: 'P0' },
      ...(i % 2 === 0 ? [{ unit: `U${10 * i + 4}` }] : []),
    ]),
    ...(plain
      ? {}
      : {
          works: ['N', 'S'].flatMap((side) =>
            all.map((y) => ({
              id: `road:${side}`,
              year: y,
              value: sense === 'max' ? -1 : 1,
              use: { [`budget:${y}`]: 0.02 * costs * money },
            })),
          ),
          compartments,
          boundary: compartments.slice(1).map(({ id }, i) => ({ a: `C${i}`, b: id, penalty: 1 + (i % 4) })),
        }),
  };
}
