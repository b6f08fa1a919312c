import type { PageData, PageLayer } from '@aftermine/science/report/observation';
import { byId, chosen, element, fill, numberIn } from './elements.ts';
import { drawLegend } from './legend.ts';
import type { MapImages } from './map-images.ts';

const MILLISECONDS_A_YEAR = 900;

/** Maps year by year: layer, slider, play, legend, values under the cursor. Returns a way to follow the palette. */
export function mapPanel(
  data: PageData,
  images: MapImages,
): { readonly paletteOf: (layer: PageLayer) => string } {
  const canvas = byId('map-canvas', HTMLCanvasElement);
  const map = byId('map', HTMLElement);
  const range = byId('year-range', HTMLInputElement);
  const strip = byId('year-strip', HTMLElement);
  const play = byId('year-play', HTMLButtonElement);
  const layers = byId('map-layers', HTMLElement);
  const palette = byId('map-palette', HTMLSelectElement);
  const readout = byId('map-readout', HTMLElement);
  const cross = byId('map-cross', HTMLElement);
  const why = byId('map-why', HTMLElement);
  const chosenPalette = new Map<string, string>();
  let cursor: readonly [col: number, row: number] | null = null;
  let timer = 0;

  const year = (): number => data.years[Number(range.value)] ?? data.years[0]!;
  const layer = (): PageLayer => images.layer(chosen(layers));
  const paletteOf = (one: PageLayer): string => chosenPalette.get(one.id) ?? one.palettes[0] ?? '';

  const show = async (): Promise<void> => {
    const [now, one] = [year(), layer()];
    const season = data.seasons.find((candidate) => candidate.year === now);
    byId('map-year', HTMLElement).textContent = String(now);
    byId('map-stamp', HTMLElement).textContent = season?.sensors ? `${now} · ${season.sensors}` : String(now);
    byId('map-season', HTMLElement).replaceChildren(
      ...(season?.lines ?? []).map((line) => element('li', {}, line)),
    );
    why.hidden = one.images[now] != null;
    why.textContent = why.hidden ? '' : (season?.lines[0] ?? '');
    range.setAttribute(
      'aria-valuetext',
      [now, data.texts[`quality.${season?.quality ?? 'good'}`]].join(', '),
    );
    canvas.setAttribute('aria-label', fill(data.texts['map'] ?? '', { layer: one.label, year: now }));
    for (const bar of strip.querySelectorAll<HTMLElement>('[data-year]'))
      bar.classList.toggle('now', bar.dataset['year'] === String(now));
    for (const tile of document.querySelectorAll<HTMLElement>('#contact-sheet button'))
      tile.setAttribute('aria-current', String(tile.dataset['year'] === String(now)));
    await images.paint(canvas, one, now, paletteOf(one));
    await read();
  };

  const legend = (): void => {
    const one = layer();
    palette.replaceChildren(
      ...one.palettes.map((id) => {
        const option = element('option', { value: id }, data.palettes[id]?.label ?? id);
        option.selected = id === paletteOf(one);
        return option;
      }),
    );
    byId('palette-field', HTMLElement).hidden = one.palettes.length < 2;
    drawLegend(byId('map-legend', HTMLElement), data, one, paletteOf(one));
  };

  const read = async (): Promise<void> => {
    cross.hidden = cursor === null;
    if (cursor === null) return;
    const [col, row] = cursor;
    const one = layer();
    cross.style.left = `${((col + 0.5) / data.width) * 100}%`;
    cross.style.top = `${((row + 0.5) / data.height) * 100}%`;
    const image = await images.image(one, year());
    const lines: string[] = [];
    const code = image?.codes?.[row * data.width + col];
    const unseen =
      image === null ||
      code === 0 ||
      (image.codes === null && image.pixels.data[(row * data.width + col) * 4 + 3] === 0);
    if (unseen) lines.push(`${one.label}: ${data.texts['noData'] ?? ''}`);
    else if (code !== undefined) lines.push(valueText(data, one, code));
    readout.replaceChildren(
      ...[...lines, ...placeText(data, col, row)].map((line) => element('span', {}, line)),
    );
  };

  const go = (index: number): void => {
    range.value = String((index + data.years.length) % data.years.length);
    void show();
  };
  const stop = (): void => {
    window.clearInterval(timer);
    timer = 0;
    play.setAttribute('aria-pressed', 'false');
    play.textContent = data.texts['play'] ?? '';
  };
  play.addEventListener('click', () => {
    if (timer !== 0) return stop();
    play.setAttribute('aria-pressed', 'true');
    play.textContent = data.texts['pause'] ?? '';
    const slow = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 2 : 1;
    timer = window.setInterval(() => go(Number(range.value) + 1), MILLISECONDS_A_YEAR * slow);
  });
  range.addEventListener('input', () => {
    stop();
    void show();
  });
  byId('year-back', HTMLButtonElement).addEventListener('click', () => go(Number(range.value) - 1));
  byId('year-on', HTMLButtonElement).addEventListener('click', () => go(Number(range.value) + 1));
  layers.addEventListener('change', () => {
    legend();
    void show();
    void sheet();
  });
  palette.addEventListener('change', () => {
    chosenPalette.set(layer().id, palette.value);
    legend();
    void show();
    void sheet();
  });
  byId('map-outlines', HTMLInputElement).addEventListener('change', (event) => {
    map.classList.toggle('bare', !(event.target as HTMLInputElement).checked);
  });
  canvas.addEventListener('pointermove', (event) => {
    const box = canvas.getBoundingClientRect();
    const col = Math.floor(((event.clientX - box.left) / box.width) * data.width);
    const row = Math.floor(((event.clientY - box.top) / box.height) * data.height);
    if (col < 0 || row < 0 || col >= data.width || row >= data.height) return;
    cursor = [col, row];
    void read();
  });
  canvas.addEventListener('pointerleave', () => {
    if (document.activeElement === canvas) return;
    cursor = null;
    cross.hidden = true;
  });
  canvas.addEventListener('keydown', (event) => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    const [col, row] = cursor ?? [data.width >> 1, data.height >> 1];
    cursor = [
      Math.min(data.width - 1, Math.max(0, col + move[0] * far)),
      Math.min(data.height - 1, Math.max(0, row + move[1] * far)),
    ];
    void read();
  });

  const sheet = async (): Promise<void> => {
    const one = layer();
    const tiles = [...document.querySelectorAll<HTMLElement>('#contact-sheet button')];
    for (const tile of tiles) {
      const thumb = tile.querySelector('canvas')!;
      await images.paint(thumb, one, Number(tile.dataset['year']), paletteOf(one));
      if (one !== layer()) return;
    }
  };
  byId('contact-sheet', HTMLElement).replaceChildren(
    ...data.years.map((one, i) => {
      const thumb = element('canvas', {
        width: String(data.width),
        height: String(data.height),
        'aria-hidden': 'true',
        style: `aspect-ratio:${data.width} / ${data.height}`,
      });
      const tile = element('button', { type: 'button', 'data-year': String(one) }, thumb, String(one));
      tile.addEventListener('click', () => {
        stop();
        go(i);
      });
      return tile;
    }),
  );

  const fitThumb = (): void => {
    strip.style.setProperty('--thumb', `${strip.clientWidth / data.years.length}px`);
  };
  new ResizeObserver(fitThumb).observe(strip);
  const last = data.seasons.findLastIndex((season) => season.quality !== 'none');
  range.value = String(Math.max(0, last));
  legend();
  void show();
  void sheet();
  return { paletteOf };
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A value with its unit and, for the index, its grade; the ends of the ramp say "or less" and "or more". */
function valueText(data: PageData, layer: PageLayer, code: number): string {
  const value = layer.lo + ((code - 1) / 254) * (layer.hi - layer.lo);
  const bound = layer.id === 'rsei' ? '' : code === 1 ? '\u2264 ' : code === 255 ? '\u2265 ' : '';
  const grade =
    layer.id === 'rsei' ? data.grades.find(({ below }) => value < below || below === 1)?.name : undefined;
  const text = `${bound}${numberIn(data.locale, value, layer.digits)}${layer.unit === '' ? '' : ` ${layer.unit}`}`;
  return `${layer.label}: ${text}${grade === undefined ? '' : ` (${grade})`}`;
}

/** Where a pixel lies: in the system of the maps, and in longitude and latitude. */
function placeText(data: PageData, col: number, row: number): string[] {
  const [west, south, east, north] = data.box;
  const [u, v] = [(col + 0.5) / data.width, (row + 0.5) / data.height];
  const [x, y] = [west + u * (east - west), north - v * (north - south)];
  const mix = (i: 0 | 1): number =>
    (data.corners[0]![i] * (1 - u) + data.corners[1]![i] * u) * (1 - v) +
    (data.corners[2]![i] * (1 - u) + data.corners[3]![i] * u) * v;
  const degrees = `${numberIn(data.locale, mix(0), 5)}°, ${numberIn(data.locale, mix(1), 5)}°`;
  return data.geographic ? [degrees] : [`E ${x.toFixed(0)}  N ${y.toFixed(0)}`, degrees];
}
