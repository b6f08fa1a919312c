import type { PooledPrior } from './curve-prior.ts';
import {
  gaussianOf,
  type Information,
  informationOf,
  joined,
  NOTHING,
  type Pair,
  type Symmetric,
  throughNoise,
  without,
} from './information.ts';

/**
 * How the variance that the library states divides: what a measure does everywhere, what it does in one zone, what a unit does by
 * itself. Unverified defaults of control; the last is learned where there are units to learn it from.
 */
export const VARIANCE_SHARES = { measure: 0.3, zone: 0.2, unit: 0.5 } as const;
/** Units that the default share of the single unit counts for. */
const SHARE_UNITS = 10;
const SHARE_ROUNDS = 8;
/** A share is as well known from so many units of a measure, evenly taken, as from more. */
const SHARE_MOST_UNITS = 2000;
const LEAST_SHARE = 0.05;
const MOST_SHARE = 4;

/** A unit whose works stand, with what its own seasons say. */
export interface PoolUnit {
  readonly measure: string;
  readonly zone: string;
  readonly evidence: Information;
}

/** What is known of a measure in a zone, in standard deviations of the library's prior. */
export interface PooledGroup {
  readonly measure: string;
  readonly zone: string;
  readonly units: number;
  readonly mean: Pair;
  readonly covariance: Symmetric;
}

/** Units of a programme taken together. */
export interface PooledCurves {
  readonly groups: readonly PooledGroup[];
  /** Prior of a unit of the pool from all other units. */
  readonly fromOthers: (unit: number) => PooledPrior;
  /** Prior of a unit that is not in the pool. */
  readonly ofNew: (measure: string, zone: string) => PooledPrior;
}

interface Group {
  readonly measure: string;
  readonly zone: string;
  readonly members: number[];
  /** What its units say of the group, and what all other groups say of it. */
  said: Information;
  outside: Information;
}

/**
 * Random effects of rate and asymptote over measure, zone and unit:
 *
 *     d = a[measure] + b[measure, zone] + e[unit]     a ~ N(0, 0.3)   b ~ N(0, 0.2)   e ~ N(0, w)
 *
 * d is the departure of a unit from the library in standard deviations of the library's prior. Information is passed from units to
 * groups to measures and back, which solves the model exactly. The share w of the single unit starts at 0.5 and is learned by
 * expectation and maximisation, 10 units standing for the default. A unit's own seasons never enter its own prior.
 *
 * @source Efron & Morris 1975, doi:10.1080/01621459.1975.10479864 (shrinkage from parallel units); Dempster, Laird & Rubin 1977,
 * doi:10.1111/j.2517-6161.1977.tb01600.x (estimation of the variance)
 */
export function poolCurves(units: readonly PoolUnit[]): PooledCurves {
  const groups = groupsOf(units);
  const byMeasure = new Map<string, Group[]>();
  for (const group of groups) {
    const own = byMeasure.get(group.measure);
    if (own === undefined) byMeasure.set(group.measure, [group]);
    else own.push(group);
  }
  const shares = new Map<string, Pair>();
  for (const [measure, own] of byMeasure) shares.set(measure, settle(units, own));
  const shareOf = (measure: string): Pair =>
    shares.get(measure) ?? [VARIANCE_SHARES.unit, VARIANCE_SHARES.unit];
  const groupOf = new Map<number, Group>();
  for (const group of groups) for (const u of group.members) groupOf.set(u, group);
  return {
    groups: groups.map(({ measure, zone, members, said, outside }) => ({
      measure,
      zone,
      units: members.length,
      ...gaussianOf(joined(said, outside)),
    })),
    fromOthers: (unit) => {
      const group = groupOf.get(unit)!;
      const share = shareOf(group.measure);
      const own = throughNoise(units[unit]!.evidence, share);
      const { mean, covariance } = gaussianOf(joined(without(group.said, own), group.outside));
      return { shift: mean, covariance, unitShare: share };
    },
    ofNew: (measure, zone) => {
      const own = byMeasure.get(measure) ?? [];
      const known = own.find((group) => group.zone === zone);
      const { mean, covariance } = gaussianOf(
        known === undefined ? fromGroups(own) : joined(known.said, known.outside),
      );
      return { shift: mean, covariance, unitShare: shareOf(measure) };
    },
  };
}

function groupsOf(units: readonly PoolUnit[]): readonly Group[] {
  const groups = new Map<string, Group>();
  units.forEach(({ measure, zone }, u) => {
    const key = `${measure} ${zone}`;
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { measure, zone, members: [u], said: NOTHING, outside: NOTHING });
    else group.members.push(u);
  });
  return [...groups.values()];
}

