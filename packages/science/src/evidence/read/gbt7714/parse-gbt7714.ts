import { publicationTypeOf } from '../publication-type.ts';
import type { FieldRole, RecordField } from '../record-fields.ts';
import { oneLine } from '../tidy-text.ts';

const MARK = /[[［]\s*(J|M|D|C|R|S|P|N|G|Z|A|DB|CP|EB|CM|DS)(?:\s*\/\s*(?:OL|CD|MT|DK))?\s*[\]］]/;
/** Longer than any reference; a longer text is no reference and is not searched. */
const LONGEST = 6_000;

/**
 * The fields of one reference of GB/T 7714 as it is pasted from a text: `作者. 题名[J]. 刊名, 年, 卷(期): 页.` and its
 * kin for books, theses, papers in proceedings, reports, standards, patents, newspapers and pages of the web. Full-width
 * signs are read as plain ones where they part fields. Null without a mark of its kind.
 *
 * @param entry one reference, with or without its number
 * @source GB/T 7714-2015, Information and documentation: rules for bibliographic references and citations
 */
export function parseGbt7714(entry: string): RecordField[] | null {
  if (entry.length > LONGEST) return null;
  const text = oneLine(entry).replace(/^[[［【]?\d{1,5}[\]］】.、]\s*/, '');
  const mark = MARK.exec(text);
  if (mark === null || mark.index === 0) return null;
  const kind = mark[1]!.toUpperCase();
  const head = text.slice(0, mark.index).trim();
  const tail = text.slice(mark.index + mark[0].length);
  const fields: RecordField[] = [];
  const add = (role: FieldRole, tag: string, value: string | undefined): void => {
    const bare = value?.trim().replace(/[,，;；:：]$/, '') ?? '';
    if (bare !== '') fields.push({ role, tag, value: bare });
  };
  add('type', 'mark', tail.trimStart().startsWith('//') && kind === 'M' ? 'chapter' : kind);
  const { authors, title } = headOf(head);
  for (const author of authors)
    if (/^(?:等|et al\.?|and others)$/i.test(author)) add('other', 'authors', author);
    else add('author', 'authors', author);
  const numbered = kind === 'S' || kind === 'P' ? /^(.*\S)\s*[:：]\s*([^:：]+)$/.exec(title) : null;
  add('title', 'title', numbered?.[1] ?? title);
  if (numbered !== null) add('other', 'number', numbered[2]);
  sourceOf(tail, kind, add);
  return publicationTypeOf(kind) === null ? null : fields;
}

