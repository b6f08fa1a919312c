import { describe, expect, it } from 'vitest';
import { composite, type Look } from './composite.ts';
import { type BandName, REFLECTANCE_BANDS } from './types.ts';

/** A look whose six bands all hold `level` at every pixel. */
function flat(level: number, options: Partial<Look> = {}, pixels = 1): Look {
  const bands = Object.fromEntries(
    REFLECTANCE_BANDS.map((name) => [name, new Uint16Array(pixels).fill(level)]),
  );
  return {
    dayOfYear: 180,
    clear: new Uint8Array(pixels).fill(1),
    ...options,
    bands: { ...bands, ...options.bands },
  };
}

describe('medoid', () => {
  it('takes the whole spectrum of the look nearest to the medians, not a mixture', () => {
    const looks = [
      flat(8000, { dayOfYear: 160 }),
      flat(9000, { dayOfYear: 176 }),
      flat(20_000, { dayOfYear: 192 }),
    ];
    const { bands, chosen, dayOfYear, clearLooks } = composite(looks, 1);
    expect(REFLECTANCE_BANDS.map((name) => bands[name]![0])).toEqual(new Array(6).fill(9000));
    expect(chosen![0]).toBe(2);
    expect(dayOfYear![0]).toBe(176);
    expect(clearLooks[0]).toBe(3);
  });

  it('sums squared differences over bands: one wild band costs more than six small ones', () => {
    // medians are 100 in every band; A is off by 10 six times (600), B by 30 once (900)
    const a = flat(110);
    const b = flat(100, { bands: { blue: Uint16Array.of(130) } });
    const low = flat(90, { bands: { blue: Uint16Array.of(60) } });
    // blue: 60, 110, 130 -> median 110: A 0 + 5 * 100 = 500, B 400, low 2500 + 500
    expect(composite([a, b, low], 1).chosen![0]).toBe(2);
  });

  it('ties go to the earliest look: always with two looks, and with an even spread', () => {
    expect(composite([flat(9000), flat(8000)], 1).chosen![0]).toBe(1);
    expect(composite([flat(100), flat(200), flat(300), flat(400)], 1).chosen![0]).toBe(2);
    expect(composite([flat(400), flat(300), flat(200), flat(100)], 1).chosen![0]).toBe(2);
  });

  it('a look that is not clear, or lacks one band at a pixel, does not take part there', () => {
    const clouded = flat(30_000, { clear: Uint8Array.of(0) });
    const gap = flat(9000, { bands: { swir2: Uint16Array.of(0) } });
    const { chosen, clearLooks } = composite([clouded, gap, flat(8000)], 1);
    expect([chosen![0], clearLooks[0]]).toEqual([3, 1]);
  });

  it('without any clear look there is no value', () => {
    const result = composite([flat(8000, { clear: Uint8Array.of(0) })], 1, { heat: true });
    expect([result.bands.red![0], result.bands.lst![0], result.chosen![0], result.clearLooks[0]]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(composite([], 2).bands.red).toEqual(new Uint16Array(2));
  });
});

describe('median', () => {
  it('is taken band by band; an even count gives the mean of the middle two, halves up', () => {
    const looks = [
      flat(100, { bands: { red: Uint16Array.of(400) } }),
      flat(201),
      flat(300, { bands: { red: Uint16Array.of(10) } }),
      flat(1000),
    ];
    const { bands, chosen } = composite(looks, 1, { method: 'median' });
    expect(bands.nir![0]).toBe(251);
    expect(bands.red![0]).toBe(301);
    expect(chosen).toBeNull();
  });
});

describe('heat', () => {
  const warm = (level: number): Partial<Look> => ({ bands: { lst: Uint16Array.of(level) } });

  it('follows the chosen look and has no say in choosing', () => {
    const looks = [flat(8000, warm(40_000)), flat(9000, warm(60_000)), flat(20_000, warm(41_000))];
    expect(composite(looks, 1, { heat: true }).bands.lst![0]).toBe(60_000);
  });

  it('where the chosen look has none, is the median of the clear looks that have it', () => {
    const looks = [flat(8000, warm(40_000)), flat(9000), flat(20_000, warm(41_001)), flat(9500, warm(0))];
    expect(composite(looks, 1, { heat: true }).chosen![0]).toBe(2);
    expect(composite(looks, 1, { heat: true }).bands.lst![0]).toBe(40_501);
  });

  it('is the median of heat for the median composite', () => {
    const looks = [flat(8000, warm(40_000)), flat(9000, warm(44_000)), flat(20_000, warm(41_000))];
    expect(composite(looks, 1, { heat: true, method: 'median' }).bands.lst![0]).toBe(41_000);
  });
});

it('best available pixel takes the look nearest to the target day, all else equal', () => {
  const looks = [150, 190, 230].map((dayOfYear, k) => flat(8000 + k, { dayOfYear }));
  const pick = (targetDay: number): number =>
    composite(looks, 1, { method: 'best-available', bestAvailable: { targetDay } }).chosen![0]!;
  expect([pick(155), pick(195), pick(240)]).toEqual([1, 2, 3]);
});

it('a look without a composited band, or of another size, is refused', () => {
  const { swir2: _, ...five } = flat(1).bands;
  expect(() => composite([{ ...flat(1), bands: five }], 1)).toThrow(/E-OBS-106.*swir2/);
  expect(() => composite([flat(1, {}, 2)], 1)).toThrow(/E-OBS-103/);
});

it('the fast form equals the plain form to the last bit, for any number of looks, clouds, gaps and ties', () => {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  for (const count of [1, 2, 3, 7, 8, 9, 16, 17, 32]) {
    for (const spread of [65_534, 30, 2]) {
      const pixels = 700 + count;
      const looks = Array.from({ length: count }, (_, l): Look => {
        const names = [...REFLECTANCE_BANDS, ...(l % 3 === 1 ? [] : ['lst' as BandName])];
        const band = (): Uint16Array =>
          Uint16Array.from({ length: pixels }, () =>
            random() < 0.02 ? 0 : 1 + Math.floor(random() * spread),
          );
        return {
          bands: Object.fromEntries(names.map((name) => [name, band()])),
          clear: Uint8Array.from({ length: pixels }, () => (random() < 0.7 ? 1 : 0)),
          dayOfYear: 150 + l,
        };
      });
      for (const method of ['medoid', 'median'] as const) {
        const fast = composite(looks, pixels, { method, heat: true });
        expect(fast, `${method} of ${count}`).toEqual(
          composite(looks, pixels, { method, heat: true, plain: true }),
        );
      }
    }
  }
});
