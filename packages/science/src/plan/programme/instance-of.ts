import type { AllocationInstance, AllocationOption } from '../allocation/instance.ts';
import {
  type AllocationFrame,
  type AllocationSource,
  sourceOfInstance,
  withOptions,
} from '../large/index.ts';
import { OptionReader, TableOptions } from './options-of.ts';
import type { Programme } from './programme.ts';

/** Value of a unit of money, where the optimum must not depend on rounding: options worth less than this are worth nothing. */
const LEAST_VALUE = 1e-9;

/**
 * The programme as an instance of the optimiser. Options of no use are left out where nothing can make them useful: no duty, no
 * floor, no compartment. Groups and compartments keep only units that have options left.
 */
export function instanceOf(programme: Programme): AllocationInstance {
  return sourceOfProgramme(programme).instance();
}

/** A programme as the optimiser sees it: as columns, where its options are those of its table. */
export function sourceOfProgramme(programme: Programme): AllocationSource {
  return programme.options instanceof TableOptions
    ? sourceOfTable(programme)
    : sourceOfInstance(instanceOfList(programme));
}

function instanceOfList(programme: Programme): AllocationInstance {
  const isOffered = offered(programme);
  const kept = programme.options.filter(({ value, candidate }) => isOffered(value, candidate.unit.id));
  const packages = new Map<string, Set<string>>();
  for (const { candidate } of kept) {
    const list = packages.get(candidate.unit.id);
    if (list === undefined) packages.set(candidate.unit.id, new Set([candidate.one.id]));
    else list.add(candidate.one.id);
  }
  return {
    ...frameOf(programme, (unit) => packages.get(unit)),
    options: kept.map(({ candidate, year, value, use, needs }) =>
      allocationOption(candidate.unit.id, candidate.one.id, year, value, use, needs),
    ),
  };
}

/** The table of a programme as a source; options become objects only where the exact solver asks for them. */
function sourceOfTable(programme: Programme): AllocationSource {
  const { table, units } = programme;
  const { candidates, options, packages, packageIds, values, needs } = table;
  const isOffered = offered(programme);
  const unitOf = new Int32Array(table.places.length);
  const candidateOf = new Int32Array(table.count);
  const starts: number[] = [0];
  const named: string[] = [];
  const ids = new Int32Array(table.count);
  const packagesBy = new Map<string, Set<string>>();
  let end = 0;
  units.forEach(({ unit }, u) => {
    const before = end;
    const own = new Set<string>();
    for (let c = candidates[u]!; c < candidates[u + 1]!; c += 1) {
      unitOf[c] = u;
      for (let o = options[c]!; o < options[c + 1]!; o += 1) {
        candidateOf[o] = c;
        if (!isOffered(values[o]!, unit.id)) continue;
        own.add(packageIds[packages[c]!]!);
        ids[end] = o;
        end += 1;
      }
    }
    if (end === before) return;
    named.push(unit.id);
    packagesBy.set(unit.id, own);
    starts.push(end);
  });
  const frame = frameOf(programme, (unit) => packagesBy.get(unit));
  const kept = ids.slice(0, end);
  const packageOf = (option: number): string => packageIds[packages[candidateOf[option]!]!]!;
  const needsOf = (option: number): readonly string[] => needs.get(candidateOf[option]!) ?? [];
  const reader = new OptionReader(programme);
  return {
    frame,
    columns: {
      count: table.count,
      units: named,
      starts: Int32Array.from(starts),
      ids: kept,
      values,
      entries: table.entries,
      accounts: table.accounts,
      amounts: table.amounts,
      accountRows: programme.accountRows,
      yearOf: (option) => reader.yearOf(option),
      packageOf,
      needsOf,
    },
    instance: (some) => {
      const list = Array.from(some ?? kept, (option) =>
        allocationOption(
          units[unitOf[candidateOf[option]!]!]!.unit.id,
          packageOf(option),
          reader.yearOf(option),
          values[option]!,
          reader.useOf(option),
          needsOf(option),
        ),
      );
      return some === undefined ? { ...frame, options: list } : withOptions(frame, list);
    },
  };
}

function allocationOption(
  unit: string,
  id: string,
  year: number,
  value: number,
  use: Readonly<Record<string, number>>,
  needs: readonly string[],
): AllocationOption {
  return { unit, package: id, year, value, use, ...(needs.length === 0 ? {} : { needs: [...needs] }) };
}

/** Whether an option can matter. */
function offered({ mandatory, compartments, rows }: Programme): (value: number, unit: string) => boolean {
  const must = new Set(mandatory);
  const all = compartments.length > 0 || rows.some(({ sense }) => sense !== '<=');
  return (value, unit) => all || value > LEAST_VALUE || must.has(unit);
}

/** @param packagesOf packages offered of a unit; undefined where there are none */
function frameOf(
  programme: Programme,
  packagesOf: (unit: string) => ReadonlySet<string> | undefined,
): AllocationFrame {
  const exclusive = programme.exclusive
    .map((group) =>
      group.filter(({ unit, package: of }) => {
        const own = packagesOf(unit);
        return own !== undefined && (of === undefined || own.has(of));
      }),
    )
    .filter((group) => group.length > 1);
  const compartments = programme.compartments
    .map((one) => ({ ...one, units: one.units.filter((unit) => packagesOf(unit) !== undefined) }))
    .filter(({ units }) => units.length > 0);
  const kept = new Set(compartments.map(({ id }) => id));
  const boundary = programme.boundary.filter(({ a, b }) => kept.has(a) && kept.has(b));
  return {
    format: 'aftermine-allocation/1',
    sense: 'max',
    rows: programme.rows.map(({ id, sense, limit, name }) => ({ id, sense, limit, name: { ...name } })),
    mandatory: [...programme.mandatory],
    ...(programme.works.length === 0
      ? {}
      : { works: programme.works.map(({ id, year, value, use }) => ({ id, year, value, use: { ...use } })) }),
    ...(exclusive.length === 0 ? {} : { exclusive }),
    ...(compartments.length === 0 ? {} : { compartments, boundary }),
    ...(programme.carryOver.length === 0
      ? {}
      : { carryOver: programme.carryOver.map((chain) => [...chain]) }),
  };
}
