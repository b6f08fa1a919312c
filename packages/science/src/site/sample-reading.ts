/**
 * One reading in the unit of its analyte: a value, or "below the limit of detection" with that limit. A reading below
 * detection is never zero and never half the limit: what to do with it is for the method that uses it.
 */
export type Reading = { readonly value: number } | { readonly below: number };

/** A reading as it stands in a cell, in the unit of its column. */
export type WrittenReading =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'below'; readonly limit: number | null }
  | { readonly kind: 'above' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

const NUMBER = String.raw`(\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,3}))?`;
const PLAIN = new RegExp(`^[+-]?${NUMBER}$`, 'i');
/** 1,234.5: commas can only part thousands where a point follows. */
const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/;
/** <0.01, ≤0.01, 0.01L (HJ standards: limit followed by L), ND(0.01), ND<0.01, 未检出(<0.01) */
const BELOW = [
  new RegExp(`^(?:<|≤|<=|低于|小于)\\s*(?:lod|mdl|dl|检出限)?\\s*${NUMBER}$`, 'i'),
  new RegExp(`^${NUMBER}\\s*l$`, 'i'),
  new RegExp(`^(?:n\\.?d\\.?|未检出|bdl)\\s*[(<≤\\s]*${NUMBER}\\)?$`, 'i'),
  new RegExp(`^${NUMBER}\\s*(?:nd|\\(nd\\))$`, 'i'),
];
const NOT_DETECTED =
  /^(n\.?d\.?|not detected|bdl|bld|<\s*(lod|mdl|dl|检出限)|未检出|未检测出|低于检出限|小于检出限)$/i;
/** What people write where nothing was measured. */
const NOT_MEASURED = /^([-/\\—–]+|n\/?a|null|none|无|未测|未检测|缺测|空)$/i;

/**
 * Reads a cell of a laboratory table: numbers, `<0.01`, `0.01L`, `ND`, `未检出`, `ND(0.01)`; `/`, `-` and `未测` are
 * no reading. A comma that may be a decimal comma or part thousands makes a number unreadable.
 *
 * @returns `below` with `limit` null where the cell says "not detected" without saying how little could have been
 */
export function writtenReading(cell: string): WrittenReading {
  const text = cell.normalize('NFKC').replace(/[−]/g, '-').trim();
  if (text === '' || NOT_MEASURED.test(text)) return { kind: 'none' };
  if (PLAIN.test(text)) return finite(Number(text));
  if (THOUSANDS.test(text)) return finite(Number(text.replace(/,/g, '')));
  if (NOT_DETECTED.test(text)) return { kind: 'below', limit: null };
  for (const pattern of BELOW) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const limit = Number(`${found[1]}${found[2] === undefined ? '' : `e${found[2]}`}`);
    return limit > 0 && Number.isFinite(limit) ? { kind: 'below', limit } : { kind: 'unreadable' };
  }
  if (new RegExp(`^(?:>|≥|>=|大于)\\s*${NUMBER}$`, 'i').test(text)) return { kind: 'above' };
  return { kind: 'unreadable' };
}

function finite(value: number): WrittenReading {
  return Number.isFinite(value) ? { kind: 'value', value } : { kind: 'unreadable' };
}
