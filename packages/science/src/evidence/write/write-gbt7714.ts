import { plainTypeNames } from '../read/publication-type.ts';
import { withoutEnd } from '../read/tidy-text.ts';
import type { Author, Reference } from '../record/index.ts';

const HAN = /\p{Script=Han}/u;
/** Authors named before `等` or `et al`. */
const MOST_AUTHORS = 3;

/**
 * A numbered list of references after GB/T 7714 (order of citation), for a report or a thesis: `[1] 作者. 题名[J]. 刊名,
 * 年, 卷(期): 页. DOI: ….` Western names as `SMITH J A`, at most three authors.
 *
 * This is a style of citing and not a store: abstract, keywords, notes, ISSN and ISBN, accession number, language, further
 * authors, given names in full and all other fields are not in it. Write RIS, CSL-JSON, BibTeX or CSV to keep them.
 *
 * @source GB/T 7714-2015, Information and documentation: rules for bibliographic references and citations
 */
export function writeGbt7714(references: readonly Reference[]): string {
  return references.map((reference, i) => `[${i + 1}] ${gbt7714Entry(reference)}\n`).join('');
}

/** One reference after GB/T 7714, without its number. */
export function gbt7714Entry(reference: Reference): string {
  const { type } = reference;
  const title = reference.title ?? reference.otherTitle ?? '';
  const number = numberOf(reference);
  const mark = plainTypeNames.gbt7714[type];
  const online = reference.doi === null && reference.urls.length > 0 && !mark.includes('/') ? '/OL' : '';
  const head = `${title}${number === null ? '' : `: ${number}`}[${mark}${online}]`;
  const parts = [authorsText(reference.authors), head, sourceText(reference)].filter((part) => part !== '');
  const text = parts.map(withoutStop).join('. ');
  const address = reference.doi === null ? reference.urls[0] : undefined;
  return [
    // What a paper appeared in follows its mark directly.
    `${text.replace(/\]\. \/\//, ']//')}.`,
    ...(address === undefined ? [] : [`${address}.`]),
    ...(reference.doi === null ? [] : [`DOI: ${reference.doi}.`]),
  ].join(' ');
}

function authorsText(authors: readonly Author[]): string {
  const named = authors.slice(0, MOST_AUTHORS).map(nameText);
  if (authors.length > MOST_AUTHORS) named.push(HAN.test(authors[0]!.literal) ? '等' : 'et al');
  return named.join(', ');
}

/** `SMITH J A`; Chinese names and bodies as they stand. */
function nameText({ family, given, literal }: Author): string {
  if (HAN.test(literal)) return `${family}${given}`;
  if (given === '') return family;
  const initials = given
    .split(/[\s.,-]+/)
    .flatMap((word) => (/^\p{Lu}{2,4}$/u.test(word) ? [...word] : [word.slice(0, 1)]))
    .filter((letter) => letter !== '')
    .join(' ');
  return `${family.toUpperCase()} ${initials.toUpperCase()}`;
}

/** Of standards and patents: their number, which exports keep outside of the title. */
function numberOf({ type, other, articleNumber }: Reference): string | null {
  if (type !== 'standard' && type !== 'patent') return null;
  const tags = ['number', 'ISBN', 'Type of Work', 'M1', 'PatentNumber'];
  return articleNumber ?? other.find(([tag]) => tags.includes(tag))?.[1] ?? null;
}

function sourceText(reference: Reference): string {
  const { type, journal, year, volume, issue, pages, articleNumber, place, publisher } = reference;
  const paging = pages ?? articleNumber;
  const behind = paging === null || (type === 'standard' && pages === null) ? '' : `: ${paging}`;
  if (type === 'article-journal' || type === 'article-newspaper') {
    const numbers = `${volume ?? ''}${issue === null ? '' : `(${issue})`}`;
    return `${[journal, year, numbers].filter((part) => part !== null && part !== '').join(', ')}${behind}`;
  }
  const made = [place, publisher].filter((part) => part !== null).join(': ');
  const from = [made, year].filter((part) => part !== null && part !== '').join(', ') + behind;
  const container = journal === null ? '' : `//${journal}`;
  return [container, from]
    .filter((part) => part !== '')
    .map(withoutStop)
    .join('. ');
}

function withoutStop(text: string): string {
  return withoutEnd(text, '.。．');
}
