import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { problem } from '../../contract/index.ts';

/** Something that can be read, as the published description and the router both see it. */
export interface ReadingRoute<Q extends z.ZodObject> {
  /** As OpenAPI writes it: `/api/projects/{project}/units`. */
  readonly path: string;
  /** As the router wants it, where that is not the same with colons. */
  readonly routing?: string;
  readonly summary: string;
  readonly query?: Q;
  /** Media type -> what it holds; a schema for JSON, null for bytes and text. */
  readonly answers: Readonly<Record<string, z.ZodType | null>>;
  /** Further statuses, each with its reason. */
  readonly statuses?: Readonly<Record<number, string>>;
}

const SEEN_AS = { type: 'string', format: 'binary' } as const;

/**
 * Declares a route and what it answers. The query is checked by its schema before the handler runs.
 *
 * @throws (when asked) InvalidInput `E-SRV-103` naming a parameter that does not fit
 */
export function readingRoute<Q extends z.ZodObject>(
  app: OpenAPIHono,
  route: ReadingRoute<Q>,
  handler: (c: Context, query: z.output<Q>) => Promise<Response> | Response,
): void {
  const { path, summary, query, answers, statuses = {} } = route;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const content = Object.fromEntries(
    Object.entries(answers).map(([type, schema]) => [type, { schema: schema ?? SEEN_AS }]),
  );
  const refusal = { content: { 'application/json': { schema: problem } } };
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    summary,
    request: {
      ...(names.length === 0
        ? {}
        : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      ...(query === undefined ? {} : { query }),
    },
    responses: {
      200: { description: summary, content },
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, description]) => [status, { description }]),
      ),
      400: { description: 'A parameter does not fit.', ...refusal },
      404: { description: 'There is no such thing.', ...refusal },
    },
  });
  app.get(route.routing ?? path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
    handler(c, query === undefined ? ({} as z.output<Q>) : parseQuery(query, c.req.query())),
  );
}

function parseQuery<Q extends z.ZodObject>(schema: Q, given: Record<string, string>): z.output<Q> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data as z.output<Q>;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '');
  throw new AftermineError('InvalidInput', 'E-SRV-103', {
    where: name,
    expected: issue?.message ?? '',
    got: given[name] ?? '',
  });
}

/** A named part of the path, decoded. */
export function pathPart(c: Context, name: string): string {
  return c.req.param(name) ?? '';
}
