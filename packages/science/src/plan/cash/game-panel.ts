import { isUnknown } from '../../base/index.ts';
import {
  concessionWorth,
  effortsFor,
  type LinearStateGame,
  marginalValuesOf,
  mixedEquilibrium,
  playLinearStateGame,
} from '../../choice/index.ts';
import type { GamePanel } from '../result.ts';
import type { PlanSettings } from '../settings.ts';

/** Lengths of a concession that are compared, years. */
const CONCESSIONS = [5, 10, 15, 20, 30] as const;

/**
 * What two small models say of incentives: efforts of government and enterprise when each looks to itself, when government leads
 * and shares costs, and when they act as one; the enterprise's first effort by length of concession; how supervision and good work
 * settle. An explanation of subsidy, concession and compliance: nothing here enters the schedule.
 */
export function gamePanel({ games, discountRate }: PlanSettings): GamePanel {
  const game: LinearStateGame = {
    discountRate: Math.max(discountRate, 0.001),
    decay: games.decay,
    startQuality: games.startQuality,
    government: {
      effect: games.effectGovernment,
      benefit: games.benefitGovernment,
      cost: games.costGovernment,
    },
    enterprise: {
      effect: games.effectEnterprise,
      benefit: games.benefitEnterprise,
      cost: games.costEnterprise,
    },
  };
  const nash = playLinearStateGame(game, 'nash');
  const led = playLinearStateGame(game, 'stackelberg');
  const joint = playLinearStateGame(game, 'cooperative');
  const settled = mixedEquilibrium({
    supervisionCost: games.supervisionCost,
    fine: games.fine,
    reward: games.reward,
    loss: games.loss,
    qualityCost: games.qualityCost,
    qualityBenefit: games.qualityBenefit,
  });
  return {
    nash: {
      government: nash.efforts.government,
      enterprise: nash.efforts.enterprise,
      quality: nash.longRunQuality,
    },
    stackelberg: { share: led.costShare, quality: led.longRunQuality },
    cooperative: { quality: joint.longRunQuality },
    concession: CONCESSIONS.map((years) => ({
      years,
      enterprise: effortsFor(
        game,
        { ...marginalValuesOf(game), enterprise: concessionWorth(game, years, 0) },
        'nash',
      ).efforts.enterprise,
    })),
    evolutionary: isUnknown(settled)
      ? { supervision: settled, quality: settled, periodYears: settled }
      : {
          supervision: settled.x,
          quality: settled.y,
          periodYears: settled.period ?? { kind: 'unknown', reason: 'nothing-circles' },
        },
    parameters: { ...games, discountRate },
  };
}
