import { readFileSync } from 'node:fs';
import exifr from 'exifr';
import type { PhotographFacts, Photographs } from '../../ports/index.ts';

/** What starts a JPEG, a TIFF (either order), a HEIC (at byte 4) and a PNG. */
const PICTURES = [/^ffd8ff/, /^49492a00/, /^4d4d002a/, /^.{8}66747970/, /^89504e47/];

/** Photographs of cameras and telephones: EXIF of JPEG, TIFF, HEIC and PNG. */
export class ExifPhotographs implements Photographs {
  async read(path: string): Promise<PhotographFacts | null> {
    const bytes = readFileSync(path);
    const start = bytes.subarray(0, 12).toString('hex');
    if (!PICTURES.some((picture) => picture.test(start))) return null;
    let tags: Record<string, unknown> | undefined;
    try {
      tags = (await exifr.parse(bytes, { gps: true, reviveValues: false })) as typeof tags;
    } catch {
      return { takenAt: null, place: null };
    }
    const [longitude, latitude] = [tags?.['longitude'], tags?.['latitude']];
    return {
      takenAt: isoOf(tags?.['DateTimeOriginal'] ?? tags?.['CreateDate']),
      place:
        typeof longitude === 'number' &&
        typeof latitude === 'number' &&
        Math.abs(longitude) <= 180 &&
        Math.abs(latitude) <= 90
          ? [longitude, latitude]
          : null,
    };
  }
}

/** `2031:05:20 09:30:00` of EXIF as ISO 8601. */
function isoOf(value: unknown): string | null {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(typeof value === 'string' ? value : '');
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}T${match[4]}`;
}
