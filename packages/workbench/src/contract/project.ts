import { z } from 'zod';

export const stepState = z.object({
  step: z.enum(['observe', 'diagnose', 'plan', 'season', 'report']),
  state: z.enum(['done', 'stale', 'missing', 'waiting']),
  /** Catalogue key of the reason, and what it is filled with. */
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Where a project stands: survey, diagnosis, planning, carrying out, monitoring. */
export const phase = z.enum(['survey', 'diagnosis', 'planning', 'carrying-out', 'monitoring']);

export const projectCard = z.object({
  id: z.string(),
  name: z.string(),
  /** The name in the other language than the project's own, where it has one. */
  otherName: z.string().nullable(),
  dir: z.string(),
  language: z.enum(['zh', 'en']),
  phase,
  steps: z.array(stepState),
  areaHa: z.number().nullable(),
  units: z.number(),
  years: z.tuple([z.number(), z.number()]).nullable(),
  openAlerts: z.number(),
  /** The next season that can be run, or the earliest due date of an open action. */
  nextDue: z.object({ key: z.string(), date: z.string() }).nullable(),
  /** True for the demonstration mine. */
  demonstration: z.boolean(),
  thumbnail: z.string().nullable(),
  updated: z.string().nullable(),
  /** Set where the project cannot be opened, and then the rest is empty. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ProjectCard = z.infer<typeof projectCard>;

export const layerGroup = z.object({
  kind: z.string(),
  /** In order; empty for a layer without year. */
  years: z.array(z.number()),
  /** Stretch that is the same for every year. */
  range: z.tuple([z.number(), z.number()]).nullable(),
  /** Name of the colour table in `science/report`; `true-colour` for composites, shown by their bands `red`, `green`, `blue`. */
  palette: z.string(),
  /** Counted from 1. Stretch, colour table and unit of each band by itself; those above are of the first. */
  bands: z.array(
    z.object({
      index: z.number(),
      name: z.string(),
      range: z.tuple([z.number(), z.number()]).nullable(),
      palette: z.string(),
      unit: z.string().nullable(),
    }),
  ),
  unit: z.string().nullable(),
  /** System of its pixels, in which windows of values are asked for and come; shapes come in it by `?crs=`. */
  crs: z.object({ code: z.string(), name: z.string(), proj4: z.string() }).nullable(),
  /** West, south, east, north of its pixels in that system. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});

/** One year of the slider: how good it is, never hidden. */
export const yearQuality = z.object({
  year: z.number(),
  /** Share of the boundary with a valid value; 0 where the year is missing. */
  validShare: z.number(),
  scenes: z.number(),
  present: z.boolean(),
  events: z.array(z.object({ unit: z.string().nullable(), kind: z.string() })),
});

export const projectDetail = projectCard.extend({
  crs: z.object({ code: z.string(), name: z.string(), proj4: z.string() }),
  /** West, south, east, north in the CRS of the project. */
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  layers: z.array(layerGroup),
  quality: z.array(yearQuality),
  currency: z.string().nullable(),
  target: z.number().nullable(),
  settings: z.unknown(),
});
export type ProjectDetail = z.infer<typeof projectDetail>;
