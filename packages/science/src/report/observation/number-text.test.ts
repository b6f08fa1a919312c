import { describe, expect, test } from 'vitest';
import { crsName } from './crs-name.ts';
import { listText, numberText, percentText, pText, pValueText, signedText, yearRuns } from './number-text.ts';

describe('numbers in words of a language', () => {
  test('carry a true minus, all their decimals, and no sign before nothing', () => {
    expect(numberText('en', -1234.5, 1)).toBe('−1,234.5');
    expect(numberText('zh', 0.5, 2)).toBe('0.50');
    expect(numberText('en', -0.0001, 2)).toBe('0.00');
    expect(signedText('en', 0.0212, 3)).toBe('+0.021');
    expect(signedText('en', 0.0001, 3)).toBe('0.000');
    expect(percentText('en', 0.803, 1)).toBe('80.3');
  });

  test('a small p is called smaller than, never zero', () => {
    expect(pText('en', 1e-9)).toBe('<\u00a00.001');
    expect(pText('zh', 0.0231)).toBe('=\u00a00.023');
    // Below a heading that says p, the sign of equality says nothing.
    expect(pValueText('zh', 0.0231)).toBe('0.023');
    expect(pValueText('en', 1e-9)).toBe('<\u00a00.001');
  });

  test('lists follow the language', () => {
    expect(listText('en', ['A', 'B', 'C'])).toBe('A, B, and C');
    expect(listText('zh', ['甲', '乙', '丙'])).toBe('甲、乙和丙');
  });

  test('years are told as runs that hide no gap', () => {
    expect(yearRuns([1990, 1991, 1992, 1994, 1999, 2000])).toBe('1990–1992, 1994, 1999–2000');
    expect(yearRuns([])).toBe('');
  });
});

test('coordinate systems have names, and an unknown one keeps its code', () => {
  expect(crsName('en', 'EPSG:32649')).toBe('WGS 84 / UTM zone 49N (EPSG:32649)');
  expect(crsName('zh', 'EPSG:4547')).toContain('3 度带高斯-克吕格第 38 带');
  expect(crsName('en', 'EPSG:26910')).toBe('NAD83 / UTM zone 10N (EPSG:26910)');
  expect(crsName('en', 'EPSG:32733')).toContain('33S');
  expect(crsName('en', 'EPSG:9999')).toBe('EPSG:9999');
});
