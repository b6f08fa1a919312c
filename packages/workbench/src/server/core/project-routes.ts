import { AftermineError } from '@aftermine/science/base';
import { crsLabel, projDefinition } from '@aftermine/science/site';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ProjectDetail, projectCard, projectDetail } from '../../contract/index.ts';
import type { SettingValue } from '../../ports/index.ts';
import { answerEnvelope } from '../answer-envelope.ts';
import { changeSettings, readSettings, type SettingsChange } from '../change-settings.ts';
import { projectFolder } from '../project-folder.ts';
import { layerGroups, projectFrame, yearQuality } from '../reading/index.ts';
import { readingState } from '../reading/reading-state.ts';
import { currencyInForce } from '../reading/records.ts';
import { requestLanguage } from '../request-language.ts';
import type { Services } from '../services.ts';
import { startProject } from '../start-project.ts';
import { coreRoute, projectParams } from './core-route.ts';

const newProject = z.strictObject({
  name: z.string().trim().min(1).max(200),
  folder: z.string().min(1).max(200).optional(),
  boundary: z.string().max(400),
  units: z.string().max(400).optional(),
  reference: z.string().max(400).optional(),
  crs: z.string().max(40).optional(),
  encoding: z.string().max(40).optional(),
  datum: z.enum(['gcj02', 'wgs84']).optional(),
  language: z.enum(['zh', 'en']),
});
export type NewProject = z.output<typeof newProject>;

const settingValue: z.ZodType<SettingValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(settingValue), z.record(z.string(), settingValue)]),
);
const MOST_SETTINGS_CHARACTERS = 500_000;
const settingsChange = z.strictObject({
  path: z.array(z.string().min(1).max(100)).min(1).max(8).optional(),
  /** Instead of a key: the whole file as it is to be. */
  text: z.string().max(MOST_SETTINGS_CHARACTERS).optional(),
  /** Held against the settings' own schema by the file. */
  value: z.unknown().optional(),
  /** Instead of a value: the key is taken away, and its default or the absence of a limit holds again. */
  remove: z.literal(true).optional(),
  revision: z.string().max(100),
});
const settingsAnswer = z.object({ settings: z.unknown(), text: z.string(), revision: z.string() });

/** Projects of the workspace: cards, details, beginning one, settings. */
export function registerProjects(app: OpenAPIHono, services: Services): void {
  const { context, shelf, commands } = services;
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/projects',
      summary: 'The projects of the workspace, each in a card.',
      answers: { 200: z.object({ projects: z.array(projectCard) }) },
    },
    async (c) => c.json({ projects: await shelf.cards(requestLanguage(c, context)) }),
  );
  coreRoute(
    app,
    {
      method: 'post',
      path: '/api/projects',
      summary: 'Begins a project from uploaded files (verb `init`).',
      body: newProject,
      answers: { 201: z.object({ project: projectCard, line: z.string() }) },
    },
    async (c, { body }) => {
      const language = requestLanguage(c, context);
      const { id, envelope, line } = await startProject(services, body, language);
      if (!envelope.ok) return answerEnvelope(c, envelope, line);
      return c.json({ project: await shelf.card(id, language), line, envelope }, 201);
    },
  );
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/projects/{project}',
      summary: 'One project: where it stands, coordinate system, extent, layers, years.',
      params: projectParams,
      answers: { 200: projectDetail },
    },
    async (c, { params }) => c.json(await detailOf(services, params.project, requestLanguage(c, context))),
  );
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/projects/{project}/settings',
      summary: 'Settings in force, their file as it is written, and its revision.',
      params: projectParams,
      answers: { 200: settingsAnswer },
    },
    (c, { params }) => c.json(readSettings(context, projectFolder(context, params.project))),
  );
  coreRoute(
    app,
    {
      method: 'patch',
      path: '/api/projects/{project}/settings',
      summary:
        'Sets one key of aftermine.yaml, or takes it away (`remove`), comments kept; or writes the whole file (`text`). 409 where the file changed meanwhile.',
      params: projectParams,
      body: settingsChange,
      answers: { 200: settingsAnswer },
    },
    async (c, { params, body }) => {
      const dir = projectFolder(context, params.project);
      const change = changeOf(body);
      const changed = await commands.inTurn(params.project, async () => changeSettings(context, dir, change));
      return c.json(changed);
    },
  );
}

/** A value, its removal, or the whole file: one of them. */
function changeOf({ path, value, remove, text, revision }: z.output<typeof settingsChange>): SettingsChange {
  if (text !== undefined && path === undefined && value === undefined && remove === undefined)
    return { text, revision };
  const read = settingValue.safeParse(value);
  if (path !== undefined && text === undefined) {
    if (remove === true && value === undefined) return { path, revision, remove };
    if (remove === undefined && read.success) return { path, revision, value: read.data };
  }
  throw new AftermineError('InvalidInput', 'E-SRV-006', {
    where: 'value',
    got:
      value === undefined ? 'path, value, remove, text' : (read.error?.issues[0]?.message ?? 'value, remove'),
  });
}

/** Everything of it is read once and kept as long as the project stays as it is; pages ask for it often. */
async function detailOf(
  { context, shelf }: Services,
  id: string,
  language: 'zh' | 'en',
): Promise<ProjectDetail> {
  projectFolder(context, id);
  const card = await shelf.card(id, language);
  const snapshot = await readingState(context).projects.of(id);
  const [frame, layers, quality, currency] = await Promise.all([
    projectFrame(context, id),
    layerGroups(context, id),
    yearQuality(context, id),
    currencyInForce(snapshot),
  ]);
  const { settings } = snapshot.project;
  return {
    ...card,
    crs: { code: frame.crs, name: crsLabel(frame.crs), proj4: projDefinition(frame.crs) },
    extent: frame.extent === null ? null : [...frame.extent],
    layers,
    quality,
    currency,
    target: settings.control.target,
    settings,
  };
}
