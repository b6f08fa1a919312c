import { describe, expect, test } from 'vitest';
import { depthCm, isLimitRow, isoDate, isSummary, kindOf } from './sample-cells.ts';
import { isUnitOf, sampleAnalyte, sampleRole } from './sample-columns.ts';

describe('names of columns', () => {
  test('analytes are known with their units in every common spelling', () => {
    const known: readonly (readonly [string, string, string | null])[] = [
      ['Cd (mg/kg)', 'Cd', 'mg/kg'],
      ['镉（mg/kg）', 'Cd', 'mg/kg'],
      ['Cd_mg_kg', 'Cd', 'mg_kg'],
      ['总镉 Cd/(mg·kg-1)', 'Cd', 'mg·kg-1'],
      ['镉(Cd)(mg/kg)', 'Cd', 'mg/kg'],
      ['Cd/mg·kg⁻¹', 'Cd', 'mg·kg-1'],
      ['As mg/kg', 'As', 'mg/kg'],
      ['六价铬 Cr(Ⅵ) (mg/kg)', 'CrVI', 'mg/kg'],
      ['Cr6+ (mg/L)', 'CrVI', 'mg/L'],
      ['铬', 'Cr', null],
      ['pH', 'pH', null],
      ['pH值（无量纲）', 'pH', '无量纲'],
      ['pH (H2O)', 'pH', null],
      ['有机质(g/kg)', 'som', 'g/kg'],
      ['容重(g/cm³)', 'bulkDensity', 'g/cm3'],
      ['有效土层厚度(cm)', 'soilDepth', 'cm'],
      ['soil_depth_cm', 'soilDepth', 'cm'],
      ['电导率(μS/cm)', 'ec', 'μS/cm'],
      ['植被盖度（%）', 'cover', '%'],
      ['物种数（种）', 'speciesCount', null],
      ['Pb(AAS)', 'Pb', null],
      ['Zn (mmol/kg)', 'Zn', 'mmol/kg'],
    ];
    for (const [name, analyte, unit] of known) {
      expect(sampleAnalyte(name), name).toEqual({ analyte, unit });
    }
  });

  test('other columns are not taken for analytes', () => {
    for (const name of [
      '面积',
      '备注',
      '海拔(m)',
      'COD_check',
      '样点编号',
      'X',
      '经度',
      'address',
      'crop',
      'class',
    ])
      expect(sampleAnalyte(name), name).toBeNull();
  });

  test('roles are known, with the unit of a depth', () => {
    expect(sampleRole('采样深度（cm）')).toEqual({ role: 'depth', unit: 'cm' });
    expect(sampleRole('depth_from_cm')).toEqual({ role: 'depth-from', unit: 'cm' });
    for (const [name, role] of [
      ['样点编号', 'id'],
      ['Sample ID', 'id'],
      ['plot', 'id'],
      ['图斑编号', 'area'],
      ['unit_id', 'area'],
      ['采样日期', 'date'],
      ['样品类型', 'kind'],
    ] as const)
      expect(sampleRole(name)?.role, name).toBe(role);
    expect(sampleRole('镉')).toBeNull();
    expect(isUnitOf('Cd', 'μg/L')).toBe(true);
    expect(isUnitOf('Cd', 'cm')).toBe(false);
  });
});

describe('cells', () => {
  test('dates in every common spelling; days that do not exist give null', () => {
    for (const text of [
      '2024-05-03',
      '2024/5/3',
      '2024.5.3',
      '20240503',
      '2024年5月3日',
      '2024-05-03T08:00:00Z',
    ])
      expect(isoDate(text), text).toBe('2024-05-03');
    for (const text of ['2024-02-30', '5/3/2024', 'May', '45415', '2024'])
      expect(isoDate(text), text).toBeNull();
  });

  test('depths and ranges come out in centimetres; the unit is never assumed', () => {
    expect(depthCm('0-20', 'cm')).toEqual({ from: 0, to: 20 });
    expect(depthCm('20～40cm', null)).toEqual({ from: 20, to: 40 });
    expect(depthCm('0.2—0.5 m', null)).toEqual({ from: 20, to: 50 });
    expect(depthCm('30', 'cm')).toEqual({ from: null, to: 30 });
    expect(depthCm('0-20', null)).toBe('no-unit');
    expect(depthCm('40-20', 'cm')).toBeNull();
    expect(depthCm('表层', 'cm')).toBeNull();
  });

  test('kinds and rows that are no samples', () => {
    expect([kindOf('土壤'), kindOf('水稻土'), kindOf('地表水'), kindOf('样方'), kindOf('岩石')]).toEqual([
      'soil',
      'soil',
      'water',
      'plot',
      null,
    ]);
    expect([isSummary('平均值'), isSummary('Mean'), isSummary('maxwell-1'), isSummary('S1')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isLimitRow('方法检出限')).toBe(true);
  });
});
