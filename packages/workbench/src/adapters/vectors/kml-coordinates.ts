import { AftermineError } from '@aftermine/science/base';
import type { Position } from '@aftermine/science/site';

const COMMA = 0x2c;

/**
 * The positions of a KML `coordinates` text: longitude, latitude and perhaps height, apart by commas; blanks between
 * positions, and around commas as some writers leave them.
 *
 * @param limit positions that may still be read
 * @throws InvalidInput `E-VEC-118` for what is no number or no pair; `E-VEC-005` beyond the limit
 */
export function kmlCoordinates(text: string, where: string, limit: number): Position[] {
  const positions: Position[] = [];
  const { length } = text;
  let tuple: number[] = [];
  let at = 0;
  const finish = (): void => {
    if (tuple.length === 0) return;
    if (tuple.length < 2) throw broken(where, text.slice(Math.max(0, at - 20), at + 20));
    if (positions.length >= limit)
      throw new AftermineError('InvalidInput', 'E-VEC-005', { where, expected: limit });
    positions.push([tuple[0]!, tuple[1]!]);
    tuple = [];
  };
  let afterComma = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) at += 1;
    else if (code === COMMA) {
      if (tuple.length === 0 || afterComma) throw broken(where, text.slice(at, at + 40));
      afterComma = true;
      at += 1;
    } else {
      let end = at;
      while (end < length && text.charCodeAt(end) !== COMMA && !isBlank(text.charCodeAt(end))) end += 1;
      const value = Number(text.slice(at, end));
      if (!Number.isFinite(value)) throw broken(where, text.slice(at, at + 40));
      // A number after a blank, not after a comma, begins the next position.
      if (!afterComma) finish();
      tuple.push(value);
      afterComma = false;
      at = end;
    }
  }
  // `116.1,40.2,` leaves out the height.
  finish();
  return positions;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000;
}

function broken(where: string, got: string): AftermineError {
  return new AftermineError('InvalidInput', 'E-VEC-118', { where, got });
}
