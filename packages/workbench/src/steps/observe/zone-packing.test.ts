import { coverage, mergeHistograms, zoneHistogram } from '@aftermine/science/raster';
import { expect, test } from 'vitest';
import { HistogramReader, HistogramWriter } from './zone-packing.ts';

const grid = {
  crs: 'EPSG:32649',
  originX: 0,
  originY: 8,
  pixelWidth: 1,
  pixelHeight: 1,
  width: 8,
  height: 8,
};

test('histograms come back from bytes exactly, whole and partial pixels, negative samples, empty ones', () => {
  const zone = coverage(
    [
      [
        [
          [0.3, 0.7],
          [6.2, 0.7],
          [6.2, 7.9],
          [0.3, 7.9],
          [0.3, 0.7],
        ],
      ],
    ],
    grid,
  );
  const samples = Int16Array.from({ length: 64 }, (_, i) =>
    i % 7 === 0 ? -32768 : ((i * 7919) % 20_001) - 10_000,
  );
  const none = new Int16Array(64).fill(-32768);
  const histograms = [
    zoneHistogram(samples, 8, -32768, zone),
    zoneHistogram(none, 8, -32768, zone),
    zoneHistogram(
      samples.map((v) => Math.abs(v % 3)),
      8,
      null,
      zone,
    ),
  ];
  const writer = new HistogramWriter();
  for (const histogram of histograms) writer.add(histogram);
  const reader = new HistogramReader(writer.bytes());
  for (const histogram of histograms) expect(reader.next()).toEqual(histogram);
});

test('merging unpacked halves gives the histogram of the whole', () => {
  const zone = coverage(
    [
      [
        [
          [0, 0],
          [8, 0],
          [8, 8],
          [0, 8],
          [0, 0],
        ],
      ],
    ],
    grid,
  );
  const samples = Int16Array.from({ length: 64 }, (_, i) => (i * 13) % 5);
  const whole = zoneHistogram(samples, 8, null, zone);
  const writer = new HistogramWriter();
  for (const half of [0, 1]) {
    const masked = samples.map((value, i) => (i % 2 === half ? value : -1));
    writer.add(zoneHistogram(masked, 8, -1, zone));
  }
  const reader = new HistogramReader(writer.bytes());
  const merged = mergeHistograms([reader.next(), reader.next()]);
  expect(merged.samples).toEqual(whole.samples);
  expect(merged.weights).toEqual(whole.weights);
});
