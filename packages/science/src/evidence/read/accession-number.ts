/** The accession number that an address of Scopus, Embase or Ovid carries; null where none does. */
export function accessionIn(urls: Iterable<string>): string | null {
  for (const url of urls) {
    const found =
      /[?&]eid=(2-s2\.0-\d+)/.exec(url) ??
      (url.includes('embase.com') ? /[?&]id=(L\d{5,})/.exec(url) : null) ??
      (url.includes('ovid') ? /[?&]AN=([\w.-]+)/.exec(url) : null);
    if (found !== null) return found[1]!;
  }
  return null;
}
