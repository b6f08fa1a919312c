import type { PageData, PageLayer } from '@aftermine/science/report/observation';

/** A map as it was unpacked: codes of a value layer, or the picture itself. */
export interface MapImage {
  readonly codes: Uint8Array | null;
  readonly pixels: ImageData;
}

/** Unpacks maps when they are asked for and keeps them. */
export class MapImages {
  readonly data: PageData;
  readonly #known = new Map<string, Promise<MapImage | null>>();

  constructor(data: PageData) {
    this.data = data;
  }

  layer(id: string): PageLayer {
    return this.data.layers.find((one) => one.id === id) ?? this.data.layers[0]!;
  }

  /** Null where nothing was seen in that year. */
  image(layer: PageLayer, year: number): Promise<MapImage | null> {
    const key = `${layer.id} ${year}`;
    let image = this.#known.get(key);
    if (image === undefined) {
      image = this.#unpack(layer, year);
      this.#known.set(key, image);
    }
    return image;
  }

  async #unpack(layer: PageLayer, year: number): Promise<MapImage | null> {
    const uri = layer.images[year];
    if (uri === undefined || uri === null) return null;
    const picture = new Image();
    picture.src = uri;
    await picture.decode();
    const { width, height } = this.data;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(picture, 0, 0);
    const pixels = context.getImageData(0, 0, width, height);
    if (layer.kind === 'picture') return { codes: null, pixels };
    const codes = new Uint8Array(width * height);
    for (let i = 0; i < codes.length; i += 1) codes[i] = pixels.data[i * 4]!;
    return { codes, pixels };
  }

  /** Paints one year of a layer; what was not seen stays empty, so that the hatching behind shows. */
  async paint(canvas: HTMLCanvasElement, layer: PageLayer, year: number, palette: string): Promise<void> {
    const image = await this.image(layer, year);
    const { width, height } = this.data;
    const context = canvas.getContext('2d')!;
    context.clearRect(0, 0, width, height);
    if (image === null) return;
    if (image.codes === null) {
      context.putImageData(image.pixels, 0, 0);
      return;
    }
    const colours = coloursOf(this.data.palettes[palette]?.codes ?? '');
    const out = context.createImageData(width, height);
    const pixels = new Uint32Array(out.data.buffer);
    for (let i = 0; i < pixels.length; i += 1) pixels[i] = colours[image.codes[i]!]!;
    context.putImageData(out, 0, 0);
  }
}

const tables = new Map<string, Uint32Array>();

/** Colours by code as little-endian RGBA; code 0 is transparent. */
function coloursOf(codes: string): Uint32Array {
  let table = tables.get(codes);
  if (table === undefined) {
    table = new Uint32Array(256);
    for (let code = 1; code < 256; code += 1) {
      const value = Number.parseInt(codes.slice((code - 1) * 6, code * 6), 16);
      table[code] = 0xff000000 | ((value & 255) << 16) | (value & 0xff00) | (value >> 16);
    }
    tables.set(codes, table);
  }
  return table;
}
