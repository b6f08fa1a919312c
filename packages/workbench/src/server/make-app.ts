import { AftermineError } from '@aftermine/science/base';
import { OpenAPIHono } from '@hono/zod-openapi';
import { registerCommands } from './core/command-routes.ts';
import { registerJobs } from './core/job-routes.ts';
import { registerProjects } from './core/project-routes.ts';
import { registerServer } from './core/server-routes.ts';
import { registerUploads } from './core/upload-routes.ts';
import { guardRequests } from './guards.ts';
import { limitBodies } from './limit-bodies.ts';
import { setPolicy } from './page-policy.ts';
import { answerProblem } from './problem-answer.ts';
import { registerReading } from './reading/index.ts';
import { serveApp } from './serve-app.ts';
import type { Services } from './services.ts';

export interface AppOptions {
  /** Folder of the built app; null serves the API alone. */
  readonly appFolder: string | null;
  readonly allowHosts: readonly string[];
  /** Hosts of base maps that pages may load from. */
  readonly mapHosts: readonly string[];
}

/** Everything that is answered, on one screen. */
export function makeApp(services: Services, { appFolder, allowHosts, mapHosts }: AppOptions): OpenAPIHono {
  const { context } = services;
  const app = new OpenAPIHono();
  app.onError((error, c) => answerProblem(c, context, error));
  const nothingHere = (path: string): AftermineError =>
    new AftermineError('NotFound', 'E-SRV-017', { where: path.slice(0, 200) });
  app.notFound((c) => answerProblem(c, context, nothingHere(c.req.path)));
  app.use(setPolicy(mapHosts));
  app.use(guardRequests(allowHosts));
  app.use(limitBodies());
  registerProjects(app, services);
  registerUploads(app, services);
  registerCommands(app, services);
  registerJobs(app, services);
  registerReading(app, context);
  registerServer(app, services);
  app.all('/api/*', (c) => answerProblem(c, context, nothingHere(c.req.path)));
  app.all('/ogc/*', (c) => answerProblem(c, context, nothingHere(c.req.path)));
  if (appFolder !== null) app.get('*', serveApp(appFolder, mapHosts));
  return app;
}