/** Authors and title: parted at the first full stop that has names before it. */
function headOf(head: string): { readonly authors: readonly string[]; readonly title: string } {
  for (const stop of head.matchAll(/[.．。]/g)) {
    const at = stop.index;
    const next = head[at + 1];
    if (next === undefined) break;
    // Plain stops are followed by a blank, or by Chinese; `J.A.` and `8.0` are not.
    if (stop[0] === '.' && !/[\s\p{Script=Han}"“《]/u.test(next)) continue;
    const before = head.slice(0, at).trim();
    const title = head.slice(at + 1).trim();
    // `SMITH J. A. Title`: a lone letter behind the stop is another initial.
    if (/^\p{Lu}[.,，]/u.test(title)) continue;
    const names = before.split(/[,，、;；]/).map((name) => name.trim());
    if (names.every(isName)) return { authors: names.filter((name) => name !== ''), title };
    break;
  }
  return { authors: [], title: head.replace(/[.．。]$/, '') };
}

function isName(text: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return text.length <= 30 && !/[:：?？!！"“《]/.test(text);
  return text.split(' ').length <= 6;
}

function sourceOf(
  whole: string,
  kind: string,
  add: (role: FieldRole, tag: string, value: string | undefined) => void,
): void {
  let tail = whole;
  const url = /https?:\/\/[^\s，。；]+/i.exec(tail);
  const doi = /(?:doi\s*[:：]?\s*)10\.\d{4,9}\/\S+/i.exec(tail);
  if (doi !== null) tail = tail.replace(doi[0], ' ');
  if (url !== null) tail = tail.replace(url[0], ' ');
  for (const date of tail.matchAll(/[[［](\d{4}-\d{1,2}-\d{1,2})[\]］]/g)) add('other', 'cited', date[1]);
  tail = tail.replace(/[[［]\d{4}-\d{1,2}-\d{1,2}[\]］]/g, ' ');
  const container = /^\s*\/\/\s*(.*?)(?:[.．。](?=\s|\p{Script=Han}|$)|$)/u.exec(tail);
  if (container !== null) {
    add('container', 'container', container[1]);
    tail = tail.slice(container[0].length);
  }
  tail = tail.replace(/^[\s.．。,，]+/, '').replace(/[\s.．。]+$/, '');
  if (kind === 'J' || kind === 'N') serialSource(tail, add);
  else bookSource(tail, add);
  if (url !== null) add('url', 'url', url[0].replace(/[.,]+$/, ''));
  if (doi !== null) add('doi', 'doi', doi[0]);
}

type Add = (role: FieldRole, tag: string, value: string | undefined) => void;

/** `刊名, 年, 卷(期): 页` and `报名, 2019-05-01(3)`. */
function serialSource(tail: string, add: Add): void {
  const dated = /[,，]\s*(\d{4}(?:-\d{1,2}){0,2})(?!\d)/.exec(tail);
  if (dated === null) {
    add('other', 'source', tail);
    return;
  }
  add('journal', 'journal', tail.slice(0, dated.index));
  add('year', 'year', dated[1]);
  const rest = tail.slice(dated.index + dated[0].length);
  const parts =
    /^\s*(?:[,，]\s*([^(（:：,，]*))?\s*(?:[(（]([^)）]*)[)）])?\s*(?:[:：]\s*([^.。]*))?(.*)$/.exec(rest)!;
  add('volume', 'volume', parts[1]);
  add('issue', 'issue', parts[2]);
  add('pages', 'pages', parts[3]);
  add('other', 'source', parts[4]?.replace(/^[\s.。]+/, ''));
}

/** `地点: 出版者, 年: 页`, with an edition before it; every part may be missing. */
function bookSource(tail: string, add: Add): void {
  const dated = /(?:^|[,，.。\s(（])\s*(\d{4}(?:-\d{1,2}){0,2})(?!\d)[)）]?/.exec(tail);
  const before = (dated === null ? tail : tail.slice(0, dated.index)).trim().replace(/[,，(（]$/, '');
  const edition = /^(.{1,30}?(?:版|ed|edition))[.．。,，]\s*/i.exec(before);
  if (edition !== null) add('other', 'edition', edition[1]);
  const made = before.slice(edition?.[0].length ?? 0);
  const colon = /[:：]/.exec(made);
  if (colon !== null) {
    add('place', 'place', made.slice(0, colon.index));
    add('publisher', 'publisher', made.slice(colon.index + 1));
  } else add('publisher', 'publisher', made);
  if (dated === null) return;
  add('year', 'year', dated[1]);
  const rest = tail.slice(dated.index + dated[0].length).replace(/^[\s.。,，]+/, '');
  const pages = /^[:：]\s*([^.。]*)(.*)$/.exec(rest);
  add('pages', 'pages', pages?.[1]);
  add('other', 'source', (pages === null ? rest : pages[2]!).replace(/^[\s.。]+/, ''));
}

/** True for a line that begins a numbered reference. */
export function isNumbered(line: string): boolean {
  return /^\s*(?:[[［【]\d{1,5}[\]］】]|\d{1,4}[.、]\s)/.test(line.slice(0, 40));
}

/** True for text with a mark of its kind, such as `[J]`. */
export function hasMark(text: string): boolean {
  return MARK.test(text);
}
