import { type Unknown, unknown } from '../../base/index.ts';
import { type CashFlow, checkCashFlow } from './cash-flow.ts';

/**
 * The rate at which a cash flow is worth nothing: sum_t c_t / (1 + r)^t = 0.
 *
 * @returns r > -1 a year; unknown `no-internal-rate` where no rate does that, `several-internal-rates` where several do
 * @throws InvalidInput `E-PLN-201`
 */
export function internalRateOfReturn(cashFlow: CashFlow): number | Unknown {
  const rates = internalRates(cashFlow);
  if (rates.length === 0) return unknown('no-internal-rate');
  if (rates.length > 1)
    return unknown('several-internal-rates', {
      rates: rates.map((rate) => (100 * rate).toFixed(2)).join(' / '),
    });
  return rates[0]!;
}

/**
 * All rates at which a cash flow is worth nothing, ascending.
 *
 * With z = -ln(1 + r) the present value is f(z) = sum_t c_t e^(t z). By Descartes' rule it has no root without a change
 * of sign in c, and one with a single change. With more, the first term is divided out and the rest differentiated,
 * which removes a term; between neighbouring roots of that derivative f has at most one root (Rolle), found by
 * bisection to the last bit. A root where f only touches zero counts once.
 *
 * @throws InvalidInput `E-PLN-201`
 * @source Boardman et al. 2018, Cost-benefit analysis, doi:10.1017/9781108235594
 */
export function internalRates(cashFlow: CashFlow): readonly number[] {
  checkCashFlow('cashFlow', cashFlow);
  return rootsOf(cashFlow)
    .map((z) => Math.expm1(-z))
    .sort((a, b) => a - b);
}

/** f within this share of the sum of its terms' sizes is zero where it only touches. */
const TOUCH = 1e-13;

function rootsOf(given: readonly number[]): number[] {
  const terms = trimmed(given);
  const changes = signChanges(terms);
  if (changes === 0) return [];
  const turns = changes === 1 ? [] : rootsOf(terms.map((c, t) => c * t));
  const roots: number[] = [];
  const ends = [-Infinity, ...turns, Infinity];
  for (let k = 1; k < ends.length; k += 1) {
    const [low, high] = [ends[k - 1]!, ends[k]!];
    if (k > 1 && touches(terms, low)) {
      roots.push(low);
      continue;
    }
    if (high !== Infinity && touches(terms, high)) continue;
    if (signAt(terms, low) * signAt(terms, high) < 0) roots.push(bisect(terms, low, high));
  }
  return roots;
}

/** Without zeros at either end, scaled so that repeated differentiation cannot overflow. */
function trimmed(terms: readonly number[]): number[] {
  const from = terms.findIndex((c) => c !== 0);
  if (from < 0) return [];
  const to = terms.findLastIndex((c) => c !== 0);
  const largest = terms.reduce((most, c) => Math.max(most, Math.abs(c)), 0);
  return terms.slice(from, to + 1).map((c) => c / largest);
}

function signChanges(terms: readonly number[]): number {
  const signs = terms.filter((c) => c !== 0).map(Math.sign);
  return signs.filter((sign, k) => k > 0 && sign !== signs[k - 1]).length;
}

/** f(z) and the sum of |terms|, both over the largest power, so that neither overflows. */
function evaluate(terms: readonly number[], z: number): { value: number; size: number } {
  const factor = Math.exp(-Math.abs(z));
  let [value, size] = [0, 0];
  for (let k = 0; k < terms.length; k += 1) {
    const c = terms[z > 0 ? k : terms.length - 1 - k]!;
    value = value * factor + c;
    size = size * factor + Math.abs(c);
  }
  return { value, size };
}

function touches(terms: readonly number[], z: number): boolean {
  const { value, size } = evaluate(terms, z);
  return Math.abs(value) <= TOUCH * size;
}

function signAt(terms: readonly number[], z: number): number {
  if (z === -Infinity) return Math.sign(terms[0]!);
  return Math.sign(z === Infinity ? terms.at(-1)! : evaluate(terms, z).value);
}

function bisect(terms: readonly number[], from: number, to: number): number {
  const left = signAt(terms, from);
  let low = from === -Infinity ? Math.min(0, to) - 1 : from;
  for (let reach = 1; from === -Infinity && signAt(terms, low) !== left; reach *= 2) low -= reach;
  let high = to === Infinity ? Math.max(0, low) + 1 : to;
  for (let reach = 1; to === Infinity && signAt(terms, high) === left; reach *= 2) high += reach;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    const sign = signAt(terms, middle);
    if (sign === 0) return middle;
    if (sign === left) low = middle;
    else high = middle;
  }
}
