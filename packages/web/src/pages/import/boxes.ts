import type { Box } from './file-facts.ts';

/** True where two boxes share land; touching edges count. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The box around several; null around none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

/** West, south, east, north as a person reads them. */
export function boxText(box: Box): string {
  const digits = Math.max(...box.map(Math.abs)) > 400 ? 0 : 4;
  return box.map((value) => value.toFixed(digits)).join(', ');
}
