/** What stands before a DOI without meaning anything, and after it. */
const AROUND = /^(?:https?:\/\/)?(?:(?:[\w-]+\.)*doi\.org\/)?(?:doi\s*[:：]?\s*)?$/i;
const AFTER = /^[\s.,;:]*(?:\[doi\])?[\s.,;]*$/i;

/**
 * The DOI a text holds: without resolver and label, percent-decoded, as it stood in case. Full-width signs, as some
 * Chinese exports write them, are read as plain ones. Null where there is none.
 *
 * @returns the DOI and whether the text held nothing besides
 */
export function doiIn(text: string): { readonly doi: string; readonly alone: boolean } | null {
  const found = findDoi(text) ?? findDoi(decoded(text)) ?? findDoi(text.normalize('NFKC'));
  if (found === null) return null;
  return { doi: found.doi, alone: AROUND.test(found.before.trim()) && AFTER.test(found.after) };
}

/** The DOI of an address of the DOI resolver; null for any other address. */
export function doiOfAddress(url: string): string | null {
  return /^https?:\/\/(?:[\w-]+\.)*doi\.org\//i.test(url) ? (doiIn(url)?.doi ?? null) : null;
}

function findDoi(text: string): { doi: string; before: string; after: string } | null {
  for (let at = text.indexOf('10.'); at >= 0; at = text.indexOf('10.', at + 3)) {
    if (at > 0 && /[\w.]/.test(text[at - 1]!)) continue;
    let slash = at + 3;
    while (slash < text.length && /[\d.]/.test(text[slash]!)) slash += 1;
    if (slash - at < 6 || text[slash] !== '/') {
      // `10.3390%2fani15010003`: decoded first.
      if (slash - at >= 6 && /^%2f/i.test(text.slice(slash, slash + 3))) {
        const plain = decoded(text);
        if (plain !== text) return findDoi(plain);
      }
      continue;
    }
    let end = slash + 1;
    while (end < text.length && !/\s/.test(text[end]!)) end += 1;
    const doi = withoutTail(decoded(text.slice(at, end)));
    if (doi.length <= slash - at + 1) continue;
    return { doi, before: text.slice(0, at), after: text.slice(end) };
  }
  return null;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** Points and commas at the end are of the sentence around; a bracket is where none was opened. */
function withoutTail(text: string): string {
  let end = text.length;
  // How many more of each bracket close than open; counted once, then kept up to date.
  const surplus = new Map<string, number>();
  for (; end > 0; end -= 1) {
    const last = text[end - 1]!;
    if ('.,;:"\'。，；'.includes(last)) continue;
    const opening = OPENING[last];
    if (opening === undefined) break;
    const more = surplus.get(last) ?? count(text, last, end) - count(text, opening, end);
    if (more <= 0) break;
    surplus.set(last, more - 1);
  }
  return text.slice(0, end);
}

function count(text: string, mark: string, end: number): number {
  let found = 0;
  for (let i = 0; i < end; i += 1) if (text[i] === mark) found += 1;
  return found;
}
