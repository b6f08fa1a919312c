/** What the renderer embeds; the page shows it and computes nothing but pictures. */
interface PageData {
  readonly language: 'en' | 'zh';
  readonly years: readonly number[];
  readonly missing: Readonly<Record<string, string>>;
  readonly stacks: readonly PageStack[];
  readonly zones: readonly PageZone[];
  readonly box: readonly [number, number, number, number];
  readonly palettes: Readonly<
    Record<'viridis' | 'grades' | 'years', readonly (readonly [number, number, number])[]>
  >;
  readonly words: Readonly<Record<string, string>>;
}

interface PageStack {
  readonly id: string;
  readonly name: string;
  readonly kind: 'value' | 'picture' | 'year';
  readonly lo: number;
  readonly hi: number;
  readonly digits: number;
  readonly width: number;
  readonly height: number;
  readonly images: Readonly<Record<string, string>>;
}

interface PageZone {
  readonly id: string;
  readonly label: string;
  readonly sentence: string;
  /** Median, lower and upper quartile and seen share by year; null where unknown. */
  readonly rows: readonly (readonly [number, number, number, number] | null)[];
  readonly reference: readonly (number | null)[];
  readonly events: readonly {
    readonly year: number;
    readonly low: number;
    readonly high: number;
    readonly text: string;
    readonly kind: 'loss' | 'gain' | 'reclaimed';
  }[];
}

const data = JSON.parse(document.getElementById('report-data')!.textContent!) as PageData;
const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const { years, words } = data;

/** Grey values of a picture, decoded once. */
const decoded = new Map<string, Promise<ImageData>>();

function pixels(uri: string, width: number, height: number): Promise<ImageData> {
  let known = decoded.get(uri);
  if (known === undefined) {
    known = new Promise((done, fail) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        const context = canvas.getContext('2d', { willReadFrequently: true })!;
        context.drawImage(image, 0, 0);
        done(context.getImageData(0, 0, width, height));
      };
      image.onerror = () => fail(new Error('picture'));
      image.src = uri;
    });
    decoded.set(uri, known);
  }
  return known;
}

function colour(stack: PageStack, value: number): readonly [number, number, number] {
  const share = (value - 1) / 254;
  if (stack.kind === 'year') return between(data.palettes.years, share);
  if (paletteName() === 'grades' && stack.id === 'rsei') {
    return data.palettes.grades[Math.min(4, Math.floor((stack.lo + share * (stack.hi - stack.lo)) * 5))]!;
  }
  return between(data.palettes.viridis, share);
}

function between(
  stops: readonly (readonly [number, number, number])[],
  share: number,
): readonly [number, number, number] {
  const at = share * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(at));
  const part = at - i;
  const [a, b] = [stops[i]!, stops[i + 1]!];
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
}

function paletteName(): 'viridis' | 'grades' {
  return byId<HTMLSelectElement>('palette').value === 'grades' ? 'grades' : 'viridis';
}

const stackOf = (id: string): PageStack => data.stacks.find((stack) => stack.id === id) ?? data.stacks[0]!;

/** Draws one year of one stack; what was not seen is hatched, never guessed. */
async function draw(
  canvas: HTMLCanvasElement,
  stack: PageStack,
  year: number | 'all',
): Promise<ImageData | null> {
  const context = canvas.getContext('2d')!;
  canvas.width = stack.width;
  canvas.height = stack.height;
  hatch(context, stack.width, stack.height);
  const uri = stack.images[String(stack.kind === 'year' ? 'all' : year)];
  if (uri === undefined) return null;
  const source = await pixels(uri, stack.width, stack.height);
  const out = context.getImageData(0, 0, stack.width, stack.height);
  for (let i = 0; i < source.data.length; i += 4) {
    if (stack.kind === 'picture') {
      if (source.data[i + 3] === 0) continue;
      out.data.set(source.data.subarray(i, i + 4), i);
      continue;
    }
    const value = source.data[i]!;
    if (value === 0) continue;
    const [r, g, b] = colour(stack, value);
    out.data[i] = r;
    out.data[i + 1] = g;
    out.data[i + 2] = b;
    out.data[i + 3] = 255;
  }
  context.putImageData(out, 0, 0);
  return source;
}

function hatch(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.fillStyle = '#f3f1ec';
  context.fillRect(0, 0, width, height);
  context.strokeStyle = '#cfcabd';
  context.lineWidth = 1;
  for (let x = -height; x < width; x += 6) {
    context.beginPath();
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
    context.stroke();
  }
}

const map = byId<HTMLCanvasElement>('map');
const slider = byId<HTMLInputElement>('year');
const layer = byId<HTMLSelectElement>('layer');
let shown: { stack: PageStack; source: ImageData | null } | null = null;

