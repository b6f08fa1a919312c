import { isUnknown, type Unknown } from '../../../base/index.ts';
import {
  conservedQuantity,
  type EvolutionaryGame,
  evolutionaryAdvantages,
  evolutionaryPath,
  type GameEquilibrium,
  mixedEquilibrium,
} from '../../../choice/index.ts';
import type { PlanSettings } from '../../../plan/index.ts';
import { type CubePortrait, cubePortrait } from '../cube-portrait.ts';
import { type PhasePortrait, phasePortrait } from '../phase-portrait.ts';
import { type TripartiteGame, tripartiteAdvantages } from '../tripartite-game.ts';
import { type PolicyCheck, policyCheck } from './policy-check.ts';
import { type PolicyFinding, type PolicyPart, percentOf, policyFinding, rounded } from './policy-finding.ts';
import type { PolicySettings } from './policy-settings.ts';

export interface CompliancePart extends PolicyPart {
  readonly fixed: { readonly mixed: GameEquilibrium | Unknown; readonly portrait: PhasePortrait };
  readonly dynamic: { readonly mixed: GameEquilibrium | Unknown; readonly portrait: PhasePortrait };
  readonly citizens: CubePortrait;
}

/** Supervision against quality of work, under a fixed and a dynamic fine, and with citizens who report. */
export function compliancePart(games: PlanSettings['games'], policy: PolicySettings): CompliancePart {
  const fixed: EvolutionaryGame = {
    supervisionCost: games.supervisionCost,
    fine: games.fine,
    reward: games.reward,
    loss: games.loss,
    qualityCost: games.qualityCost,
    qualityBenefit: games.qualityBenefit,
  };
  const dynamic: EvolutionaryGame = { ...fixed, penalty: 'dynamic' };
  const three: TripartiteGame = { ...fixed, ...policy.citizens };
  const mixed = { fixed: mixedEquilibrium(fixed), dynamic: mixedEquilibrium(dynamic) };
  const citizens = cubePortrait(three);
  return {
    fixed: { mixed: mixed.fixed, portrait: phasePortrait(fixed) },
    dynamic: { mixed: mixed.dynamic, portrait: phasePortrait(dynamic) },
    citizens,
    findings: [
      wavesFinding(mixed.fixed),
      ...(isUnknown(mixed.fixed) || isUnknown(mixed.dynamic)
        ? []
        : [calmFinding(mixed.fixed, mixed.dynamic)]),
      cornerFinding(fixed),
      citizensFinding(citizens, mixed.fixed),
    ],
    checks: [
      ...(isUnknown(mixed.fixed) ? [] : [periodCheck(fixed, mixed.fixed), driftCheck(fixed, mixed.fixed)]),
      ...(isUnknown(mixed.dynamic) ? [] : focusChecks(dynamic, mixed.dynamic)),
      cornersCheck(three, citizens),
      sharesCheck(citizens),
    ],
  };
}

function wavesFinding(mixed: GameEquilibrium | Unknown): PolicyFinding {
  if (isUnknown(mixed)) return policyFinding('compliance.no-mix', {});
  return policyFinding('compliance.waves', {
    supervision: percentOf(mixed.x),
    quality: percentOf(mixed.y),
    period: rounded(mixed.period ?? 0),
  });
}

function calmFinding(fixed: GameEquilibrium, dynamic: GameEquilibrium): PolicyFinding {
  return policyFinding('compliance.dynamic', {
    supervision: percentOf(dynamic.x),
    quality: percentOf(dynamic.y),
    fixed: percentOf(fixed.y),
  });
}

function cornerFinding(game: EvolutionaryGame): PolicyFinding {
  return policyFinding(
    game.supervisionCost + game.reward > 0 ? 'compliance.never-both' : 'compliance.free',
    {},
  );
}

function citizensFinding({ means }: CubePortrait, mixed: GameEquilibrium | Unknown): PolicyFinding {
  const params = {
    supervision: percentOf(means.x),
    quality: percentOf(means.y),
    reports: percentOf(means.z),
  };
  if (isUnknown(mixed)) return policyFinding('compliance.citizens', params);
  return policyFinding('compliance.citizens-instead', { ...params, without: percentOf(mixed.y) });
}

