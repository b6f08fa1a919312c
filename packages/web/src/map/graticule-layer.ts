import Layer from 'ol/layer/Layer.js';
import type { FrameState } from 'ol/Map.js';
import { degreesText, graticuleLines } from './graticule-lines.ts';
import type { Box } from './value-window.ts';

const INK = 'rgba(60,70,66,0.55)';

/** Longitudes and latitudes with their degrees at the edges; needs nothing from anywhere. */
export function graticuleLayer(code: string): Layer {
  const canvas = document.createElement('canvas');
  canvas.className = 'graticule';
  canvas.style.position = 'absolute';
  canvas.style.inset = '0';
  canvas.style.width = '100%';
  canvas.style.height = '100%';
  canvas.style.pointerEvents = 'none';
  return new Layer({
    render: (frame: FrameState) => {
      const [width, height] = frame.size as [number, number];
      canvas.width = Math.round(width * frame.pixelRatio);
      canvas.height = Math.round(height * frame.pixelRatio);
      const context = canvas.getContext('2d')!;
      context.scale(frame.pixelRatio, frame.pixelRatio);
      drawGraticule(context, code, frame.extent as unknown as Box, width, height);
      return canvas;
    },
  });
}

/** Draws the lines of a view on a picture of it. */
export function drawGraticule(
  context: CanvasRenderingContext2D,
  code: string,
  view: Box,
  width: number,
  height: number,
): void {
  const x = (at: number): number => ((at - view[0]) / (view[2] - view[0])) * width;
  const y = (at: number): number => ((view[3] - at) / (view[3] - view[1])) * height;
  context.font = '11px system-ui, sans-serif';
  context.lineWidth = 1;
  for (const { degrees, axis, points } of graticuleLines(code, view)) {
    context.beginPath();
    for (const [i, [px, py]] of points.entries()) {
      if (i === 0) context.moveTo(x(px), y(py));
      else context.lineTo(x(px), y(py));
    }
    context.strokeStyle = 'rgba(60,70,66,0.28)';
    context.stroke();
    const text = degreesText(degrees, axis);
    const [px, py] = points[axis === 'longitude' ? points.length - 1 : 0]!;
    const at: [number, number] = axis === 'longitude' ? [x(px) + 3, 12] : [4, y(py) - 3];
    context.lineWidth = 3;
    context.strokeStyle = 'rgba(255,255,255,0.85)';
    context.strokeText(text, ...at);
    context.lineWidth = 1;
    context.fillStyle = INK;
    context.fillText(text, ...at);
  }
}
