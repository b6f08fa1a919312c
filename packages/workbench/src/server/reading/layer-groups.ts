import { gridBox } from '@aftermine/science/raster';
import {
  mapLayers,
  type PaletteId,
  type RampRange,
  rampRange,
  type SampleMeaning,
} from '@aftermine/science/report/observation';
import { crsLabel, isKnownCrs, projDefinition } from '@aftermine/science/site';
import type { z } from 'zod';
import type { layerGroup } from '../../contract/index.ts';
import type { ServerContext } from '../context.ts';
import { type LayerFile, layerFiles } from './layer-files.ts';
import { type ObservationHead, observationHead } from './observation-head.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { type ReadingState, readingState } from './reading-state.ts';

export type LayerGroup = z.infer<typeof layerGroup>;
type Band = LayerGroup['bands'][number];

/** How a band is shown where its name says it: colours, and a span that is not taken from the values. */
interface Look {
  readonly palette: PaletteId;
  readonly range?: readonly [number, number];
  /** The span reaches as far below nothing as above it. */
  readonly even?: boolean;
}

const LOOKS: Readonly<Record<string, Look>> = {
  slope: { palette: 'cividis', range: [0, 60] },
  'factor-of-safety': { palette: 'viridis', range: [0.5, 3] },
  'soil-loss': { palette: 'inferno' },
  'sediment-yield': { palette: 'inferno' },
  count: { palette: 'plasma', range: [0, 3] },
};

/**
 * The layers of a project for a map: what kinds there are, which years of each, and one stretch per band that is the same for all
 * years, so that a colour means the same in every year. Composites say `true-colour` for their palette: their bands
 * `red`, `green` and `blue` are shown together.
 */
export async function layerGroups(context: ServerContext, projectId: string): Promise<LayerGroup[]> {
  const state = readingState(context);
  const snapshot = await state.projects.of(projectId);
  return snapshot.made('layer-groups', () => groupsOf(state, snapshot));
}

async function groupsOf(state: ReadingState, snapshot: ProjectSnapshot): Promise<LayerGroup[]> {
  const files = (await layerFiles(snapshot)).filter(({ path }) =>
    state.context.workbench.files.exists(state.context.workbench.paths.join(snapshot.dir, path)),
  );
  const head = await observationHead(snapshot);
  const shown = head === null ? [] : mapLayers(asResult(head));
  const years = head?.years ?? [];
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  const groups: LayerGroup[] = [];
  for (const kind of kinds) {
    const own = files.filter((file) => file.kind === kind);
    const bands = await bandsOf(state, snapshot, own, (band, name) => {
      const known = shown.find(
        (layer) => layer.raster === kind && (layer.band === band - 1 || layer.band === name),
      );
      if (known !== undefined)
        return {
          palette: known.palettes[0]!,
          ...(known.range === null ? {} : { range: [known.range.lo, known.range.hi] as const }),
        };
      if (name.endsWith('-slope')) return { palette: 'brown-teal', even: true };
      if (name.endsWith('-p')) return { palette: 'cividis', range: [0, 1] };
      if (/(^|-)year(-|$)/.test(name) && years.length > 0)
        return { palette: 'plasma', range: [years[0]!, years.at(-1)!] };
      return LOOKS[name] ?? LOOKS[kind] ?? { palette: 'viridis' };
    });
    const [first] = bands;
    if (first === undefined) continue;
    groups.push({
      kind,
      years: own.flatMap(({ year }) => (year === null ? [] : [year])).sort((a, b) => a - b),
      range: first.range,
      palette: ['red', 'green', 'blue'].every((name) => bands.some((band) => band.name === name))
        ? 'true-colour'
        : first.palette,
      bands,
      unit: first.unit,
      ...(await placeOf(state, snapshot, own)),
    });
  }
  return groups;
}

/** As much of an observation as tells which maps it has. */
function asResult({ fit, leading }: ObservationHead): Parameters<typeof mapLayers>[0] {
  const boundary = leading === 'rsei' ? [null] : [];
  const parts = { fit, rsei: { boundary }, trajectories: { boundary: { index: leading } } };
  return parts as unknown as Parameters<typeof mapLayers>[0];
}

/** Where the pixels of a kind lie; all its years share one grid. */
async function placeOf(
  { rasters, context }: ReadingState,
  snapshot: ProjectSnapshot,
  files: readonly LayerFile[],
): Promise<Pick<LayerGroup, 'crs' | 'box'>> {
  const info = await rasters
    .info(context.workbench.paths.join(snapshot.dir, files.at(-1)!.path))
    .catch(() => null);
  const code = info?.grid?.crs ?? null;
  return {
    crs:
      code === null || !isKnownCrs(code) ? null : { code, name: crsLabel(code), proj4: projDefinition(code) },
    box: info?.grid == null ? null : [...gridBox(info.grid)],
  };
}

/** Bands of a kind with their stretch over all years, from the smallest picture of each file. */
async function bandsOf(
  { rasters, context }: ReadingState,
  snapshot: ProjectSnapshot,
  files: readonly LayerFile[],
  lookOf: (band: number, name: string) => Look,
): Promise<Band[]> {
  const paths = files.map(({ path }) => context.workbench.paths.join(snapshot.dir, path));
  const infos = await Promise.all(paths.map((path) => rasters.info(path).catch(() => null)));
  const first = infos.find((info) => info !== null);
  if (first === undefined) return [];
  const looks = first.bands.map(({ name }, b) => ({
    name: name ?? String(b + 1),
    look: lookOf(b + 1, name ?? ''),
  }));
  const asked = looks.flatMap(({ look }, b) => (look.range === undefined ? [b] : []));
  const seen = looks.map((): { samples: ArrayLike<number>; meaning: SampleMeaning }[] => []);
  if (asked.length > 0)
    for (const [i, path] of paths.entries()) {
      const info = infos[i];
      if (info === null || info === undefined) continue;
      const level = info.overviews;
      const size = {
        width: Math.ceil(info.width / 2 ** level),
        height: Math.ceil(info.height / 2 ** level),
      };
      const planes = await rasters.planes(path, asked, level, size, { col: 0, row: 0, ...size });
      for (const [k, b] of asked.entries())
        seen[b]!.push({ samples: planes[k]!.samples, meaning: { ...info.bands[b]!, nodata: info.nodata } });
    }
  return looks.map(({ name, look }, b): Band => {
    const range = look.range ?? pairOf(rampRange(seen[b]!), look.even ?? false);
    const unit = files[0]?.unit ?? (name === 'lst' ? 'K' : null);
    return { index: b + 1, name, range: range === null ? null : [...range], palette: look.palette, unit };
  });
}

function pairOf(range: RampRange | null, even: boolean): readonly [number, number] | null {
  if (range === null) return null;
  if (!even) return [range.lo, range.hi];
  const reach = Math.max(Math.abs(range.lo), Math.abs(range.hi));
  return [-reach, reach];
}
