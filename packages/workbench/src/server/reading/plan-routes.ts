import { AftermineError } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { jsonAnswer } from './json-answer.ts';
import { planOverview } from './plan-overview.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';
import { planOf } from './records.ts';

/** The plan as it was solved last, in parts: for sites whose whole plan is too large for a page. */
export function registerPlanRoutes(app: OpenAPIHono, { projects, packed, context }: ReadingState): void {
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/plan/overview',
      summary: 'What `plan solve` chose, without gates, alternatives and bills of its units',
      answers: { 'application/json': z.looseObject({}) },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const plan = await solvedPlan(snapshot);
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-plan-overview` }, () =>
        JSON.stringify(planOverview(plan)),
      );
    },
  );
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/plan/units/{unit}',
      summary: 'What `plan solve` chose on one unit, and why (verb `plan explain`)',
      answers: { 'application/json': z.looseObject({}) },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const plan = await solvedPlan(snapshot);
      const asked = pathPart(c, 'unit');
      const unit = plan.units.find(({ id }) => id === asked);
      if (unit === undefined)
        throw new AftermineError('NotFound', 'E-SRV-102', { where: snapshot.id, got: asked });
      const tag = `${snapshot.revision}-p-${context.workbench.hash(asked).slice(0, 20)}`;
      return jsonAnswer(c, packed, { tag }, () => JSON.stringify(unit));
    },
  );
}

async function solvedPlan(snapshot: ProjectSnapshot): Promise<PlanResult> {
  const plan = await planOf(snapshot);
  if (plan === null) throw new AftermineError('NotFound', 'E-PLN-304', { where: snapshot.id });
  return plan;
}
