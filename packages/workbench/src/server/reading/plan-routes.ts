import { AftermineError } from '@aftermine/science/base';
import type { PlannedUnit } from '@aftermine/science/plan';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { jsonAnswer } from './json-answer.ts';
import { type PlanRecord, planList, planOverview } from './plan-overview.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';
import { recordsThere, solvedPlanOf } from './records.ts';
import { unitTable } from './unit-table.ts';

const PLANS: readonly { readonly name: PlanRecord; readonly what: string }[] = [
  { name: 'plan', what: 'What is carried out' },
  { name: 'solved-plan', what: 'The plan that was solved beside a programme in force' },
];

/** Plans in parts, for sites whose whole plan is too large for a page; and the plan beside a programme, whole. */
export function registerPlanRoutes(app: OpenAPIHono, { projects, packed, context }: ReadingState): void {
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/solved-plan',
      summary: 'The plan that was solved beside a programme in force, whole; null where none is',
      answers: { 'application/json': z.looseObject({}).nullable() },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const solved = await solvedPlanOf(snapshot);
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-solved-plan` }, () => JSON.stringify(solved));
    },
  );
  for (const { name, what } of PLANS) {
    readingRoute(
      app,
      {
        path: `/api/projects/{project}/${name}/overview`,
        summary: `${what}, without gates, alternatives and bills of its units`,
        answers: { 'application/json': z.looseObject({}).nullable() },
      },
      async (c) => {
        const snapshot = await projects.of(pathPart(c, 'project'));
        if (name === 'plan' && !(await recordsThere(snapshot)).plan) throw noPlan(snapshot);
        return jsonAnswer(c, packed, { tag: `${snapshot.revision}-${name}-overview` }, async () => {
          const text = await snapshot.tables(`${name}-overview`, (tables) => planOverview(tables, name), {
            large: true,
          });
          if (text === null && name === 'plan') throw noPlan(snapshot);
          return text ?? 'null';
        });
      },
    );
    readingRoute(
      app,
      {
        path: `/api/projects/{project}/${name}/units/{unit}`,
        summary: `${what}: one unit, and why (verb \`plan explain\`)`,
        answers: { 'application/json': z.looseObject({}) },
      },
      async (c) => {
        const snapshot = await projects.of(pathPart(c, 'project'));
        if (!(await recordsThere(snapshot)).plan) throw noPlan(snapshot);
        const asked = pathPart(c, 'unit');
        const place = (await unitTable(snapshot)).placeOf(asked) ?? 0;
        const unit = await snapshot.tables(
          `${name} ${asked}`,
          (tables) => tables.element<PlannedUnit>(name, planList(name, 'units'), 'id', asked, place),
          { large: true },
        );
        if (unit === null)
          throw new AftermineError('NotFound', 'E-SRV-102', { where: snapshot.id, got: asked });
        const tag = `${snapshot.revision}-${name}-${context.workbench.hash(asked).slice(0, 20)}`;
        return jsonAnswer(c, packed, { tag }, () => JSON.stringify(unit));
      },
    );
  }
}

function noPlan(snapshot: ProjectSnapshot): AftermineError {
  return new AftermineError('NotFound', 'E-PLN-304', { where: snapshot.id });
}
