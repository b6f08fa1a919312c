import { z } from 'zod';
import { INDICATOR_IDS, type IndicatorId } from '../../diagnose/index.ts';
import { TARGET_LANDS, type TargetLand } from '../../site/index.ts';

/** Reviewed text in both languages: names and reasons of the library are data, not part of the catalogue. */
const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower case words joined by -');
const indicator = z.enum(INDICATOR_IDS as readonly [IndicatorId, ...IndicatorId[]]);
const targetLand = z.enum(TARGET_LANDS as readonly [TargetLand, ...TargetLand[]]);
export const damageClass = z.enum([
  'pit',
  'waste-dump',
  'tailings-pond',
  'subsidence',
  'industrial-square',
  'haul-road',
  'quarry-face',
  'other',
]);

/**
 * Where a figure comes from: the id of an entry of `library/sources.yaml`, or `unverified`: nothing supports it yet, and it is
 * shown as an unverified default until someone supplies a source.
 */
const source = z.string().min(1);

/** Numbers of a unit that a gate may ask for beside the indicators of the diagnosis. */
export const EXTRA_FACTS = ['area-ha', 'aridity', 'years-since-damage'] as const;
const numberFact = z.union([indicator, z.enum(EXTRA_FACTS)]);

const gateBase = {
  id,
  /**
   * `legal` and `safety` gates cannot be offset by anything; with an unverified limit they report insufficient. An
   * `engineering` gate with an unverified limit passes with a condition.
   */
  kind: z.enum(['legal', 'safety', 'engineering']),
  reason: text.describe('What the gate asks for, as a sentence'),
  source,
};
const gateSchema = z.union([
  z.strictObject({
    ...gateBase,
    fact: numberFact,
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ ...gateBase, fact: z.literal('damage'), oneOf: z.array(damageClass).min(1) }),
  z.strictObject({ ...gateBase, fact: z.literal('basic-farmland'), is: z.boolean() }),
  z.strictObject({
    ...gateBase,
    fact: z.literal('contamination'),
    standard: z.enum(['agricultural', 'construction-1', 'construction-2']),
  }),
]);

const quantitySchema = z.strictObject({
  item: id.describe('Cost item'),
  /**
   * What the amount is counted in: hectares of ground (`area`), of slope surface (`slope-area`, A / cos), of land steeper than
   * the limit (`steep-area`), units of the mended fact that are missing (`gap`), cubic metres to be moved to reach the slope
   * (`regrade`), missing water in m3 a year (`water`), or once a unit (`unit`).
   */
  per: z.enum(['area', 'slope-area', 'steep-area', 'gap', 'regrade', 'water', 'unit']),
  amount: z.number().positive(),
  source,
});

