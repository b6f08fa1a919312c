import { expect, it } from 'vitest';
import { addReasons, applyMask, maskTable, waterMask } from './masks.ts';

const bit = (...bits: number[]): number => bits.reduce((sum, b) => sum + 2 ** b, 0);

it('QA_PIXEL: every flag drops its pixel under its own reason, water does not', () => {
  const samples = Uint16Array.of(
    bit(0),
    bit(1),
    bit(2),
    bit(3),
    bit(4),
    bit(5),
    bit(6),
    bit(6, 7),
    0,
    bit(1, 3),
  );
  const { clear, reasons } = applyMask(samples, maskTable('qa-pixel'));
  expect(Array.from(clear)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 0, 0]);
  expect(reasons).toMatchObject({ fill: 2, cloud: 2, 'dilated-cloud': 1, cirrus: 1, shadow: 1, snow: 1 });
});

it('real Collection 2 values are read as USGS documents them', () => {
  // clear 21824, water 21952, cloud 22280, shadow 23888, snow 30048, fill 1
  const { clear } = applyMask(Uint16Array.of(21824, 21952, 22280, 23888, 30048, 1), maskTable('qa-pixel'));
  expect(Array.from(clear)).toEqual([1, 1, 0, 0, 0, 0]);
});

it('what is dropped is a choice, but fill always is', () => {
  const { clear } = applyMask(
    Uint16Array.of(bit(5), bit(2), bit(3), bit(0)),
    maskTable('qa-pixel', { drop: ['cloud'] }),
  );
  expect(Array.from(clear)).toEqual([1, 1, 0, 0]);
});

it('QA_RADSAT: only saturation of a band in use counts, and band numbers depend on the sensor', () => {
  const blue = { bands: ['blue'] } as const;
  const samples = Uint16Array.of(0, bit(0), bit(1), bit(5));
  expect(Array.from(applyMask(samples, maskTable('qa-radsat', { ...blue, sensor: 'tm' })).clear)).toEqual([
    1, 0, 1, 1,
  ]);
  expect(Array.from(applyMask(samples, maskTable('qa-radsat', { ...blue, sensor: 'oli' })).clear)).toEqual([
    1, 1, 0, 1,
  ]);
  // bit 5 is the thermal band of TM: not one of the six
  expect(applyMask(samples, maskTable('qa-radsat', { sensor: 'tm' })).clear[3]).toBe(1);
});

it('SCL keeps vegetation, bare soil, water and unclassified alone', () => {
  const { clear, reasons } = applyMask(
    Uint8Array.from({ length: 12 }, (_, k) => k),
    maskTable('scl'),
  );
  expect(Array.from(clear)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
  expect(reasons).toMatchObject({ fill: 1, defective: 1, shadow: 2, cloud: 2, cirrus: 1, snow: 1 });
});

it('Fmask of HLS is read as bits: low aerosol and water stay, 255 is fill', () => {
  const { clear } = applyMask(
    Uint8Array.of(0, bit(6), bit(5, 6), bit(1), bit(2), bit(3), bit(4), 255),
    maskTable('fmask'),
  );
  expect(Array.from(clear)).toEqual([1, 1, 1, 0, 0, 0, 0, 0]);
});

it('masks combine: a pixel dropped twice is counted once, under the first reason', () => {
  const first = applyMask(Uint16Array.of(bit(3), bit(6)), maskTable('qa-pixel'));
  const both = applyMask(Uint16Array.of(bit(1), bit(1)), maskTable('qa-radsat'), first);
  expect(Array.from(both.clear)).toEqual([0, 0]);
  expect(both.reasons).toMatchObject({ cloud: 1, saturated: 1 });
  expect(addReasons(both.reasons, both.reasons).cloud).toBe(2);
  expect(() => applyMask(new Uint16Array(3), maskTable('scl'), first)).toThrow(/E-OBS-103/);
});

it('water is where MNDWI exceeds the threshold; no observation is not water', () => {
  expect(Array.from(waterMask(Float32Array.of(0.2, 0, -0.1, NaN)))).toEqual([1, 0, 0, 0]);
  expect(Array.from(waterMask(Float32Array.of(0.2, 0, -0.1, NaN), -0.2))).toEqual([1, 1, 1, 0]);
});
