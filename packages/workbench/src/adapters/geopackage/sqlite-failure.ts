import { AftermineError } from '@aftermine/science/base';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
const BUSY = 5;
const LOCKED = 6;
const READ_ONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** What SQLite said, as a typed error: who opens or writes a store learns what to do about it. */
export function sqliteFailure(path: string, cause: unknown): unknown {
  if (cause instanceof AftermineError) return cause;
  const extended = (cause as { errcode?: number }).errcode;
  if (typeof extended !== 'number') return cause;
  const detail = { where: path, got: String((cause as Error).message), cause };
  switch (extended & 0xff) {
    case NOT_A_DATABASE:
      return new AftermineError('InvalidInput', 'E-STO-001', detail);
    case CORRUPT:
      return new AftermineError('InvalidInput', 'E-STO-002', detail);
    case READ_ONLY:
    case CANNOT_OPEN:
      return new AftermineError('InvalidInput', 'E-STO-005', detail);
    case BUSY:
    case LOCKED:
      return new AftermineError('Conflict', 'E-STO-006', detail);
    case FULL:
      return new AftermineError('Upstream', 'E-STO-007', detail);
    default:
      return new AftermineError('Upstream', 'E-STO-008', detail);
  }
}
