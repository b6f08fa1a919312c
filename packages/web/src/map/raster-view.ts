import ImageLayer from 'ol/layer/Image.js';
import type RenderEvent from 'ol/render/Event.js';
import { getRenderPixel } from 'ol/render.js';
import ImageCanvasSource from 'ol/source/ImageCanvas.js';
import { type Contours, contourLines } from './contour-lines.ts';
import { whenIdle } from './idle-turns.ts';
import type { Look } from './look.ts';
import { PictureMaking } from './picture-making.ts';
import { type Box, type ValueWindow, valuesAt } from './value-window.ts';
import { overviewRequest, type WindowRequest, windowRequest } from './window-request.ts';
import { heldWindow, loadAhead, loadWindow } from './window-shelf.ts';

/** A layer of one year as it is shown. */
export interface RasterSpec {
  /** Address of the values, without its query: `/api/projects/p/layers/rsei/2020/values`. */
  readonly path: string;
  /** What else is asked, such as `bands=3,2,1`. */
  readonly query: string;
  readonly box: Box;
  readonly look: Look;
  /** Lines of equal height from this plane, counted from 0. */
  readonly contours?: number;
}

/** What came of showing a layer. */
export interface RasterShown {
  readonly spec: RasterSpec;
  /** Span of the colours on the screen. */
  readonly range: readonly [number, number];
}

export interface RasterEvents {
  readonly onShown?: (shown: RasterShown) => void;
  readonly onFailed?: (error: unknown, spec: RasterSpec) => void;
}

/** Painted pictures are kept up to this size; the longest unused go first. */
const PICTURE_BYTES = 160 * 2 ** 20;
/** Of the layers that will be looked at next so many are fetched as the view needs them and painted; of the others only the overview. */
const WHOLE_AHEAD = 5;
/** Measured from the change of the layer to its first frame on the screen. */
export const STEP_MEASURE = 'aftermine-layer-step';
/** The same to the first frame that shows anything of it, be it coarse. */
export const LOOK_MEASURE = 'aftermine-layer-look';

/**
 * One raster on the map: windows of values, painted on canvas, in the CRS they are in. While a window is on the way, what is here of
 * the same layer and year is shown, be it coarser, and nothing else.
 */
export class RasterView {
  readonly layer: ImageLayer<ImageCanvasSource>;
  /** Shows what lies west of (`before`) or east of (`after`) a share of the width. */
  clip: { readonly side: 'before' | 'after'; readonly share: number } | null = null;
  #spec: RasterSpec | null = null;
  #events: RasterEvents;
  #source: ImageCanvasSource;
  #pixels = new Map<string, number>();
  #pictures = new Map<string, PictureMaking>();
  #pictureBytes = 0;
  /** What will be looked at next and is not painted yet. */
  #next: { readonly url: string; readonly look: Look }[] = [];
  #stopPainting: (() => void) | null = null;
  #contours = new WeakMap<ValueWindow, Contours>();
  #current: { readonly url: string; readonly window: ValueWindow } | null = null;
  #range: readonly [number, number] | null = null;
  #failed = new Set<string>();
  #view: { extent: Box; resolution: number } | null = null;
  #asked: { readonly at: number; looked: boolean; ready: boolean; coarse: boolean } | null = null;

