import { describe, expect, test } from 'vitest';
import { writtenReading } from './sample-reading.ts';
import { unitSpelling } from './sample-unit.ts';

describe('readings as laboratories write them', () => {
  test('numbers, with full-width digits and parted thousands', () => {
    for (const [text, value] of [
      ['0.35', 0.35],
      [' 7 ', 7],
      ['１２．５', 12.5],
      ['1.2E-3', 0.0012],
      ['-0.5', -0.5],
      ['1,234.5', 1234.5],
    ] as const)
      expect(writtenReading(text), text).toEqual({ kind: 'value', value });
  });

  test('below detection keeps its limit', () => {
    for (const text of [
      '<0.01',
      '＜0.01',
      '≤ 0.01',
      '0.01L',
      '0.01 l',
      'ND(0.01)',
      'ND<0.01',
      '未检出（<0.01）',
      '<LOD 0.01',
      '0.01ND',
    ])
      expect(writtenReading(text), text).toEqual({ kind: 'below', limit: 0.01 });
    expect(writtenReading('<1e-4')).toEqual({ kind: 'below', limit: 0.0001 });
  });

  test('not detected without a limit says so; it is no zero', () => {
    for (const text of ['ND', 'n.d.', '未检出', 'BDL', '<LOD', '低于检出限'])
      expect(writtenReading(text), text).toEqual({ kind: 'below', limit: null });
  });

  test('empty marks are no reading; what is ambiguous or wild is unreadable', () => {
    for (const text of ['', '/', '-', '——', 'N/A', '未测'])
      expect(writtenReading(text), text).toEqual({ kind: 'none' });
    for (const text of ['1,234', '1,5', '7.5±0.2', 'abc', '<0', '1e999', '0x10', '5 mg'])
      expect(writtenReading(text), text).toEqual({ kind: 'unreadable' });
    expect(writtenReading('>100')).toEqual({ kind: 'above' });
  });
});

test('units have one spelling', () => {
  for (const [unit, spellings] of Object.entries({
    'mg/kg': [
      'mg/kg',
      'MG/KG',
      'mg·kg⁻¹',
      'mg kg-1',
      'mg.kg-1',
      'mg_kg',
      'mg / kg',
      '毫克/千克',
      'mg/㎏',
      '（mg/kg）',
      'mg·kg^-1',
    ],
    'ug/kg': ['μg/kg', 'µg/kg', 'ug/kg', '微克/千克'],
    'mg/l': ['mg/L', 'mg·L-1', '毫克/升', 'mg/Ｌ'],
    'g/cm3': ['g/cm³', 'g/cm3', 'g·cm⁻³', 'g cm-3', '克/立方厘米'],
    'ds/m': ['dS/m', 'dS·m-1', 'dS m⁻¹'],
    'us/cm': ['μS/cm', 'uS·cm-1'],
    '%': ['%', '％'],
    'n/ha': ['株/公顷', '株/hm²', '株/ha'],
    '': ['无量纲', '', ' '],
  }))
    for (const spelling of spellings) expect(unitSpelling(spelling), spelling).toBe(unit);
});
