import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { quoted } from '../../contract/typed-line.ts';
import { answerEnvelope } from '../answer-envelope.ts';
import { PMTILES_TYPE } from '../reading/base-map-routes.ts';
import { fileAnswer } from '../reading/file-range.ts';
import { requestLanguage } from '../request-language.ts';
import type { Services } from '../services.ts';
import { coreRoute, pathName } from './core-route.ts';

const reading = z.strictObject({
  encoding: z.string().max(40).optional(),
  crs: z.string().max(40).optional(),
  datum: z.enum(['gcj02', 'wgs84']).optional(),
  layer: z.string().max(200).optional(),
});

/** Files that come through the browser, and what they are. */
export function registerUploads(app: OpenAPIHono, { context, uploads, commands }: Services): void {
  coreRoute(
    app,
    {
      method: 'post',
      path: '/api/uploads',
      summary: 'Receives one file, streamed. `with` puts it beside an earlier one (parts of a shapefile).',
      query: z.object({ name: z.string().min(1).max(400), with: z.string().max(60).optional() }),
      bytes: true,
      answers: {
        201: z.object({ id: z.string(), name: z.string(), bytes: z.number(), sha256: z.string() }),
      },
    },
    async (c, { query }) => {
      commands.warm();
      const stated = c.req.header('content-length');
      const received = await uploads.receive(query.name, c.req.raw.body, {
        bytes: stated === undefined ? null : Number(stated),
        ...(query.with === undefined ? {} : { beside: query.with }),
      });
      return c.json(received, 201);
    },
  );
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/uploads/{id}/tiles',
      summary: 'An uploaded PMTiles file, whole or by ranges, for the map.',
      params: z.object({ id: pathName }),
      type: PMTILES_TYPE,
      answers: { 200: null, 206: null },
    },
    (c, { params }) => fileAnswer(c, uploads.path(params.id), PMTILES_TYPE),
  );
  coreRoute(
    app,
    {
      method: 'post',
      path: '/api/uploads/{id}/info',
      summary: 'What an uploaded file is (verb `info`): kind, CRS, encoding, extent.',
      params: z.object({ id: pathName }),
      body: reading,
      answers: { 200: z.object({ envelope: z.unknown(), line: z.string() }) },
    },
    async (c, { params, body }) => {
      const path = uploads.path(params.id);
      const options = Object.entries(body).filter(
        (option): option is [string, string] => option[1] !== undefined,
      );
      if (options.some(([, value]) => value.includes('\0')))
        throw new AftermineError('InvalidInput', 'E-SRV-012', {
          where: 'info',
          expected: 'text',
          got: '\\0',
        });
      const language = requestLanguage(c, context);
      const argv = [
        'info',
        '--json',
        `--lang=${language}`,
        ...options.map(([name, value]) => `--${name}=${value}`),
        '--',
        path,
      ];
      const line = [
        'aftermine info',
        quoted(uploads.named(path)),
        ...options.map(([name, value]) => `--${name} ${quoted(value)}`),
      ].join(' ');
      const envelope = await commands.envelope({ verb: { name: 'info', lane: 'apart' }, argv }, language);
      return answerEnvelope(c, envelope, line);
    },
  );
}
