import type { PageData, TrendFigure } from '@aftermine/science/report/observation';
import { trendChart } from '../../../science/src/report/observation/trend-chart.ts';
import { byId, chosen, element, fill, numberIn } from './elements.ts';

const TALL = 360;
const SHORT = 300;
const NARROW = 560;

/** The chart, its sentence and its table follow the land and the index chosen. Returns a way to choose land from elsewhere. */
export function trendPanel(data: PageData): { readonly choose: (zone: string) => void } {
  const zone = byId('trend-zone', HTMLSelectElement);
  const indices = byId('trend-indices', HTMLElement);
  const place = byId('trend-chart', HTMLElement);
  let drawnWidth = 0;

  const draw = (): void => {
    const entry = data.trends[chosen(indices)]?.[zone.value];
    if (entry === undefined) return;
    const width = Math.max(300, Math.floor(place.clientWidth));
    drawnWidth = width;
    // Our own markup: every text in it was escaped by trendChart.
    place.innerHTML = trendChart(
      entry.figure,
      {
        locale: data.locale,
        title: entry.title,
        seen: data.texts['seen'] ?? '',
        unseen: data.texts['unseen'] ?? '',
        median: data.texts['median'] ?? '',
        quartiles: data.texts['quartiles'] ?? '',
        reference: data.texts['reference'] ?? '',
      },
      { width, height: width < NARROW ? SHORT : TALL, id: 'trend' },
    );
    byId('trend-sentence', HTMLElement).textContent = entry.sentences.join(
      data.locale === 'zh-CN' ? '' : ' ',
    );
    fillTable(data, entry.figure, entry.title);
    for (const row of document.querySelectorAll<HTMLElement>('tr[data-zone]'))
      row.classList.toggle('now', row.dataset['zone'] === zone.value);
  };
  zone.addEventListener('change', draw);
  indices.addEventListener('change', draw);
  new ResizeObserver(() => {
    if (Math.abs(Math.floor(place.clientWidth) - drawnWidth) > 8) draw();
  }).observe(place);
  draw();
  return {
    choose(key) {
      zone.value = key;
      draw();
      byId('trends', HTMLElement).scrollIntoView({ block: 'start' });
      zone.focus({ preventScroll: true });
    },
  };
}

function fillTable(data: PageData, figure: TrendFigure, title: string): void {
  const table = document.querySelector('#trend-table table');
  const body = table?.querySelector('tbody');
  if (!table || !body) return;
  table.querySelector('caption')!.textContent = title;
  const reference = new Map(figure.reference.map(({ year, median }) => [year, median]));
  const text = (value: number): string => numberIn(data.locale, value, figure.digits);
  body.replaceChildren(
    ...figure.years.map((one) => {
      const line = reference.get(one.year);
      const cell = (words: string): HTMLTableCellElement => element('td', { class: 'number' }, words);
      return element(
        'tr',
        {},
        element('th', { scope: 'row', class: 'text' }, String(one.year)),
        cell(
          one.median === null
            ? fill(data.texts['notSeen'] ?? '', { reason: one.reason ?? '' })
            : text(one.median),
        ),
        cell(one.p25 === null || one.p75 === null ? '' : `${text(one.p25)} \u2013 ${text(one.p75)}`),
        cell(line === undefined ? (data.texts['noReference'] ?? '') : text(line)),
        cell(`${Math.round(one.validShare * 100)} %`),
      );
    }),
  );
}
