import { MU_PER_HA, multiPolygonAreaHa } from '@aftermine/science/site';
import type { SiteProblem, SiteReading } from './read-site.ts';

/** What a site is, in numbers a person knows. */
export interface SiteFacts {
  readonly name: string;
  readonly crs: string;
  readonly areaHa: number;
  /** 1 ha = 15 mu. */
  readonly areaMu: number;
  readonly unitCount: number;
  readonly referenceCount: number;
  readonly problems: readonly SiteProblem[];
}

export function siteFacts({ site, problems }: SiteReading): SiteFacts {
  const areaHa = multiPolygonAreaHa(site.boundary, site.crs);
  return {
    name: site.name,
    crs: site.crs,
    areaHa,
    areaMu: areaHa * MU_PER_HA,
    unitCount: site.units.length,
    referenceCount: site.references.length,
    problems,
  };
}
