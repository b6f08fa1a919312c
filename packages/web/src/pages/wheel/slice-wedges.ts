/** A slice of a wheel as something to point at: an SVG path in a square of `size`, clockwise from the top. */
export function wedge(index: number, count: number, size: number): string {
  const half = size / 2;
  const turn = (2 * Math.PI) / Math.max(1, count);
  const at = (angle: number): string =>
    `${round(half + half * Math.sin(angle))} ${round(half - half * Math.cos(angle))}`;
  if (count <= 1) return `M0 ${half}A${half} ${half} 0 1 1 ${size} ${half}A${half} ${half} 0 1 1 0 ${half}Z`;
  const isWide = turn > Math.PI ? 1 : 0;
  return `M${half} ${half}L${at(index * turn)}A${half} ${half} 0 ${isWide} 1 ${at((index + 1) * turn)}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
