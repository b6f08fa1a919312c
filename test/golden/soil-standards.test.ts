import { readFileSync } from 'node:fs';
import { gateReading, type SoilElement, type SoilLand, soilLimits } from '@aftermine/science/diagnose';
import { expect, test } from 'vitest';
import { describeWithData, golden } from '../golden.ts';

/** Inside, and at the upper end of, every pH bin as the table names it. */
const PH: Readonly<Record<string, readonly number[]>> = {
  '<=5.5': [3, 5.5],
  '5.5-6.5': [5.51, 6, 6.5],
  '6.5-7.5': [6.51, 7, 7.5],
  '>7.5': [7.51, 8.4, 11],
};

function rows(path: string): string[][] {
  return readFileSync(golden(path), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}

function landsOf(column: string): readonly SoilLand[] {
  if (column === 'all') return ['paddy', 'orchard', 'other-farmland'];
  if (column === 'paddy') return ['paddy'];
  return column === 'other' ? ['other-farmland'] : ['orchard'];
}

describeWithData('soil standards equal the published tables', golden('standards'), () => {
  test('GB 15618-2018: every element, land and pH bin, at its ends too', () => {
    const table = rows('standards/gb15618_2018.csv');
    let compared = 0;
    for (const [element, kind, column, bin, text] of table)
      for (const land of landsOf(column!))
        for (const ph of PH[bin!]!) {
          const [limit] = soilLimits(element as SoilElement, land, ph);
          const stored = kind === 'screening' ? limit?.screening : limit?.intervention;
          expect([element, kind, land, ph, stored]).toEqual([element, kind, land, ph, Number(text)]);
          compared += 1;
        }
    expect(table).toHaveLength(84);
    expect(compared).toBe(64 * 2.75 + 20 * 3 * 2.75);
  });

  test('GB 15618-2018: no intervention value beyond those of the table', () => {
    const listed = new Set(
      rows('standards/gb15618_2018.csv').flatMap(([element, kind]) =>
        kind === 'intervention' ? [element] : [],
      ),
    );
    expect([...listed].sort()).toEqual(['As', 'Cd', 'Cr', 'Hg', 'Pb']);
    for (const element of ['Cu', 'Ni', 'Zn'] as const)
      expect(soilLimits(element, 'other-farmland', 7)[0]?.intervention).toBeNull();
  });

  test('GB 36600-2018: every metal and both classes', () => {
    const table = rows('standards/gb36600_2018_metals.csv');
    expect(table).toHaveLength(7);
    for (const [name, ...values] of table) {
      const element = (name === 'Cr(VI)' ? 'CrVI' : name) as SoilElement;
      const [one, two] = (['construction-1', 'construction-2'] as const).map(
        (land) => soilLimits(element, land, null)[0]!,
      );
      expect([name, one!.screening, two!.screening, one!.intervention, two!.intervention]).toEqual([
        name,
        ...values.map(Number),
      ]);
    }
  });

  test('at each limit the milder verdict, a millionth above the graver', () => {
    for (const [element, kind, column, bin, text] of rows('standards/gb15618_2018.csv'))
      for (const land of landsOf(column!)) {
        const limits = soilLimits(element as SoilElement, land, PH[bin!]!.at(-1)!);
        const value = Number(text);
        const [at, above] = kind === 'screening' ? ['pass', 'conditional'] : ['conditional', 'fail'];
        expect(gateReading({ value }, limits).verdict).toBe(at);
        expect(gateReading({ value: value * 1.000001 }, limits).verdict).toBe(above);
      }
  });
});
