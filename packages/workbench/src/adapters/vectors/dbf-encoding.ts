import { AftermineError } from '@aftermine/science/base';
import { encodingByDriver, encodingByName } from './encoding-names.ts';
import type { Tally } from './tally.ts';
import { wholeCharacterBytes } from './whole-characters.ts';

/** A field name or value with bytes above 0x7f, padding taken off. */
export interface EncodedSample {
  readonly bytes: Uint8Array;
  /** True where the bytes fill their field, so that the last character may have been cut. */
  readonly full: boolean;
}

export interface EncodingClues {
  readonly samples: readonly EncodedSample[];
  /** Content of the `.cpg` file; null without one. */
  readonly cpg: string | null;
  /** Language driver id: byte 29 of the header. */
  readonly driver: number;
  /** What the user says; overrides everything. */
  readonly wanted: string | undefined;
}

/** A stated encoding may be wrong for one text in a hundred (damaged rows), not for more. */
const STATED_SHARE = 0.99;

/**
 * The encoding of the texts of a DBF file, by what is stated and by what the bytes can be: the `.cpg` file, the
 * language driver, UTF-8 where every text is, GB 18030 where every text can be. A statement that the bytes
 * contradict is left aside, which a warning says. What stays open is asked for, never guessed.
 *
 * @returns a name that `TextDecoder` knows
 * @throws InvalidInput `E-VEC-106` with a preview in two encodings, `E-VEC-113` for a wanted encoding that is unknown
 */
export function dbfEncoding(clues: EncodingClues, where: string, tally: Tally): string {
  const { samples, cpg, wanted } = clues;
  if (wanted !== undefined) {
    const chosen = encodingByName(wanted);
    if (chosen === null) throw new AftermineError('InvalidInput', 'E-VEC-113', { where, got: wanted });
    return chosen;
  }
  if (samples.length === 0) return 'utf-8';
  const stated = (cpg === null ? null : encodingByName(cpg)) ?? encodingByDriver(clues.driver);
  const isUtf8 = validShare(samples, 'utf-8') === 1;
  const kind = shapeOf(samples);
  if (stated !== null) {
    const contradicted =
      stated === 'utf-8'
        ? validShare(samples, 'utf-8') < STATED_SHARE
        : validShare(samples, stated) < STATED_SHARE || (isUtf8 && kind === 'triples');
    // Western code pages can be any bytes; where the texts are no Western words the statement proves nothing.
    const doubtful = stated === 'windows-1252' && kind !== 'single letters' && !isUtf8;
    if (!contradicted && !doubtful) return stated;
    if (doubtful) throw ask(samples, ['gb18030', stated], where);
    const used = guess(samples, isUtf8, kind, where);
    tally.note('vector.encoding-stated', { stated: (cpg ?? stated).trim().slice(0, 40), used });
    return used;
  }
  const used = guess(samples, isUtf8, kind, where);
  if (used !== 'utf-8') tally.note('vector.encoding', { encoding: used });
  return used;
}

function guess(samples: readonly EncodedSample[], isUtf8: boolean, kind: SampleShape, where: string): string {
  const isGb = validShare(samples, 'gb18030') >= STATED_SHARE;
  // Pairs of Chinese characters can be valid UTF-8 by accident; Chinese in UTF-8 has three bytes a character.
  if (isUtf8 && isGb && kind === 'pairs') throw ask(samples, ['utf-8', 'gb18030'], where);
  if (isUtf8) return 'utf-8';
  if (isGb && kind !== 'single letters') return 'gb18030';
  throw ask(samples, ['gb18030', kind === 'single letters' ? 'windows-1252' : 'big5'], where);
}

/** Share of the samples that are text in an encoding, 0-1; a cut last character is forgiven in a full field. */
function validShare(samples: readonly EncodedSample[], encoding: string): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let valid = 0;
  for (const { bytes, full } of samples) {
    const whole = wholeCharacterBytes(bytes, encoding);
    if (whole < bytes.length && !full) continue;
    try {
      decoder.decode(bytes.subarray(0, whole));
      valid += 1;
    } catch {
      // Not in this encoding.
    }
  }
  return valid / samples.length;
}

/** What most runs of bytes above 0x7f look like. */
type SampleShape = 'single letters' | 'pairs' | 'triples';

/**
 * Western words have one such byte among letters. Chinese in UTF-8 comes in threes; a run of pairs is Chinese in GBK
 * where no ASCII letter touches it.
 */
function shapeOf(samples: readonly EncodedSample[]): SampleShape {
  let [singles, pairs, triples] = [0, 0, 0];
  for (const { bytes } of samples) {
    for (let at = 0; at < bytes.length; ) {
      if (bytes[at]! < 0x80) {
        at += 1;
        continue;
      }
      let end = at;
      let leads = 0;
      while (end < bytes.length && bytes[end]! >= 0x80) {
        if ((bytes[end]! & 0xf0) === 0xe0) leads += 1;
        end += 1;
      }
      if (end - at === 1) singles += 1;
      else if ((end - at) % 3 === 0 && leads === (end - at) / 3) triples += 1;
      else if (end - at === 2 && (isLetter(bytes[at - 1]) || isLetter(bytes[end]))) triples += 1;
      else pairs += 1;
      at = end;
    }
  }
  if (singles > pairs + triples) return 'single letters';
  return triples > pairs ? 'triples' : 'pairs';
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

function ask(
  samples: readonly EncodedSample[],
  [first, second]: readonly [string, string],
  where: string,
): AftermineError {
  const preview = (encoding: string): string =>
    samples
      .slice(0, 3)
      .map(({ bytes }) => new TextDecoder(encoding).decode(bytes).slice(0, 20))
      .join(' | ');
  return new AftermineError('InvalidInput', 'E-VEC-106', {
    where,
    params: { first, second, firstPreview: preview(first), secondPreview: preview(second) },
  });
}
