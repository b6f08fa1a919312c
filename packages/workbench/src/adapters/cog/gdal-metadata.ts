import type { LayerSpec } from '../../ports/index.ts';

/** What GDAL's metadata tag says of one band. */
export interface BandMetadata {
  readonly name: string | null;
  readonly scale: number;
  readonly offset: number;
}

/** Band names, scales and offsets of a GDAL_METADATA text. */
export function readBandMetadata(text: string | null, bandCount: number): BandMetadata[] {
  const bands = Array.from({ length: bandCount }, () => ({
    name: null as string | null,
    scale: 1,
    offset: 0,
  }));
  if (text === null) return bands;
  for (const [, attributes, value] of text.matchAll(/<Item\b([^<>]*)>([^<]*)<\/Item>/g)) {
    const sample = /\bsample="(\d+)"/.exec(attributes!)?.[1];
    const role = /\brole="([^"]*)"/.exec(attributes!)?.[1];
    const band = sample === undefined ? undefined : bands[Number(sample)];
    if (band === undefined || role === undefined) continue;
    if (role === 'description') band.name = plainText(value!);
    else if (role === 'scale' && Number.isFinite(Number(value))) band.scale = Number(value);
    else if (role === 'offset' && Number.isFinite(Number(value))) band.offset = Number(value);
  }
  return bands;
}

/** The GDAL_METADATA text of a layer. */
export function writeBandMetadata(spec: LayerSpec): string {
  const items = Object.entries(spec.metadata ?? {}).map(
    ([name, value]) => `  <Item name="${xmlText(name)}">${xmlText(value)}</Item>`,
  );
  spec.bands.forEach((band, sample) => {
    const item = (name: string, role: string, value: string): void => {
      items.push(`  <Item name="${name}" sample="${sample}" role="${role}">${xmlText(value)}</Item>`);
    };
    item('DESCRIPTION', 'description', band.name);
    if (band.scale !== undefined) item('SCALE', 'scale', String(band.scale));
    if (band.offset !== undefined) item('OFFSET', 'offset', String(band.offset));
    if (band.unit !== undefined) item('UNITTYPE', 'unittype', band.unit);
  });
  return `<GDALMetadata>\n${items.join('\n')}\n</GDALMetadata>`;
}

/** GDAL escapes what it keeps once for itself and once more as XML; so must whoever writes for it. */
function xmlText(text: string): string {
  return escapeOnce(escapeOnce(text));
}

function escapeOnce(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function plainText(text: string): string {
  return unescapeOnce(unescapeOnce(text));
}

function unescapeOnce(text: string): string {
  return text
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
