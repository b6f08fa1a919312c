import MVT from 'ol/format/MVT.js';
import type RenderFeature from 'ol/render/Feature.js';

/** Borders are for the authorities that publish maps to draw, not for us. */
const BORDERS = /bound|admin|border|disputed|境|界/i;
const WATER = /water|ocean|sea|river|lake|水|河|湖/i;
const FACE = { land: 'rgb(120 130 120 / 8%)', water: 'rgb(110 150 175 / 28%)' };
const LINE = { land: 'rgb(110 118 112 / 55%)', water: 'rgb(90 135 165 / 60%)' };
const POINT = 'rgb(90 98 92 / 60%)';
const POINT_PX = 1.5;

const format = new MVT<RenderFeature>();

/** A vector tile as a plain grey picture under the values of a map: faces, lines and dots, without borders and names. */
export function drawTile(data: ArrayBuffer, sizePx: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = sizePx;
  canvas.height = sizePx;
  const pen = canvas.getContext('2d')!;
  // The format counts north; a canvas counts down.
  pen.setTransform(1, 0, 0, -1, 0, sizePx);
  for (const feature of format.readFeatures(data, { extent: [0, 0, sizePx, sizePx] })) {
    const layer = String(feature.get('layer') ?? '');
    if (!BORDERS.test(layer)) draw(pen, feature, WATER.test(layer) ? 'water' : 'land');
  }
  return canvas;
}

function draw(pen: CanvasRenderingContext2D, feature: RenderFeature, kind: keyof typeof FACE): void {
  const flat = feature.getFlatCoordinates();
  const type = feature.getType();
  pen.beginPath();
  if (type === 'Point' || type === 'MultiPoint') {
    for (let i = 0; i < flat.length; i += 2) {
      pen.moveTo(flat[i]! + POINT_PX, flat[i + 1]!);
      pen.arc(flat[i]!, flat[i + 1]!, POINT_PX, 0, 2 * Math.PI);
    }
    pen.fillStyle = POINT;
    pen.fill();
    return;
  }
  let from = 0;
  for (const end of feature.getEnds() ?? [flat.length]) {
    for (let i = from; i < end; i += 2)
      if (i === from) pen.moveTo(flat[i]!, flat[i + 1]!);
      else pen.lineTo(flat[i]!, flat[i + 1]!);
    from = end;
  }
  if (type === 'Polygon') {
    pen.fillStyle = FACE[kind];
    pen.fill('evenodd');
  } else {
    pen.strokeStyle = LINE[kind];
    pen.stroke();
  }
}
