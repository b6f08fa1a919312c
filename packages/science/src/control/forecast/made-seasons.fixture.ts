import { chance } from '../../base/index.ts';
import type { FilterCase, PlantCount } from './index.ts';
import type { Sighting, UnitPromise } from './types.ts';

/** What happens to a unit that is made to fail. */
export interface PlantedFailure {
  readonly kind: 'sudden' | 'slow';
  /** First season of the loss, and the season by which half of it has happened. */
  readonly year: number;
  /** Share of what has grown that dies in all. */
  readonly share: number;
  /** Closeness lost against the course the unit would have had, by season. */
  readonly lost: ReadonlyMap<number, number>;
}

export interface MadeUnit extends FilterCase {
  readonly failure: PlantedFailure | null;
  /** True closeness by season. */
  readonly truth: ReadonlyMap<number, number>;
}

export interface MadeSeasons {
  readonly units: readonly MadeUnit[];
  readonly first: number;
  readonly last: number;
  readonly drought: number | null;
}

export interface MadeOptions {
  readonly units: number;
  readonly seasons: number;
  readonly seed: number;
  readonly failing: number;
  readonly drought: boolean;
  readonly seasonNoise: number;
  readonly looksNoise: number;
  readonly drift: number;
  /** Shares of the library's variance that belong to measure, zone and unit. */
  readonly shares: readonly [number, number, number];
  readonly missing: number;
  /** Sudden failures alone, slow ones alone, or half and half. */
  readonly kinds: 'sudden' | 'slow' | 'both';
  readonly counted: number;
  /** Least closeness gained since the works began that a unit must have to fail. */
  readonly hasGrown: number;
}

const USUAL: MadeOptions = {
  units: 500,
  seasons: 15,
  seed: 1,
  failing: 0.15,
  drought: true,
  seasonNoise: 0.015,
  looksNoise: 0.02,
  hasGrown: 0.4,
  drift: 0.05,
  shares: [0.3, 0.2, 0.5],
  missing: 0.12,
  kinds: 'both',
  counted: 0,
};

/**
 * A programme whose truth is drawn from the priors: five measures in four zones, works that come to stand over the first four
 * years, two communities per unit (what was planted and lives, and what grows without), seasons that were not seen, one drought
 * that the reference does not explain, and units that are made to fail.
 */
