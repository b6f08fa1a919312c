import { AftermineError } from '@aftermine/science/base';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { unitPage, unitSheet, unitValues } from '../../contract/index.ts';
import { jsonAnswer } from './json-answer.ts';
import { siteOfIn } from './project-frame.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';
import { SHAPE_SETS, shapesText } from './shapes.ts';
import { readUnitSheet } from './unit-sheet.ts';
import { unitTable } from './unit-table.ts';
import { yearOfUnits } from './year-of-units.ts';

const whole = z.coerce.number().int().min(0);
const flag = z.enum(['0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true');

const unitsQuery = z.object({
  offset: whole.default(0),
  limit: whole.max(1000).default(100).describe('0 gives all'),
  sort: z.string().optional().describe('a column of the rows'),
  desc: flag.default(false),
  filter: z
    .string()
    .max(20_000)
    .optional()
    .describe(
      'clauses `field:condition` joined by `;`: `damage:pit,quarry-face;problems:>2;areaHa:1..5;state:-`',
    ),
  q: z.string().max(200).optional().describe('words that must stand in id, name, damage or package'),
});

/** Rows, sheets and shapes of the units of a project. */
export function registerProjectRoutes(app: OpenAPIHono, state: ReadingState): void {
  const { projects, packed, context } = state;
  const text = (value: string): string => context.workbench.hash(value).slice(0, 20);

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/units',
      summary: 'Units of a project, a row each',
      query: unitsQuery,
      answers: { 'application/json': unitPage },
    },
    async (c, { offset, limit, sort, desc, filter, q }) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const table = await unitTable(snapshot);
      const selected = table.select({ sort, desc, filter, q });
      const tag = `${snapshot.revision}-${text(JSON.stringify([offset, limit, sort, desc, filter, q]))}`;
      return jsonAnswer(c, packed, { tag }, () => {
        const rows = table.text(selected, offset, limit === 0 ? selected.length : limit);
        return `{"total":${selected.length},"offset":${offset},"rows":${rows},"revision":"${snapshot.revision}"}`;
      });
    },
  );

  // Before the sheets: their address would take its name for a unit.
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/units/values',
      summary: 'One index of all units in one year',
      query: z.object({
        index: z
          .string()
          .max(60)
          .optional()
          .describe('`rsei` or a component; one without series of units gives way to the leading index'),
        year: z.coerce.number().int(),
      }),
      answers: { 'application/json': unitValues },
    },
    async (c, { index, year }) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const tag = `${snapshot.revision}-${text(JSON.stringify([index, year]))}`;
      return jsonAnswer(c, packed, { tag }, async () =>
        JSON.stringify(await yearOfUnits(snapshot, index, year)),
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/units/{unit}',
      summary: 'Everything known of one unit',
      answers: { 'application/json': unitSheet },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const unit = pathPart(c, 'unit');
      // What is overdue changes with the day.
      const day = new Date(context.workbench.clock.now()).toISOString().slice(0, 10);
      const sheet = await readUnitSheet(state, snapshot, unit);
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-${day}-${text(unit)}` }, () =>
        JSON.stringify(sheet),
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/shapes/{set}',
      summary:
        'Boundary, units or reference areas as GeoJSON in the CRS of ProjectDetail, or in the one that is asked for',
      query: z.object({
        crs: z.string().max(20).optional().describe('`EPSG:32649`, such as `crs.code` of a layer'),
      }),
      answers: { 'application/geo+json': z.object({ type: z.literal('FeatureCollection') }).loose() },
    },
    async (c, { crs }) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const name = pathPart(c, 'set');
      const set = SHAPE_SETS.find((one) => one === name);
      const site = await siteOfIn(state, snapshot, crs);
      if (set === undefined || site === null)
        throw new AftermineError('NotFound', 'E-SRV-108', { expected: SHAPE_SETS.join(', '), got: name });
      const shapes = await snapshot.made(`shapes ${set} ${site.crs}`, async () => {
        const all = shapesText(site, set);
        return { all, tag: text(all) };
      });
      const headers = { 'x-crs': site.crs };
      return jsonAnswer(
        c,
        packed,
        { tag: shapes.tag, type: 'application/geo+json', headers },
        () => shapes.all,
      );
    },
  );
}
