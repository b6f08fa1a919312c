import type { SiteAttributes } from './finding.ts';

/** The land a plan is made for, as far as it is known. */
export interface SiteOfPlan {
  /** Köppen class: `BSk`. */
  readonly climate: string | null;
  readonly commodity: string | null;
  readonly landform: string | null;
}

/** One thing in which a study may resemble the site; `climate-group` is the first letter of the Köppen class (B: dry). */
export type SiteAttribute = 'climate' | 'climate-group' | 'commodity' | 'landform';

/**
 * What must match, from the narrowest to the widest step: climate class, commodity and landform; without the landform; the
 * climate class alone; its group; everything.
 */
export const WIDENING: readonly (readonly SiteAttribute[])[] = [
  ['climate', 'commodity', 'landform'],
  ['climate', 'commodity'],
  ['climate'],
  ['climate-group'],
  [],
];

/** True where a study resembles the site in an attribute; never where either does not say. */
export function matchesIn(attribute: SiteAttribute, study: SiteAttributes, site: SiteOfPlan): boolean {
  const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
    a !== null && a !== undefined && a !== '' && normal(a) === normal(b ?? '');
  if (attribute === 'climate-group')
    return same(study.climate?.trim().charAt(0), site.climate?.trim().charAt(0));
  return same(study[attribute], site[attribute]);
}

/** True where a study stands in the climate class of the site or is of its commodity. */
export function matchesSite(study: SiteAttributes, site: SiteOfPlan): boolean {
  return matchesIn('climate', study, site) || matchesIn('commodity', study, site);
}

function normal(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', '-');
}
