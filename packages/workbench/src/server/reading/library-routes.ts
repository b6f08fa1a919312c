import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { libraryOfProject } from '../../steps/library-of-project.ts';
import { jsonAnswer } from './json-answer.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';

/** Measures, end uses, costs and sources as a project uses them: with its own costs and the figures of its findings. */
export function registerLibraryRoutes(app: OpenAPIHono, { projects, packed, context }: ReadingState): void {
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/library',
      summary: 'Measures, end uses, unit costs and their sources, as this project uses them',
      answers: { 'application/json': z.looseObject({}) },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      // The texts of the library are no part of the snapshot: their hash is.
      const { library } = await libraryOfProject(context.workbench, snapshot.project);
      return jsonAnswer(c, packed, { tag: `${snapshot.revision}-library-${library.hash.slice(0, 16)}` }, () =>
        JSON.stringify(library),
      );
    },
  );
}
