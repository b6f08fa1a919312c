import type { Language } from '../app/language.ts';
import { numberText } from './numbers.ts';

const DIGITS = 6;

/** Options of a chart whose axes of values are labelled by the manner of the language, where the chart does not say otherwise. */
export function withAxisNumbers<Option extends object>(option: Option, language: Language): Option {
  const told = (axis: unknown): unknown => {
    if (Array.isArray(axis)) return axis.map(told);
    if (typeof axis !== 'object' || axis === null) return axis;
    const {
      type = 'value',
      axisLabel,
      data,
    } = axis as {
      readonly type?: string;
      readonly axisLabel?: { readonly formatter?: unknown };
      readonly data?: unknown;
    };
    if (type !== 'value' || data !== undefined || axisLabel?.formatter !== undefined) return axis;
    const formatter = (value: number): string => numberText(value, language, DIGITS);
    return { ...axis, axisLabel: { ...axisLabel, formatter } };
  };
  const axes = Object.entries(option).filter(([name]) => name === 'xAxis' || name === 'yAxis');
  return { ...option, ...Object.fromEntries(axes.map(([name, axis]) => [name, told(axis)])) };
}
