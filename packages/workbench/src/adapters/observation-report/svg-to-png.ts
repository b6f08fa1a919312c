import { Resvg } from '@resvg/resvg-js';

/** An SVG as a PNG of its own size. Text takes the fonts of the machine; on one without fonts it is left out, the rest stands. */
export function svgToPng(svg: string): Uint8Array {
  const picture = new Resvg(svg, { font: { loadSystemFonts: true }, logLevel: 'off' }).render();
  return new Uint8Array(picture.asPng());
}
