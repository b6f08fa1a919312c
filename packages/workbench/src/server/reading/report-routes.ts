import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { reportList } from '../../contract/index.ts';
import { fileAnswer } from './file-range.ts';
import { jsonAnswer } from './json-answer.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';
import { reportListOf, reportNames } from './report-list.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
const BYTES = 'application/octet-stream';
/** A document states its own policy near its beginning. */
const HEAD_BYTES = 4096;
const STRICTEST =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** Documents stand apart from the app: they may run the one script they name and open nothing of ours. */
const SANDBOX = 'sandbox allow-scripts allow-popups allow-modals allow-downloads';

/** Documents of a project: what there is, and each of them. */
export function registerReportRoutes(app: OpenAPIHono, state: ReadingState): void {
  const { projects, packed, context } = state;
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/reports',
      summary: 'Documents that were written, and templates that can be',
      answers: { 'application/json': reportList },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const text = JSON.stringify(await reportListOf(state, snapshot));
      return jsonAnswer(c, packed, { tag: context.workbench.hash(text).slice(0, 24) }, () => text);
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/reports/{file}',
      summary: 'A document; pages come with a policy that keeps them apart from the app',
      query: z.object({ download: z.string().optional().describe('1 saves it instead of showing it') }),
      answers: { 'text/html': null, [BYTES]: null },
      statuses: { 206: 'The part asked for.', 304: 'The asker has it.' },
    },
    async (c, { download }) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const asked = pathPart(c, 'file');
      // Only what the folder lists can be asked for, so no name leads out of it.
      const file = reportNames(snapshot.dir).find((name) => name === asked);
      if (file === undefined)
        throw new AftermineError('NotFound', 'E-SRV-111', { where: snapshot.id, got: asked.slice(0, 200) });
      const path = join(snapshot.dir, 'reports', file);
      const type = TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? BYTES;
      const saved = download !== undefined && download !== '0';
      return fileAnswer(c, path, type, {
        'content-security-policy': `${SANDBOX}; ${policyOf(path, type)}; frame-ancestors 'self'`,
        'content-disposition': `${saved ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file)}`,
      });
    },
  );
}

/** The strictest policy, with the one script that a page of ours names by its hash. */
function policyOf(path: string, type: string): string {
  if (!type.startsWith('text/html')) return STRICTEST;
  const head = readFileSync(path).subarray(0, HEAD_BYTES).toString('utf8');
  const scripts =
    /<meta http-equiv="Content-Security-Policy" content="[^"]*script-src ((?:'sha256-[\w+/=]+' ?)+);/.exec(
      head,
    );
  return scripts === null ? STRICTEST : `${STRICTEST}; script-src ${scripts[1]!.trim()}`;
}
