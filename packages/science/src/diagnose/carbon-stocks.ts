import { requireLength, requireWithin } from './model-input.ts';

/** Carbon densities of one kind of land, t C ha-1. */
export interface CarbonPools {
  readonly above: number;
  readonly below: number;
  readonly soil: number;
  readonly dead: number;
}

/** Share of dry biomass that is carbon (IPCC default; not checked against the guidelines). */
export const CARBON_FRACTION = 0.47;

/**
 * Carbon of land: C = sum over kinds of A (above + below + soil + dead).
 *
 * @param areasHa hectares of each kind
 * @param pools densities of each kind, in the same order
 * @returns t C
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-102`
 * @source Natural Capital Project, InVEST user's guide, carbon storage and sequestration
 */
export function carbonStock(areasHa: readonly number[], pools: readonly CarbonPools[]): number {
  requireLength('carbon-stocks', areasHa.length, pools);
  let sum = 0;
  areasHa.forEach((area, i) => {
    sum += requireWithin('areasHa', area, 0, Number.POSITIVE_INFINITY) * densityOf(pools[i]!);
  });
  return sum;
}

/**
 * Carbon density of every cell, from its land code.
 *
 * @param land land code per cell
 * @param pools densities by code; a code it does not hold is no data
 * @returns t C ha-1; NaN for no data
 * @throws InvalidInput `E-DIA-102`
 */
export function carbonDensityCells(
  land: Uint8Array | Uint16Array,
  pools: readonly (CarbonPools | undefined)[],
): Float32Array {
  const densities = Array.from(pools, (entry) => (entry === undefined ? Number.NaN : densityOf(entry)));
  const out = new Float32Array(land.length);
  for (let i = 0; i < out.length; i += 1) out[i] = densities[land[i]!] ?? Number.NaN;
  return out;
}

/** How carbon stored over time is paid for. */
export interface CarbonPrice {
  /** V, money per t C (not CO2: a price per tonne of CO2 times 44/12). */
  readonly perTonne: number;
  readonly fromYear: number;
  readonly toYear: number;
  /** r, market discount, percent a year. */
  readonly discountPercent: number;
  /** c, percent a year, counted like a discount: positive where storing now is worth more than storing later. */
  readonly priceChangePercent: number;
}

/**
 * Present value of carbon stored between two years, evenly:
 * value = V s / (q - p) sum over t = 0 .. q-p-1 of 1 / ((1 + r/100)^t (1 + c/100)^t).
 *
 * @param sequesteredTonnes s, t C; negative for a loss
 * @returns money, in the currency of the price
 * @throws InvalidInput `E-DIA-102`
 * @source Natural Capital Project, InVEST user's guide, carbon storage and sequestration
 */
export function carbonValue(sequesteredTonnes: number, price: CarbonPrice): number {
  const far = Number.MAX_VALUE;
  requireWithin('sequesteredTonnes', sequesteredTonnes, -far, far);
  requireWithin('perTonne', price.perTonne, 0, far);
  requireWithin('discountPercent', price.discountPercent, -99, 1000);
  requireWithin('priceChangePercent', price.priceChangePercent, -99, 1000);
  const years = requireWithin('toYear - fromYear', price.toYear - price.fromYear, 1, 1000);
  const yearly = (1 + price.discountPercent / 100) * (1 + price.priceChangePercent / 100);
  let sum = 0;
  for (let t = 0; t < years; t += 1) sum += yearly ** -t;
  return ((price.perTonne * sequesteredTonnes) / years) * sum;
}

function densityOf({ above, below, soil, dead }: CarbonPools): number {
  const most = Number.POSITIVE_INFINITY;
  return (
    requireWithin('above', above, 0, most) +
    requireWithin('below', below, 0, most) +
    requireWithin('soil', soil, 0, most) +
    requireWithin('dead', dead, 0, most)
  );
}