const measureSchema = z.strictObject({
  id,
  name: text,
  about: text,
  family: z.enum(['earthworks', 'drainage', 'soil', 'contamination', 'vegetation', 'water', 'management']),
  /** Step of the ladder of nature-based solutions. */
  ladder: z.enum(['natural', 'assisted', 'engineered']),
  /** Ids `measure.*` of the diagnosis that it answers. */
  answers: z.array(id).default([]),
  /** Damage classes on which no other use begins without it: an industrial square is cleared first. */
  neededOn: z.array(damageClass).optional(),
  gates: z.array(gateSchema).default([]),
  /**
   * Facts it can bring to what a gate asks for, and how far; `assume`: the value taken where the fact is unknown. From `assume`
   * to `reach` is also the only way it changes a fact: lime raises pH, gypsum lowers it.
   */
  mends: z
    .array(
      z.union([
        z.strictObject({ fact: numberFact, reach: z.number(), assume: z.number() }),
        z.strictObject({
          fact: z.literal('contamination'),
          from: z.array(z.enum(['conditional', 'fail', 'insufficient'])).min(1),
          to: z.enum(['pass', 'conditional']),
          /** Standards it can meet; all where absent. */
          standards: z.array(z.enum(['agricultural', 'construction-1', 'construction-2'])).optional(),
        }),
      ]),
    )
    .default([]),
  quantities: z.array(quantitySchema).min(1),
  upkeep: z
    .strictObject({ years: z.number().int().min(0).max(30), quantities: z.array(quantitySchema).min(1) })
    .optional(),
  /** Measures that must be finished before it begins, where the package has them. */
  after: z.array(id).default([]),
  months: z
    .strictObject({ from: z.number().int().min(1).max(12), to: z.number().int().min(1).max(12) })
    .describe('Months of the year in which it can be done; may run over New Year'),
  durationMonths: z.number().positive().max(60),
  /** A measure that brings plants: what recovers, and how fast. */
  establishes: z
    .strictObject({
      lands: z.array(targetLand).min(1),
      /** Of the recovery curve r' = rate (asymptote - r), per year; low and high for what is not known. */
      rate: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]),
      /** Share of the asymptote of the end use that it reaches. */
      reach: z.number().min(0).max(1.2),
      /** First-year survival by climate: low, likely, high. */
      survival: z.strictObject({
        arid: z.tuple([z.number(), z.number(), z.number()]),
        'semi-arid': z.tuple([z.number(), z.number(), z.number()]),
        humid: z.tuple([z.number(), z.number(), z.number()]),
      }),
      /** Water in the years of establishment, m3/ha a year, and how many years. */
      water: z
        .strictObject({ m3PerHaYear: z.number().min(0), years: z.number().int().min(0) })
        .default({ m3PerHaYear: 0, years: 0 }),
      /** Vertical layers by facet for layered (cubic) restoration. */
      layers: z
        .array(
          z.strictObject({
            facet: z.enum(['platform', 'bench', 'gentle-face', 'steep-face']),
            layers: z.array(z.enum(['soil', 'drain', 'herb', 'shrub', 'tree', 'net'])).min(1),
          }),
        )
        .optional(),
      source,
      /** Of a figure whose source is another. */
      figureSources: z.partialRecord(z.enum(['rate', 'reach', 'survival']), source).optional(),
    })
    .optional(),
  /** Cover factor C and practice factor P that it leaves, of RUSLE. */
  erosion: z
    .strictObject({
      cover: z.number().min(0).max(1).optional(),
      practice: z.number().min(0).max(1).optional(),
      source,
    })
    .optional(),
  /** For the preference among schemes that serve alike (TOPSIS): expert scores 0..1. */
  scheme: z
    .strictObject({
      erosionReduction: z.number().min(0).max(1),
      speciesRichness: z.number().min(0).max(1),
      durability: z.number().min(0).max(1),
      source,
    })
    .optional(),
  sources: z.array(source).min(1),
});

const endUseSchema = z.strictObject({
  id,
  name: text,
  about: text,
  land: targetLand.describe('Land whose standards apply'),
  farmland: z.boolean().default(false).describe('Counts as farmland'),
  vegetated: z.boolean().describe('Needs a measure that brings plants'),
  /** Commercial uses are offered only up to the area for which a project states a demand. */
  needsDemand: z.boolean().default(false),
  gates: z.array(gateSchema).default([]),
  /** Closeness to the reference that it can reach, 0..1. */
  asymptote: z.number().min(0).max(1),
  /** Biomass and dead wood at maturity t C/ha, its rate per year; soil t C/ha a year. */
  carbon: z.strictObject({
    biomassTCHa: z.number().min(0),
    ratePerYear: z.number().positive(),
    soilTCHaYear: z.number(),
    source,
    /** Of the soil figure, where it is another. */
    soilSource: source.optional(),
  }),
  /** Cover factor C of RUSLE at maturity. */
  coverFactor: z.number().min(0).max(1),
  capital: z.array(quantitySchema).default([]),
  payer: z.enum(['public', 'concession']).default('public').describe('Who pays capital and earns revenue'),
  revenue: z
    .strictObject({
      perHaYear: z
        .tuple([z.number(), z.number(), z.number()])
        .describe('low, likely, high; currency of the cost file'),
      fromYear: z.number().int().min(0).describe('Years after the works'),
      source,
    })
    .optional(),
  operating: z.strictObject({ perHaYear: z.number().min(0), source }).optional(),
  /** Permanent jobs per hectare by skill, and what training they need. */
  jobs: z.strictObject({
    unskilled: z.number().min(0),
    skilled: z.number().min(0),
    specialist: z.number().min(0),
    training: text,
    source,
  }),
  /** Grid power displaced, MWh per hectare and year. */
  powerMWhHaYear: z.number().min(0).default(0),
  infrastructure: text.optional(),
  heritage: text.optional(),
  landRights: text,
  sources: z.array(source).min(1),
});

