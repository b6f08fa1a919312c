import { isUnknown, type MessageParam, type Unknown, unknown } from '../base/index.ts';
import type { GateVerdict } from './contamination-gate.ts';
import type { IndicatorId } from './declare.ts';
import type { RestorationMode } from './result.ts';
import type { ShelfordGate } from './shelford-gate.ts';

/** Modes from the least to the most interference. Labels in the catalogue under `restoration-mode.*`. */
export const RESTORATION_MODES: readonly RestorationMode[] = [
  'natural-recovery',
  'assisted-regeneration',
  'ecological-reconstruction',
  'conversion',
];

/** What the choice of a mode rests on. */
export interface RestorationFacts {
  readonly contamination: GateVerdict;
  readonly shelford: ShelfordGate;
  /** Permanent basic farmland may not become anything else. */
  readonly basicFarmland: boolean;
  /** Unit less reference in the ecological index; negative is behind. */
  readonly gap: number | Unknown;
  /** Change of vegetation per year since reclamation, same unit as the gap. */
  readonly growthPerYear: number | Unknown;
  /** 0..1: share of the gain since reclamation that was lost again. */
  readonly relapseShare: number | Unknown;
  /** True where the goal is a novel ecosystem that was accepted: the gap is then told, not judged. */
  readonly novelAccepted: boolean;
}

export interface RestorationLimits {
  /** A gap up to this is no gap. */
  readonly tolerableGap: number;
  /** Behind by more than this and not growing: there is nothing to assist. */
  readonly deepGap: number;
  /** A gap that closes by itself within these years may be left to do so. */
  readonly patienceYears: number;
  /** Beyond this relapse share planting counts as failed. */
  readonly failedRelapse: number;
  /** Factors that no measure lifts. */
  readonly unliftable: readonly IndicatorId[];
}

export const RESTORATION_LIMITS: RestorationLimits = {
  tolerableGap: 0.1,
  deepGap: 0.3,
  patienceYears: 10,
  failedRelapse: 0.5,
  unliftable: ['precipitation'],
};

export interface ModeChoice {
  readonly mode: RestorationMode;
  /** Sentence `mode-reason.<reason>` of the catalogue. */
  readonly reason: string;
  readonly params: Readonly<Record<string, MessageParam>>;
  /** True where an unanswered question could still ask for a mode that interferes more. */
  readonly provisional: boolean;
}

/**
 * How a unit is to be restored, with the reason. The first that holds decides:
 *
 * 1. contamination fails, or a factor no measure lifts lies outside tolerance: conversion; basic farmland, which may
 *    not be converted: reconstruction
 * 2. another factor lies outside tolerance: reconstruction, for the site must be built first
 * 3. the gap is tolerable, or closes by itself in time, or a novel ecosystem is accepted and does not decline:
 *    natural recovery
 * 4. far behind and not growing: reconstruction
 * 5. else: assisted regeneration
 *
 * @returns unknown `mode-undecided` where nothing blocks and the gap to the reference is unknown
 * @source Aftermine, after SER International Principles and Standards 2019, doi:10.1111/rec.13035 (the three approaches)
 */
export function restorationMode(
  facts: RestorationFacts,
  limits: RestorationLimits = RESTORATION_LIMITS,
): ModeChoice | Unknown {
  const { contamination, shelford, basicFarmland } = facts;
  const choose = (
    mode: RestorationMode,
    reason: string,
    provisional: boolean,
    params: ModeChoice['params'] = {},
  ): ModeChoice => ({ mode, reason, params, provisional });
  if (contamination === 'fail')
    return basicFarmland
      ? choose('ecological-reconstruction', 'contaminated-farmland', false)
      : choose('conversion', 'contaminated', false);
  const outside = shelford.factors.filter(({ state }) => state === 'outside');
  const stuck = outside.find(({ indicator }) => limits.unliftable.includes(indicator));
  if (stuck !== undefined) {
    const params = { indicator: stuck.indicator };
    return basicFarmland
      ? choose('ecological-reconstruction', 'unliftable-farmland', !stuck.tolerance.verified, params)
      : choose('conversion', 'unliftable', !stuck.tolerance.verified, params);
  }
  const open = contamination === 'insufficient' || shelford.factors.some(({ state }) => state === 'unknown');
  if (shelford.limiting !== null) {
    const sure = outside.some(({ tolerance }) => tolerance.verified);
    return choose('ecological-reconstruction', 'outside-tolerance', open || !sure, {
      indicator: shelford.limiting,
    });
  }
  return byVegetation(facts, limits, open || shelford.verdict !== 'tolerated', choose);
}

function byVegetation(
  { gap, growthPerYear, relapseShare, novelAccepted }: RestorationFacts,
  limits: RestorationLimits,
  provisional: boolean,
  choose: (
    mode: RestorationMode,
    reason: string,
    provisional: boolean,
    params?: ModeChoice['params'],
  ) => ModeChoice,
): ModeChoice | Unknown {
  const growth = isUnknown(growthPerYear) ? null : growthPerYear;
  const failed = !isUnknown(relapseShare) && relapseShare > limits.failedRelapse;
  if (novelAccepted && !failed)
    return growth !== null && growth < 0
      ? choose('assisted-regeneration', 'novel-declining', provisional)
      : choose('natural-recovery', 'novel-accepted', provisional || growth === null);
  if (isUnknown(gap)) return unknown('mode-undecided');
  const behind = -gap;
  if (behind <= limits.tolerableGap) return choose('natural-recovery', 'near-reference', provisional);
  if (failed) return choose('assisted-regeneration', 'planting-failed', provisional);
  if (growth === null) return choose('assisted-regeneration', 'behind-reference', true);
  if (growth > 0) {
    const years = Math.ceil(behind / growth);
    return years <= limits.patienceYears
      ? choose('natural-recovery', 'closing', provisional, { years })
      : choose('assisted-regeneration', 'too-slow', provisional, { years });
  }
  return behind > limits.deepGap
    ? choose('ecological-reconstruction', 'nothing-to-assist', provisional)
    : choose('assisted-regeneration', 'not-growing', provisional);
}
