import { isUnknown } from '../../../base/index.ts';
import {
  type EvolutionaryGame,
  type LinearStateGame,
  mixedEquilibrium,
  playLinearStateGame,
  solveTracking,
} from '../../../choice/index.ts';
import { type PolicyCheck, policyCheck } from './policy-check.ts';

const GAME: LinearStateGame = {
  discountRate: 0.05,
  decay: 0.1,
  startQuality: 1,
  government: { effect: 0.6, benefit: 1.2, cost: 2 },
  enterprise: { effect: 0.8, benefit: 0.7, cost: 3 },
};
const SUPERVISION: EvolutionaryGame = {
  supervisionCost: 3,
  fine: 4,
  reward: 1,
  loss: 5,
  qualityCost: 2.5,
  qualityBenefit: 1.5,
};
/** The references have seven decimals. */
const WITHIN = 1e-6;

/** The models at fixed figures whose results are known, whatever a project sets: is the machine right at all? */
export function knownValues(): readonly PolicyCheck[] {
  const nash = playLinearStateGame(GAME, 'nash');
  const led = playLinearStateGame(GAME, 'stackelberg');
  const joint = playLinearStateGame(GAME, 'cooperative');
  const { curvature } = solveTracking({
    discountRate: 0.05,
    decay: 0.1,
    effect: 0.8,
    missCost: 1,
    effortCost: 0.5,
    target: 0.8,
    startQuality: 0,
  });
  const fixed = mixedEquilibrium(SUPERVISION);
  const dynamic = mixedEquilibrium({ ...SUPERVISION, penalty: 'dynamic' });
  const known = (id: string, expected: number, got: number): PolicyCheck =>
    policyCheck(`known.${id}`, expected, got, WITHIN);
  return [
    known('nash.government', 2.4, nash.efforts.government),
    known('nash.enterprise', 1.2444444, nash.efforts.enterprise),
    known('nash.quality', 24.3555556, nash.longRunQuality),
    known('nash.value-government', 282.4888889, nash.values.government),
    known('nash.value-enterprise', 185.5259259, nash.values.enterprise),
    known('stackelberg.share', 0.5483871, led.costShare),
    known('stackelberg.quality', 36.4444444, led.longRunQuality),
    known('stackelberg.value-government', 350.9925926, led.values.government),
    known('stackelberg.value-enterprise', 241.9407407, led.values.enterprise),
    known('cooperative.government', 3.8, joint.efforts.government),
    known('cooperative.enterprise', 3.3777778, joint.efforts.enterprise),
    known('cooperative.quality', 49.8222222, joint.longRunQuality),
    known('cooperative.value', 643.7481481, joint.jointValue),
    known('tracking.curvature', 0.7916056592, curvature),
    ...(isUnknown(fixed)
      ? []
      : [
          known('evolution.supervision', 0.2, fixed.x),
          known('evolution.quality', 0.6, fixed.y),
          known('evolution.period', 4.5344984, fixed.period ?? 0),
        ]),
    ...(isUnknown(dynamic)
      ? []
      : [
          known('focus.supervision', 1 / 3, dynamic.x),
          known('focus.quality', 1 / 2, dynamic.y),
          known('focus.real', -0.1666667, dynamic.eigenvalues[0].re),
          known('focus.imaginary', 1.280191, Math.abs(dynamic.eigenvalues[0].im)),
        ]),
  ];
}
