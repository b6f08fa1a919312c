import { WETNESS_SETS, type WetnessSet } from '@aftermine/science/observe';
import type { ProjectDetail } from 'aftermine/contract';

const RSEI = 'Xu 2013, China Environmental Science 33(5):889-897 (docs/methods/rsei.md)';

const METHODS: Readonly<Record<string, readonly string[]>> = {
  rsei: [RSEI, 'Xu and Deng 2022, doi:10.3390/rs14205307'],
  ndvi: ['docs/methods/indices.md', RSEI],
  ndbsi: [RSEI, 'docs/methods/indices.md'],
  lst: ['USGS LSDS-1619 (docs/methods/indices.md)', RSEI],
};

/**
 * Publications behind an index, with the page that tells the method. Wetness rests on the set of coefficients it was computed with;
 * without one only the page is named.
 */
export function methodOf(index: string, wetness: WetnessSet | null): readonly string[] {
  if (index === 'wetness')
    return [
      wetness === null ? 'docs/methods/wetness.md' : `${wetness.source} (docs/methods/wetness.md)`,
      RSEI,
    ];
  return METHODS[index] ?? ['docs/methods/indices.md'];
}

/** The set of wetness coefficients that the observation of a project was made with; null where the settings changed since. */
export function wetnessSetOf({
  settings,
  steps,
}: Pick<ProjectDetail, 'settings' | 'steps'>): WetnessSet | null {
  if (steps.find(({ step }) => step === 'observe')?.state !== 'done') return null;
  const id = (settings as { readonly observe?: { readonly wetness?: string } } | null)?.observe?.wetness;
  return Object.values(WETNESS_SETS).find((set) => set.id === id) ?? null;
}
