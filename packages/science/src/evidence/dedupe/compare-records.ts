import { pairOverlap } from './abstract-overlap.ts';
import type { Comparable } from './comparable.ts';
import { compareTitles, type TitleMatch, titleStrength } from './compare-titles.ts';
import { compareJournals } from './journal-names.ts';
import { authorOverlap, compareFirstAuthors } from './name-parts.ts';
import { isVersions } from './normalise-doi.ts';
import { comparePages } from './read-pages.ts';

/** 1 the two agree, -1 they differ, 0 it is not known. */
export type Agreement = -1 | 0 | 1;

/** What two records have in common, field by field. */
export interface Evidence {
  readonly title: TitleMatch;
  readonly doi: Agreement;
  readonly accession: Agreement;
  readonly trial: Agreement;
  readonly pages: Agreement;
  readonly volume: Agreement;
  readonly issue: Agreement;
  readonly journal: Agreement;
  readonly firstAuthor: Agreement;
  /** Share of the shorter author list found in the other; null where either is missing. */
  readonly authors: number | null;
  /** Years apart; null where either is missing. */
  readonly yearsApart: number | null;
  /** 1 from an overlap of 0.8, -1 below 0.3. */
  readonly abstract: Agreement;
}

const ONE_ABSTRACT = 0.8;
const TWO_ABSTRACTS = 0.3;

/** Compares two records field by field. Abstracts are not looked at where neither title, page nor identifier is alike. */
export function compareRecords(a: Comparable, b: Comparable): Evidence {
  const title = compareAllTitles(a, b);
  const doi = compareDois(a.doi, b.doi);
  const pages = comparePages(a.pages, b.pages);
  const isAlike = title.level !== 'other' || doi === 1 || pages === 1;
  return {
    title,
    doi,
    accession: a.accession !== null && a.accession === b.accession ? 1 : 0,
    trial: agree(a.trial, b.trial),
    pages,
    volume: agree(a.volume, b.volume),
    issue: agree(a.issue, b.issue),
    journal: compareJournals(a.journal, b.journal),
    firstAuthor: compareFirstAuthors(a.names, b.names),
    authors: authorOverlap(a.names, b.names),
    yearsApart: a.year === null || b.year === null ? null : Math.abs(a.year - b.year),
    abstract: isAlike ? compareAbstracts(a, b) : 0,
  };
}

/** The titles, or a title and the other-language title of the other record, whichever are most alike. */
function compareAllTitles(a: Comparable, b: Comparable): TitleMatch {
  let best = compareTitles(a.title, b.title);
  if (best.level === 'equal' || (a.otherTitle === null && b.otherTitle === null)) return best;
  for (const [x, y] of [
    [a.title, b.otherTitle],
    [a.otherTitle, b.title],
  ] as const) {
    if (x === null || y === null || x.script !== y.script) continue;
    const match = compareTitles(x, y);
    if (titleStrength[match.level] > titleStrength[best.level]) best = match;
  }
  return best;
}

/** A DOI that goes on where the other ends was cut or has something stuck to it: not known. */
function compareDois(a: string | null, b: string | null): Agreement {
  const found = agree(a, b);
  if (found !== -1 || isVersions(a!, b!)) return found;
  return a!.startsWith(b!) || b!.startsWith(a!) ? 0 : -1;
}

function agree(a: string | null, b: string | null): Agreement {
  if (a === null || b === null) return 0;
  return a === b ? 1 : -1;
}

function compareAbstracts(a: Comparable, b: Comparable): Agreement {
  const [ofA, ofB] = [a.abstract(), b.abstract()];
  if (ofA === null || ofB === null) return 0;
  const overlap = pairOverlap(ofA, ofB);
  if (overlap >= ONE_ABSTRACT) return 1;
  return overlap < TWO_ABSTRACTS ? -1 : 0;
}

/** The first author is one, or half the authors are. */
export function hasAuthor(e: Evidence): boolean {
  return e.firstAuthor === 1 || (e.authors ?? 0) >= 0.5;
}

/** How strongly the fields agree; used to form the surest groups first. */
export function scoreOf(e: Evidence): number {
  return (
    2 * titleStrength[e.title.level] +
    e.title.jaccard +
    3 * e.doi +
    3 * e.accession +
    2 * e.pages +
    1.5 * e.volume +
    0.5 * e.issue +
    e.journal +
    1.5 * e.firstAuthor +
    (e.authors ?? 0.5) +
    2 * e.abstract -
    (e.yearsApart ?? 0.5)
  );
}
