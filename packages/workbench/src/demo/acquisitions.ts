import { chance, scramble, seedOf } from '@aftermine/science/base';
import { calendarDay, dayOfYear as dayOfYearOf, daysSinceEpoch } from '@aftermine/science/observe';
import type { ResolvedDemoOptions } from './types.ts';

/** The grid a scene is delivered on. */
export type DeliveryGrid = 'native' | 'half-pixel' | 'neighbour-zone';

/** One picture taken by one satellite. */
export interface Acquisition {
  /** Product id as USGS writes it. */
  readonly id: string;
  readonly satellite: 5 | 7 | 8 | 9;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly year: number;
  readonly dayOfYear: number;
  readonly path: number;
  readonly row: number;
  readonly delivery: DeliveryGrid;
  /** Share of the ground under clouds that QA_PIXEL flags, 0..1. */
  readonly cloudShare: number;
  /** Greatest opacity of thin cloud that QA_PIXEL does not flag; 0 = none. */
  readonly haze: number;
  /** True when QA_PIXEL misses part of the cloud shadows. */
  readonly missesShadows: boolean;
  /** Landsat 7 after 31 May 2003. */
  readonly slcOff: boolean;
  readonly snow: boolean;
}

/** Years that are hard on purpose. */
export interface HardYears {
  /** Every look of this year is under closed cloud; null in spans of fewer than 15 years. */
  readonly unseen: number | null;
  /** Only two looks, with gaps and clouds: part of the site is not seen. */
  readonly partlySeen: number | null;
}

/** The hard years of a span: at 18 % and 65 % of it (1996 and 2012 of 1990-2024). */
export function hardYears({ years: { from, to } }: ResolvedDemoOptions): HardYears {
  if (to - from < 14) return { unseen: null, partlySeen: null };
  return { unseen: from + Math.round(0.18 * (to - from)), partlySeen: from + Math.round(0.65 * (to - from)) };
}

/** Days on which path 126 was passed, modulo the 16 days of the orbit; neighbouring paths follow by 7 days. */
const PHASE: Readonly<Record<Acquisition['satellite'], string>> = {
  5: '2017-07-15',
  7: '2017-07-23',
  8: '2017-07-15',
  9: '2017-07-23',
};

const IN_SERVICE: Readonly<Record<Acquisition['satellite'], readonly [from: string, to: string]>> = {
  5: ['1984-04-01', '2011-11-15'],
  7: ['1999-07-01', '2021-12-31'],
  8: ['2013-04-11', '2100-01-01'],
  9: ['2021-11-01', '2100-01-01'],
};

/** Days of the year that the looks of a season are spread over: 17 June to 5 September. */
const WINDOW = { from: 168, to: 248 } as const;

