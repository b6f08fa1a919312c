import { type PlanSettings, planSettingsSchema } from '../../../plan/index.ts';
import { type CompliancePart, compliancePart } from './compliance-part.ts';
import { type ConcessionPart, concessionPart } from './concession-part.ts';
import { type EffortPart, effortPart } from './effort-part.ts';
import { effortGames } from './effort-plays.ts';
import { type HoldingPart, holdingPart } from './holding-part.ts';
import { knownValues } from './known-values.ts';
import { type PanelParameter, panelParameters } from './panel-parameters.ts';
import type { PolicyCheck } from './policy-check.ts';
import { type PolicyFinding, policyFinding } from './policy-finding.ts';
import { type PolicySettings, policySettingsSchema } from './policy-settings.ts';
import { type ThresholdPart, thresholdPart } from './threshold-part.ts';
import { type UpkeepPart, type UpkeepUnit, upkeepPart } from './upkeep-part.ts';

/** What the panel is made from; each part may be left out and has illustrative defaults. */
export interface PolicyPanelSettings {
  readonly games?: PlanSettings['games'];
  /** A year; games need one above 0 and take 0.001 where it is less. */
  readonly discountRate?: number;
  readonly policy?: PolicySettings;
  /** Units with what their filters have learned, for their upkeep. */
  readonly units?: readonly UpkeepUnit[];
}

/** What games and decision processes say of incentives, concessions, compliance and upkeep. It never sets the schedule. */
export interface PolicyPanel {
  /** Sentences to be shown before anything else: that nothing here schedules, and how many figures are illustrative. */
  readonly notices: readonly PolicyFinding[];
  readonly parameters: readonly PanelParameter[];
  readonly effort: EffortPart;
  readonly concession: ConcessionPart;
  readonly holding: HoldingPart;
  readonly threshold: ThresholdPart;
  readonly upkeep: UpkeepPart;
  readonly compliance: CompliancePart;
  /** The models at figures whose results are known. */
  readonly known: readonly PolicyCheck[];
  /** Checks that do not hold, of all parts; empty where all is well. */
  readonly failed: readonly PolicyCheck[];
}

/** Least discount rate of a game without end. */
const LEAST_RATE = 0.001;

/**
 * Gathers the games from settings: who puts in how much, what incentives and concessions do, how supervision and good work
 * move, when land is worth saving, and what upkeep does year by year; each result with a sentence and its checks. All of it
 * explains. Nothing of it enters the plan, the schedule or an alert.
 *
 * @throws InvalidInput `E-CHO-102` for figures that make no game
 */
export function policyPanel(settings: PolicyPanelSettings = {}): PolicyPanel {
  const plan = planSettingsSchema.parse({});
  const {
    games = plan.games,
    discountRate: stated = plan.discountRate,
    policy = policySettingsSchema.parse({}),
    units = [],
  } = settings;
  const discountRate = Math.max(LEAST_RATE, stated);
  const parameters = panelParameters(games, stated, policy);
  const parts = {
    effort: effortPart(games, discountRate, policy),
    concession: concessionPart(effortGames(games, discountRate, policy).plain, policy.concession),
    holding: holdingPart(discountRate, policy.holding),
    threshold: thresholdPart(discountRate, policy.threshold),
    upkeep: upkeepPart(discountRate, policy.upkeep, units),
    compliance: compliancePart(games, policy),
  };
  const known = knownValues();
  return {
    notices: [
      policyFinding('never-schedules', {}),
      policyFinding('illustrative', {
        usual: parameters.filter(({ isDefault }) => isDefault).length,
        all: parameters.length,
      }),
      ...(stated < LEAST_RATE ? [policyFinding('least-rate', { rate: LEAST_RATE })] : []),
    ],
    parameters,
    ...parts,
    known,
    failed: [...Object.values(parts).flatMap(({ checks }) => checks), ...known].filter(({ holds }) => !holds),
  };
}