async function showMap(): Promise<void> {
  const stack = stackOf(layer.value);
  const year = years[Number(slider.value)]!;
  const still = stack.kind === 'year';
  slider.disabled = still;
  byId('play').toggleAttribute('disabled', still);
  const missing = data.missing[String(year)];
  byId('year-text').textContent = still
    ? `${years[0]}–${years[years.length - 1]}`
    : missing === undefined
      ? String(year)
      : `${year}: ${missing}`;
  slider.setAttribute('aria-valuetext', byId('year-text').textContent!);
  shown = { stack, source: await draw(map, stack, year) };
  legend(stack);
}

function legend(stack: PageStack): void {
  const bar = byId<HTMLCanvasElement>('legend-bar');
  bar.hidden = stack.kind === 'picture';
  byId('legend-lo').textContent = stack.kind === 'picture' ? '' : stack.lo.toString();
  byId('legend-hi').textContent = stack.kind === 'picture' ? '' : stack.hi.toString();
  byId('legend-name').textContent = stack.name;
  const context = bar.getContext('2d')!;
  bar.width = 254;
  bar.height = 12;
  for (let i = 0; i < 254; i += 1) {
    const [r, g, b] = colour(stack, i + 1);
    context.fillStyle = `rgb(${r},${g},${b})`;
    context.fillRect(i, 0, 1, 12);
  }
}

map.addEventListener('pointermove', (event) => {
  if (shown === null) return;
  const { stack, source } = shown;
  const bounds = map.getBoundingClientRect();
  const col = Math.floor(((event.clientX - bounds.left) / bounds.width) * stack.width);
  const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * stack.height);
  const [west, south, east, north] = data.box;
  const x = west + ((col + 0.5) / stack.width) * (east - west);
  const y = north - ((row + 0.5) / stack.height) * (north - south);
  const grey = source?.data[4 * (row * stack.width + col)];
  const seen =
    source !== null &&
    grey !== undefined &&
    (stack.kind === 'picture' ? source.data[4 * (row * stack.width + col) + 3] !== 0 : grey !== 0);
  const value = !seen
    ? words['noData']
    : stack.kind === 'picture'
      ? ''
      : (stack.lo + ((grey! - 1) / 254) * (stack.hi - stack.lo)).toFixed(stack.digits > 0 ? 2 : 0);
  byId('readout').textContent =
    `${value} · ${x.toFixed(Math.abs(x) < 1000 ? 5 : 0)}, ${y.toFixed(Math.abs(y) < 1000 ? 5 : 0)}`;
});

let timer: ReturnType<typeof setInterval> | null = null;
byId('play').addEventListener('click', () => {
  const button = byId('play');
  if (timer !== null) {
    clearInterval(timer);
    timer = null;
  } else {
    const slow = matchMedia('(prefers-reduced-motion: reduce)').matches;
    timer = setInterval(
      () => {
        slider.value = String((Number(slider.value) + 1) % years.length);
        void showMap();
      },
      slow ? 2000 : 600,
    );
  }
  button.setAttribute('aria-pressed', String(timer !== null));
  button.textContent = timer === null ? words['play']! : words['pause']!;
});
slider.addEventListener('input', () => void showMap());
layer.addEventListener('change', () => {
  void showMap();
  void showSwipe();
});
byId('palette').addEventListener('change', () => {
  void showMap();
  void showSwipe();
});

/** Before and after, the second one cut at the swipe. */
async function showSwipe(): Promise<void> {
  const chosen = stackOf(layer.value);
  const stack = chosen.kind === 'year' ? data.stacks.find((one) => one.kind !== 'year')! : chosen;
  const [before, after] = [
    Number(byId<HTMLSelectElement>('before').value),
    Number(byId<HTMLSelectElement>('after').value),
  ];
  await draw(byId<HTMLCanvasElement>('map-before'), stack, before);
  await draw(byId<HTMLCanvasElement>('map-after'), stack, after);
  byId('label-before').textContent = String(before);
  byId('label-after').textContent = String(after);
  cut();
}

function cut(): void {
  const share = byId<HTMLInputElement>('swipe').value;
  byId('map-after').style.clipPath = `inset(0 0 0 ${share}%)`;
  byId('swipe-line').style.left = `${share}%`;
}
byId('swipe').addEventListener('input', cut);
for (const id of ['before', 'after']) byId(id).addEventListener('change', () => void showSwipe());

const SVG = 'http://www.w3.org/2000/svg';

