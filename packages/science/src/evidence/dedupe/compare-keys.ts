/** Order of record keys: by file, then by the number of the record in it (`a.ris#9` before `a.ris#10`). */
export function compareKeys(a: string, b: string): number {
  const [fileA, fileB] = [fileOf(a), fileOf(b)];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  if (placeA !== placeB) return placeA < placeB ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The file a record came from: its key up to the last `#`. */
export function fileOf(key: string): string {
  const at = key.lastIndexOf('#');
  return at < 0 ? key : key.slice(0, at);
}

/** Number of the record in its file; what is no number comes last. */
function placeOf(key: string): number {
  const digits = /#(\d+)$/.exec(key)?.[1];
  return digits === undefined ? Infinity : Number(digits);
}
