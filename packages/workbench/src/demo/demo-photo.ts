/** Sky over a slope, 64 x 48 pixels, as JPEG. */
const PICTURE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAwAEADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAMGBf/EABUQAQEAAAAAAAAAAAAAAAAAAAAS/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAME/8QAFxEBAQEBAAAAAAAAAAAAAAAAABETYf/aAAwDAQACEQMRAD8A7cELySvUYhBC8klIhBC8klIhBC8klIvBDMWWx7cVjTwQzFlm3CNPBDMWWbcI08EMxZZtwiFloWWlFIvZaFlkIvZaFlkIvZaFlkI//9k=';

/** Bytes of a TIFF tag value type. */
const TYPES = { ascii: 2, short: 3, long: 4, rational: 5 } as const;

/**
 * A photograph as a telephone takes it: a JPEG whose EXIF header says when and where.
 *
 * @param takenAt ISO 8601 without zone
 * @param place WGS84 longitude and latitude
 * @source CIPA DC-008, Exif 2.32
 */
export function demoPhoto(takenAt: string, [longitude, latitude]: readonly [number, number]): Uint8Array {
  const jpeg = Uint8Array.from(atob(PICTURE), (char) => char.charCodeAt(0));
  const exif = exifSegment(takenAt, longitude, latitude);
  const out = new Uint8Array(jpeg.length + exif.length);
  out.set(jpeg.subarray(0, 2));
  out.set(exif, 2);
  out.set(jpeg.subarray(2), 2 + exif.length);
  return out;
}

/** APP1 with a TIFF of three directories: the picture, its EXIF, its place. */
function exifSegment(takenAt: string, longitude: number, latitude: number): Uint8Array {
  const date = `${takenAt.slice(0, 10).replaceAll('-', ':')} ${takenAt.slice(11, 19)}\0`;
  const [ifd0, exif, gps] = [8, 8 + 2 + 2 * 12 + 4, 8 + 2 + 2 * 12 + 4 + 2 + 12 + 4];
  const data = gps + 2 + 4 * 12 + 4;
  const bytes = new Uint8Array(data + 20 + 48);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 0x2a, 0]);
  view.setUint32(4, ifd0, true);
  const tag = (at: number, id: number, type: number, count: number, value: number): void => {
    view.setUint16(at, id, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
  };
  const directory = (at: number, count: number): void => view.setUint16(at, count, true);
  const sexagesimal = (at: number, degrees: number): void => {
    const seconds = Math.round(Math.abs(degrees) * 3600 * 1000);
    [Math.floor(seconds / 3_600_000), Math.floor((seconds % 3_600_000) / 60_000), seconds % 60_000].forEach(
      (value, i) => {
        view.setUint32(at + 8 * i, value, true);
        view.setUint32(at + 8 * i + 4, i === 2 ? 1000 : 1, true);
      },
    );
  };
  directory(ifd0, 2);
  tag(ifd0 + 2, 0x8769, TYPES.long, 1, exif);
  tag(ifd0 + 14, 0x8825, TYPES.long, 1, gps);
  directory(exif, 1);
  tag(exif + 2, 0x9003, TYPES.ascii, 20, data);
  directory(gps, 4);
  tag(gps + 2, 1, TYPES.ascii, 2, (latitude < 0 ? 'S' : 'N').charCodeAt(0));
  tag(gps + 14, 2, TYPES.rational, 3, data + 20);
  tag(gps + 26, 3, TYPES.ascii, 2, (longitude < 0 ? 'W' : 'E').charCodeAt(0));
  tag(gps + 38, 4, TYPES.rational, 3, data + 44);
  for (let i = 0; i < date.length; i += 1) bytes[data + i] = date.charCodeAt(i);
  sexagesimal(data + 20, latitude);
  sexagesimal(data + 44, longitude);
  const head = [0xff, 0xe1, 0, 0, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const segment = new Uint8Array(head.length + bytes.length);
  segment.set(head);
  segment.set(bytes, head.length);
  new DataView(segment.buffer).setUint16(2, segment.length - 2);
  return segment;
}
