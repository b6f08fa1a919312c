import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { projectFolder } from '../project-folder.ts';
import { fileAnswer } from './file-range.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';

export const PMTILES_TYPE = 'application/vnd.pmtiles';
const ENDING = '.pmtiles';
/** How deep below the project a file may lie, and how many are told. */
const DEPTH = 3;
const MOST = 100;

/** Base maps that whoever owns a project put into its folder: PMTiles files, by ranges. */
export function registerBaseMapRoutes(app: OpenAPIHono, { context }: ReadingState): void {
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/base-maps',
      summary: 'PMTiles files in the folder of a project',
      answers: {
        'application/json': z.object({ files: z.array(z.object({ path: z.string(), bytes: z.number() })) }),
      },
    },
    (c) => {
      const dir = projectFolder(context, pathPart(c, 'project'));
      const files = baseMaps(dir).map((path) => ({ path, bytes: statSync(join(dir, path)).size }));
      return c.json({ files });
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/base-maps/file',
      summary: 'One of them, whole or by ranges',
      query: z.object({ path: z.string().max(1000).describe('as the list tells it') }),
      answers: { [PMTILES_TYPE]: null },
      statuses: { 206: 'The part asked for.', 304: 'The asker has it.', 416: 'There is no such part.' },
    },
    (c, { path }) => {
      const dir = projectFolder(context, pathPart(c, 'project'));
      // Only what the list tells can be asked for, so no path leads out of the folder.
      const found = baseMaps(dir).find((one) => one === path);
      if (found === undefined)
        throw new AftermineError('NotFound', 'E-PRJ-002', { where: path.slice(0, 200) });
      return fileAnswer(c, join(dir, found), PMTILES_TYPE);
    },
  );
}

/** Paths below the folder, with slashes, sorted; links and folders that begin with a dot are left out. */
export function baseMaps(dir: string): readonly string[] {
  const found: string[] = [];
  const look = (below: string, depth: number): void => {
    for (const entry of readdirSync(join(dir, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || found.length >= MOST) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile() && entry.name.toLowerCase().endsWith(ENDING)) found.push(path);
      else if (entry.isDirectory() && depth < DEPTH) look(path, depth + 1);
    }
  };
  look('', 0);
  return found.sort();
}
