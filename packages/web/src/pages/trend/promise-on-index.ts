import type { UnitSeason } from '@aftermine/science/control';
import type { UnitSheet } from 'aftermine/contract';

/** The course a unit was promised and what is expected of it, as values of the index. */
export interface PromiseLines {
  readonly promised: readonly { readonly year: number; readonly value: number }[];
  readonly target: readonly { readonly year: number; readonly value: number }[];
  readonly fan: readonly {
    readonly year: number;
    readonly p10: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p90: number;
  }[];
  /** Share of the reference that is the target. */
  readonly share: number;
  /** Last year with a reference; later years are told against the reference of that year. */
  readonly referenceTo: number;
}

/**
 * Closeness is the index of a unit over that of the reference areas in the same year: times the reference line it is a value of the
 * index. Years after the last reference take that of the last.
 *
 * @returns null without a season, or without a reference
 */
export function promiseOnIndex(sheet: Pick<UnitSheet, 'season' | 'reference'>): PromiseLines | null {
  const reference = sheet.reference['rsei'] ?? [];
  const last = reference.at(-1);
  if (sheet.season === null || last === undefined) return null;
  const { promised, fan } = sheet.season.unit as UnitSeason;
  const { target: share } = sheet.season;
  const of = (year: number): number => reference.find((one) => one.year === year)?.median ?? last.median;
  const first = promised[0]?.year ?? sheet.season.year;
  const end = Math.max(fan.at(-1)?.year ?? 0, promised.at(-1)?.year ?? 0, sheet.season.year);
  return {
    promised: promised.map(({ year, closeness }) => ({ year, value: closeness * of(year) })),
    target: Array.from({ length: Math.max(0, end - first + 1) }, (_, i) => ({
      year: first + i,
      value: share * of(first + i),
    })),
    fan: fan.map(({ year, p10, p25, p50, p75, p90 }) => {
      const times = of(year);
      return {
        year,
        p10: p10 * times,
        p25: p25 * times,
        p50: p50 * times,
        p75: p75 * times,
        p90: p90 * times,
      };
    }),
    share,
    referenceTo: last.year,
  };
}
