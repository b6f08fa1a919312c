/** Files that are one: a shapefile with its tables, or a file by itself. */
export interface FileGroup<F extends { readonly name: string }> {
  readonly name: string;
  /** Sent first; the others are put beside it. */
  readonly main: F;
  readonly parts: readonly F[];
}

const PARTS = /\.(dbf|shx|prj|cpg|sbn|sbx|qix|qpj|shp\.xml)$/i;
const stem = (name: string): string =>
  name
    .replace(PARTS, '')
    .replace(/\.shp$/i, '')
    .toLowerCase();

/** Puts loose parts of shapefiles beside their `.shp`; everything else stands alone. Order is kept. */
export function groupFiles<F extends { readonly name: string }>(
  files: readonly F[],
): readonly FileGroup<F>[] {
  const shapes = new Set(files.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => stem(name)));
  return files
    .filter(({ name }) => !(PARTS.test(name) && shapes.has(stem(name))))
    .map((main) => ({
      name: main.name,
      main,
      parts: /\.shp$/i.test(main.name)
        ? files.filter(({ name }) => PARTS.test(name) && stem(name) === stem(main.name))
        : [],
    }));
}
