import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerContext } from '../context.ts';
import { registerBaseMapRoutes } from './base-map-routes.ts';
import { registerBundle } from './bundle.ts';
import { registerEvidenceRoutes } from './evidence-routes.ts';
import { registerLayerRoutes } from './layer-routes.ts';
import { registerLibraryRoutes } from './library-routes.ts';
import { registerOgcRoutes } from './ogc/ogc-routes.ts';
import { registerPlanRoutes } from './plan-routes.ts';
import { registerProjectRoutes } from './project-routes.ts';
import { readingState } from './reading-state.ts';
import { registerRecordRoutes } from './record-routes.ts';
import { registerReportRoutes } from './report-routes.ts';

export { type LayerGroup, layerGroups } from './layer-groups.ts';
export { type ProjectFrame, projectFrame } from './project-frame.ts';
export { statusFacts } from './status-facts.ts';
export { type YearQuality, yearQuality } from './year-quality.ts';

/** Everything that can be read and changes nothing. Errors are thrown; the app puts them into words. */
export function registerReading(app: OpenAPIHono, context: ServerContext): void {
  const state = readingState(context);
  registerProjectRoutes(app, state);
  registerLayerRoutes(app, state);
  registerRecordRoutes(app, state);
  // Before the documents one by one: their address would take its name for one of them.
  registerBundle(app, state);
  registerReportRoutes(app, state);
  registerLibraryRoutes(app, state);
  registerPlanRoutes(app, state);
  registerBaseMapRoutes(app, state);
  registerEvidenceRoutes(app, state);
  registerOgcRoutes(app, state);
}