const costItemSchema = z.strictObject({
  id,
  name: text,
  unit: z.string().min(1).describe('m3, ha, t, m2, km, item'),
  /** low, likely, high */
  cost: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]),
  /** Shares of labour, fuel and material; the rest is machinery and overhead. */
  labour: z.number().min(0).max(1),
  fuel: z.number().min(0).max(1).default(0),
  material: z.number().min(0).max(1).default(0),
  /** kg CO2e per unit: diesel, lime, cement. */
  co2KgPerUnit: z.number().min(0),
  /** The item takes topsoil from the stock: m3 per unit. */
  topsoilM3PerUnit: z.number().min(0).default(0),
  source,
  reason: z.string().optional().describe('Of an override: who says so and why'),
});

export const measureFileSchema = z.strictObject({
  format: z.literal('aftermine-measures/1'),
  measures: z.array(measureSchema).min(1),
});
export const endUseFileSchema = z.strictObject({
  format: z.literal('aftermine-end-uses/1'),
  endUses: z.array(endUseSchema).min(1),
});
export const costFileSchema = z.strictObject({
  format: z.literal('aftermine-costs/1'),
  id,
  region: text,
  currency: z.string().regex(/^[A-Z]{3}$/, 'ISO 4217'),
  priceYear: z.number().int().min(1980).max(2100),
  /** Cost of one person-year of local labour, and of one tonne of CO2e where somebody pays for it. */
  personYear: z.number().positive(),
  carbonPrice: z.number().min(0),
  /** t CO2e per MWh of the grid. */
  gridFactor: z.number().min(0),
  /** Cost of hauling one m3 of soil over one km. */
  haulPerM3Km: z.number().min(0),
  /** Of the figures above, where `headSources` names no other. */
  source,
  headSources: z
    .partialRecord(z.enum(['personYear', 'carbonPrice', 'gridFactor', 'haulPerM3Km']), source)
    .optional(),
  items: z.array(costItemSchema),
});
/**
 * A project's own costs: the items it names replace those of the regional file, each with a reason. An item of the regional
 * file needs only what differs; a new one is written in full. `source` is an id of the library or the words of a document.
 */
export const costOverrideSchema = costFileSchema
  .partial({
    region: true,
    personYear: true,
    carbonPrice: true,
    gridFactor: true,
    haulPerM3Km: true,
    source: true,
  })
  .extend({
    items: z.array(
      costItemSchema
        .partial()
        .required({ id: true })
        .extend({
          fuel: z.number().min(0).max(1).optional(),
          material: z.number().min(0).max(1).optional(),
          topsoilM3PerUnit: z.number().min(0).optional(),
        }),
    ),
  });
export const sourceFileSchema = z.strictObject({
  format: z.literal('aftermine-sources/1'),
  sources: z.array(
    z.strictObject({
      id: z.string().min(1),
      text: z.string().min(1),
      doi: z.string().optional(),
      url: z.string().optional(),
      year: z.number().int().optional(),
      /** `read`: in the source itself; `abstract`: in its abstract or a secondary page. */
      standing: z.enum(['read', 'abstract']),
    }),
  ),
});

export type LibraryText = z.infer<typeof text>;
export type Gate = z.infer<typeof gateSchema>;
export type Quantity = z.infer<typeof quantitySchema>;
export type Measure = z.infer<typeof measureSchema>;
export type EndUse = z.infer<typeof endUseSchema>;
export type CostItem = z.infer<typeof costItemSchema>;
export type CostFile = z.infer<typeof costFileSchema>;
export type MeasureFile = z.infer<typeof measureFileSchema>;
export type EndUseFile = z.infer<typeof endUseFileSchema>;
export type SourceFile = z.infer<typeof sourceFileSchema>;
export type CostOverride = z.infer<typeof costOverrideSchema>;
export type LibrarySource = z.infer<typeof sourceFileSchema>['sources'][number];
/** Triangle of a figure that is not known exactly. */
export type LowLikelyHigh = readonly [low: number, likely: number, high: number];

/** Source word of a figure that nothing supports yet. */
export const UNVERIFIED = 'unverified';

/** The library as the plan uses it: one region, one currency. */
export interface Library {
  readonly measures: readonly Measure[];
  readonly endUses: readonly EndUse[];
  readonly costs: CostFile;
  readonly sources: readonly LibrarySource[];
  /** Hash of the texts it was read from: part of the lineage of a plan. */
  readonly hash: string;
}