export function madeSeasons(options: Partial<MadeOptions> = {}): MadeSeasons {
  const o = { ...USUAL, ...options };
  const draw = chance(o.seed);
  const between = (low: number, high: number): number => low + (high - low) * draw.uniform();
  const first = 2026;
  const last = first + o.seasons - 1;
  const drought = o.drought ? first + Math.floor(o.seasons / 2) : null;
  const measures = Array.from({ length: 5 }, (_, m) => ({
    id: `measure-${m}`,
    rate: between(0.08, 0.18),
    spread: between(0.18, 0.3),
    asymptote: between(0.65, 0.95),
    survival: between(0.6, 0.9),
    deviation: [draw.normal(), draw.normal()] as const,
    zones: Array.from({ length: 4 }, () => [draw.normal(), draw.normal()] as const),
  }));
  const [wa, wb, we] = o.shares.map(Math.sqrt) as [number, number, number];
  const units = Array.from({ length: o.units }, (_, u): MadeUnit => {
    const m = measures[u % 5]!;
    const zone = Math.floor(u / 5) % 4;
    const now = between(0.05, 0.3);
    const readyAt = first - 1 + between(0.3, 4);
    const promise: UnitPromise = {
      unit: `u${u}`,
      areaHa: between(1, 20),
      zone: `zone-${zone}`,
      package: 'p',
      measure: m.id,
      startYear: Math.floor(readyAt),
      readyAt,
      from: first - 1,
      now,
      before: { asymptote: Math.max(now, between(0.15, 0.4)), rate: between(0.015, 0.05) },
      after: { asymptote: m.asymptote * between(0.9, 1.1), rate: m.rate },
      survival: m.survival,
      spread: { rate: m.spread, asymptote: 0.15 },
      acceptanceYear: Math.ceil(readyAt) + 10,
    };
    const of = (j: 0 | 1): number => wa * m.deviation[j] + wb * m.zones[zone]![j] + we * draw.normal();
    let K1 = promise.after!.asymptote * (1 + 0.15 * of(0));
    let k1 = m.rate * Math.exp(Math.sqrt(Math.log1p(m.spread ** 2)) * of(1));
    let K0 = Math.max(0.01, promise.before.asymptote * (1 + 0.15 * draw.normal()));
    let k0 = promise.before.rate * Math.exp(0.385 * draw.normal());
    const counted = draw.uniform() < o.counted;
    const survivors = betaDraw(draw.uniform, promise.survival, 30);
    let s = survivors;
    const failing = draw.uniform() < o.failing;
    const kind = o.kinds === 'both' ? (draw.uniform() < 0.5 ? 'sudden' : 'slow') : o.kinds;
    const share = between(0.3, 0.6);
    const failsFrom = Math.floor(between(Math.ceil(readyAt) + 1, last - 2));
    let failsIn: number | null = null;
    const lost = new Map<number, number>();
    const truth = new Map<number, number>();
    const sightings: Sighting[] = [];
    const pixels = Math.round(100 * promise.areaHa);
    const sd = between(0.1, 0.25);
    const variance = sd ** 2 / Math.max(1, pixels / 9) + o.looksNoise ** 2;
    const look = (year: number, r: number): void => {
      if (year >= first && draw.uniform() < o.missing)
        sightings.push({ year, closeness: null, unknown: { kind: 'unknown', reason: 'no-clear-look' } });
      else
        sightings.push({
          year,
          closeness: r + Math.sqrt(variance) * draw.normal(),
          variance,
          pixels,
          validShare: 1,
        });
    };
    look(first - 1, now);
    let [grown, bare, dead, start] = [now, now, 0, now];
    let kept = 1;
    for (let year = first; year <= last; year += 1) {
      const noise = o.seasonNoise * draw.normal();
      const before = Math.min(1, Math.max(0, readyAt - (year - 1)));
      const alone = (r: number, dt: number): number => K0 - (K0 - r) * Math.exp(-k0 * dt);
      const atWorks = alone(bare, before);
      if (before > 0) [grown, start] = [atWorks, atWorks];
      bare = alone(atWorks, 1 - before) + noise;
      grown = (before === 1 ? atWorks : K1 - (K1 - grown) * Math.exp(-k1 * (1 - before))) + noise;
      if (before === 1) bare = atWorks + noise;
      dead = kept < 1 ? alone(dead, 1) + noise : start;
      const alive = s * grown + (1 - s) * bare;
      if (failing && failsIn === null && year >= failsFrom && year < last && alive - start >= o.hasGrown)
        failsIn = year;
      if (year === failsIn && kind === 'sudden') kept = 1 - share;
      if (failsIn !== null && kind === 'slow' && kept > 1 - share) kept = Math.max(1 - share, kept * 0.82);
      const r = kept * alive + (1 - kept) * dead;
      truth.set(year, r);
      if (kept < 1) lost.set(year, alive - r);
      const dry = year === drought ? 0.2 : drought !== null && year === drought + 1 ? 0.07 : 0;
      look(year, r - dry * r * Math.max(0, 1 + 0.25 * draw.normal()));
      K1 *= Math.exp(o.drift * (1 - K1 / 1.5) * draw.normal());
      k1 *= Math.exp(o.drift * draw.normal());
      K0 *= Math.exp(o.drift * (1 - K0 / 1.5) * draw.normal());
      k0 *= Math.exp(o.drift * draw.normal());
    }
    s = survivors;
    const alive = Math.round(100 * s);
    const count: PlantCount | undefined = counted ? { alive, dead: 100 - alive } : undefined;
    return {
      promise,
      sightings,
      ...(count === undefined ? {} : { count }),
      truth,
      failure: failsIn === null ? null : { kind, year: failsIn, share, lost },
    };
  });
  return { units, first, last, drought };
}

/** Beta deviate of a mean and a sum of parameters, from order statistics of whole parameters. */
function betaDraw(uniform: () => number, mean: number, sum: number): number {
  const a = Math.max(1, Math.round(mean * sum));
  const n = Math.round(sum) - 1;
  const values = Array.from({ length: n }, uniform).sort((x, y) => x - y);
  return values[Math.min(n - 1, a - 1)]!;
}
