import { drawGraticule } from './graticule-layer.ts';
import { northAngle } from './north-arrow.tsx';
import type { RasterSpec } from './raster-view.ts';
import { scaleBar } from './scale-bar.ts';
import type { SiteMap } from './site-map.ts';
import type { Box } from './value-window.ts';

/** What is written around a map that leaves the screen. */
export interface PictureFrame {
  readonly title: string;
  /** Under the title: date, sensor, what is shown. */
  readonly subtitle: string;
  /** Under the map: CRS, source, who made it and when. */
  readonly notes: readonly string[];
  readonly legend: PictureLegend | null;
  readonly code: string;
  readonly withGraticule: boolean;
}

export interface PictureLegend {
  readonly title: string;
  readonly low: string;
  readonly high: string;
  /** Colours from low to high. */
  readonly colours: readonly string[];
  /** Equal steps instead of mixed colours. */
  readonly isStepped: boolean;
}

const HEAD = 58;
const LINE = 18;
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

/** The map as it stands on the screen, without anything around it. */
function bareMap(site: SiteMap): HTMLCanvasElement {
  const [width, height] = site.map.getSize() as [number, number];
  const out = document.createElement('canvas');
  const ratio = Math.max(1, window.devicePixelRatio);
  out.width = Math.round(width * ratio);
  out.height = Math.round(height * ratio);
  const context = out.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, out.width, out.height);
  const drawn = site.map
    .getTargetElement()
    ?.querySelectorAll<HTMLCanvasElement>('.ol-layer canvas, canvas.ol-layer');
  for (const canvas of drawn ?? []) {
    if (canvas.width === 0) continue;
    const opacity = (canvas.parentNode as HTMLElement).style.opacity || canvas.style.opacity;
    context.globalAlpha = opacity === '' ? 1 : Number(opacity);
    const matrix = /^matrix\(([^)]+)\)$/.exec(canvas.style.transform)?.[1]?.split(',').map(Number);
    const [a, b, c, d, e, f] = matrix ?? [
      out.width / canvas.width / ratio,
      0,
      0,
      out.height / canvas.height / ratio,
      0,
      0,
    ];
    context.setTransform(a! * ratio, b! * ratio, c! * ratio, d! * ratio, e! * ratio, f! * ratio);
    context.drawImage(canvas, 0, 0);
  }
  return out;
}

/** Shows one raster alone for a moment and takes its picture; whoever calls shows again what was there. */
export async function pictureOfRaster(
  site: SiteMap,
  raster: RasterSpec | null,
  frame: PictureFrame,
): Promise<HTMLCanvasElement> {
  site.first.clip = null;
  site.second.show(null);
  site.first.show(raster);
  site.map.renderSync();
  await site.first.ready();
  site.map.renderSync();
  return framed(site, frame);
}

/** The map with title, scale, north, legend and notes. */
export function framed(site: SiteMap, frame: PictureFrame): HTMLCanvasElement {
  const bare = bareMap(site);
  const [width, height] = site.map.getSize() as [number, number];
  const ratio = bare.width / width;
  const out = document.createElement('canvas');
  const foot = 14 + LINE * frame.notes.length;
  out.width = bare.width;
  out.height = Math.round((height + HEAD + foot) * ratio);
  const context = out.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, out.width, out.height);
  context.scale(ratio, ratio);
  context.drawImage(bare, 0, HEAD, width, height);
  const view = site.map.getView();
  const extent = view.calculateExtent([width, height]) as unknown as Box;
  context.save();
  context.beginPath();
  context.rect(0, HEAD, width, height);
  context.clip();
  context.translate(0, HEAD);
  if (frame.withGraticule) drawGraticule(context, frame.code, extent, width, height);
  context.restore();
  context.strokeStyle = '#1c211f';
  context.strokeRect(0.5, HEAD + 0.5, width - 1, height - 1);
  context.fillStyle = '#1c211f';
  context.font = `600 18px ${FONT}`;
  context.fillText(frame.title, 12, 25, width - 24);
  context.font = `13px ${FONT}`;
  context.fillText(frame.subtitle, 12, 46, width - 24);
  frame.notes.forEach((note, i) => {
    context.font = `12px ${FONT}`;
    context.fillText(note, 12, HEAD + height + 18 + i * LINE, width - 24);
  });
  const centre = view.getCenter() as [number, number];
  drawNorth(context, width - 30, HEAD + 34, northAngle(frame.code, ...centre));
  const bar = scaleBar(site, width / 4);
  if (bar !== null) drawScale(context, width - 24 - bar.widthPx, HEAD + height - 20, bar);
  if (frame.legend !== null) drawLegend(context, 12, HEAD + height - 64, frame.legend);
  return out;
}

function drawNorth(context: CanvasRenderingContext2D, x: number, y: number, angle: number): void {
  context.save();
  context.translate(x, y);
  context.rotate((angle * Math.PI) / 180);
  context.beginPath();
  for (const [i, [px, py]] of [
    [0, -14],
    [8, 14],
    [0, 8],
    [-8, 14],
  ].entries() as Iterable<[number, [number, number]]>)
    if (i === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  context.closePath();
  context.fillStyle = '#1c211f';
  context.fill();
  context.strokeStyle = '#fff';
  context.stroke();
  context.font = `700 12px ${FONT}`;
  context.textAlign = 'center';
  context.fillText('N', 0, -18);
  context.restore();
}

function drawScale(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  { widthPx, text }: { readonly widthPx: number; readonly text: string },
): void {
  context.fillStyle = 'rgba(255,255,255,0.85)';
  context.fillRect(x - 8, y - 20, widthPx + 16, 30);
  context.fillStyle = '#1c211f';
  context.fillRect(x, y, widthPx / 2, 4);
  context.strokeStyle = '#1c211f';
  context.strokeRect(x, y, widthPx, 4);
  context.font = `12px ${FONT}`;
  context.textAlign = 'center';
  context.fillText(text, x + widthPx / 2, y - 5);
  context.textAlign = 'left';
}

function drawLegend(context: CanvasRenderingContext2D, x: number, y: number, legend: PictureLegend): void {
  const width = 190;
  context.fillStyle = 'rgba(255,255,255,0.92)';
  context.fillRect(x - 6, y - 6, width + 12, 58);
  context.fillStyle = '#1c211f';
  context.font = `600 12px ${FONT}`;
  context.fillText(legend.title, x, y + 9, width);
  const { colours } = legend;
  if (legend.isStepped)
    colours.forEach((colour, i) => {
      context.fillStyle = colour;
      context.fillRect(x + (i * width) / colours.length, y + 16, width / colours.length + 0.5, 12);
    });
  else {
    const ramp = context.createLinearGradient(x, 0, x + width, 0);
    colours.forEach((colour, i) => {
      ramp.addColorStop(i / (colours.length - 1), colour);
    });
    context.fillStyle = ramp;
    context.fillRect(x, y + 16, width, 12);
  }
  context.fillStyle = '#1c211f';
  context.font = `12px ${FONT}`;
  context.fillText(legend.low, x, y + 42);
  context.textAlign = 'right';
  context.fillText(legend.high, x + width, y + 42);
  context.textAlign = 'left';
}

/** Two pictures side by side as one. */
export function pairOf(left: HTMLCanvasElement, right: HTMLCanvasElement): HTMLCanvasElement {
  const gap = 12;
  const out = document.createElement('canvas');
  out.width = left.width + right.width + gap;
  out.height = Math.max(left.height, right.height);
  const context = out.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, out.width, out.height);
  context.drawImage(left, 0, 0);
  context.drawImage(right, left.width + gap, 0);
  return out;
}
