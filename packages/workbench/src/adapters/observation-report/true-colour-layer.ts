import { say } from '@aftermine/science/base';
import {
  colourTable,
  entryOf,
  type PageLayer,
  stretchOf,
  trueColour,
} from '@aftermine/science/report/observation';
import type { ObservationReport } from '../../ports/index.ts';
import { type MapPlane, planeOf } from './map-plane.ts';
import { pngUri, tablePng } from './png.ts';

const BANDS = ['red', 'green', 'blue'] as const;
/** Entry 0 is "not seen". */
const COLOURS = 255;

/** The true-colour composites, one stretch and one table of colours for all years; null without red, green and blue. */
export async function trueColourLayer(report: ObservationReport, factor: number): Promise<PageLayer | null> {
  const { result, language } = report;
  const years: { year: number; bands: MapPlane[]; width: number; height: number }[] = [];
  for (const year of result.years) {
    const picture = await report.layer('composite', year);
    if (picture === null) continue;
    const bands = BANDS.flatMap((name) => planeOf(picture, name, factor, 'mean') ?? []);
    if (bands.length < BANDS.length) return null;
    years.push({
      year,
      bands,
      width: Math.ceil(picture.width / factor),
      height: Math.ceil(picture.height / factor),
    });
  }
  const stretch = stretchOf(years.map(({ bands }) => bands));
  if (stretch === null) return null;
  const pictures = years.map((one) => ({ ...one, ...trueColour(one.bands, stretch) }));
  const table = colourTable(pictures, COLOURS);
  const colours = [[0, 0, 0] as const, ...table.colours];
  const images: Record<string, string | null> = Object.fromEntries(result.years.map((year) => [year, null]));
  for (const { year, rgb, seen, width, height } of pictures) {
    const codes = seen.map((known, i) =>
      known === 0 ? 0 : 1 + entryOf(table, rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!),
    );
    if (codes.some((code) => code > 0)) images[year] = pngUri(tablePng(codes, width, height, colours));
  }
  return {
    id: 'true-colour',
    label: say(language, 'page.index-short.true-colour'),
    kind: 'picture',
    lo: 0,
    hi: 1,
    digits: 0,
    unit: '',
    palettes: [],
    images,
  };
}
