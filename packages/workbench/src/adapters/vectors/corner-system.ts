import { AftermineError } from '@aftermine/science/base';
import {
  crsLabel,
  type DatumName,
  type GaussKruegerDatum,
  gaussKruegerCode,
  geographicCrs,
  hasInexactDatum,
} from '@aftermine/science/site';
import type { CornerAxes } from './corner-axes.ts';
import type { Tally } from './tally.ts';

/** What a header says of the coordinate system of corners; null where it says nothing. */
export interface CornerStatement {
  readonly datum: DatumName | null;
  readonly width: 3 | 6 | null;
  readonly zone: number | null;
  /** Central meridian, degrees east. */
  readonly meridian: number | null;
}

export const NOTHING_STATED: CornerStatement = { datum: null, width: null, zone: null, meridian: null };

/**
 * The CRS of corners: what the header states; else the caller's; else, for eastings of eight digits, the CGCS2000
 * zone whose number they carry (3-degree zones 25-45, 6-degree zones 13-23), said in a warning; else null.
 *
 * @throws InvalidInput `E-TAB-002` for eastings whose zone number is not the stated one, `E-TAB-003` for a
 * zone that its width does not have
 */
export function cornerCrs(
  axes: CornerAxes,
  stated: CornerStatement,
  assumed: string | undefined,
  where: string,
  tally: Tally,
): string | null {
  const own = statedCrs(axes, stated, where);
  if (own !== null) {
    if (assumed !== undefined && assumed !== own) tally.note('vector.crs-stated', { stated: own, assumed });
    if (hasInexactDatum(own)) tally.note('vector.inexact-datum', { crs: crsLabel(own) });
    return own;
  }
  if (assumed !== undefined) return assumed;
  if (axes.degrees || axes.zone === null) return null;
  const width = stated.width ?? (axes.zone >= 25 ? 3 : 6);
  const guess = gaussKruegerCode({ datum: 'cgcs2000', zone: axes.zone, width, prefixed: true });
  if (guess !== null) tally.note('vector.zone-assumed', { zone: axes.zone, crs: crsLabel(guess) });
  return guess;
}

function statedCrs(axes: CornerAxes, stated: CornerStatement, where: string): string | null {
  const { datum } = stated;
  if (axes.degrees) return datum === null ? null : geographicCrs(datum);
  const zone = stated.zone ?? zoneOfMeridian(stated);
  if (axes.zone !== null && zone !== null && axes.zone !== zone) {
    throw new AftermineError('InvalidInput', 'E-TAB-002', { where, expected: zone, got: axes.zone });
  }
  const number = axes.zone ?? zone;
  if (datum === null || !isGaussKrueger(datum) || number === null) return null;
  const width = stated.width ?? (number >= 25 ? 3 : 6);
  const code = gaussKruegerCode({ datum, zone: number, width, prefixed: axes.zone !== null });
  if (code === null)
    throw new AftermineError('InvalidInput', 'E-TAB-003', { where, expected: width, got: number });
  return code;
}

/** A meridian is one zone of each width at most; without a stated width it is one of 3 degrees. */
function zoneOfMeridian({ meridian, width }: CornerStatement): number | null {
  if (meridian === null) return null;
  const zone = width === 6 ? (meridian + 3) / 6 : meridian / 3;
  return Number.isInteger(zone) ? zone : null;
}

function isGaussKrueger(datum: DatumName): datum is GaussKruegerDatum {
  return datum === 'cgcs2000' || datum === 'xian80' || datum === 'beijing54';
}
