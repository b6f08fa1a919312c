import { AftermineError } from '@aftermine/science/base';
import type { Box } from '@aftermine/science/raster';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { fileAnswer } from './file-range.ts';
import { demPath, hillshadeWindow } from './hillshade.ts';
import { matches } from './json-answer.ts';
import { layerFile } from './layer-files.ts';
import { frameIn } from './project-frame.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';
import { thumbnailOf } from './thumbnail.ts';
import { type ValuesRequest, valueWindow } from './values.ts';

/** Longest side of a window of values, pixels. */
const MAX_SIDE = 4096;

const numbers = z
  .string()
  .regex(/^-?[\d.]+(e[+-]?\d+)?(,-?[\d.]+(e[+-]?\d+)?)*$/i)
  .transform((text) => text.split(',').map(Number));

/** What part of a raster is wanted, in a query. */
export const valuesQuery = z.object({
  band: z.coerce.number().int().min(1).default(1),
  bands: numbers.optional().describe('several bands, counted from 1: `3,2,1`'),
  bbox: numbers.optional().describe('west,south,east,north in the CRS of the project; all where absent'),
  width: z.coerce.number().int().min(1).max(MAX_SIDE).default(1024),
  height: z.coerce.number().int().min(1).max(MAX_SIDE).default(1024),
});

/** @throws InvalidInput `E-SRV-103` for a band the raster does not have or a box without area */
export function valuesRequest(query: z.output<typeof valuesQuery>, bandCount: number): ValuesRequest {
  const bands = query.bands ?? [query.band];
  if (bands.length > 8 || !bands.every((band) => Number.isInteger(band) && band >= 1 && band <= bandCount))
    throw new AftermineError('InvalidInput', 'E-SRV-103', {
      where: 'bands',
      expected: `1..${bandCount}`,
      got: bands.join(','),
    });
  const { bbox } = query;
  const isBox =
    bbox === undefined ||
    (bbox.length === 4 && bbox.every(Number.isFinite) && bbox[2]! > bbox[0]! && bbox[3]! > bbox[1]!);
  if (!isBox)
    throw new AftermineError('InvalidInput', 'E-SRV-103', {
      where: 'bbox',
      expected: 'west,south,east,north',
      got: bbox.join(','),
    });
  return {
    bands,
    bbox: bbox === undefined ? null : (bbox as unknown as Box),
    width: query.width,
    height: query.height,
  };
}

/** Values with their window in the headers, or 304. */
export async function valuesAnswer(
  c: Context,
  tag: string,
  make: () => Promise<{
    width: number;
    height: number;
    bands: number;
    box: Box;
    bytes: Uint8Array<ArrayBuffer>;
  }>,
): Promise<Response> {
  const etag = `"${tag}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const { width, height, bands, box, bytes } = await make();
  return new Response(bytes, {
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      'x-window': box.join(','),
      'x-size': `${width},${height}`,
      'x-bands': String(bands),
    },
  });
}

/** Values and files of the layers of a project, and its terrain. */
export function registerLayerRoutes(app: OpenAPIHono, state: ReadingState): void {
  const { projects, rasters, packed, context } = state;
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/layers/{kind}/{year}/values',
      summary: 'A window of a layer as 32-bit floats; docs/developer/web-values.md tells the format',
      query: valuesQuery,
      answers: { 'application/octet-stream': null },
      statuses: { 304: 'The asker has it.' },
    },
    async (c, query) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const file = await layerFile(snapshot, pathPart(c, 'kind'), pathPart(c, 'year'));
      const path = context.workbench.paths.join(snapshot.dir, file.path);
      const { bands } = await rasters.info(path);
      const request = valuesRequest(query, bands.length);
      const asked = context.workbench.hash(JSON.stringify(request)).slice(0, 16);
      return valuesAnswer(c, `${rasters.tag(path)}-${asked}`, () => valueWindow(rasters, path, request));
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/layers/{kind}/{year}.tif',
      routing: '/api/projects/:project/layers/:kind/:file{[^/]+\\.tif}',
      summary: 'A layer as the Cloud-Optimised GeoTIFF it is, whole or by ranges',
      answers: { 'image/tiff': null },
      statuses: { 206: 'The part asked for.', 304: 'The asker has it.', 416: 'There is no such part.' },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const year = pathPart(c, 'file').slice(0, -'.tif'.length);
      const file = await layerFile(snapshot, pathPart(c, 'kind'), year);
      const type = 'image/tiff; application=geotiff; profile=cloud-optimized';
      return fileAnswer(c, context.workbench.paths.join(snapshot.dir, file.path), type);
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/hillshade/values',
      summary:
        'Shade (0..1) and height (m) of the terrain model, as a window of two planes in the CRS of the layers, or in the one asked for',
      query: valuesQuery.omit({ band: true, bands: true }).extend({ crs: z.string().max(20).optional() }),
      answers: { 'application/octet-stream': null },
      statuses: { 304: 'The asker has it.' },
    },
    async (c, query) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const path = demPath(state, snapshot);
      const frame = await frameIn(state, snapshot, query.crs);
      const { bbox, width, height } = valuesRequest({ ...query, band: 1 }, 1);
      const asked = context.workbench.hash(JSON.stringify([frame, bbox, width, height])).slice(0, 16);
      return valuesAnswer(c, `${rasters.tag(path)}-${asked}`, () =>
        hillshadeWindow(state, path, frame, { bbox, width, height }),
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/thumbnail.png',
      summary: 'A small picture of the last year, at most 320 pixels wide',
      answers: { 'image/png': null },
      statuses: { 304: 'The asker has it.' },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const { tag, png } = await thumbnailOf(state, snapshot);
      const etag = `"${tag}"`;
      const headers = { etag, 'cache-control': 'private, no-cache' };
      if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
      const bytes = await packed.get(`thumbnail ${tag}`, async () => png());
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: { ...headers, 'content-type': 'image/png' },
      });
    },
  );
}
