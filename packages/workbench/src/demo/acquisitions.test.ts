import { calendarDay, daysSinceEpoch, parseLandsatName } from '@aftermine/science/observe';
import { describe, expect, test } from 'vitest';
import { acquisitions, hardYears } from './acquisitions.ts';
import { resolveDemoOptions } from './frame.ts';

const options = resolveDemoOptions({});
const looks = acquisitions(options);
const inSeason = looks.filter(({ snow }) => !snow);

describe('acquisitions', () => {
  test('are named as USGS names products', () => {
    for (const look of looks) {
      const name = parseLandsatName(look.id);
      expect(name).toMatchObject({
        product: look.id,
        platform: `landsat-${look.satellite}`,
        date: look.date,
        level: 'L2SP',
        collection: '02',
        tier: 'T1',
      });
      expect(Number(name!.processed)).toBeGreaterThan(Number(look.date.replaceAll('-', '')));
      expect(Number(name!.processed)).toBeGreaterThanOrEqual(20200815);
    }
    expect(new Set(looks.map(({ id }) => id)).size).toBe(looks.length);
  });

  test('keep the 16-day orbit: two passages of one satellite over one path are a multiple of 16 days apart', () => {
    const phases = new Map<string, Set<number>>();
    for (const { satellite, path, date } of looks) {
      const key = `${satellite} ${path}`;
      phases.set(key, (phases.get(key) ?? new Set()).add(daysSinceEpoch(calendarDay(date)) % 16));
    }
    expect([...phases.values()].every((days) => days.size === 1)).toBe(true);
  });

  test('come from satellites that were in service', () => {
    const years = (satellite: number): number[] =>
      looks.filter((look) => look.satellite === satellite).map(({ year }) => year);
    expect(Math.max(...years(5))).toBeLessThanOrEqual(2011);
    expect(Math.min(...years(7))).toBeGreaterThanOrEqual(1999);
    expect(Math.min(...years(8))).toBeGreaterThanOrEqual(2013);
    expect(Math.min(...years(9))).toBeGreaterThanOrEqual(2022);
    for (const { satellite, date, slcOff } of looks)
      expect(slcOff).toBe(satellite === 7 && date > '2003-05-31');
  });

  test('give every year its looks in the growing season, and two years less light', () => {
    const { unseen, partlySeen } = hardYears(options);
    expect([unseen, partlySeen]).toEqual([1996, 2012]);
    for (let year = 1990; year <= 2024; year += 1) {
      const ofYear = inSeason.filter((look) => look.year === year);
      expect(ofYear.length).toBeGreaterThanOrEqual(year === partlySeen ? 2 : 3);
      expect(ofYear.every(({ dayOfYear }) => dayOfYear >= 152 && dayOfYear <= 273)).toBe(true);
      if (year === unseen) expect(ofYear.every(({ cloudShare }) => cloudShare === 1)).toBe(true);
      else expect(ofYear.some(({ cloudShare }) => cloudShare < 0.6)).toBe(true);
    }
  });

  test('hold a shifted grid, a neighbouring zone, snow out of season, haze and missed shadows', () => {
    expect(looks.filter(({ delivery }) => delivery === 'half-pixel')).toHaveLength(1);
    expect(looks.filter(({ delivery }) => delivery === 'neighbour-zone')).toHaveLength(1);
    expect(looks.filter(({ snow }) => snow).length).toBeGreaterThan(0);
    expect(looks.filter(({ haze }) => haze > 0).length).toBeGreaterThan(5);
    expect(looks.filter(({ missesShadows }) => missesShadows).length).toBeGreaterThan(5);
    expect(looks.filter(({ slcOff }) => slcOff).length).toBeGreaterThan(3);
  });

  test('a look does not depend on how many there are of another year', () => {
    const short = acquisitions(resolveDemoOptions({ years: { from: 2014, to: 2016 } }));
    const of2015 = (list: typeof looks): string[] =>
      list.filter(({ year }) => year === 2015).map(({ id }) => id);
    expect(of2015(short)).toEqual(of2015(looks));
  });
});
