import { termsOfText } from './tokenise.ts';

/** A term in more than this share of the records says nothing. */
export const MOST_RECORDS_SHARE = 0.95;

/**
 * Records by terms, sparse, each row of length 1. Columns 0 to `terms.length - 1` are the terms that two or more records share,
 * the most common first. Terms of a single record cannot tell it from others by themselves; their values are joined into one
 * column of the record, `terms.length + record`, by the root of the sum of their squares. Products of rows, and so
 * every decision of a linear model, are the same as with a column each.
 */
export interface TermMatrix {
  readonly records: number;
  /** The shared terms by column. */
  readonly terms: readonly string[];
  /** Terms in use, those of a single record included. */
  readonly vocabularySize: number;
  /** Row r lies at `starts[r]` to `starts[r + 1] - 1`. */
  readonly starts: Int32Array;
  /** Ascending within a row. */
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * Weighs the terms of texts (words and pairs of words):
 *
 *     value = (1 + ln tf) (ln((1 + n) / (1 + df)) + 1), rows scaled to length 1
 *
 * tf: times in the record, df: records with the term, n: records. Terms in more than 95 % of the records are left out. A
 * text without terms has an empty row.
 *
 * @param texts one a record, title and abstract joined by a space
 * @source Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0; scikit-learn, `TfidfVectorizer`
 */
export function termMatrix(texts: readonly string[]): TermMatrix {
  const n = texts.length;
  const { words, recordCount, counts } = countTerms(texts);
  const kept = words.map((_, id) => recordCount[id]! <= MOST_RECORDS_SHARE * n);
  const shared = words.map((_, id) => id).filter((id) => kept[id] === true && recordCount[id]! > 1);
  // The most common first: their weights then lie together and stay at hand
  shared.sort((a, b) => recordCount[b]! - recordCount[a]! || a - b);
  const columnOf = new Int32Array(words.length).fill(-1);
  shared.forEach((id, column) => {
    columnOf[id] = column;
  });

  const starts = new Int32Array(n + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (const [record, count] of counts.entries()) {
    const row: [column: number, value: number][] = [];
    let squares = 0;
    let ownSquares = 0;
    for (const [id, times] of count) {
      if (kept[id] !== true) continue;
      const value = (1 + Math.log(times)) * (Math.log((1 + n) / (1 + recordCount[id]!)) + 1);
      squares += value * value;
      if (columnOf[id]! < 0) ownSquares += value * value;
      else row.push([columnOf[id]!, value]);
    }
    row.sort((a, b) => a[0] - b[0]);
    if (ownSquares > 0) row.push([shared.length + record, Math.sqrt(ownSquares)]);
    const length = Math.sqrt(squares);
    for (const [column, value] of row) {
      columns.push(column);
      values.push(value / length);
    }
    starts[record + 1] = columns.length;
  }
  return {
    records: n,
    terms: shared.map((id) => words[id]!),
    vocabularySize: kept.filter(Boolean).length,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}

interface TermCounts {
  readonly words: readonly string[];
  /** Records with the term, by its number in `words`. */
  readonly recordCount: readonly number[];
  /** By record: number of the term to times it stands there. */
  readonly counts: readonly ReadonlyMap<number, number>[];
}

function countTerms(texts: readonly string[]): TermCounts {
  const numberOf = new Map<string, number>();
  const recordCount: number[] = [];
  const counts = texts.map((text) => {
    const count = new Map<number, number>();
    for (const term of termsOfText(text)) {
      let id = numberOf.get(term);
      if (id === undefined) {
        id = recordCount.length;
        numberOf.set(term, id);
        recordCount.push(0);
      }
      const times = count.get(id) ?? 0;
      if (times === 0) recordCount[id]! += 1;
      count.set(id, times + 1);
    }
    return count;
  });
  return { words: [...numberOf.keys()], recordCount, counts };
}
