import type { SampleRemark } from '../steps/sample-remarks.ts';

/** A remark on a table of samples in words, with file, row and column before it. */
export function tellSampleRemark(
  { key, params, file, row, column }: SampleRemark,
  say: (key: string, params?: SampleRemark['params']) => string,
): string {
  const place = row === null ? (column === null ? 'file' : 'column') : column === null ? 'row' : 'cell';
  return say(`sample-place.${place}`, {
    file,
    row: row ?? '',
    column: column ?? '',
    words: say(key, params),
  });
}