/** Time between two upward passes of y* by a small circle, against 2 pi over the imaginary part. */
function periodCheck(game: EvolutionaryGame, { x, y, period }: GameEquilibrium): PolicyCheck {
  const expected = period ?? 0;
  const step = expected / 4000;
  const away = 1e-3 * Math.min(x, 1 - x);
  const path = evolutionaryPath(game, { x: x + away, y }, { until: 2.6 * expected, step, every: 1 });
  const passes: number[] = [];
  for (let k = 1; k < path.y.length; k += 1) {
    const [before, after] = [path.y[k - 1]! - y, path.y[k]! - y];
    if (before < 0 && after >= 0) passes.push(path.times[k - 1]! + (step * -before) / (after - before));
  }
  const got = passes.length < 2 ? 0 : passes[1]! - passes[0]!;
  return policyCheck('evolution.period', expected, got, 1e-5 * expected);
}

/** How far the conserved quantity strays over 50 circles about a fifth of the way to the rim. */
function driftCheck(game: EvolutionaryGame, { x, y, period }: GameEquilibrium): PolicyCheck {
  const circle = period ?? 1;
  const start = { x: x + 0.2 * Math.min(x, 1 - x), y };
  const path = evolutionaryPath(game, start, { until: 50 * circle, step: circle / 500 });
  const values = path.times.map((_, k) => conservedQuantity(game, path.x[k]!, path.y[k]!));
  const first = values[0]!;
  if (isUnknown(first)) return policyCheck('evolution.drift', 0, 0, 0);
  const drift = Math.max(...values.map((value) => (isUnknown(value) ? 0 : Math.abs(value - first))));
  return policyCheck('evolution.drift', 0, drift, 1e-6 * (1 + Math.abs(first)));
}

/** Trace and determinant of the Jacobian by differences against those of the eigenvalues. */
function focusChecks(game: EvolutionaryGame, { x, y, eigenvalues }: GameEquilibrium): PolicyCheck[] {
  const speed = (a: number, b: number): readonly [number, number] => {
    const { g, h } = evolutionaryAdvantages(game, a, b);
    return [a * (1 - a) * g, b * (1 - b) * h];
  };
  const e = 1e-6;
  const by = (dx: number, dy: number): number[] => {
    const [ahead, behind] = [speed(x + dx, y + dy), speed(x - dx, y - dy)];
    return [0, 1].map((k) => (ahead[k]! - behind[k]!) / (2 * e));
  };
  const [byX, byY] = [by(e, 0), by(0, e)];
  const [one, two] = eigenvalues;
  const product = one.im === 0 ? one.re * two.re : one.re ** 2 + one.im ** 2;
  const size = 1 + Math.abs(product);
  return [
    policyCheck('evolution.focus-trace', one.re + two.re, byX[0]! + byY[1]!, 1e-7 * size),
    policyCheck('evolution.focus-determinant', product, byX[0]! * byY[1]! - byX[1]! * byY[0]!, 1e-7 * size),
  ];
}

/** The eigenvalue of the corners that differs most from the slope of its share beside the corner. */
function cornersCheck(game: TripartiteGame, { corners }: CubePortrait): PolicyCheck {
  const e = 1e-7;
  let worst = { expected: 0, got: 0 };
  for (const { x, y, z, eigenvalues } of corners) {
    const at = [x, y, z];
    eigenvalues.forEach((expected, k) => {
      const by = at[k] === 0 ? e : -e;
      const moved = at.map((share, j) => (j === k ? share + by : share)) as [number, number, number];
      const got = (moved[k]! * (1 - moved[k]!) * tripartiteAdvantages(game, moved)[k]!) / by;
      if (Math.abs(got - expected) >= Math.abs(worst.got - worst.expected)) worst = { expected, got };
    });
  }
  return policyCheck('evolution.corners', worst.expected, worst.got, 1e-5 * (1 + Math.abs(worst.expected)));
}

/** How far any share of any path lies outside 0..1. */
function sharesCheck({ paths }: CubePortrait): PolicyCheck {
  const outside = Math.max(
    0,
    ...paths.flatMap(({ x, y, z }) => [...x, ...y, ...z].map((share) => Math.max(-share, share - 1))),
  );
  return policyCheck('evolution.shares', 0, outside, 0);
}
