import type { Language } from '../../app/language.ts';
import { numberText } from '../../parts/numbers.ts';
import { mapTexts } from '../../texts/map.ts';
import { indexClass, type LayerEntry } from './layer-entries.ts';

const has = (key: string): key is keyof typeof mapTexts => key in mapTexts;

/** What a layer is called. */
export function layerName({ id, kind, name }: LayerEntry, language: Language): string {
  for (const key of [`map.layer.${id}`, `map.layer.${name}`, `map.layer.${kind}`])
    if (has(key)) return mapTexts[key][language];
  const metal = /^soil-(.+?)(-error)?$/.exec(kind);
  if (metal !== null)
    return mapTexts[metal[2] === undefined ? 'map.layer.soil' : 'map.layer.soil-error'][language].replace(
      '{metal}',
      metal[1]!,
    );
  return kind === name ? kind : `${kind} ${name}`;
}

/** A value of a layer as it is told; years are not grouped by thousands. */
export function valueText(
  { offset, unit, digits, name }: LayerEntry,
  value: number,
  language: Language,
): string {
  if (/year/.test(name) && name !== 'rsei') return String(Math.round(value));
  const text = numberText(value + offset, language, digits);
  return unit === '' ? text : `${text} ${unit}`;
}

/** What is under the pointer, in words. */
export function readOutWords(
  entry: LayerEntry | null,
  values: readonly number[] | null,
  language: Language,
): string {
  if (entry === null) return '';
  const text = (key: keyof typeof mapTexts): string => mapTexts[key][language];
  const [value] = values ?? [];
  if (values === null || value === undefined || values.some(Number.isNaN)) return text('map.read.none');
  if (entry.palette === 'true-colour') {
    const [red, green, blue] = values.map((one) => numberText(one, language, 3));
    return text('map.read.light')
      .replace('{red}', red!)
      .replace('{green}', green ?? '')
      .replace('{blue}', blue ?? '');
  }
  const told = valueText(entry, value, language);
  const name = layerName(entry, language);
  return entry.kind === 'rsei'
    ? text('map.read.class')
        .replace('{name}', name)
        .replace('{value}', told)
        .replace('{class}', text(`map.class.${indexClass(value)}`))
    : text('map.read.value').replace('{name}', name).replace('{value}', told);
}
