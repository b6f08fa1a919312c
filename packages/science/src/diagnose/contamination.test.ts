import { expect, test } from 'vitest';
import {
  contaminationFactor,
  ecologicalRisk,
  geoaccumulationIndex,
  nemerowIndex,
  singleFactorIndex,
} from './contamination.ts';

test('single factor: C over S, exceeded only above 1', () => {
  expect(singleFactorIndex(0.6, 0.3)).toEqual({ value: 2, exceeded: true });
  expect(singleFactorIndex(30, 30)).toEqual({ value: 1, exceeded: false });
});

test('Nemerow weighs the worst against the mean', () => {
  // indices 3, 1, 0.5, 0.5: mean 1.25, sqrt((9 + 1.5625) / 2) = sqrt(5.28125) = 2.298097
  const { value, class: of } = nemerowIndex([3, 1, 0.5, 0.5]);
  expect(value).toBeCloseTo(2.298097, 6);
  expect(of).toBe('moderate');
  // Equal indices: max = mean, so P_N is the index itself, and each limit is in the cleaner class.
  expect([0.7, 0.71, 1, 1.01, 2, 2.01, 3, 3.01].map((p) => nemerowIndex([p]).class)).toEqual([
    'safe',
    'warning',
    'warning',
    'light',
    'light',
    'moderate',
    'moderate',
    'heavy',
  ]);
});

test('Igeo: 1.5 B is 0, every doubling one class more', () => {
  const of = (times: number) => geoaccumulationIndex(1.5 * 0.2 * times, 0.2);
  expect(of(1).value).toBeCloseTo(0, 12);
  expect(geoaccumulationIndex(6, 0.5)).toEqual({ value: 3, class: 'moderate-to-strong' });
  expect([0.9, 1.1, 2.2, 4.4, 8.8, 17.6, 35.2].map((times) => of(times).class)).toEqual([
    'unpolluted',
    'unpolluted-to-moderate',
    'moderate',
    'moderate-to-strong',
    'strong',
    'strong-to-extreme',
    'extreme',
  ]);
  expect(() => geoaccumulationIndex(0, 0.2)).toThrow('E-DIA-201');
});

test('contamination factor: a limit belongs to the class above', () => {
  expect([0.99, 1, 2.99, 3, 5.99, 6].map((c) => contaminationFactor(c, 1).class)).toEqual([
    'low',
    'moderate',
    'moderate',
    'considerable',
    'considerable',
    'very-high',
  ]);
});

test('Hakanson: Er = Tr CF, RI their sum against limits rescaled by the Tr at hand', () => {
  // Cd 30 x 3 = 90, Hg 40 x 1.5 = 60, Pb 5 x 2 = 10: RI 160; Tr 75 of 133: limits 84.586, 169.173, 338.346
  const risk = ecologicalRisk({ Cd: 3, Hg: 1.5, Pb: 2 });
  expect(risk.elements).toEqual({
    Cd: { value: 90, class: 'considerable' },
    Hg: { value: 60, class: 'moderate' },
    Pb: { value: 10, class: 'low' },
  });
  expect(risk.index).toEqual({ value: 160, class: 'moderate' });
  expect(risk.limits.map((limit) => limit.toFixed(3))).toEqual(['84.586', '169.173', '338.346']);
});

test('without the rescale two harmless-looking elements could never be judged: Zn and Cr 60 times background', () => {
  // Cr 2 x 60 + Zn 60 = 180; Tr 3 of 133: limits 3.38, 6.77, 13.5. Plain limits would say moderate.
  expect(ecologicalRisk({ Cr: 60, Zn: 60 }).index).toEqual({ value: 180, class: 'very-high' });
});

test('refuses no elements, unknown elements, negative values', () => {
  expect(() => nemerowIndex([])).toThrow('E-DIA-202');
  expect(() => ecologicalRisk({})).toThrow('E-DIA-202');
  expect(() => ecologicalRisk({ Tl: 1 } as never)).toThrow('E-DIA-103');
  expect(() => contaminationFactor(-1, 1)).toThrow('E-DIA-102');
  expect(() => singleFactorIndex(1, 0)).toThrow('E-DIA-201');
});
