import { AftermineError, type MessageParam } from '@aftermine/science/base';
import { wholeCharacterBytes } from '../vectors/whole-characters.ts';
import { binaryKind } from './binary-kind.ts';
import { byteRuns } from './byte-runs.ts';
import { decodeLines } from './decode-lines.ts';
import { strictText } from './strict-text.ts';

/** Something about the decoding that a person may want to check. */
export interface DecodingRemark {
  /** Key of the catalogue, `evidence.decoding.…`. */
  readonly key: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

export interface DecodedFile {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `windows-1252`, or `mixed`. */
  readonly encoding: string;
  readonly remarks: readonly DecodingRemark[];
}

/** The longest text the runtime can hold, in UTF-16 units. */
const LONGEST = 0x1fffffe8;
/** Damaged characters for each whole one, up to which a text is still UTF-8. */
const DAMAGED_SHARE = 0.05;

/**
 * Text of a search export in whatever encoding it came: by its byte order mark; UTF-16 without one by its zero bytes;
 * UTF-8 where the bytes are nothing else (a cut last character and a few damaged ones are forgiven and said); GB 18030
 * (and with it GBK, GB 2312) where the bytes are that and stand in pairs; line by line where exports in both were
 * appended to each other; else Western, which any bytes can be, so it is said.
 *
 * @throws InvalidInput `E-EVI-102` for a file that is no text, `E-EVI-103` for more text than can be held
 */
export function decodeText(bytes: Uint8Array, where: string): DecodedFile {
  if (bytes.length > LONGEST)
    throw new AftermineError('InvalidInput', 'E-EVI-103', {
      where,
      got: Math.round(bytes.length / 1e6),
      expected: Math.round(LONGEST / 1e6),
    });
  const wide = wideEncoding(bytes);
  if (wide !== null)
    return { text: new TextDecoder(wide).decode(bytes), encoding: wide, remarks: said(wide) };
  const kind = binaryKind(bytes);
  if (kind !== null) throw new AftermineError('InvalidInput', 'E-EVI-102', { where, got: kind });
  const runs = byteRuns(bytes);
  if (runs.broken === 0 || runs.broken <= DAMAGED_SHARE * runs.utf8 || isCutOnly(bytes, runs.broken))
    return utf8Text(bytes);
  if (runs.longer > runs.single) {
    const whole = bytes.subarray(0, wholeCharacterBytes(bytes, 'gb18030'));
    const text = strictText(whole, 'gb18030');
    if (text !== null) {
      const cut = whole.length < bytes.length ? [remark('cut-character')] : [];
      return { text, encoding: 'gb18030', remarks: [...said('gb18030'), ...cut] };
    }
    const mixed = decodeLines(bytes);
    if (mixed !== null)
      return { text: mixed.text, encoding: 'mixed', remarks: [remark('mixed', { ...mixed.lines })] };
  }
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    encoding: 'windows-1252',
    remarks: [remark('guessed', { encoding: 'windows-1252' })],
  };
}

/** UTF-16 by its mark, or by zero bytes that all stand in one half of the pairs; null for everything else. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const limit = Math.min(bytes.length, 65_536) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < limit; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  // Chinese in UTF-16 has zero bytes at its tags, digits and line ends only.
  const least = Math.max(2, limit * 0.02);
  if (odd >= least && even <= odd * 0.02) return 'utf-16le';
  return even >= least && odd <= even * 0.02 ? 'utf-16be' : null;
}

function utf8Text(bytes: Uint8Array): DecodedFile {
  const whole = bytes.subarray(0, wholeCharacterBytes(bytes, 'utf-8'));
  const cut = whole.length < bytes.length ? [remark('cut-character')] : [];
  const strict = strictText(whole, 'utf-8');
  if (strict !== null)
    return {
      text: strict,
      encoding: 'utf-8',
      remarks: isGarbled(strict) ? [remark('garbled'), ...cut] : cut,
    };
  const text = new TextDecoder('utf-8').decode(whole);
  const count = text.split('\ufffd').length - 1;
  return { text, encoding: 'utf-8', remarks: [remark('damaged', { count }), ...cut] };
}

const GARBLED_RUN = /[\u0080-\u00ff]{4,}/g;
const CHINESE_LETTER = /\p{Script=Han}/u;

/**
 * Chinese that another program read as Western and saved so: long runs of accented letters and signs, which no Western language has, and
 * not one Chinese character.
 */
function isGarbled(text: string): boolean {
  const start = text.slice(0, 200_000);
  return (start.match(GARBLED_RUN)?.length ?? 0) >= 3 && !CHINESE_LETTER.test(start);
}

/** The broken bytes are those of a last character cut off. */
function isCutOnly(bytes: Uint8Array, broken: number): boolean {
  return broken <= 3 && bytes.length - wholeCharacterBytes(bytes, 'utf-8') === broken;
}

/** UTF-8 goes without saying. */
function said(encoding: string): DecodingRemark[] {
  return [remark('encoding', { encoding })];
}

function remark(key: string, params: DecodingRemark['params'] = {}): DecodingRemark {
  return { key: `evidence.decoding.${key}`, params };
}
