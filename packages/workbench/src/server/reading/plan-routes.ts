import { AftermineError } from '@aftermine/science/base';
import type { PlannedUnit } from '@aftermine/science/plan';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { jsonAnswer } from './json-answer.ts';
import { planOverview } from './plan-overview.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';
import { recordsThere } from './records.ts';
import { unitTable } from './unit-table.ts';

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
      if (!(await recordsThere(snapshot)).plan) throw noPlan(snapshot);
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-plan-overview` }, async () => {
        const text = await snapshot.tables('plan-overview', planOverview, { large: true });
        if (text === null) throw noPlan(snapshot);
        return text;
      });
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
      if (!(await recordsThere(snapshot)).plan) throw noPlan(snapshot);
      const asked = pathPart(c, 'unit');
      const place = (await unitTable(snapshot)).placeOf(asked) ?? 0;
      const unit = await snapshot.tables(
        `planned ${asked}`,
        (tables) => tables.element<PlannedUnit>('plan', 'units', 'id', asked, place),
        { large: true },
      );
      if (unit === null)
        throw new AftermineError('NotFound', 'E-SRV-102', { where: snapshot.id, got: asked });
      const tag = `${snapshot.revision}-p-${context.workbench.hash(asked).slice(0, 20)}`;
      return jsonAnswer(c, packed, { tag }, () => JSON.stringify(unit));
    },
  );
}

function noPlan(snapshot: ProjectSnapshot): AftermineError {
  return new AftermineError('NotFound', 'E-PLN-304', { where: snapshot.id });
}
