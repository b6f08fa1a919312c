import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { alertList } from '../../steps/control/alert-list.ts';
import { jsonAnswer } from './json-answer.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { readOnlyWorkbench } from './read-only-workbench.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';
import { diagnosisOf, observationOf, planOf, programmeOf, seasonOf, seasonYears } from './records.ts';

interface WholeRecord {
  readonly name: string;
  readonly summary: string;
  /** Code that is answered where the step was not run. */
  readonly missing: string;
  read(snapshot: ProjectSnapshot): Promise<unknown>;
}

const RECORDS: readonly WholeRecord[] = [
  { name: 'observation', summary: 'What `observe` found, whole', missing: 'E-PRJ-004', read: observationOf },
  { name: 'diagnosis', summary: 'What `diagnose` found, whole', missing: 'E-DIA-304', read: diagnosisOf },
  { name: 'plan', summary: 'What is carried out, whole', missing: 'E-PLN-304', read: planOf },
  { name: 'programme', summary: 'The programme in force, whole', missing: 'E-CTL-310', read: programmeOf },
];

/** Whole records, as the command line prints them. */
export function registerRecordRoutes(app: OpenAPIHono, { projects, packed, context }: ReadingState): void {
  for (const { name, summary, missing, read } of RECORDS)
    readingRoute(
      app,
      {
        path: `/api/projects/{project}/${name}`,
        summary,
        answers: { 'application/json': z.looseObject({}) },
      },
      async (c) => {
        const snapshot = await projects.of(pathPart(c, 'project'));
        const record = await read(snapshot);
        if (record === null) throw new AftermineError('NotFound', missing, { where: snapshot.id });
        return jsonAnswer(c, packed, { tag: `${snapshot.revision}-${name}` }, () => JSON.stringify(record));
      },
    );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/seasons',
      summary: 'Years of the seasons that were run',
      answers: { 'application/json': z.object({ years: z.array(z.number()) }) },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const years = await seasonYears(snapshot);
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-seasons` }, () => JSON.stringify({ years }));
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/seasons/{season}',
      summary: 'One season, whole',
      answers: { 'application/json': z.looseObject({ year: z.number() }) },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const asked = pathPart(c, 'season');
      const years = await seasonYears(snapshot);
      const year = years.find((one) => String(one) === asked);
      const season = year === undefined ? null : await seasonOf(snapshot, year);
      if (season === null)
        throw years.length === 0
          ? new AftermineError('NotFound', 'E-CTL-310', { where: snapshot.id })
          : new AftermineError('NotFound', 'E-CTL-601', {
              where: snapshot.id,
              expected: years.join(', '),
              got: asked,
            });
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-season-${year}` }, () =>
        JSON.stringify(season),
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/alerts',
      summary: 'Alerts with what became of each, open ones first, by rank',
      answers: {
        'application/json': z.object({
          alerts: z.array(
            z.object({
              alarm: z.looseObject({ id: z.string() }),
              case: z.looseObject({ state: z.string() }),
              name: z.string().nullable(),
              history: z.array(z.looseObject({ seq: z.number() })),
            }),
          ),
          open: z.number(),
          falseAlarmRate: z.number().nullable(),
        }),
      },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      // What is overdue changes with the day, and with nothing else.
      const day = new Date(context.workbench.clock.now()).toISOString().slice(0, 10);
      const list = await snapshot.made(`alerts ${day}`, () =>
        alertList(readOnlyWorkbench(context.workbench), snapshot.project),
      );
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-alerts-${day}` }, () => JSON.stringify(list));
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/events',
      summary: 'What was done to the project: imported, fixed, acknowledged, observed',
      answers: {
        'application/json': z.object({
          events: z.array(
            z.object({ at: z.string(), command: z.string(), kind: z.string(), detail: z.looseObject({}) }),
          ),
        }),
      },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const events = await snapshot.stored('events', (store) => store.events());
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-events` }, () => JSON.stringify({ events }));
    },
  );
}
