import { AftermineError } from '@aftermine/science/base';
import { type UnitRow, unitRow } from '../../contract/index.ts';

/** What a page of units is asked for. */
export interface UnitQuery {
  readonly sort: string | undefined;
  readonly desc: boolean;
  /** Clauses `field:condition`, joined by `;`. */
  readonly filter: string | undefined;
  readonly q: string | undefined;
}

export type UnitField = keyof UnitRow;
type Test = (row: UnitRow) => boolean;

const FIELDS = Object.keys(unitRow.shape) as UnitField[];
const collator = new Intl.Collator('zh', { numeric: true });

/** @throws InvalidInput `E-SRV-104` for a column that rows do not have */
export function unitField(name: string): UnitField {
  const field = FIELDS.find((one) => one === name);
  if (field === undefined)
    throw new AftermineError('InvalidInput', 'E-SRV-104', { expected: FIELDS.join(', '), got: name });
  return field;
}

/**
 * Places of rows in the order of a column, ascending; rows without a value come last, and rows that are alike keep their order.
 * Texts follow the reading order of numbers in them: U2 before U10.
 */
export function unitOrder(rows: readonly UnitRow[], field: UnitField, desc: boolean): Uint32Array {
  const known: number[] = [];
  const empty: number[] = [];
  rows.forEach((row, i) => {
    (row[field] === null ? empty : known).push(i);
  });
  const sign = desc ? -1 : 1;
  known.sort((a, b) => {
    const [one, other] = [rows[a]![field]!, rows[b]![field]!];
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : collator.compare(String(one), String(other));
    return sign * order || a - b;
  });
  return Uint32Array.from([...known, ...empty]);
}

/**
 * A filter as a test of rows. A condition is a list of values (`damage:pit,quarry-face`), `-` among them for "nothing known", a
 * comparison (`problems:>2`, `reach:<=0.5`), or a span of numbers with both ends in it (`areaHa:1..5`). All clauses must hold.
 *
 * @throws InvalidInput `E-SRV-104` for an unknown column, `E-SRV-105` for a condition that cannot be read
 */
export function unitFilter(filter: string | undefined): Test | null {
  const clauses = (filter ?? '').split(';').filter((clause) => clause.trim() !== '');
  if (clauses.length === 0) return null;
  const tests = clauses.map(clauseTest);
  return (row) => tests.every((test) => test(row));
}

function clauseTest(clause: string): Test {
  const colon = clause.indexOf(':');
  if (colon < 1) throw new AftermineError('InvalidInput', 'E-SRV-105', { got: clause });
  const field = unitField(clause.slice(0, colon).trim());
  const condition = clause.slice(colon + 1).trim();
  const compared = /^(<=|>=|<|>)(.+)$/.exec(condition);
  const numeric = (text: string): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isNaN(value)) throw new AftermineError('InvalidInput', 'E-SRV-105', { got: clause });
    return value;
  };
  const test =
    (holds: (value: number) => boolean): Test =>
    (row) => {
      const value = row[field];
      return typeof value === 'number' && holds(value);
    };
  if (compared !== null) {
    const limit = numeric(compared[2]!);
    const sign = compared[1]!;
    if (sign === '<') return test((value) => value < limit);
    if (sign === '<=') return test((value) => value <= limit);
    if (sign === '>') return test((value) => value > limit);
    return test((value) => value >= limit);
  }
  const span = /^(-?[\d.eE+-]+)\.\.(-?[\d.eE+-]+)$/.exec(condition);
  if (span !== null) {
    const [from, to] = [numeric(span[1]!), numeric(span[2]!)];
    return test((value) => value >= from && value <= to);
  }
  const wanted = new Set(condition.split(',').map((value) => value.trim()));
  return (row) => {
    const value = row[field];
    return value === null ? wanted.has('-') : wanted.has(String(value));
  };
}

/** A search as a test of rows: every word must stand in id, name, damage or package, in any case. Null for no search. */
export function unitSearch(q: string | undefined): Test | null {
  const words = (q ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return ({ id, name, damage, package: chosen }) => {
    const text = `${id} ${name ?? ''} ${damage ?? ''} ${chosen ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
