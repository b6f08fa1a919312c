import { controlSettingsSchema } from '@aftermine/science/control';
import { diagnoseSettingsSchema } from '@aftermine/science/diagnose';
import { observeSettingsSchema } from '@aftermine/science/observe';
import { planSettingsSchema } from '@aftermine/science/plan';
import { z } from 'zod';

const vectorReading = z.strictObject({
  crs: z.string().optional().describe('EPSG code, where the file states none'),
  encoding: z.string().optional().describe('Encoding of attribute texts, such as gbk or utf-8'),
  datum: z
    .enum(['gcj02', 'wgs84'])
    .optional()
    .describe('What longitudes and latitudes of a web map refer to'),
  layer: z.string().optional().describe('Name of the layer, for files that hold several'),
});

/** `aftermine.yaml`, whole. Published as JSON Schema by `aftermine schema settings`. */
export const projectSettingsSchema = z.strictObject({
  name: z.string().min(1),
  otherName: z.string().min(1).optional().describe('Name in the other language, for pages in that language'),
  boundary: z.string().min(1).describe('Path of the boundary file, relative to the project'),
  crs: z.string().optional().describe('CRS of vector files that do not state their own, as EPSG code'),
  units: z
    .strictObject({
      file: z.string(),
      id: z.string().default('id').describe('Property that holds the unit id'),
      name: z.string().default('name'),
      damage: z.string().default('class'),
      damaged: z.string().default('year_damaged'),
      reclaimed: z.string().default('year_reclaimed'),
      landClass: z.string().default('land_class'),
      owner: z.string().default('owner'),
      village: z.string().default('village'),
      basicFarmland: z.string().default('basic_farmland'),
      target: z.string().default('target').describe('Land use the unit is meant for'),
      water: z.string().default('water_m3_ha').describe('Water that can be brought, m3/(ha a)'),
    })
    .optional(),
  reference: z
    .strictObject({ file: z.string(), id: z.string().default('id'), name: z.string().default('name') })
    .optional(),
  reading: z
    .partialRecord(z.enum(['boundary', 'units', 'reference']), vectorReading)
    .default({})
    .describe('How a vector file is to be read, where the file leaves it open'),
  observe: observeSettingsSchema.prefault({}),
  diagnose: diagnoseSettingsSchema.prefault({}),
  plan: planSettingsSchema.prefault({}),
  control: controlSettingsSchema.prefault({}),
  language: z.enum(['zh', 'en']).default('zh'),
});
export type ProjectSettings = z.infer<typeof projectSettingsSchema>;
