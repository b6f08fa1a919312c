/**
 * A DOI as it may be compared: without resolver or label, percent-decoded, upper-case (DOIs know no case), without the
 * punctuation of the sentence it stood in. Null when the text holds no DOI.
 */
export function normaliseDoi(text: string | null): string | null {
  if (text === null) return null;
  let t = text.trim();
  if (t.includes('%')) t = decoded(t);
  t = t.replace(/&lt;/gi, '<').replace(/&gt;/gi, '>').replace(/&amp;/gi, '&');
  const found = (/\(sici\)/i.test(t) ? SICI : PLAIN).exec(t)?.[0];
  if (found === undefined) return null;
  const doi = found
    .replace(/\s/g, '')
    .replace(/[?#](?:utm_|nosfx|via|ref=).*$/i, '')
    .replace(/\[doi\]$/i, '')
    .replace(/[.,;:)\]}>'"/]+$/, (tail) => (tail.startsWith(')') && balanced(found) ? ')' : ''))
    .toUpperCase();
  return doi.length > 8 ? doi : null;
}

const PLAIN = /10\.\d{4,9}\s?\/\s?[^\s"<>]+/;
/** DOIs of the 1990s hold angle brackets: `10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E`. */
const SICI = /10\.\d{4,9}\s?\/\s?[^\s"]+/;

/** DOI prefixes and beginnings that only servers of preprints give out. */
const PREPRINT =
  /^10\.(?:1101\/(?:\d{4}\.|\d{6})|21203\/RS|20944\/PREPRINTS|2139\/SSRN|48550\/ARXIV|31219\/OSF|31234\/OSF|26434\/CHEMRXIV|36227\/TECHRXIV|22541\/AU|31223\/|31222\/|32942\/|12688\/F1000RESEARCH\.PRE)/;

/** True when a server of preprints gave out the DOI (as `normaliseDoi` gives it). */
export function isPreprintDoi(doi: string | null): boolean {
  return doi !== null && PREPRINT.test(doi);
}

/** DOIs that differ in the number of the version alone: updates of a review, revisions of a preprint. */
export function isVersions(a: string, b: string): boolean {
  const bare = (doi: string): string => doi.replace(/(?:\.PUB|[./]V)\d+$/, '');
  return a !== b && bare(a) === bare(b);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

/** `10.1016/0304-4165(95)00123-X` may end in a parenthesis of its own: `10.1002/(SICI)1097(199601)`. */
function balanced(text: string): boolean {
  const upTo = text.slice(0, text.lastIndexOf(')') + 1);
  return upTo.split('(').length === upTo.split(')').length;
}
