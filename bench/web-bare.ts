import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';

/** Addresses of the bare pages, on the origin of the server that is measured. */
export const BARE_TABLE = '/bare/table';
export const BARE_MAP = '/bare/map';

/** Lets a page open the references: a plain table of all rows, and the polygons on a map without anything else. */
export async function routeBarePages(page: Page, rows: readonly object[]): Promise<void> {
  const script = await bareMapScript();
  const html = (body: string): string => `<!doctype html><meta charset="utf-8"><body>${body}</body>`;
  const columns = [
    'id',
    'name',
    'damage',
    'areaHa',
    'lastMedian',
    'slopePerYear',
    'class',
    'planYear',
    'cost',
  ];
  const lines = rows.map((row) => {
    const cells = columns.map((name) => `<td>${(row as Record<string, unknown>)[name] ?? ''}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const table = `<div id="box" style="height:380px;overflow:auto"><table>${lines.join('')}</table></div>`;
  const map = '<div id="map" style="height:560px"></div><script type="module" src="/bare/map.js"></script>';
  // By path: in a pattern a question mark stands for itself or for any sign, depending on who reads it.
  for (const [path, contentType, body] of [
    [BARE_TABLE, 'text/html', html(table)],
    [BARE_MAP, 'text/html', html(map)],
    [`${BARE_MAP}.js`, 'text/javascript', script],
  ] as const)
    await page.route(
      ({ pathname }) => pathname === path,
      (route) => route.fulfill({ contentType, body }),
    );
}

async function bareMapScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'web-bare-map.ts'), formats: ['es'], fileName: 'map' },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  if (bundle === undefined || !('output' in bundle)) throw new Error('the bare map was not built');
  return bundle.output[0].code;
}
