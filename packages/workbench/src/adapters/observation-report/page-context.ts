import {
  crsName,
  indicesOf,
  leadingIndex,
  type ReportZone,
  zonesOf,
} from '@aftermine/science/report/observation';
import { isGeographic } from '@aftermine/science/site';
import type { ObservationReport } from '../../ports/index.ts';
import type { PageMaps } from './page-layers.ts';
import { pageSay, type Say } from './page-parts.ts';
import { type Outline, outlinesOf } from './site-overlay.ts';

/** What every section of the page is made from. */
export interface PageContext {
  readonly report: ObservationReport;
  readonly say: Say;
  readonly zones: readonly ReportZone[];
  /** Indices with charts, the leading one first. */
  readonly indices: readonly string[];
  readonly lead: string;
  readonly outlines: readonly Outline[];
  readonly maps: PageMaps | null;
  readonly crs: string;
  readonly geographic: boolean;
}

/** With more zones than this only the first two indices get charts, so that the page stays small. */
const MANY_ZONES = 60;

export function pageContext(report: ObservationReport, maps: PageMaps | null): PageContext {
  const { result, language, site, crs } = report;
  const names = Object.fromEntries(site.references.map(({ id, name }) => [id, name]));
  const zones = zonesOf(result, language, names);
  const indices = indicesOf(result);
  return {
    report,
    say: pageSay(language),
    zones,
    indices: zones.length > MANY_ZONES ? indices.slice(0, 2) : indices,
    lead: leadingIndex(result),
    outlines: outlinesOf(report),
    maps,
    crs: crsName(language, crs),
    geographic: isGeographic(crs),
  };
}
