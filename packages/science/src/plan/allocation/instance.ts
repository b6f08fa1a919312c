import { z } from 'zod';
import { AftermineError } from '../../base/index.ts';

const amount = z.number();
const name = z.string().min(1);
const useSchema = z.record(name, amount).default({});

const optionSchema = z.strictObject({
  unit: name,
  package: name,
  year: z.number().int(),
  value: amount,
  use: useSchema.describe('Row id -> what the option takes of it, or adds to it'),
  needs: z.array(name).optional().describe('Shared works that must be there by that year'),
});

const rowSchema = z.strictObject({
  id: name,
  sense: z.enum(['<=', '>=', '=']),
  limit: amount,
  name: z.strictObject({ en: name, zh: name }).optional().describe('For people'),
});

/**
 * An allocation: at most one option per unit, exactly one where mandatory, under rows that all units share. Beyond the core of
 * the format (options, rows, mandatory) an instance may state shared works, groups that exclude each other, compartments with a
 * boundary penalty and a least share of units, and rows whose unused rest carries over.
 */
export const allocationSchema = z.strictObject({
  format: z.literal('aftermine-allocation/1'),
  sense: z.enum(['max', 'min']).default('max'),
  options: z.array(optionSchema).min(1),
  rows: z.array(rowSchema).default([]),
  mandatory: z.array(name).default([]),
  works: z
    .array(z.strictObject({ id: name, year: z.number().int(), value: amount.default(0), use: useSchema }))
    .optional()
    .describe('Shared works, each year of each an option; at most one year each'),
  exclusive: z
    .array(z.array(z.strictObject({ unit: name, package: name.optional() })).min(2))
    .optional()
    .describe('Groups of which at most one may be chosen'),
  compartments: z
    .array(
      z.strictObject({
        id: name,
        units: z.array(name).min(1),
        least: z.number().int().min(1).optional().describe('Fewest units treated where any is'),
      }),
    )
    .optional(),
  boundary: z
    .array(z.strictObject({ a: name, b: name, penalty: z.number().min(0) }))
    .optional()
    .describe('Costs of a border between a treated and an untreated compartment'),
  carryOver: z
    .array(z.array(name).min(2))
    .optional()
    .describe('Rows `<=` in the order in which an unused rest carries over'),
});

export type AllocationInstance = z.infer<typeof allocationSchema>;
export type AllocationOption = AllocationInstance['options'][number];
export type AllocationRow = AllocationInstance['rows'][number];

/**
 * Reads an instance and checks what a schema cannot: names that point somewhere, nothing twice, finite numbers.
 *
 * @throws InvalidInput `E-PLN-101` not the format, `E-PLN-102` something stands twice, `E-PLN-103` a name that points nowhere,
 * `E-PLN-104` a mandatory unit without an option, `E-PLN-105` rows that contradict each other by themselves
 */
export function parseAllocation(value: unknown, where: string): AllocationInstance {
  const parsed = allocationSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new AftermineError('InvalidInput', 'E-PLN-101', {
      where: `${where}: ${issue.path.join('.') || '/'}`,
      got: issue.message,
    });
  }
  const instance = parsed.data;
  const { options, rows, mandatory, works = [], exclusive = [], compartments = [], boundary = [] } = instance;
  const rowIds = distinct(
    where,
    'rows',
    rows.map(({ id }) => id),
  );
  const units = new Set(options.map(({ unit }) => unit));
  const workIds = new Set(works.map(({ id }) => id));
  distinct(
    where,
    'options',
    options.map((one) => `${one.unit} ${one.package} ${one.year}`),
  );
  distinct(
    where,
    'works',
    works.map(({ id, year }) => `${id} ${year}`),
  );
  const known = (at: string, names: Iterable<string>, all: ReadonlySet<string>): void => {
    for (const got of names)
      if (!all.has(got))
        throw new AftermineError('InvalidInput', 'E-PLN-103', { where: `${where}: ${at}`, got });
  };
  options.forEach((one, i) => {
    known(`options.${i}.use`, Object.keys(one.use), rowIds);
    known(`options.${i}.needs`, one.needs ?? [], workIds);
  });
  works.forEach((one, i) => {
    known(`works.${i}.use`, Object.keys(one.use), rowIds);
  });
  for (const unit of mandatory)
    if (!units.has(unit)) throw new AftermineError('InvalidInput', 'E-PLN-104', { where, got: unit });
  known(
    'exclusive',
    exclusive.flat().map(({ unit }) => unit),
    units,
  );
  const ids = distinct(
    where,
    'compartments',
    compartments.map(({ id }) => id),
  );
  known(
    'compartments',
    compartments.flatMap((one) => one.units),
    units,
  );
  distinct(
    where,
    'compartments.units',
    compartments.flatMap((one) => one.units),
  );
  known(
    'boundary',
    boundary.flatMap(({ a, b }) => [a, b]),
    ids,
  );
  for (const [i, chain] of (instance.carryOver ?? []).entries()) {
    known(`carryOver.${i}`, chain, rowIds);
    for (const id of chain)
      if (rows.find((row) => row.id === id)!.sense !== '<=')
        throw new AftermineError('InvalidInput', 'E-PLN-105', { where: `${where}: carryOver.${i}`, got: id });
  }
  distinct(where, 'carryOver', (instance.carryOver ?? []).flat());
  return instance;
}

function distinct(where: string, list: string, names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const got of names) {
    if (seen.has(got))
      throw new AftermineError('InvalidInput', 'E-PLN-102', { where: `${where}: ${list}`, got });
    seen.add(got);
  }
  return seen;
}
