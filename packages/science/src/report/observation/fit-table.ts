import type { RseiFit } from '../../observe/index.ts';
import { DECLARATIONS, isIndexId } from '../../observe/index.ts';

/** One component of the ecological index in one row. */
export interface ComponentRow {
  readonly id: string;
  readonly loading: number;
  /** The sign an ecological axis must have; null for a component without a good side. */
  readonly expected: 1 | -1 | null;
  /** Values that became 0 and 1 before the fit. */
  readonly lo: number;
  readonly hi: number;
  /** 5th and 95th percentile of the loading over bootstrap draws; null where there are none. */
  readonly bootstrap: { readonly p05: number; readonly p95: number } | null;
  /** Least and greatest loading when each year is left out in turn; null where there is no such test. */
  readonly leaveOut: { readonly least: number; readonly greatest: number } | null;
}

/** The fit of the index, component by component. */
export function fitTable(fit: RseiFit): ComponentRow[] {
  return fit.components.map((id): ComponentRow => {
    const way = isIndexId(id) ? DECLARATIONS[id].direction : 'neutral';
    const left = (fit.sensitivity?.leaveOneYearOut ?? []).flatMap(({ loadings }) => {
      const loading = loadings[id];
      return loading === undefined ? [] : [loading];
    });
    const scaling = fit.scaling[id];
    return {
      id,
      loading: fit.loadings[id] ?? 0,
      expected: way === 'neutral' ? null : way === 'good-when-high' ? 1 : -1,
      lo: scaling?.lo ?? 0,
      hi: scaling?.hi ?? 0,
      bootstrap: fit.sensitivity?.bootstrap[id] ?? null,
      leaveOut: left.length === 0 ? null : { least: Math.min(...left), greatest: Math.max(...left) },
    };
  });
}

/** The year whose absence moves the loadings most, and by how much; null without the test. */
export function mostInfluentialYear(fit: RseiFit): { readonly year: number; readonly change: number } | null {
  let most: { year: number; change: number } | null = null;
  for (const { year, loadings } of fit.sensitivity?.leaveOneYearOut ?? []) {
    const change = Math.max(
      ...fit.components.map((id) => Math.abs((loadings[id] ?? 0) - (fit.loadings[id] ?? 0))),
    );
    if (most === null || change > most.change) most = { year, change };
  }
  return most;
}
