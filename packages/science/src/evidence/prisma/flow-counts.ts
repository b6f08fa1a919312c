/** Where records come from. The first two are screened by title and abstract; the others lead straight to reports. */
export type SourceKind = 'database' | 'register' | 'website' | 'organisation' | 'citation' | 'other';

/** True for the sources of the main column of the diagram. */
export function isMainSource(kind: SourceKind): boolean {
  return kind === 'database' || kind === 'register';
}

/** A source and how many records it gave; null where nobody reports it. */
export interface SourceCount {
  readonly name: string;
  readonly kind: SourceKind;
  readonly records: number | null;
}

/** Reports that were read and left out for one reason; null where nobody reports how many. */
export interface ReasonCount {
  readonly reason: string;
  readonly reports: number | null;
}

/** What was lost on one way through the diagram. */
export interface RouteLosses {
  readonly notRetrieved: number | null;
  /** Reports nobody has decided on yet; 0 for a finished review. */
  readonly awaiting: number;
  /** Empty: none was left out. Null: nobody reports it. */
  readonly reasons: readonly ReasonCount[] | null;
}

/**
 * What went into a review and what was taken out of it: the only numbers that are counted. Every other box of the diagram is
 * computed from them. Null means not reported, never 0.
 */
export interface FlowCounts {
  readonly sources: readonly SourceCount[];
  readonly removed: {
    readonly duplicates: number | null;
    readonly automation: number | null;
    readonly other: number | null;
  };
  /** Records nobody has screened yet; 0 for a finished review. */
  readonly awaitingScreening: number;
  /** By title and abstract. */
  readonly excluded: number | null;
  readonly main: RouteLosses;
  /** Of websites, organisations, citation searches. */
  readonly others: RouteLosses & {
    /** Found by other ways and not sought: duplicates of the main column, or off the subject. */
    readonly notSought: number;
  };
  /** Studies that the included reports tell of. */
  readonly studies: number | null;
  /** Of an earlier version of the review; null where there is none. */
  readonly previous: { readonly studies: number | null; readonly reports: number | null } | null;
}

/** Numbers that a document prints for boxes that are computed: compared, and used only where nothing can be computed. */
export interface StatedBoxes {
  readonly screened?: number;
  readonly sought?: number;
  readonly assessed?: number;
  readonly otherSought?: number;
  readonly otherAssessed?: number;
  readonly newReports?: number;
}

/** A review of which nothing is known but its sources: every box reads "not reported". */
export function unreportedCounts(
  sources: readonly { readonly name: string; readonly kind: SourceKind }[],
): FlowCounts {
  return {
    sources: sources.map(({ name, kind }) => ({ name, kind, records: null })),
    removed: { duplicates: null, automation: null, other: null },
    awaitingScreening: 0,
    excluded: null,
    main: { notRetrieved: null, awaiting: 0, reasons: null },
    others: sources.some(({ kind }) => !isMainSource(kind))
      ? { notRetrieved: null, awaiting: 0, reasons: null, notSought: 0 }
      : { notRetrieved: 0, awaiting: 0, reasons: [], notSought: 0 },
    studies: null,
    previous: null,
  };
}
