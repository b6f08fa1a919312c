/** The kinds of failure a caller may act on; exit codes and HTTP statuses are derived from these alone. */
export type ErrorTag =
  | 'InvalidInput'
  | 'Misaligned'
  | 'NotEnoughData'
  | 'Infeasible'
  | 'Unsupported'
  | 'NotFound'
  | 'Conflict'
  | 'Upstream';

/** A value that can stand in a message in either language. */
export type MessageParam = string | number | boolean | null;

/** What every error carries, beside its code. All fields are facts; the words come from the catalogue. */
export interface ErrorDetail {
  /** File, feature, band or key the problem is at: `scene.tif#IFD0`, `aftermine.yaml:observe.season.from`. */
  readonly where?: string;
  readonly expected?: MessageParam;
  readonly got?: MessageParam;
  /** Further values the message template of the code names, such as `{name}`. */
  readonly params?: Readonly<Record<string, MessageParam>>;
  readonly cause?: unknown;
}

/**
 * The one error class. `code` is stable (`E-CRS-003`) and is the key of its message and hint in the
 * two-language catalogue (`base/catalogue`): `error.E-CRS-003` and `hint.E-CRS-003`.
 * Throw it for misuse and for input that cannot be used; return an `Unknown` for what nature does not tell.
 */
export class AftermineError extends Error {
  readonly tag: ErrorTag;
  readonly code: string;
  readonly where: string | undefined;
  readonly expected: MessageParam | undefined;
  readonly got: MessageParam | undefined;
  readonly params: Readonly<Record<string, MessageParam>>;

  constructor(tag: ErrorTag, code: string, detail: ErrorDetail = {}) {
    const parts = [code];
    if (detail.where !== undefined) parts.push(`at ${detail.where}`);
    if (detail.expected !== undefined) parts.push(`expected ${detail.expected}`);
    if (detail.got !== undefined) parts.push(`got ${detail.got}`);
    super(parts.join(' | '), detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'AftermineError';
    this.tag = tag;
    this.code = code;
    this.where = detail.where;
    this.expected = detail.expected;
    this.got = detail.got;
    this.params = detail.params ?? {};
  }
}