/** Every acquisition of the span in order of time. */
export function acquisitions(options: ResolvedDemoOptions): Acquisition[] {
  const { years } = options;
  const hard = hardYears(options);
  const yearAt = (share: number): number | null =>
    years.to - years.from < 3 ? null : years.from + Math.round(share * (years.to - years.from));
  const out: Acquisition[] = [];
  for (let year = years.from; year <= years.to; year += 1) {
    const looks = seasonLooks(options, year, hard);
    if (year === yearAt(0.4)) looks.push(...anotherLook(options, looks, 'half-pixel', 126));
    if (year === yearAt(0.75)) looks.push(...anotherLook(options, looks, 'neighbour-zone', 125));
    if (year === yearAt(0.5) || year === yearAt(0.9)) looks.push(...winterLook(options, year));
    out.push(...looks);
  }
  return out.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

interface Passage {
  readonly satellite: Acquisition['satellite'];
  readonly date: string;
  readonly day: number;
}

/** All passages of a path between two days of a year. */
function passages(year: number, path: number, from: number, to: number): Passage[] {
  const out: Passage[] = [];
  const newYear = daysSinceEpoch({ year, month: 1, day: 1 });
  for (const satellite of [5, 7, 8, 9] as const) {
    const phase = daysSinceEpoch(calendarDay(PHASE[satellite])) + 7 * (126 - path) * -1;
    for (let day = from; day <= to; day += 1) {
      const date = isoOf(newYear + day - 1);
      const inService = date >= IN_SERVICE[satellite][0] && date <= IN_SERVICE[satellite][1];
      if (inService && (newYear + day - 1 - phase) % 16 === 0) out.push({ satellite, date, day });
    }
  }
  return out.sort((a, b) => a.day - b.day || a.satellite - b.satellite);
}

/** One look from each of as many equal parts of the season window as looks are wanted. */
function seasonLooks(options: ResolvedDemoOptions, year: number, hard: HardYears): Acquisition[] {
  const draw = chance(seedOf(options.seed, `looks ${year}`));
  const wanted = year === hard.partlySeen ? Math.min(2, options.looksPerYear) : options.looksPerYear;
  const length = (WINDOW.to - WINDOW.from + 1) / wanted;
  const all = passages(year, 126, WINDOW.from, WINDOW.to);
  const looks: Acquisition[] = [];
  for (let part = 0; part < wanted; part += 1) {
    const free = all.filter(({ day, date }) => {
      const inPart = day >= WINDOW.from + part * length && day < WINDOW.from + (part + 1) * length;
      return inPart && !looks.some((look) => look.date === date);
    });
    const sound = free.filter(({ satellite, date }) => !isSlcOff(satellite, date));
    // A picture without gaps is taken where there is one, four times out of five.
    const pool = sound.length > 0 && draw.uniform() < 0.8 ? sound : free;
    const passage = pool[Math.floor(draw.uniform() * pool.length)];
    if (passage === undefined) continue;
    const kind = draw.uniform();
    const amount = draw.uniform();
    const usual = kind < 0.45 ? 0.05 * amount : kind < 0.82 ? 0.05 + 0.2 * amount : 0.25 + 0.3 * amount;
    looks.push(
      acquisition(options, passage, 126, 'native', {
        cloudShare: year === hard.unseen ? 1 : year === hard.partlySeen ? 0.12 + 0.12 * amount : usual,
        haze: draw.uniform() < 0.15 ? 0.1 + 0.2 * draw.uniform() : 0,
        missesShadows: draw.uniform() < 0.2,
        snow: false,
      }),
    );
  }
  return looks;
}

/** One more look of the same season, from a passage that is not used yet, on another grid. */
function anotherLook(
  options: ResolvedDemoOptions,
  looks: readonly Acquisition[],
  delivery: DeliveryGrid,
  path: number,
): Acquisition[] {
  const year = looks[0]?.year;
  if (year === undefined) return [];
  const free = passages(year, path, WINDOW.from, WINDOW.to).filter(
    ({ date, satellite }) => !looks.some((look) => look.date === date) && !isSlcOff(satellite, date),
  );
  const passage = free[Math.floor(free.length / 2)];
  return passage === undefined
    ? []
    : [
        acquisition(options, passage, path, delivery, {
          cloudShare: 0.04,
          haze: 0,
          missesShadows: false,
          snow: false,
        }),
      ];
}

/** A picture of the landscape under snow: outside every growing season. */
function winterLook(options: ResolvedDemoOptions, year: number): Acquisition[] {
  const passage = passages(year, 126, 5, 40).find(({ satellite, date }) => !isSlcOff(satellite, date));
  return passage === undefined
    ? []
    : [
        acquisition(options, passage, 126, 'native', {
          cloudShare: 0.03,
          haze: 0,
          missesShadows: false,
          snow: true,
        }),
      ];
}

function isSlcOff(satellite: Acquisition['satellite'], date: string): boolean {
  return satellite === 7 && date > '2003-05-31';
}

function acquisition(
  { seed }: ResolvedDemoOptions,
  { satellite, date }: Passage,
  path: number,
  delivery: DeliveryGrid,
  sky: Pick<Acquisition, 'cloudShare' | 'haze' | 'missesShadows' | 'snow'>,
): Acquisition {
  const day = calendarDay(date);
  const wait = scramble(seed ^ daysSinceEpoch(day)) % 20;
  // Collection 2 was made from August 2020 on; later pictures follow within weeks.
  const collection = daysSinceEpoch({ year: 2020, month: 8, day: 15 });
  const processed = isoOf(Math.max(collection, daysSinceEpoch(day) + 5) + wait);
  const row = 31;
  const sensor = satellite === 5 ? 'LT' : satellite === 7 ? 'LE' : 'LC';
  const compact = (iso: string): string => iso.replaceAll('-', '');
  const pathRow = `${String(path).padStart(3, '0')}${String(row).padStart(3, '0')}`;
  return {
    id: `${sensor}0${satellite}_L2SP_${pathRow}_${compact(date)}_${compact(processed)}_02_T1`,
    satellite,
    date,
    year: day.year,
    dayOfYear: dayOfYearOf(day),
    path,
    row,
    delivery,
    slcOff: isSlcOff(satellite, date),
    ...sky,
  };
}

/** The date so many days after 1970-01-01. */
export function isoOf(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
