import { requireNumber } from '../../choice/choice-input.ts';
import { type EvolutionaryGame, type ReplicatorOptions, replicatorPath } from '../../choice/index.ts';

/**
 * Supervision, quality of work, and citizens who report. x, y and z are the shares of authorities that supervise, of
 * enterprises that work well and of citizens that report; all amounts are >= 0 in one unit of money. The fine is fixed.
 *
 *     authority   supervises: on good work -Cg - S, on bad F - Cg, less W where it was reported
 *                 does not:   on good work 0,       on bad -L,     less H where it was reported
 *     enterprise  works well: B - Cs, plus S where supervised
 *                 works badly: -F where supervised, else -D where reported
 *     citizen     reports: -Ct, plus W where bad work is found by supervision
 *                 does not: -Q where bad work goes on unsupervised
 */
export interface TripartiteGame extends Omit<EvolutionaryGame, 'penalty'> {
  /** Ct: what reporting costs a citizen. */
  readonly reportCost: number;
  /** W: what an authority pays a citizen whose report leads to bad work. */
  readonly reportReward: number;
  /** H: what a report of bad work nobody supervised costs the authority. */
  readonly exposure: number;
  /** D: what such a report costs the enterprise. */
  readonly disrepute: number;
  /** Q: harm of bad work to citizens, averted by a report. */
  readonly harm: number;
}

export interface TripartiteCorner {
  /** 0 or 1: nobody or everybody supervises, works well, reports. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** What each population would gain by changing its strategy there; all below 0 and the corner is stable. */
  readonly eigenvalues: readonly [number, number, number];
  /** `undecided`: some gain is 0 and none above. */
  readonly kind: 'stable' | 'unstable' | 'undecided';
}

export interface TripartitePath {
  readonly times: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly number[];
}

/**
 * Payoffs of an authority, an enterprise and a citizen when all others of each population do alike.
 *
 * @param x @param y @param z 1: supervises, works well, reports; 0: does not
 */
export function tripartitePayoffs(
  game: TripartiteGame,
  x: 0 | 1,
  y: 0 | 1,
  z: 0 | 1,
): readonly [authority: number, enterprise: number, citizen: number] {
  const { supervisionCost, fine, reward, loss, qualityCost, qualityBenefit } = game;
  const { reportCost, reportReward, exposure, disrepute, harm } = game;
  const [isSupervised, isGood, isReported] = [x === 1, y === 1, z === 1];
  const good: readonly [number, number, number] = [
    isSupervised ? -supervisionCost - reward : 0,
    qualityBenefit - qualityCost + (isSupervised ? reward : 0),
    isReported ? -reportCost : 0,
  ];
  if (isGood) return good;
  if (isSupervised)
    return [
      fine - supervisionCost - (isReported ? reportReward : 0),
      -fine,
      isReported ? reportReward - reportCost : 0,
    ];
  return isReported ? [-loss - exposure, -disrepute, -reportCost] : [-loss, 0, -harm];
}

/**
 * What the first strategy of each population gains over its second, the others mixing by their shares:
 *
 *     g = (1 - y)(F + L + z (H - W)) - Cg - y S
 *     h = x (S + F) + (1 - x) z D - (Cs - B)
 *     i = (1 - y)(x W + (1 - x) Q) - Ct
 *
 * With z = 0 the first two are those of the game without citizens.
 */
export function tripartiteAdvantages(
  game: TripartiteGame,
  [x, y, z]: readonly [number, number, number],
): readonly [number, number, number] {
  const { supervisionCost, fine, reward, loss, qualityCost, qualityBenefit } = game;
  return [
    (1 - y) * (fine + loss + z * (game.exposure - game.reportReward)) - supervisionCost - y * reward,
    x * (reward + fine) + (1 - x) * z * game.disrepute - (qualityCost - qualityBenefit),
    (1 - y) * (x * game.reportReward + (1 - x) * game.harm) - game.reportCost,
  ];
}

/**
 * The eight corners. There the Jacobian of x' = x (1 - x) g, y' = y (1 - y) h, z' = z (1 - z) i is diagonal, and its
 * eigenvalues are differences of payoffs: what each population would gain by doing the other thing.
 *
 * @returns (0,0,0), (0,0,1), (0,1,0) ... (1,1,1)
 * @throws InvalidInput `E-CHO-102`
 * @source Friedman 1991, Econometrica 59, 637-666, doi:10.2307/2938222; Ritzberger and Weibull 1995, Econometrica 63, 1371-1399, doi:10.2307/2171774 (a stable corner is a strict equilibrium)
 */
export function tripartiteCorners(game: TripartiteGame): readonly TripartiteCorner[] {
  checkTripartite(game);
  return [0, 1, 2, 3, 4, 5, 6, 7].map((code) => {
    const [x, y, z] = [(code >> 2) & 1, (code >> 1) & 1, code & 1] as [0 | 1, 0 | 1, 0 | 1];
    const here = tripartitePayoffs(game, x, y, z);
    const eigenvalues = [
      tripartitePayoffs(game, flipped(x), y, z)[0] - here[0],
      tripartitePayoffs(game, x, flipped(y), z)[1] - here[1],
      tripartitePayoffs(game, x, y, flipped(z))[2] - here[2],
    ] as const;
    const greatest = Math.max(...eigenvalues);
    const kind = greatest < 0 ? 'stable' : greatest > 0 ? 'unstable' : 'undecided';
    return { x, y, z, eigenvalues, kind };
  });
}

/**
 * Replicator dynamics of the three shares from a start, by `replicatorPath`.
 *
 * @param start shares 0..1
 * @throws InvalidInput `E-CHO-102`
 */
export function tripartitePath(
  game: TripartiteGame,
  start: { readonly x: number; readonly y: number; readonly z: number },
  options: ReplicatorOptions,
): TripartitePath {
  checkTripartite(game);
  const { times, shares } = replicatorPath(
    ([x, y, z]) => tripartiteAdvantages(game, [x!, y!, z!]),
    [start.x, start.y, start.z],
    options,
  );
  return { times, x: shares[0]!, y: shares[1]!, z: shares[2]! };
}

function flipped(strategy: 0 | 1): 0 | 1 {
  return strategy === 1 ? 0 : 1;
}

function checkTripartite(game: TripartiteGame): void {
  for (const key of [
    'supervisionCost',
    'fine',
    'reward',
    'loss',
    'qualityCost',
    'qualityBenefit',
    'reportCost',
    'reportReward',
    'exposure',
    'disrepute',
    'harm',
  ] as const)
    requireNumber(key, game[key], { low: 0 });
}
