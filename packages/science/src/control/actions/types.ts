/** Where an alert stands: new, check, rectify, re-check, closed; or dismissed with a reason. */
export const ACTION_STATES = ['new', 'check', 'rectify', 'recheck', 'closed', 'dismissed'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What can happen to an alert; words in the catalogue under `ledger.*`. */
export type LedgerKind =
  | 'adopted'
  | 'season-closed'
  | 'raised'
  | 'acknowledged'
  | 'dismissed'
  | 'action-added'
  | 'evidence-added'
  | 'rectified'
  | 'recheck-scheduled'
  | 'recheck-passed'
  | 'recheck-failed'
  | 'closed'
  | 'overridden'
  | 'reopened'
  | 'replanned';

/** One line of the history: never changed, each bound to the one before by its hash. */
export interface LedgerEntry {
  /** From 0. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Id of a person of the settings, a name, or `aftermine`. */
  readonly by: string;
  readonly kind: LedgerKind;
  /** Alert it is about; null for what concerns the season. */
  readonly alert: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** SHA-256, hex, of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256, hex, of the canonical JSON of everything above. */
  readonly hash: string;
}

/** A file that shows something: where it is kept, what it is, and what it says of place and time. */
export interface ActionEvidence {
  /** Relative to the project. */
  readonly path: string;
  readonly sha256: string;
  readonly kind: 'photo' | 'sample' | 'document';
  /** Of the photograph, where it says so; ISO 8601 without zone. */
  readonly takenAt: string | null;
  /** WGS84. */
  readonly place: readonly [longitude: number, latitude: number] | null;
  /** Metres to the unit; null where either place is unknown. */
  readonly distanceM: number | null;
  readonly note: string | null;
}

/** An alert as its history makes it. */
export interface AlertCase {
  readonly alert: string;
  readonly state: ActionState;
  readonly since: string;
  readonly owner: string | null;
  /** YYYY-MM-DD. */
  readonly due: string | null;
  readonly action: string | null;
  readonly cost: number | null;
  readonly evidence: readonly ActionEvidence[];
  readonly dismissal: {
    readonly reason: 'false-alarm' | 'known' | 'accepted' | 'other';
    readonly note: string;
  } | null;
  /** First season whose picture may re-check it. */
  readonly recheckFrom: number | null;
  readonly overridden: boolean;
  readonly overdue: boolean;
}