  constructor(projection: string, events: RasterEvents = {}) {
    this.#events = events;
    this.#source = new ImageCanvasSource({
      projection,
      ratio: 1.2,
      interpolate: false,
      canvasFunction: (extent, resolution, pixelRatio, size) =>
        this.#draw(extent as unknown as Box, resolution / pixelRatio, size as [number, number]),
    });
    this.layer = new ImageLayer({ source: this.#source });
    this.layer.on('prerender', (event) => this.#begin(event));
    this.layer.on('postrender', (event) => this.#end(event));
  }

  get spec(): RasterSpec | null {
    return this.#spec;
  }

  show(spec: RasterSpec | null): void {
    const isSame = spec !== null && this.#spec !== null && alike(spec, this.#spec);
    if (spec === this.#spec) return;
    this.#spec = spec;
    if (isSame) {
      // Whoever asked again is told again; the picture stays.
      if (this.#asked === null && this.#range !== null) this.#events.onShown?.({ spec, range: this.#range });
      return;
    }
    this.#range = null;
    this.#current = null;
    this.#asked =
      spec === null ? null : { at: performance.now(), looked: false, ready: false, coarse: false };
    this.layer.setVisible(spec !== null);
    this.#source.changed();
  }

  /**
   * Loads what the present view needs of layers that will be looked at next, the likeliest first, and paints it while the page has
   * nothing else to do: then a step to them is a swap of pictures.
   */
  ahead(specs: readonly RasterSpec[]): void {
    const view = this.#view;
    if (view === null) return;
    const urls = specs.slice(0, WHOLE_AHEAD).map((spec) => this.#urlOf(spec, view.extent, view.resolution));
    const coarse = specs.map((spec) => this.#overviewOf(spec, view.extent, view.resolution));
    this.#next = [...urls, ...coarse].flatMap((url, i) =>
      url === null ? [] : [{ url, look: specs[i % urls.length]!.look }],
    );
    loadAhead(
      this.#next.map(({ url }) => url),
      () => this.#paintNext(),
    );
    this.#paintNext();
  }

  /** Resolves once what is shown is here and painted with the next frame. @throws ApiProblem where the server refuses */
  async ready(): Promise<void> {
    const url =
      this.#spec === null || this.#view === null
        ? null
        : this.#urlOf(this.#spec, this.#view.extent, this.#view.resolution);
    if (url === null) return;
    await loadWindow(url);
    this.#source.changed();
  }

  /** Values at a place, at the fineness shown; null where nothing is shown. */
  valuesAt(x: number, y: number): number[] | null {
    return this.#current === null ? null : valuesAt(this.#current.window, x, y);
  }

  #urlOf(spec: RasterSpec, extent: Box, resolution: number): string | null {
    const request = windowRequest(spec.box, extent, resolution, this.#pixels.get(kindOf(spec)) ?? null);
    if (request === null) return null;
    return addressOf(spec, request);
  }

  #overviewOf(spec: RasterSpec, extent: Box, resolution: number): string | null {
    const pixel = this.#pixels.get(kindOf(spec)) ?? null;
    const request = windowRequest(spec.box, extent, resolution, pixel);
    const overview = request === null ? null : overviewRequest(spec.box, request, pixel);
    return overview === null ? null : addressOf(spec, overview);
  }

  #draw(extent: Box, resolution: number, [width, height]: [number, number]): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width));
    canvas.height = Math.max(1, Math.round(height));
    this.#view = { extent, resolution };
    const spec = this.#spec;
    if (spec === null) return canvas;
    const url = this.#urlOf(spec, extent, resolution);
    if (url === null) {
      if (this.#asked !== null) this.#asked.ready = true;
      return canvas;
    }
    const here = heldWindow(url);
    if (here !== undefined) {
      const kind = kindOf(spec);
      // The first window of a kind tells how fine its file is: from then on no finer one is asked for.
      if (!this.#pixels.has(kind)) this.#pixels.set(kind, here.sourcePixel);
      this.#current = { url, window: here };
    } else this.#fetch(url, spec, extent, resolution);
    const current = this.#current;
    if (current === null || current.window.width === 0 || current.window.height === 0) return canvas;
    const { window } = current;
    const picture = this.#picture(current.url, window, spec.look);
    picture.finish();
    const context = canvas.getContext('2d')!;
    context.imageSmoothingEnabled = false;
    const [west, south, east, north] = window.box;
    const x = (at: number): number => (at - extent[0]) / resolution;
    const y = (at: number): number => (extent[3] - at) / resolution;
    context.drawImage(picture.canvas, x(west), y(north), x(east) - x(west), y(south) - y(north));
    if (spec.contours !== undefined) this.#drawContours(context, window, spec.contours, x, y);
    if (this.#asked !== null) this.#asked.coarse = true;
    if (here !== undefined && this.#asked !== null && !this.#asked.ready) {
      this.#asked.ready = true;
      this.#range = picture.range;
      this.#events.onShown?.({ spec, range: picture.range });
    }
    return canvas;
  }

  /** The picture of a window, begun where there is none yet. */
  #picture(url: string, window: ValueWindow, look: Look): PictureMaking {
    const key = pictureKey(url, look);
    const known = this.#pictures.get(key);
    const picture = known ?? new PictureMaking(window, look);
    if (known === undefined) this.#pictureBytes += picture.bytes;
    this.#pictures.delete(key);
    this.#pictures.set(key, picture);
    for (const [oldest, other] of this.#pictures) {
      if (this.#pictureBytes <= PICTURE_BYTES || oldest === key) break;
      this.#pictures.delete(oldest);
      this.#pictureBytes -= other.bytes;
    }
    return picture;
  }

  /** Paints what has come of what will be looked at next. */
  #paintNext(): void {
    this.#stopPainting?.();
    let painted = 0;
    this.#stopPainting = whenIdle(() => {
      const one = this.#next.find(
        ({ url, look }) =>
          this.#pictures.get(pictureKey(url, look))?.isDone !== true && heldWindow(url) !== undefined,
      );
      if (one === undefined) return false;
      const window = heldWindow(one.url)!;
      const picture = this.#picture(one.url, window, one.look);
      picture.step();
      if (!picture.isDone) return true;
      // More than is kept would push out what has just been painted, and so on for ever.
      painted += picture.bytes;
      return painted + 2 * picture.bytes <= PICTURE_BYTES;
    });
  }

  /** Asks for a window; where nothing of its layer is here, for a coarse one before, since that comes sooner. */
  #fetch(url: string, spec: RasterSpec, extent: Box, resolution: number): void {
    const coarse = this.#current === null ? this.#overviewOf(spec, extent, resolution) : null;
    const here = coarse === null ? undefined : heldWindow(coarse);
    if (coarse === null || here !== undefined || this.#failed.has(coarse)) this.#load(url, spec);
    // The window itself is asked for when the coarse one is drawn, and told of where it fails.
    else this.#load(coarse, spec, false);
    if (coarse !== null && here !== undefined) this.#current = { url: coarse, window: here };
  }

  #load(url: string, spec: RasterSpec, isTold = true): void {
    if (this.#failed.has(url)) return;
    loadWindow(url).then(
      () => {
        if (this.#spec?.path === spec.path) this.#source.changed();
      },
      (error: unknown) => {
        this.#failed.add(url);
        if (isTold) this.#events.onFailed?.(error, spec);
        else this.#source.changed();
      },
    );
  }

  #drawContours(
    context: CanvasRenderingContext2D,
    window: ValueWindow,
    band: number,
    x: (at: number) => number,
    y: (at: number) => number,
  ): void {
    let lines = this.#contours.get(window);
    if (lines === undefined) {
      lines = contourLines(window, band);
      this.#contours.set(window, lines);
    }
    const { segments, heights, interval } = lines;
    for (const strong of [false, true]) {
      context.beginPath();
      for (let i = 0; i < heights.length; i += 1) {
        // Every fifth line is drawn stronger.
        if ((Math.round(heights[i]! / interval) % 5 === 0) !== strong) continue;
        context.moveTo(x(segments[i * 4]!), y(segments[i * 4 + 1]!));
        context.lineTo(x(segments[i * 4 + 2]!), y(segments[i * 4 + 3]!));
      }
      context.strokeStyle = strong ? 'rgba(92,64,28,0.85)' : 'rgba(92,64,28,0.45)';
      context.lineWidth = strong ? 1.2 : 0.7;
      context.stroke();
    }
  }

  #begin(event: RenderEvent): void {
    const { clip } = this;
    const context = event.context as CanvasRenderingContext2D | undefined;
    if (clip === null || context === undefined || event.frameState === null) return;
    const [wide, high] = event.frameState!.size as [number, number];
    const edge = wide * clip.share;
    const [from, to] = clip.side === 'before' ? [0, edge] : [edge, wide];
    context.save();
    context.beginPath();
    for (const [i, corner] of [
      [from, 0],
      [to, 0],
      [to, high],
      [from, high],
    ].entries()) {
      const [x, y] = getRenderPixel(event, corner) as [number, number];
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
    context.clip();
  }

  #end(event: RenderEvent): void {
    if (this.clip !== null) (event.context as CanvasRenderingContext2D | undefined)?.restore();
    if (this.#asked?.coarse === true && !this.#asked.looked) {
      this.#asked.looked = true;
      performance.measure(LOOK_MEASURE, { start: this.#asked.at });
    }
    if (this.#asked?.ready === true) {
      performance.measure(STEP_MEASURE, { start: this.#asked.at });
      this.#asked = null;
    }
  }
}

function alike(one: RasterSpec, other: RasterSpec): boolean {
  return (
    one.path === other.path &&
    one.query === other.query &&
    one.contours === other.contours &&
    JSON.stringify(one.look) === JSON.stringify(other.look)
  );
}

function addressOf({ path, query }: RasterSpec, { box, width, height }: WindowRequest): string {
  return `${path}?${query}&bbox=${box.join(',')}&width=${width}&height=${height}`;
}

function pictureKey(url: string, look: Look): string {
  return `${url} ${JSON.stringify(look)}`;
}

/** All years of a kind have the same pixels. */
function kindOf({ path, box }: RasterSpec): string {
  return `${path.replace(/\/(\d{4}|-)\/values$/, '')} ${box.join(',')}`;
}
