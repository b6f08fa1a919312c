import type { PlanOption } from './options.ts';

/** Shape of an option about (0, 0), with a radius of 7: diamond, ring, cross, square. */
export function optionShape({
  kind,
  isBalanced,
  dominatedBy,
}: Pick<PlanOption, 'kind' | 'isBalanced' | 'dominatedBy'>): string {
  if (kind === 'this') return '<path class="o-this" d="M0-8 8 0 0 8-8 0z"/>';
  if (kind === 'nothing') return '<path class="o-nothing" d="M-5.5-5.5h11v11h-11z"/>';
  if (dominatedBy !== null) return '<path class="o-out" d="M-5-5 5 5M5-5-5 5"/>';
  const ring = isBalanced ? '<circle class="o-ring" r="8.5"/>' : '';
  return `<circle class="o-front" r="5.5"/>${ring}`;
}

export function optionMark(option: Parameters<typeof optionShape>[0], size: number): string {
  return `<svg class="option-mark" viewBox="-10 -10 20 20" width="${size}" height="${size}" aria-hidden="true">${optionShape(option)}</svg>`;
}
