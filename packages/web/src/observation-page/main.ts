import type { PageData } from '@aftermine/science/report/observation';
import { byId } from './elements.ts';
import { MapImages } from './map-images.ts';
import { mapPanel } from './map-panel.ts';
import { sortTables } from './sort-tables.ts';
import { swipePanel } from './swipe-panel.ts';
import { trendPanel } from './trend-panel.ts';

/** Wakes the page: shows what needs a script, hides what stands in for it. */
function start(): void {
  const data = JSON.parse(byId('page-data', HTMLScriptElement).textContent ?? '') as PageData;
  document.documentElement.classList.add('awake');
  for (const part of document.querySelectorAll<HTMLElement>('.needs-script')) part.hidden = false;
  for (const part of document.querySelectorAll<HTMLElement>('.no-script')) part.hidden = true;
  sortTables(document);
  const trends = trendPanel(data);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.pick')) {
    button.addEventListener('click', () => trends.choose(button.closest('tr')?.dataset['zone'] ?? 'b'));
  }
  if (data.layers.length === 0) return;
  const images = new MapImages(data);
  const { paletteOf } = mapPanel(data, images);
  swipePanel(data, images, paletteOf);
  // A printed page shows every table; the maps print as they stand.
  window.addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
}

start();
