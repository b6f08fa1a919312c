import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { commandRequest, job } from '../../contract/index.ts';
import { answerEnvelope } from '../answer-envelope.ts';
import { isFolderName, projectFolder } from '../project-folder.ts';
import { requestLanguage } from '../request-language.ts';
import type { Services } from '../services.ts';
import { coreRoute, pathName, projectParams } from './core-route.ts';

/** The verbs of the command line, and the files that `export` made. */
export function registerCommands(app: OpenAPIHono, { context, commands }: Services): void {
  coreRoute(
    app,
    {
      method: 'post',
      path: '/api/projects/{project}/commands',
      summary:
        'Runs a verb of the command line on a project: answered by its envelope, or by the job it became.',
      params: projectParams,
      body: commandRequest,
      answers: {
        200: z.object({ envelope: z.unknown(), line: z.string() }),
        202: z.object({ job, line: z.string() }),
      },
    },
    async (c, { params, body }) => {
      const answer = await commands.run(params.project, body, requestLanguage(c, context));
      return 'job' in answer ? c.json(answer, 202) : answerEnvelope(c, answer.envelope, answer.line);
    },
  );
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/projects/{project}/exports/{file}',
      summary: 'A file that the verb `export` made, to keep.',
      params: z.object({ project: pathName, file: pathName }),
      answers: { 200: null },
    },
    (c, { params }) => {
      const path = join(projectFolder(context, params.project), 'exports', params.file);
      if (!isFolderName(params.file) || statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
        throw new AftermineError('NotFound', 'E-SRV-017', { where: c.req.path.slice(0, 200) });
      return c.body(new Uint8Array(readFileSync(path)), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(params.file)}`,
      });
    },
  );
}
