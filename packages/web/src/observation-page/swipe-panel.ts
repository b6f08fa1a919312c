import type { PageData, PageLayer } from '@aftermine/science/report/observation';
import { byId } from './elements.ts';
import { drawLegend } from './legend.ts';
import type { MapImages } from './map-images.ts';

/** Two years of one layer on top of each other, cut at a handle. */
export function swipePanel(data: PageData, images: MapImages, paletteOf: (layer: PageLayer) => string): void {
  if (document.getElementById('swipe-map') === null) return;
  const map = byId('swipe-map', HTMLElement);
  const range = byId('swipe-range', HTMLInputElement);
  const layer = byId('swipe-layer', HTMLSelectElement);
  const before = byId('swipe-before', HTMLSelectElement);
  const after = byId('swipe-after', HTMLSelectElement);

  const cut = (): void => map.style.setProperty('--cut', `${range.value}%`);
  const show = async (): Promise<void> => {
    const one = images.layer(layer.value);
    for (const [select, side] of [
      [before, 'before'],
      [after, 'after'],
    ] as const) {
      const year = Number(select.value);
      const sensors = data.seasons.find((season) => season.year === year)?.sensors ?? '';
      byId(`swipe-stamp-${side}`, HTMLElement).textContent =
        sensors === '' ? String(year) : `${year} · ${sensors}`;
      await images.paint(byId(`swipe-canvas-${side}`, HTMLCanvasElement), one, year, paletteOf(one));
    }
    drawLegend(byId('swipe-legend', HTMLElement), data, one, paletteOf(one));
  };
  range.addEventListener('input', cut);
  for (const select of [layer, before, after]) select.addEventListener('change', () => void show());
  byId('swipe-swap', HTMLButtonElement).addEventListener('click', () => {
    [before.value, after.value] = [after.value, before.value];
    void show();
  });
  document.getElementById('map-palette')?.addEventListener('change', () => void show());
  cut();
  void show();
}
