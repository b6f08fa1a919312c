import { AftermineError } from '@aftermine/science/base';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { diagnosisOf } from './records.ts';

/** A raster of a project. */
export interface LayerFile {
  readonly kind: string;
  /** Null for a layer over all years. */
  readonly year: number | null;
  /** Relative to the project. */
  readonly path: string;
  readonly sha256: string;
  readonly unit: string | null;
}

/** Rasters of observation and diagnosis, by kind and year. */
export function layerFiles(snapshot: ProjectSnapshot): Promise<readonly LayerFile[]> {
  return snapshot.made('layer-files', async () => {
    const stored = await snapshot.stored('layers', (store) => store.layers());
    const observed = stored.map(
      ({ kind, year, path, sha256 }): LayerFile => ({ kind, year, path, sha256, unit: null }),
    );
    const diagnosed = ((await diagnosisOf(snapshot))?.layers ?? []).map(
      ({ kind, path, sha256, unit }): LayerFile => ({ kind, year: null, path, sha256, unit }),
    );
    return [...observed, ...diagnosed];
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
