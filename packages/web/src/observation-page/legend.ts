import type { PageData, PageLayer } from '@aftermine/science/report/observation';
import { ticksOf } from '../../../science/src/report/observation/ramp-range.ts';
import { element, numberIn } from './elements.ts';

/** Legend of a layer in a palette: a bar with marks, or named grades. */
export function drawLegend(place: Element, data: PageData, layer: PageLayer, palette: string): void {
  const colours = data.palettes[palette];
  if (layer.kind === 'picture' || colours === undefined) {
    place.replaceChildren(element('p', { class: 'small' }, data.texts['picture'] ?? ''));
    return;
  }
  if (colours.kind === 'classes' && layer.id === 'rsei') {
    const rows = data.grades.map(({ name, below }, i) => {
      const from = i === 0 ? 0 : data.grades[i - 1]!.below;
      const code = Math.round(1 + ((from + below) / 2) * 254);
      const swatch = element('i', {
        class: 'swatch',
        style: `background:#${colours.codes.slice((code - 1) * 6, code * 6)}`,
      });
      const range = `${numberIn(data.locale, from, 1)}\u2013${numberIn(data.locale, below, 1)}`;
      return element('span', {}, swatch, `${name} ${range}`);
    });
    place.replaceChildren(element('p', { class: 'swatches grades' }, ...rows));
    return;
  }
  const { lo, hi, digits, unit } = layer;
  const ticks = ticksOf({ lo, hi }, 4).map((value) =>
    element(
      'span',
      { style: `left:${((value - lo) / (hi - lo)) * 100}%` },
      numberIn(data.locale, value, Math.min(digits, 2)),
    ),
  );
  place.replaceChildren(
    element('div', { class: 'ramp', style: `background:${colours.gradient}` }),
    element('div', { class: 'ramp-ticks' }, ...ticks),
    element(
      'p',
      { class: 'small' },
      unit === '' ? layer.label : `${layer.label.replace(/[(（].*[)）]$/, '').trim()} (${unit})`,
    ),
  );
}
