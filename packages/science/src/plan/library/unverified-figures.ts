import { type Library, UNVERIFIED } from './library-schema.ts';

/** A figure of the library that nothing supports yet. */
export interface UnverifiedFigure {
  /** `measure:<id>`, `end-use:<id>`, `cost:<id>`, `costs:<id>` for the head of a cost file. */
  readonly of: string;
  /** Path within it, as `gates.forest-slope`, `quantities.topsoil`, `carbon`; `cost` for the entry itself, `sources` for what its list
   * of sources leaves open. */
  readonly what: string;
}

/** Every figure of the library whose source is `unverified`, in the order of the library. */
export function unverifiedFigures(library: Library): readonly UnverifiedFigure[] {
  const { items, ...head } = library.costs;
  return [
    ...library.measures.flatMap((one) => within(`measure:${one.id}`, one, [])),
    ...library.endUses.flatMap((one) => within(`end-use:${one.id}`, one, [])),
    ...within(`costs:${head.id}`, head, []),
    ...items.flatMap((one) => within(`cost:${one.id}`, one, [])),
  ];
}

function within(of: string, value: unknown, path: readonly string[]): readonly UnverifiedFigure[] {
  if (Array.isArray(value)) return value.flatMap((one) => within(of, one, [...path, nameOf(one)]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (key === 'headSources')
      return Object.entries(child as Record<string, string>).flatMap(([head, source]) =>
        source === UNVERIFIED ? [{ of, what: head }] : [],
      );
    if (key === 'sources')
      return (child as readonly string[]).includes(UNVERIFIED) ? [{ of, what: 'sources' }] : [];
    if (key === 'source' || key === 'soilSource')
      return child === UNVERIFIED ? [{ of, what: path.length === 0 ? 'cost' : path.join('.') }] : [];
    return within(of, child, [...path, key]);
  });
}

function nameOf(entry: unknown): string {
  const { id, item } = (entry ?? {}) as { id?: string; item?: string };
  return id ?? item ?? '';
}
