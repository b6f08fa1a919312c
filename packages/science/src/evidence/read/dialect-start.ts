import type { Dialect } from '../record/index.ts';
import { isEntryStart } from './bibtex/parse-bibtex.ts';

/** Names RefWorks gives kinds of references, by their first word. */
const REFWORKS_KINDS =
  /^RT (?:Journal|Book|Dissertation|Thesis|Conference|Report|Web|Newspaper|Magazine|Generic|Patent|Standard|Unpublished|Abstract|Artwork|Bill|Case|Computer|Online|Grant|Hearing|Law|Map|Monograph|Motion|Music|Personal|Sound|Video|Unknown)/;

/**
 * The dialect that a line begins a record or file of, by what no other text begins a line with; null for any other
 * line. The name of a file says nothing here: exports are renamed.
 *
 * @param start first character of the line; @param end behind its last
 */
export function dialectStart(text: string, start: number, end: number, limit: number): Dialect | null {
  const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  switch (text.charCodeAt(from)) {
    case 0x54: // T
      if (text.charCodeAt(from + 1) === 0x59 && end - from < 40)
        return /^TY[ \t\u00a0]{1,4}-\s?[A-Za-z][A-Za-z0-9]{2,7}\s*$/.test(text.slice(from, end))
          ? 'ris'
          : null;
      return text.startsWith('Title-题名:', from) || text.startsWith('Title-题名：', from)
        ? 'cnki-estudy'
        : null;
    case 0x50: // P
      if (text.startsWith('PMID- ', from))
        return /^PMID- \d/.test(text.slice(from, from + 8)) ? 'nbib' : null;
      if (text.startsWith('PT\tAU\t', from)) return 'wos-tab';
      if (text.startsWith('PT ', from) && end - from < 8)
        return /^[\n\r]+[A-Z][A-Z0-9] /.test(text.slice(end, end + 6)) ? 'wos-plain' : null;
      return null;
    case 0x46: // F
      return text.startsWith('FN ', from) && /Clarivate|Thomson|ISI|Web of/.test(text.slice(from, end))
        ? 'wos-plain'
        : null;
    case 0x25: // %
      return text.startsWith('%0 ', from) ? 'endnote-refer' : null;
    case 0x52: // R
      return text.startsWith('RT ', from) && REFWORKS_KINDS.test(text.slice(from, end)) ? 'refworks' : null;
    case 0x7b: // {
      if (text.startsWith('{Reference Type}', from)) return 'noteexpress';
      return /^\{\s*"/.test(text.slice(from, from + 40)) && isCsl(text, from) ? 'csl-json' : null;
    case 0x5b: // [
      return /^\[\s*(?:\{\s*["}]|\]\s*$)/.test(text.slice(from, Math.min(limit, from + 60)))
        ? 'csl-json'
        : null;
    case 0x44: // D
      return text.startsWith('DataType:', from) || text.startsWith('DataType：', from) ? 'cnki-estudy' : null;
    case 0x40: // @
      return isEntryStart(text, from, limit) ? 'bibtex' : null;
    case 0x3c: // <
      return /^<(?:\?xml|xml>|records>|record>|XML>)/.test(text.slice(from, from + 10)) &&
        /<records?[> ]/.test(text.slice(from, from + 2_000))
        ? 'endnote-xml'
        : null;
    default:
      return null;
  }
}

/** Names of CSL stand near the begin of its first item. */
function isCsl(text: string, from: number): boolean {
  return /"(?:title|container-title|author|DOI|issued)"\s*:/.test(text.slice(from, from + 20_000));
}
