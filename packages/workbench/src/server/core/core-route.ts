import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { problem } from '../../contract/index.ts';
import { misfit } from '../problem-answer.ts';

/** A route of the core, as the published description and the router both see it. */
export interface CoreRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/api/jobs/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  /** Schema of a JSON body. */
  readonly body?: B;
  /** The body is the bytes of a file. */
  readonly bytes?: boolean;
  /** Status -> what is answered; null where it is no JSON. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Media type of an answer that is no JSON. */
  readonly type?: string;
}

interface Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

const JSON_TYPE = 'application/json';

/**
 * Declares a route. Path, query and body are held against their schemas before the handler runs.
 *
 * @throws (when asked) InvalidInput `E-SRV-006` naming what does not fit, `E-SRV-008` for a body that is not declared as JSON
 */
export function coreRoute<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
>(
  app: OpenAPIHono,
  route: CoreRoute<P, Q, B>,
  handler: (c: Context, given: Given<P, Q, B>) => Promise<Response> | Response,
): void {
  const { method, path, summary, params, query, body, answers } = route;
  const refusal = { content: { [JSON_TYPE]: { schema: problem } } };
  app.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body: { required: true, content: { [JSON_TYPE]: { schema: body } } } }),
      ...(route.bytes !== true
        ? {}
        : {
            body: {
              required: true,
              content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
            },
          }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          {
            description: summary,
            content:
              schema === null
                ? { [route.type ?? 'application/octet-stream']: { schema: { type: 'string' as const } } }
                : { [JSON_TYPE]: { schema } },
          },
        ]),
      ),
      default: { description: 'Why it was refused, in the words of the command line.', ...refusal },
    },
  });
  app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c: Context) =>
    handler(c, {
      params: fit(params, c.req.param()) as z.output<P>,
      query: fit(query, c.req.query()) as z.output<Q>,
      body: (body === undefined ? undefined : fit(body, await jsonBody(c))) as z.output<B>,
    }),
  );
}

function fit(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw misfit(parsed.error.issues);
}

async function jsonBody(c: Context): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new AftermineError('InvalidInput', 'E-SRV-008', {
      where: 'Content-Type',
      expected: JSON_TYPE,
      got: type.slice(0, 100),
    });
  const text = await c.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-SRV-006', {
      where: 'body',
      got: cause instanceof Error ? cause.message.slice(0, 200) : '?',
      cause,
    });
  }
  if (depthOf(value) > DEEPEST)
    throw new AftermineError('InvalidInput', 'E-SRV-006', { where: 'body', got: `> ${DEEPEST} levels` });
  return value;
}

/** Nothing that is asked for goes deeper; schemas are walked by recursion. */
const DEEPEST = 40;

/** Levels of lists and groups, counted without recursion, up to one more than is allowed. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= DEEPEST) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
    depth += 1;
  }
  return depth;
}

/** A named part of a path: never empty, never longer than a file name. */
export const pathName = z.string().min(1).max(300);
export const projectParams = z.object({ project: pathName });
