import type { Comparable } from './comparable.ts';

/** Larger blocks are split by year, first author and title; in what is still larger only neighbours in the order of titles are compared. */
const LARGEST_BLOCK = 200;
const WINDOW = 20;

/**
 * For each record the later ones that share a block with it: DOI, number in a database, beginning of the title, end of the title,
 * page with volume and year, first author with page and volume or year, first author with year and journal, beginning of the abstract,
 * and, for titles in two scripts, pages with year and ISSN or issue. Calls `visit(i, j)` once for each pair, i < j.
 */
export function visitCandidatePairs(
  records: readonly Comparable[],
  visit: (i: number, j: number) => void,
): void {
  const blocks = blocksOf(records);
  const seenBy = new Int32Array(records.length).fill(-1);
  for (let i = 0; i < records.length; i += 1) {
    for (const block of blocks[i]!) {
      for (let at = block.length - 1; at >= 0 && block[at]! > i; at -= 1) {
        const j = block[at]!;
        if (seenBy[j] === i) continue;
        seenBy[j] = i;
        visit(i, j);
      }
    }
  }
}

/** The blocks of each record; members of a block are in rising order. */
function blocksOf(records: readonly Comparable[]): number[][][] {
  // Most keys are had by one record alone: it stands there as a bare number.
  const byKey = new Map<string, number | number[]>();
  for (const [i, record] of records.entries()) {
    for (const key of blockKeys(record)) {
      const block = byKey.get(key);
      if (block === undefined) byKey.set(key, i);
      else if (typeof block === 'number') {
        if (block !== i) byKey.set(key, [block, i]);
      } else if (block.at(-1) !== i) block.push(i);
    }
  }
  const blocks: number[][][] = records.map(() => []);
  const keep = (block: number[]): void => {
    if (block.length > 1) for (const i of block) blocks[i]!.push(block);
  };
  for (const block of byKey.values()) {
    if (typeof block === 'number') continue;
    if (block.length <= LARGEST_BLOCK) keep(block);
    else for (const part of split(block, records)) for (const piece of windows(part, records)) keep(piece);
  }
  return blocks;
}

function split(block: readonly number[], records: readonly Comparable[]): Iterable<number[]> {
  const parts = new Map<string, number[]>();
  for (const i of block) {
    const { year, names, title } = records[i]!;
    const key = `${year}|${names.first[0] ?? ''}|${title?.compact.slice(0, 60) ?? ''}`;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [i]);
    else part.push(i);
  }
  return parts.values();
}

/** A part as it is, or in overlapping windows over its members in the order of their titles, DOIs and pages. */
function windows(part: number[], records: readonly Comparable[]): number[][] {
  if (part.length <= LARGEST_BLOCK) return [part];
  const text = (i: number): string => {
    const { title, doi, pages, volume } = records[i]!;
    return `${title?.compact ?? ''}|${doi ?? ''}|${volume ?? ''}|${pages.first[0]?.digits ?? ''}`;
  };
  const ordered = part.map((i) => [text(i), i] as const);
  ordered.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j));
  const pieces: number[][] = [];
  for (let from = 0; from < ordered.length - WINDOW / 2; from += WINDOW / 2) {
    const piece = ordered.slice(from, from + WINDOW).map(([, i]) => i);
    pieces.push(piece.sort((i, j) => i - j));
  }
  return pieces;
}

const EDGE = 24;

function blockKeys(record: Comparable): string[] {
  const { title, otherTitle, names, year, journal, volume, issue, pages } = record;
  const keys: string[] = [];
  if (record.doi !== null) keys.push(`d${record.doi}`);
  if (record.accession !== null) keys.push(`n${record.accession}`);
  if (record.trial !== null) keys.push(`t${record.trial}`);
  for (const each of [title, otherTitle]) {
    if (each === null) continue;
    const edge = each.script === 'latin' || each.script === 'cyrillic' ? EDGE : EDGE / 3;
    keys.push(`b${each.compact.slice(0, edge)}`);
    if (each.compact.length > edge) keys.push(`e${each.compact.slice(-edge)}`);
  }
  const people = names.first.slice(0, 3);
  for (const { digits } of pages.first) {
    if (volume !== null) {
      keys.push(`p${digits}|${volume}|${year}`);
      for (const part of people) keys.push(`s${part}|${digits}|${volume}`);
    }
    for (const part of people) keys.push(`y${part}|${digits}|${year}`);
    for (const issn of journal.issns) keys.push(`i${issn}|${year}|${digits}`);
    if (issue !== null) keys.push(`x${year}|${issue}|${digits}|${pages.last}`);
  }
  for (const part of people) keys.push(`j${part}|${year}|${journal.initials.slice(0, 4)}`);
  if (record.abstractStart !== null) keys.push(`a${record.abstractStart}`);
  return keys;
}
