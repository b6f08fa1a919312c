import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ExifPhotographs } from '../adapters/photos/exif-photographs.ts';
import { demoPhoto } from './demo-photo.ts';

const dir = mkdtempSync(join(tmpdir(), 'aftermine-photo-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  [113.25031, 41.70412],
  [-70.5, -23.000_02],
] as const)('a photograph says when and where it was taken: %s, %s', async (longitude, latitude) => {
  const path = join(dir, 'photo.jpg');
  writeFileSync(path, demoPhoto('2030-06-14T09:30:05', [longitude, latitude]));
  const facts = (await new ExifPhotographs().read(path))!;
  expect(facts.takenAt).toBe('2030-06-14T09:30:05');
  expect(facts.place![0]).toBeCloseTo(longitude, 6);
  expect(facts.place![1]).toBeCloseTo(latitude, 6);
});

test('what is no picture has no facts, and a broken header says nothing', async () => {
  const path = join(dir, 'other.jpg');
  writeFileSync(path, 'no picture');
  expect(await new ExifPhotographs().read(path)).toBeNull();
  writeFileSync(path, demoPhoto('2030-06-14T09:30:05', [113, 41]).subarray(0, 40));
  expect(await new ExifPhotographs().read(path)).toEqual({ takenAt: null, place: null });
});
