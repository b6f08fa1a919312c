import { join } from 'node:path';
import { chance } from '@aftermine/science/base';
import { leafCodes, readCodebook, readFindings } from '@aftermine/science/evidence';
import { describe, expect, test } from 'vitest';
import { YamlLibraries } from '../../adapters/library/yaml-library.ts';
import { FileLiterature } from '../../adapters/literature/file-literature.ts';
import { siteOfSettings, supportLibrary } from './library-evidence.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'library');
const hash = (text: string): string => `${text.length}:${text}`;
const library = new YamlLibraries(folder, hash).load();
const { codebook } = readCodebook(new FileLiterature(folder).codebook(), 'codebook.yaml');
const nowhere = siteOfSettings(undefined);

interface Row {
  readonly id: string;
  readonly measure_code?: string;
  readonly locator?: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}
const findings = (...rows: readonly Row[]) =>
  readFindings(
    rows.map(({ id, name, value, unit, ...rest }) => ({
      id,
      paper: `P-${id}`,
      measure_code: 'TEC.seed',
      indicator_code: 'IND.cover',
      comparator: 'untreated-mined',
      design: 'randomised',
      locator: 'Table 1',
      ...rest,
      parameters: [{ name, value, unit }],
    })),
    codebook,
  ).findings;
const shrub = (of: typeof library) => of.measures.find(({ id }) => id === 'shrub-planting')!.establishes!;

describe('figures of the library from findings', () => {
  test('without any the library is the very same', () => {
    expect(supportLibrary(library, [], codebook, nowhere, hash).library).toBe(library);
  });

  test('every measure that a technology names is in the library', () => {
    const ids = new Set(library.measures.map(({ id }) => id));
    const lost = leafCodes(codebook, 'technology').flatMap(({ planLinks }) =>
      planLinks.filter((id) => !ids.has(id)),
    );
    expect(lost).toEqual([]);
  });

  test('rate, reach and survival, per cent as shares; what is not told stays', () => {
    const { library: told, supported } = supportLibrary(
      library,
      findings(
        { id: '1', name: 'survival', value: 90, unit: '%' },
        { id: '2', name: 'Reach', value: 0.8, unit: '1' },
      ),
      codebook,
      nowhere,
      hash,
    );
    expect(shrub(told).rate).toEqual(shrub(library).rate);
    expect(shrub(told).reach).toBe(0.8);
    // 0.7 to 0.9 about 0.8 becomes 0.7875 to 1.0125 about 0.9, and no more than all survive.
    expect(shrub(told).survival.arid[0]).toBeCloseTo(0.7875, 10);
    expect(shrub(told).survival.humid.slice(1)).toEqual([0.9, 1]);
    // Each figure has its own source: the rate stays on the list of what nothing supports.
    expect(shrub(told).source).toBe(shrub(library).source);
    expect(shrub(told).figureSources).toEqual({ reach: 'evidence', survival: 'evidence' });
    expect(supported.filter(({ of }) => of === 'measure:shrub-planting').map(({ what }) => what)).toEqual([
      'reach',
      'survival',
    ]);
    expect(told.hash).not.toBe(library.hash);
  });

  test('with all three told, each figure of the measure is supported', () => {
    const all = findings(
      { id: '1', name: 'survival', value: 0.9, unit: '1' },
      { id: '2', name: 'reach', value: 0.8, unit: '1' },
      { id: '3', name: 'rate', value: 0.2, unit: 'per year' },
    );
    expect(shrub(supportLibrary(library, all, codebook, nowhere, hash).library).figureSources).toEqual({
      rate: 'evidence',
      reach: 'evidence',
      survival: 'evidence',
    });
  });

  test('amounts that are estimates, in whatever unit of mass by area; what is a definition stays', () => {
    const dose = (unit: string, value: number) => {
      const { library: told, supported } = supportLibrary(
        library,
        findings({ id: '1', measure_code: 'TEC.amend', name: 'lime', value, unit }),
        codebook,
        nowhere,
        hash,
      );
      const lime = told.measures.find(({ id }) => id === 'lime')!.quantities[0]!;
      return [lime.amount, lime.source, supported.length];
    };
    for (const [unit, value] of [
      ['t/ha', 5],
      ['t ha-1', 5],
      ['t·hm⁻²', 5],
      ['吨/公顷', 5],
      ['kg/ha', 5000],
      ['kg ha-1', 5000],
      ['g/m2', 500],
      ['kg m-2', 0.5],
    ] as const)
      expect([unit, ...dose(unit, value)]).toEqual([unit, 5, 'evidence', 1]);
    expect(dose('%', 5)).toEqual([4, 'unverified', 0]);
    const topsoil = findings({
      id: '1',
      measure_code: 'TEC.cover',
      name: 'topsoil',
      value: 50,
      unit: 'm3/ha',
    });
    expect(supportLibrary(library, topsoil, codebook, nowhere, hash).library).toBe(library);
  });

  test('the practice factor of terraces, and one figure without another', () => {
    const { library: told, supported } = supportLibrary(
      library,
      findings({ id: '1', measure_code: 'TEC.reshape', name: 'practice', value: 0.2, unit: '1' }),
      codebook,
      nowhere,
      hash,
    );
    expect(told.measures.find(({ id }) => id === 'terrace')!.erosion).toEqual({
      practice: 0.2,
      source: 'evidence',
    });
    expect(supported).toMatchObject([
      { of: 'measure:terrace', what: 'practice', librarySays: 0.25, range: null },
    ]);
  });

  test('low, likely and high stand in order within what such a figure can be, whatever findings say', () => {
    const { uniform: random } = chance(7);
    for (let round = 0; round < 40; round += 1) {
      const rows = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, i) => ({
        id: `${round}-${i}`,
        name: ['rate', 'reach', 'survival'][Math.floor(random() * 3)]!,
        value: (random() - 0.2) * 2,
        unit: random() < 0.5 ? '1' : 'a-1',
      }));
      const { library: told } = supportLibrary(library, findings(...rows), codebook, nowhere, hash);
      const { rate, reach, survival } = shrub(told);
      for (const [low, likely, high] of [rate, ...Object.values(survival)])
        expect(0 < low && low <= likely && likely <= high).toBe(true);
      expect(Math.max(...Object.values(survival).flat())).toBeLessThanOrEqual(1);
      expect(reach > 0 && reach <= 1.2).toBe(true);
    }
  });
});