/** Learns the share of the unit within one measure, and leaves in its groups what is said of them from inside and outside. */
function settle(units: readonly PoolUnit[], groups: readonly Group[]): Pair {
  const all = groups.reduce((sum, { members }) => sum + members.length, 0);
  const every = Math.ceil(all / SHARE_MOST_UNITS);
  const sample = groups.map((group) => ({
    ...group,
    members: group.members.filter((_, i) => i % every === 0),
  }));
  let share: Pair = [VARIANCE_SHARES.unit, VARIANCE_SHARES.unit];
  for (let round = 0; round < SHARE_ROUNDS; round += 1) {
    tell(units, sample, share);
    share = nextShare(units, sample, share);
  }
  tell(units, groups, share);
  return share;
}

/** Passes what units say to their groups, and what groups say to each other. */
function tell(units: readonly PoolUnit[], groups: readonly Group[], share: Pair): void {
  for (const group of groups) {
    let said = NOTHING;
    for (const u of group.members) said = joined(said, throughNoise(units[u]!.evidence, share));
    group.said = said;
  }
  for (const group of groups) group.outside = fromGroups(groups.filter((other) => other !== group));
}

/** What groups say of another group of the same measure. */
function fromGroups(groups: readonly Group[]): Information {
  let all: Information = informationOf([0, 0], [VARIANCE_SHARES.measure, 0, VARIANCE_SHARES.measure]);
  for (const { said } of groups)
    all = joined(all, throughNoise(said, [VARIANCE_SHARES.zone, VARIANCE_SHARES.zone]));
  return throughNoise(all, [VARIANCE_SHARES.zone, VARIANCE_SHARES.zone]);
}

/** One round of expectation and maximisation: what each unit departs from its group, with the error of that, squared. */
function nextShare(units: readonly PoolUnit[], groups: readonly Group[], share: Pair): Pair {
  let [sum1, sum2, n] = [SHARE_UNITS * VARIANCE_SHARES.unit, SHARE_UNITS * VARIANCE_SHARES.unit, SHARE_UNITS];
  for (const { members, said, outside } of groups)
    for (const u of members) {
      const { evidence } = units[u]!;
      if (evidence === NOTHING) continue;
      const group = gaussianOf(joined(without(said, throughNoise(evidence, share)), outside));
      const own = departureOf(evidence, group, share);
      sum1 += own.mean[0] ** 2 + own.covariance[0];
      sum2 += own.mean[1] ** 2 + own.covariance[2];
      n += 1;
    }
  const held = (value: number): number => Math.min(MOST_SHARE, Math.max(LEAST_SHARE, value));
  return [held(sum1 / n), held(sum2 / n)];
}

/** Posterior of e, given what is known of c + e and of c. */
function departureOf(
  { precision: J, pull }: Information,
  group: { readonly mean: Pair; readonly covariance: Symmetric },
  share: Pair,
): { readonly mean: Pair; readonly covariance: Symmetric } {
  // Posterior of x = c + e first: prior N(mean, C + E). Then e given x is linear: e = E (C + E)^-1 (x - mean) + rest.
  const [C1, C12, C2] = group.covariance;
  const total: Symmetric = [C1 + share[0], C12, C2 + share[1]];
  const x = gaussianOf(joined(informationOf(group.mean, total), { precision: J, pull }));
  const det = total[0] * total[2] - total[1] * total[1];
  // G = E total^-1, not symmetric.
  const G = [
    (share[0] * total[2]) / det,
    (-share[0] * total[1]) / det,
    (-share[1] * total[1]) / det,
    (share[1] * total[0]) / det,
  ] as const;
  const away: Pair = [x.mean[0] - group.mean[0], x.mean[1] - group.mean[1]];
  const [v1, v12, v2] = x.covariance;
  // var e = E - G E + G var x G'
  const variance = (i: 0 | 1): number => {
    const [g1, g2] = i === 0 ? [G[0], G[1]] : [G[2], G[3]];
    const own = i === 0 ? g1 * share[0] : g2 * share[1];
    return share[i] - own + g1 * g1 * v1 + 2 * g1 * g2 * v12 + g2 * g2 * v2;
  };
  return {
    mean: [G[0] * away[0] + G[1] * away[1], G[2] * away[0] + G[3] * away[1]],
    covariance: [variance(0), 0, variance(1)],
  };
}
