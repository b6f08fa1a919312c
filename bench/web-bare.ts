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
  await page.route(`**${BARE_TABLE}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: html(table) }),
  );
  await page.route(`**${BARE_MAP}?*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: html(map) }),
  );
  await page.route('**/bare/map.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
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
