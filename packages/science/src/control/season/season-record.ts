import type { MessageParam, Unknown } from '../../base/index.ts';
import type { PlanResult } from '../../plan/index.ts';
import type { Alarm, SeasonWeather } from '../alarms/types.ts';
import type {
  FanYear,
  FilterChecks,
  FilterYear,
  LearnedCurve,
  Sighting,
  UnitPromise,
} from '../forecast/types.ts';

/** Where a unit stands after a season; words in the catalogue under `unit-state.*`. */
export type UnitSeasonState =
  | 'recovered'
  | 'on-course'
  | 'ahead'
  | 'behind'
  | 'relapsed'
  | 'stalled'
  | 'waiting'
  | 'not-seen';

export interface UnitSeason {
  readonly unit: string;
  readonly name: string | null;
  readonly areaHa: number;
  readonly state: UnitSeasonState;
  readonly promise: UnitPromise;
  /** Closeness by year as it was promised, from `promise.from` to the acceptance year. */
  readonly promised: readonly { readonly year: number; readonly closeness: number }[];
  readonly sightings: readonly Sighting[];
  readonly filter: readonly FilterYear[];
  /** From the year after the season to the acceptance year. */
  readonly fan: readonly FanYear[];
  /** Probability of standing at the target in the acceptance year. */
  readonly reach: number | Unknown;
  readonly alarms: readonly string[];
}

/** Why a choice differs from last year's plan; words in the catalogue under `plan-change.*`. */
export type PlanChangeReason =
  | 'learned'
  | 'closer-than-expected'
  | 'further-than-expected'
  | 'money'
  | 'repair'
  | 'postponed'
  | 'limits';

export interface PlanChange {
  readonly unit: string;
  readonly before: { readonly package: string; readonly year: number } | null;
  readonly after: { readonly package: string; readonly year: number } | null;
  readonly reason: PlanChangeReason;
  readonly params: Readonly<Record<string, MessageParam>>;
  /** Weighted value of after minus before, both under what is known now. */
  readonly gain: number | null;
}

/** A corrective work that the season proposes and pays for. */
export interface Repair {
  readonly unit: string;
  readonly action: string;
  readonly year: number;
  readonly cost: number;
  /** Probability that made it necessary. */
  readonly probability: number;
  readonly alarm: string | null;
}

export interface SeasonReplan {
  readonly status: PlanResult['status'];
  readonly plan: PlanResult;
  readonly changes: readonly PlanChange[];
  readonly repairs: readonly Repair[];
  /** Choices that stayed, of those that could have moved. */
  readonly kept: number;
  readonly movable: number;
}

/** One slice of the recovery wheel or of the social wheel, each with what it rests on. */
export interface WheelSlice {
  readonly id: string;
  readonly attribute: string;
  /** 0..5; null: not assessed, drawn hollow, never zero. */
  readonly stars: number | null;
  readonly by: 'satellite' | 'field' | 'record' | 'none';
  readonly evidence: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, MessageParam>>;
  }[];
  readonly count: number;
}

export interface ScorecardLine {
  readonly dimension: 'ecological' | 'economic' | 'social';
  readonly id: string;
  readonly value: number | Unknown;
  readonly planned: number | Unknown;
  readonly unit: string;
  readonly evidence: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, MessageParam>>;
  }[];
}

/** Alignment with one of the four principles of the framework. */
export interface PrincipleLine {
  readonly id: string;
  readonly state: 'supported' | 'partly' | 'not-shown';
  readonly evidence: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, MessageParam>>;
  }[];
}

/** One turn of the loop: printed by `season --json`, kept in the store, read by reports. */
export interface SeasonResult {
  readonly year: number;
  /** First season of the programme. */
  readonly first: number;
  readonly currency: string;
  readonly index: string;
  readonly target: number;
  readonly weather: SeasonWeather;
  readonly units: readonly UnitSeason[];
  readonly alarms: readonly Alarm[];
  readonly learned: readonly LearnedCurve[];
  readonly checks: FilterChecks;
  readonly replan: SeasonReplan | null;
  /** Public money: spent or bound by the end of the season with its corrective works, and left; null without a budget. */
  readonly money: { readonly bound: number; readonly left: number | null };
  readonly wheel: readonly WheelSlice[];
  readonly social: readonly WheelSlice[];
  readonly scorecard: readonly ScorecardLine[];
  readonly principles: readonly PrincipleLine[];
  /** Dismissed as false alarms, of all alerts looked at; null before anybody looked. */
  readonly falseAlarmRate: number | null;
  readonly notes: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, MessageParam>>;
  }[];
  /** What it was made from. */
  readonly madeFrom: {
    readonly observation: string;
    readonly plan: string;
    readonly settings: string;
    readonly fieldNotes: string | null;
    /** Entries of the ledger before the season was closed, and the hash of the last. */
    readonly ledger: { readonly entries: number; readonly head: string };
  };
}
