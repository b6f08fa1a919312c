import { escapeMarkup } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { pageLink, plainPage, wantsPage } from '../browser-page.ts';
import type { Services } from '../services.ts';
import { coreRoute } from './core-route.ts';

/** The server itself: is it there, what is it, what does it answer. */
export function registerServer(app: OpenAPIHono, { context, started }: Services): void {
  const { version, clock } = context.workbench;
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/health',
      summary: 'That the server is there, and what it serves.',
      answers: {
        200: z.object({
          version: z.string(),
          workspace: z.string(),
          language: z.enum(['zh', 'en']),
          uptimeS: z.number(),
        }),
      },
    },
    (c) =>
      c.json({
        version,
        workspace: context.workspace,
        language: context.language,
        uptimeS: Math.round((clock.now() - started) / 1000),
      }),
  );
  const description = (): ReturnType<OpenAPIHono['getOpenAPI31Document']> =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Aftermine',
        version,
        description:
          'The verbs of the command line and the records of a workspace. Changes need the header Origin (or Sec-Fetch-Site) of this server.',
      },
    });
  let known: ReturnType<typeof description> | null = null;
  app.get('/api', (c) => {
    c.header('vary', 'Accept');
    return wantsPage(c) ? c.html(apiPage()) : c.json((known ??= description()));
  });
  app.get('/api/docs', (c) => c.html(docsPage((known ??= description()))));
}

/** What a browser that opens `/api` is shown: where to go. */
function apiPage(): string {
  return plainPage(
    { zh: 'Aftermine 接口', en: 'Aftermine API' },
    `<ul>${[
      pageLink('/api/docs', { zh: '全部接口一览', en: 'Everything the server answers' }),
      pageLink('/api?f=json', {
        zh: '接口描述（OpenAPI 3.1，JSON）',
        en: 'The whole description (OpenAPI 3.1, JSON)',
      }),
      pageLink('/ogc', { zh: '供 QGIS 等软件读取的图层', en: 'Map layers for QGIS and other programs' }),
      pageLink('/', { zh: '返回项目列表', en: 'Back to the projects' }),
    ]
      .map((one) => `<li>${one}</li>`)
      .join('')}</ul>`,
  );
}

/** A plain list of what the description holds. */
function docsPage(document: { readonly paths?: Record<string, unknown> | undefined }): string {
  const rows = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { summary?: string }>).map(
      ([method, { summary = '' }]) =>
        `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escapeMarkup(path)}</code></td><td>${escapeMarkup(summary)}</td></tr>`,
    ),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Aftermine API</title><h1>Aftermine API</h1><p>The whole description: <a href="/api?f=json">OpenAPI 3.1</a>.</p><table><thead><tr><th>Method</th><th>Path</th><th>What it does</th></tr></thead><tbody>${rows.join('')}</tbody></table></html>`;
}
