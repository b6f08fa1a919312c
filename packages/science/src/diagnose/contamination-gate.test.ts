import { describe, expect, test } from 'vitest';
import { isUnknown, unknown } from '../base/index.ts';
import { contaminationGate, type GateSample, gateReading } from './contamination-gate.ts';
import { type SoilLand, soilLandsOf, soilLimits } from './soil-limits.ts';

const CLEAN = {
  Cd: { value: 0.1 },
  Hg: { value: 0.05 },
  As: { value: 8 },
  Pb: { value: 20 },
  Cr: { value: 60 },
  Cu: { value: 20 },
  Ni: { value: 25 },
  Zn: { value: 70 },
} as const;
const sample = (values: GateSample['values'], ph: number | null = 8): GateSample => ({
  values: { ...CLEAN, ...values },
  ph,
});
const other: readonly SoilLand[] = ['other-farmland'];
const cadmium = (values: GateSample['values'], ph: number | null = 8) =>
  contaminationGate([sample(values, ph)], other).elements.find(({ element }) => element === 'Cd');

describe('one reading', () => {
  const limit = [{ screening: 0.6, intervention: 4 }];
  test('the limits themselves belong to the milder side', () => {
    const at = (value: number) => gateReading({ value }, limit).verdict;
    expect([0.59, 0.6, 0.61, 4, 4.01].map(at)).toEqual([
      'pass',
      'pass',
      'conditional',
      'conditional',
      'fail',
    ]);
  });
  test('below detection passes only where the limit of detection does', () => {
    expect(gateReading({ below: 0.6 }, limit)).toEqual({ verdict: 'pass', atWorst: 'pass' });
    expect(gateReading({ below: 1 }, limit)).toEqual({ verdict: 'insufficient', atWorst: 'conditional' });
    expect(gateReading({ below: 5 }, limit)).toEqual({ verdict: 'insufficient', atWorst: 'fail' });
  });
  test('no intervention value, no fail', () => {
    expect(gateReading({ value: 9999 }, [{ screening: 100, intervention: null }]).verdict).toBe(
      'conditional',
    );
  });
});

describe('the gate of a unit', () => {
  test('clean soil passes, one element decides the unit', () => {
    expect(contaminationGate([sample({})], other)).toMatchObject({ verdict: 'pass', reason: null });
    expect(contaminationGate([sample({ Cd: { value: 0.7 } })], other).verdict).toBe('conditional');
    expect(contaminationGate([sample({ Cd: { value: 4.5 } })], other).verdict).toBe('fail');
  });

  test('each sample is held against its own pH', () => {
    // Cd 0.5: above 0.3 at pH 6, below 0.6 at pH 8
    expect(cadmium({ Cd: { value: 0.5 } }, 8)).toMatchObject({ verdict: 'pass', screening: 0.6 });
    expect(cadmium({ Cd: { value: 0.5 } }, 6)).toMatchObject({ verdict: 'conditional', screening: 0.3 });
    const two = contaminationGate(
      [sample({ Cd: { value: 0.55 } }, 8), sample({ Cd: { value: 0.35 } }, 6)],
      other,
    );
    expect(two.elements[0]).toMatchObject({
      verdict: 'conditional',
      worst: 0.55,
      screening: 0.3,
      intervention: 2,
      samples: 2,
    });
  });

  test('pH unknown: the strictest limit passes, the loosest fails, between is conditional and says so', () => {
    // Cd other: screening 0.3..0.6, intervention 1.5..4
    const at = (value: number) => cadmium({ Cd: { value } }, null);
    expect(at(0.3)).toMatchObject({ verdict: 'pass', screening: 0.3, intervention: 4, reason: null });
    expect(at(0.5)).toMatchObject({ verdict: 'conditional', reason: null });
    expect(at(2)).toMatchObject({
      verdict: 'conditional',
      reason: unknown('limit-undecided', { element: 'Cd' }),
    });
    expect(at(4)).toMatchObject({ verdict: 'conditional' });
    expect(at(4.01)).toMatchObject({ verdict: 'fail', reason: null });
    // Arsenic runs the other way: strictest at high pH (25), loosest intervention at low pH (200).
    const arsenic = (value: number) => contaminationGate([sample({ As: { value } }, null)], other).verdict;
    expect([25, 25.1, 200, 200.1].map(arsenic)).toEqual(['pass', 'conditional', 'conditional', 'fail']);
  });

  test('a missing element is insufficient, unless another already fails', () => {
    const { Zn: _, ...without } = CLEAN;
    const gate = contaminationGate([{ values: without, ph: 7 }], other);
    expect(gate.verdict).toBe('insufficient');
    expect(gate.reason).toEqual(unknown('element-not-measured', { element: 'Zn' }));
    expect(contaminationGate([{ values: { ...without, Hg: { value: 7 } }, ph: 8 }], other).verdict).toBe(
      'fail',
    );
    expect(contaminationGate([], other).elements.every(({ verdict }) => verdict === 'insufficient')).toBe(
      true,
    );
  });

  test('an insufficient sample gives way to a verdict at least as grave as it could be', () => {
    const both = (below: number) =>
      contaminationGate([sample({ Cd: { value: 0.7 } }), sample({ Cd: { below } })], other).verdict;
    expect(both(3)).toBe('conditional');
    expect(both(5)).toBe('insufficient');
    expect(cadmium({ Cd: { below: 3 } })?.reason).toEqual(
      unknown('detection-above-limit', { element: 'Cd', detection: 3, limit: 0.6 }),
    );
  });

  test('samples that do not speak for the unit decide nothing', () => {
    const far = unknown('nearest-sample', { metres: 900, support: 500 });
    const gate = contaminationGate([sample({ Cd: { value: 9 } })], other, far);
    expect(gate.verdict).toBe('insufficient');
    expect(gate.reason).toBe(far);
  });

  test('construction land of a class nobody stated: class 1 must pass, class 2 must fail', () => {
    const metals = {
      As: { value: 10 },
      CrVI: { below: 0.5 },
      Cu: { value: 30 },
      Pb: { value: 30 },
      Hg: { value: 1 },
      Ni: { value: 40 },
    };
    const at = (value: number) =>
      contaminationGate([{ values: { ...metals, Cd: { value } }, ph: null }], soilLandsOf('construction'))
        .verdict;
    expect([20, 20.1, 172, 172.1].map(at)).toEqual(['pass', 'conditional', 'conditional', 'fail']);
  });

  test('no standard speaks of water', () => {
    const gate = contaminationGate([sample({})], soilLandsOf('water'));
    expect(gate.verdict).toBe('insufficient');
    expect(isUnknown(gate.reason)).toBe(true);
  });
});

test('copper alone knows orchards, and paddy limits are not lent to them', () => {
  expect(soilLimits('Cu', 'orchard', 5)).toEqual([{ screening: 150, intervention: null }]);
  expect(soilLimits('Cu', 'paddy', 5)).toEqual([{ screening: 50, intervention: null }]);
  expect(soilLimits('Hg', 'orchard', 5)).toEqual([{ screening: 1.3, intervention: 2 }]);
  expect(soilLimits('Zn', 'construction-2', 5)).toEqual([]);
});
