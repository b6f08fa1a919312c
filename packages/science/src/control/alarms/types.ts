import type { MessageParam } from '../../base/index.ts';

/** What a departure looks like; words in the catalogue under `alarm.<kind>` and `alarm.<kind>.why`. Never an event or a violation. */
export const ALARM_KINDS = [
  'sudden-loss',
  'drifting-below',
  'relapse',
  'stall',
  'behind-target',
  'new-disturbance',
  'poor-survival',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** A departure from what was expected, before anybody looked at it. */
export interface Alarm {
  /** `<year>:<unit or place>:<kind>`. */
  readonly id: string;
  readonly year: number;
  readonly kind: AlarmKind;
  /** Null for a disturbance outside all units. */
  readonly unit: string | null;
  /** Village or group by which alerts are gathered. */
  readonly site: string;
  /** Each 0..1; rank is their product. */
  readonly severity: number;
  readonly exposure: number;
  readonly confidence: number;
  readonly rank: number;
  /** Parameters of the sentence `alarm.<kind>.why`. */
  readonly params: Readonly<Record<string, MessageParam>>;
  /** What stands behind it: years, values, sentences of the catalogue under `alarm-evidence.*`. */
  readonly evidence: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, MessageParam>>;
  }[];
  /** WGS84 longitude and latitude where the place is no unit. */
  readonly place?: readonly [longitude: number, latitude: number];
  readonly areaHa: number;
  /** Corrective actions that answer it, ids of the catalogue under `corrective.*`, best first. */
  readonly corrective: readonly string[];
  /** Shown among the few of the season, or folded. */
  readonly shown: boolean;
}

/** What the season was like, from the reference areas alone. */
export interface SeasonWeather {
  readonly year: number;
  /** Standardised departure of the reference areas from their own past; null without enough years. */
  readonly departure: number | null;
  readonly kind: 'usual' | 'dry' | 'good' | 'unknown';
}
