import { AftermineError } from '@aftermine/science/base';
import type { ProjectSnapshot } from './project-snapshot.ts';

/** A raster of a project. */
export interface LayerFile {
  readonly kind: string;
  /** Null for a layer over all years. */
  readonly year: number | null;
  /** Relative to the project. */
  readonly path: string;
  readonly sha256: string;
  readonly unit: string | null;
  /** Step that wrote it. */
  readonly of: 'observe' | 'diagnose';
}

/** Rasters of observation and diagnosis, by kind and year. */
export function layerFiles(snapshot: ProjectSnapshot): Promise<readonly LayerFile[]> {
  return snapshot.tables('layer-files', async (tables) => {
    const observed = tables.rows('SELECT kind, year, path, sha256 FROM aftermine_layers ORDER BY kind, year');
    const diagnosed = (tables.record('diagnosis')?.['layers'] ?? []) as readonly Omit<LayerFile, 'year'>[];
    return [
      ...observed.map(
        (row): LayerFile => ({
          kind: String(row['kind']),
          year: row['year'] as number | null,
          path: String(row['path']),
          sha256: String(row['sha256']),
          unit: null,
          of: 'observe',
        }),
      ),
      ...diagnosed.map(
        ({ kind, path, sha256, unit }): LayerFile => ({
          kind,
          year: null,
          path,
          sha256,
          unit,
          of: 'diagnose',
        }),
      ),
    ];
  });
}

/**
 * The raster of a kind and a year (`-` for one over all years).
 *
 * @throws NotFound `E-SRV-106` for a kind, `E-SRV-107` for a year the kind does not have
 */
export async function layerFile(snapshot: ProjectSnapshot, kind: string, year: string): Promise<LayerFile> {
  const files = (await layerFiles(snapshot)).filter((file) => file.kind === kind);
  if (files.length === 0)
    throw new AftermineError('NotFound', 'E-SRV-106', {
      where: snapshot.id,
      expected: [...new Set((await layerFiles(snapshot)).map((file) => file.kind))].join(', '),
      got: kind,
    });
  const found = files.find((file) => String(file.year ?? '-') === year);
  if (found === undefined)
    throw new AftermineError('NotFound', 'E-SRV-107', {
      where: kind,
      expected: files.map((file) => file.year ?? '-').join(', '),
      got: year,
    });
  return found;
}
