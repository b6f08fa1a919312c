import { type MapFrame, scaleBar } from './map-frame.ts';

/** Scale bar and north arrow of a map. `north` is escaped already. */
export function furniture(frame: MapFrame, north: string): string {
  const bar = scaleBar(frame);
  const [x, y] = [14, frame.height - 14];
  return `<g class="furniture"><path d="M${x} ${y - 6}v6h${fixed(bar.pixels)}v-6" class="bar-halo"/><path d="M${x} ${y - 6}v6h${fixed(bar.pixels)}v-6" class="bar"/><text x="${fixed(x + bar.pixels / 2)}" y="${y - 5}" text-anchor="middle" font-size="12">${bar.text}</text><g transform="translate(${frame.width - 30} 12)"><title>${north}</title><path d="M8 0 14 16 8 12.5 2 16Z"/><text x="8" y="27" font-size="11" text-anchor="middle" font-weight="700">N</text></g></g>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