/** Trend of one zone: band, median, reference, events, share seen. */
function showTrend(zone: PageZone): void {
  const [width, left, bottom, top] = [860, 46, 270, 14];
  const chart = document.getElementById('chart')!;
  chart.replaceChildren();
  const add = (
    name: string,
    attributes: Readonly<Record<string, string | number>>,
    text?: string,
  ): SVGElement => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    chart.append(element);
    return element;
  };
  const all = zone.rows
    .flatMap((row) => (row === null ? [] : [row[1], row[2]]))
    .concat(zone.reference.filter((value): value is number => value !== null));
  const [lo, hi] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  const pad = Math.max(0.02, (hi - lo) * 0.08);
  const x = (i: number): number => left + ((width - left - 14) * i) / Math.max(1, years.length - 1);
  const y = (value: number): number => bottom - ((value - lo + pad) / (hi - lo + 2 * pad)) * (bottom - top);
  const at = (year: number): number => x(year - years[0]!);
  for (let tick = 0; tick <= 4; tick += 1) {
    const value = lo - pad + ((hi - lo + 2 * pad) * tick) / 4;
    add('line', { x1: left, x2: width - 14, y1: y(value), y2: y(value), class: 'grid' });
    add('text', { x: left - 6, y: y(value) + 4, 'text-anchor': 'end' }, value.toFixed(2));
  }
  years.forEach((year, i) => {
    if (year % 5 === 0) add('text', { x: x(i), y: bottom + 34, 'text-anchor': 'middle' }, String(year));
    const row = zone.rows[i];
    const seen = row === null || row === undefined ? 0 : row[3];
    add('rect', { x: x(i) - 4, width: 8, y: bottom + 20 - 16 * seen, height: 16 * seen, class: 'seen' });
    if (row === null) add('rect', { x: x(i) - 5, width: 10, y: top, height: bottom - top, class: 'unknown' });
  });
  const runs: number[][] = [[]];
  zone.rows.forEach((row, i) => {
    if (row === null) runs.push([]);
    else runs[runs.length - 1]!.push(i);
  });
  for (const run of runs.filter((one) => one.length > 0)) {
    const upper = run.map((i) => `${x(i)},${y(zone.rows[i]![2])}`);
    const lower = [...run].reverse().map((i) => `${x(i)},${y(zone.rows[i]![1])}`);
    add('polygon', { points: [...upper, ...lower].join(' '), class: 'band' });
    add('polyline', { points: run.map((i) => `${x(i)},${y(zone.rows[i]![0])}`).join(' '), class: 'median' });
  }
  for (const [i, row] of zone.rows.entries())
    if (row !== null) add('circle', { cx: x(i), cy: y(row[0]), r: 2.5, class: 'dot' });
  const reference = zone.reference.flatMap((value, i) => (value === null ? [] : [`${x(i)},${y(value)}`]));
  if (reference.length > 1) add('polyline', { points: reference.join(' '), class: 'reference' });
  for (const event of zone.events) {
    if (event.high > event.low)
      add('rect', {
        x: at(event.low),
        width: at(event.high) - at(event.low),
        y: top,
        height: bottom - top,
        class: 'interval',
      });
    add('line', { x1: at(event.year), x2: at(event.year), y1: top, y2: bottom, class: event.kind });
    add(
      'text',
      {
        x: Math.min(at(event.year) + 4, width - 150),
        y: top + (event.kind === 'loss' ? 12 : event.kind === 'gain' ? 28 : 44),
        class: event.kind,
      },
      event.text,
    );
  }
  byId('sentence').textContent = `${zone.label}: ${zone.sentence}`;
  for (const outline of document.querySelectorAll('[data-zone]'))
    outline.classList.toggle('chosen', outline.getAttribute('data-zone') === zone.id);
}

const zoneSelect = byId<HTMLSelectElement>('zone');
const chooseZone = (id: string): void => {
  const zone = data.zones.find((one) => one.id === id);
  if (zone === undefined) return;
  zoneSelect.value = id;
  showTrend(zone);
};
zoneSelect.addEventListener('change', () => chooseZone(zoneSelect.value));
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-choose]')) {
  button.addEventListener('click', () => {
    chooseZone(button.dataset['choose']!);
    byId('trend').scrollIntoView({ behavior: 'auto' });
  });
}

/** Tables sort by a click on a column's head. */
for (const table of document.querySelectorAll<HTMLTableElement>('table.sortable')) {
  table.querySelectorAll('thead th').forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of table.querySelectorAll('thead th')) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const rows = [...table.tBodies[0]!.rows];
      const key = (row: HTMLTableRowElement): string =>
        row.cells[column]!.dataset['sort'] ?? row.cells[column]!.textContent ?? '';
      rows.sort((a, b) => {
        const [p, q] = [Number(key(a)), Number(key(b))];
        const order =
          Number.isNaN(p) || Number.isNaN(q) ? key(a).localeCompare(key(b), data.language) : p - q;
        return up ? order : -order;
      });
      table.tBodies[0]!.append(...rows);
    });
  });
}

document.documentElement.classList.add('live');
void showMap();
void showSwipe();
chooseZone(data.zones[0]!.id);
