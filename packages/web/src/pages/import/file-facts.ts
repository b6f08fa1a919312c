import { queryOptions } from '@tanstack/react-query';
import { askJson } from '../../api/ask.ts';
import type { Envelope } from '../../api/run-verb.ts';

/** Answers to what a file leaves open. */
export interface Reading {
  readonly crs?: string;
  readonly encoding?: string;
  readonly datum?: 'gcj02' | 'wgs84';
}

export type Severity = 'must-fix' | 'can-fix' | 'just-know';
type Params = Readonly<Record<string, string | number>>;
export type Box = readonly [west: number, south: number, east: number, north: number];

/** What a file of polygons looks like, as `info --json` prints it. */
export interface Preview {
  readonly crs: string | null;
  readonly extent: Box | null;
  readonly outlines: readonly {
    readonly index: number;
    readonly ring: readonly (readonly [number, number])[];
  }[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly problems:
    | readonly {
        readonly check: string;
        readonly severity: Severity;
        readonly count: number;
        readonly examples: readonly { readonly feature: string; readonly params: Params }[];
      }[]
    | null;
}

export interface FileFacts {
  readonly kind: 'raster' | 'vector' | 'samples';
  readonly format: string;
  readonly path: string;
  readonly summary: Readonly<Record<string, string>>;
  readonly detail: {
    readonly crs?: string | null;
    readonly features?: number;
    readonly areaHa?: number | null;
    readonly preview?: Preview;
  };
  readonly warnings: readonly { readonly key: string; readonly params: Params }[];
}

/** What an upload is, read with the answers given so far. */
export const uploadFactsQuery = (id: string, reading: Reading) =>
  queryOptions({
    queryKey: ['upload', id, reading],
    queryFn: async () =>
      (
        await askJson<{ envelope: Envelope<FileFacts> }>(`/api/uploads/${id}/info`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(reading),
        })
      ).envelope.data,
    staleTime: Number.POSITIVE_INFINITY,
  });
