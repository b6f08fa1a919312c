import type { LargeProblem } from '@aftermine/science/plan';

export const PACKAGES = 12;
export const YEARS = 10;
/** Packages 0..2 make farmland. */
const FARMLAND = 3;

/**
 * A programme of the size of a province: units x 12 packages x 10 start years; money in the year of the start and the next,
 * water in both, a floor of farmland in the end, a floor of jobs each year. The arrays are what the reference is given, too.
 */
export function madeProgramme(units: number): LargeProblem & { readonly arrays: readonly Float64Array[] } {
  let state = 2026;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const cells = units * PACKAGES;
  const [value, cost, water, jobs] = [
    new Float64Array(cells),
    new Float64Array(cells),
    new Float64Array(cells),
    new Float64Array(cells),
  ];
  const area = new Float64Array(units);
  for (let i = 0; i < units; i += 1) {
    area[i] = 0.5 + 9.5 * random() ** 2;
    for (let k = 0; k < PACKAGES; k += 1) {
      const c = i * PACKAGES + k;
      value[c] = area[i]! * (0.2 + random()) * (0.5 + k / PACKAGES);
      cost[c] = area[i]! * (0.3 + 0.7 * random()) * (0.4 + (1.2 * k) / PACKAGES);
      water[c] = area[i]! * random() * (k % 3 === 0 ? 2 : 1);
      jobs[c] = area[i]! * 0.3 * random();
    }
  }
  let total = 0;
  for (const one of area) total += one;
  const rows: LargeProblem['rows'][number][] = [];
  for (let t = 0; t < YEARS; t += 1) rows.push({ sense: '<=', limit: 0.03 * total });
  for (let t = 0; t < YEARS; t += 1) rows.push({ sense: '<=', limit: 0.035 * total });
  rows.push({ sense: '<=', limit: -0.3 * total });
  for (let t = 0; t < YEARS; t += 1) rows.push({ sense: '<=', limit: -0.012 * total });
  const [WATER, LAND, JOBS] = [YEARS, 2 * YEARS, 2 * YEARS + 1];
  const later = Float64Array.from({ length: YEARS }, (_, t) => 0.94 ** t);
  return {
    arrays: [value, cost, water, jobs, area],
    units,
    rows,
    mandatory: new Uint8Array(units),
    mostOptions: PACKAGES * YEARS,
    mostEntries: PACKAGES * YEARS * 6,
    fill(unit, { values, starts, rows: at, amounts }) {
      let [o, e] = [0, 0];
      for (let k = 0; k < PACKAGES; k += 1) {
        const c = unit * PACKAGES + k;
        const [v, m, w, j] = [value[c]!, cost[c]!, water[c]!, jobs[c]!];
        for (let t = 0; t < YEARS; t += 1) {
          values[o] = v * later[t]!;
          starts[o] = e;
          const next = t + 1 < YEARS;
          at[e] = t;
          amounts[e] = next ? 0.8 * m : m;
          at[e + 1] = WATER + t;
          amounts[e + 1] = w;
          e += 2;
          if (next) {
            at[e] = t + 1;
            amounts[e] = 0.2 * m;
            at[e + 1] = WATER + t + 1;
            amounts[e + 1] = 0.5 * w;
            e += 2;
          }
          if (k < FARMLAND) {
            at[e] = LAND;
            amounts[e] = -area[unit]!;
            e += 1;
          }
          at[e] = JOBS + t;
          amounts[e] = -j;
          e += 1;
          o += 1;
        }
      }
      starts[o] = e;
      return o;
    },
  };
}
