import type { PublicationType, Reference } from '../record/reference.ts';
import { abstractPairs } from './abstract-overlap.ts';
import { compactText, foldText } from './fold-text.ts';
import { type Journal, readJournal } from './journal-names.ts';
import { type Names, nameParts } from './name-parts.ts';
import { isPreprintDoi, normaliseDoi } from './normalise-doi.ts';
import { type Pages, readPages } from './read-pages.ts';
import { readTitle, type Title } from './read-title.ts';

/** A record in the form in which it is compared with others. */
export interface Comparable {
  readonly key: string;
  readonly type: PublicationType;
  readonly title: Title | null;
  /** The title in the other language, where the export gives one. */
  readonly otherTitle: Title | null;
  readonly names: Names;
  readonly year: number | null;
  readonly journal: Journal;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: Pages;
  readonly doi: string | null;
  /** Number of the record in a database, with the database's mark; null where it is too short to be one. */
  readonly accession: string | null;
  /** Number in a register of trials, where the record is an entry of one. */
  readonly trial: string | null;
  readonly language: string | null;
  /** Letters and digits 20 to 90 of the abstract; null where it is shorter. */
  readonly abstractStart: string | null;
  readonly isPreprint: boolean;
  readonly isMeeting: boolean;
  /** Word pairs of the abstract, made when first asked for. */
  abstract(): Int32Array | null;
}

/** Reads what is compared from a reference. */
export function comparable(reference: Reference): Comparable {
  const doi = normaliseDoi(reference.doi) ?? doiOfUrls(reference.urls);
  const journal = readJournal(reference.journal, reference.issn, reference.isbn);
  const volume = firstNumber(reference.volume);
  let pairs: Int32Array | null | undefined;
  return {
    key: reference.key,
    type: /dissertation|thes[ie]s/i.test(reference.journal ?? '') ? 'thesis' : reference.type,
    title: readTitle(reference.title),
    otherTitle: readTitle(reference.otherTitle),
    names: nameParts(reference.authors),
    year: reference.year,
    journal,
    volume: volume === String(reference.year) ? null : volume,
    issue: firstNumber(reference.issue),
    pages: readPages(reference.pages, reference.articleNumber),
    doi,
    accession: accessionOf(reference.accession),
    trial: trialOf(reference),
    language: reference.language === null ? null : foldText(reference.language).slice(0, 2),
    abstractStart: startOf(reference.abstract),
    isPreprint: isPreprintDoi(doi) || journal.isPreprintServer,
    isMeeting: isMeeting(reference),
    abstract: () => (pairs ??= abstractPairs(reference.abstract)),
  };
}

const DOI_URL = /doi\.org\/(10\.\S+)/i;

function doiOfUrls(urls: readonly string[]): string | null {
  const dois = new Set(urls.map((url) => normaliseDoi(DOI_URL.exec(url)?.[1] ?? null)));
  dois.delete(null);
  return dois.size === 1 ? [...dois][0]! : null;
}

/** The first number of a volume or issue; the supplement's own number is none. */
function firstNumber(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.normalize('NFKC').toLowerCase();
  // `1)` is what a wrong cut left of `58 (Suppl. 1)`.
  if (/^[^(]*\)/.test(plain)) return null;
  if (/^\W*(?:suppl|sup\b|spec|pt\b|part\b)/.test(plain)) return null;
  const digits = /\d+/.exec(plain)?.[0];
  if (digits !== undefined) return digits.replace(/^0+(?=\d)/, '');
  const roman = /^[ivxlc]+$/.test(plain.trim()) ? romanNumber(plain.trim()) : 0;
  if (roman > 0) return String(roman);
  const letters = compactText(foldText(plain));
  return letters === '' ? null : letters;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanNumber(text: string): number {
  const values = [...text].map((letter) => ROMAN[letter]!);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

const TRIAL =
  /\b(?:NCT\d{8}|ISRCTN\d{8}|EUCTR\d{4}-\d{6}-\d{2}|ACTRN\d{14}|CHICTR[-A-Z]*\d{8,10}|JPRN-\w+|DRKS\d{8}|NTR\d{3,5}|CTRI\/\d{4}\/\d+\/\d+)/;

/** Number of the trial where the record is the entry of a register: its journal or its link is the entry. */
function trialOf(reference: Reference): string | null {
  const places = [reference.journal ?? '', ...reference.urls].map((place) => place.toUpperCase());
  return places.map((place) => TRIAL.exec(place)?.[0]).find((found) => found !== undefined) ?? null;
}

function accessionOf(text: string | null): string | null {
  if (text === null) return null;
  const plain = text
    .toUpperCase()
    .replace(/^(?:PMID|PUBMED|MEDLINE)\W*/, '')
    .replace(/[^A-Z0-9]/g, '');
  return plain.length >= 6 && /\d{5}/.test(plain) ? plain : null;
}

function startOf(abstract: string | null): string | null {
  if (abstract === null || abstract.length < 90) return null;
  const compact = compactText(foldText(abstract.slice(0, 220)));
  return compact.length < 90 ? null : compact.slice(20, 90);
}

function isMeeting(reference: Reference): boolean {
  return (
    reference.type === 'paper-conference' ||
    /suppl|abstract|meeting|conference|^[^(]*\)/i.test(
      `${reference.volume ?? ''} ${reference.issue ?? ''}`,
    ) ||
    /conference|congress|proceedings|symposium|annual meeting|scientific sessions/i.test(
      reference.journal ?? '',
    )
  );
}
