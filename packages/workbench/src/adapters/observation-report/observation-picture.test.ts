import { unitsTable } from '@aftermine/science/report/observation';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { chosenYears, observationPicture, tellingUnits } from './observation-picture.ts';
import { sampleReport } from './sample-report.fixture.ts';

describe('the wide picture', () => {
  test('is 1600 pixels wide and shows both ends of the palette', async () => {
    const png = decode(await observationPicture(sampleReport()));
    expect(png.width).toBe(1600);
    expect(png.height).toBeGreaterThan(700);
    const colours = new Set<number>();
    for (let i = 0; i < png.data.length; i += png.channels)
      colours.add((png.data[i]! << 16) | (png.data[i + 1]! << 8) | png.data[i + 2]!);
    expect(colours.has(0x440154)).toBe(true);
    expect(colours.has(0xb5452c)).toBe(true);
    expect(colours.has(0x0b5d5b)).toBe(true);
  });

  test('takes four well-seen years, first and last among them', () => {
    const years = chosenYears(sampleReport());
    expect(years).toEqual([2001, 2007, 2013, 2018]);
  });

  test('tells of the unit that falls and of the one that rises', () => {
    const { falling, rising } = tellingUnits(unitsTable(sampleReport().result));
    expect([falling?.id, rising?.id]).toEqual(['U2', 'U1']);
  });

  test('stands without maps and without units', async () => {
    const report = { ...sampleReport({ units: false }), layer: async () => null };
    expect(decode(await observationPicture(report)).width).toBe(1600);
  });
});
