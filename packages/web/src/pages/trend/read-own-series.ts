/** A series that a reader brings along. */
export interface OwnSeries {
  readonly name: string;
  readonly points: readonly { readonly id: string; readonly year: number; readonly value: number }[];
  /** Numbers of lines that could not be read, from 1. */
  readonly skipped: readonly number[];
}

/**
 * Reads `id,year,value` with or without a head; separators are commas, semicolons or tabs. An empty id, or `boundary`, is the whole
 * site. Lines that are something else are counted, never guessed.
 */
export function readOwnSeries(text: string, name: string): OwnSeries {
  const points: { id: string; year: number; value: number }[] = [];
  const skipped: number[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const [id = '', year = '', value = '', ...more] = line
        .split(/[,;\t]/)
        .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      const isPoint =
        more.length === 0 && /^\d{4}$/.test(year) && value !== '' && Number.isFinite(Number(value));
      if (isPoint) points.push({ id: id === 'boundary' ? '' : id, year: Number(year), value: Number(value) });
      else if (i > 0 || !/year|年/i.test(line)) skipped.push(i + 1);
    });
  return { name, points: points.sort((a, b) => a.year - b.year), skipped };
}

/** Bytes of a text file in UTF-8, or in GB 18030 where they are not. */
export function textOfBytes(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
