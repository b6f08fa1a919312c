import { AftermineError } from '../../base/index.ts';
import { findCycle } from './find-cycle.ts';
import { type LibraryFile, type PlaceInLibrary, placeByPath } from './library-place.ts';
import {
  type CostFile,
  type CostOverride,
  type EndUse,
  type EndUseFile,
  type Gate,
  type Library,
  type Measure,
  type MeasureFile,
  type Quantity,
  type SourceFile,
  UNVERIFIED,
} from './library-schema.ts';
import { mergeCosts } from './merge-costs.ts';

/** The parsed files of a library, each right by itself. */
export interface LibraryParts {
  readonly measures: MeasureFile;
  readonly endUses: EndUseFile;
  readonly costs: CostFile;
  readonly sources: SourceFile;
  readonly override?: CostOverride | undefined;
}

type Path = readonly (string | number)[];

/**
 * The library that its files make together: what one file says of another holds, and an override is applied.
 *
 * @param hashOf hash of the canonical text of the library, made once everything else is right
 * @param place says where a value stands, for the error
 * @throws InvalidInput `E-LIB-004` an id that nothing has; `E-LIB-005` measures that wait for each other; `E-LIB-006` an id
 * twice; `E-LIB-007` a range out of order; `E-LIB-008`, `E-LIB-009`, `E-LIB-012`, `E-LIB-013` the override, see `mergeCosts`;
 * `E-LIB-010` a gate without a limit; `E-LIB-011` an amount that cannot be counted; `E-LIB-014` a measure that changes nothing;
 * `E-LIB-015` an end use without plants
 */
export function checkLibrary(
  parts: LibraryParts,
  hashOf: (library: Omit<Library, 'hash'>) => string,
  place: PlaceInLibrary = placeByPath,
): Library {
  const { measures } = parts.measures;
  const { endUses } = parts.endUses;
  refuseTwice(measures, 'measures', ['measures'], place);
  refuseTwice(endUses, 'end-uses', ['endUses'], place);
  refuseTwice(parts.costs.items, 'costs', ['items'], place);
  refuseTwice(parts.sources.sources, 'sources', ['sources'], place);
  if (parts.override !== undefined) refuseTwice(parts.override.items, 'override', ['items'], place);
  checkGateIds(parts, place);
  refuseDisorder('costs', parts.costs, [], place);
  if (parts.override !== undefined) refuseDisorder('override', parts.override, [], place);
  refuseDisorder('measures', parts.measures, [], place);
  refuseDisorder('end-uses', parts.endUses, [], place);

  const known = new Set(parts.sources.sources.map(({ id }) => id));
  const merged =
    parts.override === undefined
      ? { costs: parts.costs, sources: [] }
      : mergeCosts(parts.costs, parts.override, known, place);
  const items = new Set(merged.costs.items.map(({ id }) => id));
  refuseUnknownSources('costs', parts.costs, known, place);
  refuseUnknownSources('measures', parts.measures, known, place);
  refuseUnknownSources('end-uses', parts.endUses, known, place);

  const measureIds = new Set(measures.map(({ id }) => id));
  measures.forEach((measure, index) => {
    checkMeasure(measure, ['measures', index], { items, measureIds }, place);
  });
  endUses.forEach((endUse, index) => {
    checkEndUse(endUse, ['endUses', index], { items, measures }, place);
  });
  refuseCycle(measures, place);

  const library = {
    measures,
    endUses,
    costs: merged.costs,
    sources: [...parts.sources.sources, ...merged.sources],
  };
  return { ...library, hash: hashOf(library) };
}

function checkMeasure(
  measure: Measure,
  path: Path,
  known: { readonly items: ReadonlySet<string>; readonly measureIds: ReadonlySet<string> },
  place: PlaceInLibrary,
): void {
  const at = (...rest: Path): string => place('measures', [...path, ...rest]);
  checkGates(measure.gates, 'measures', path, place);
  measure.mends.forEach((mend, index) => {
    if (mend.fact !== 'contamination' && mend.reach === mend.assume)
      throw new AftermineError('InvalidInput', 'E-LIB-014', {
        where: at('mends', index, 'reach'),
        got: measure.id,
        params: { fact: mend.fact, value: mend.reach },
      });
  });
  checkItems(measure.quantities, 'measures', [...path, 'quantities'], known.items, place);
  checkItems(
    measure.upkeep?.quantities ?? [],
    'measures',
    [...path, 'upkeep', 'quantities'],
    known.items,
    place,
  );
  const refuseUncountable = (quantities: readonly Quantity[], ...rest: Path): void =>
    quantities.forEach((quantity, index) => {
      if (!isCountable(quantity, measure))
        throw new AftermineError('InvalidInput', 'E-LIB-011', {
          where: at(...rest, index, 'per'),
          got: measure.id,
        });
    });
  refuseUncountable(measure.quantities, 'quantities');
  refuseUncountable(measure.upkeep?.quantities ?? [], 'upkeep', 'quantities');
  measure.after.forEach((id, index) => {
    if (!known.measureIds.has(id))
      throw new AftermineError('InvalidInput', 'E-LIB-004', { where: at('after', index), got: id });
  });
}

function checkEndUse(
  endUse: EndUse,
  path: Path,
  known: { readonly items: ReadonlySet<string>; readonly measures: readonly Measure[] },
  place: PlaceInLibrary,
): void {
  checkGates(endUse.gates, 'end-uses', path, place);
  checkItems(endUse.capital, 'end-uses', [...path, 'capital'], known.items, place);
  if (
    endUse.vegetated &&
    !known.measures.some(({ establishes }) => establishes?.lands.includes(endUse.land) === true)
  )
    throw new AftermineError('InvalidInput', 'E-LIB-015', {
      where: place('end-uses', [...path, 'land']),
      got: endUse.id,
    });
}

/** What an amount is counted by must be something the measure changes. */
function isCountable({ per }: Quantity, { mends }: Measure): boolean {
  const facts = mends.map(({ fact }) => fact);
  switch (per) {
    case 'gap':
      return facts.filter((fact) => fact !== 'contamination').length === 1;
    case 'regrade':
      return facts.includes('slope-p90') || facts.includes('slope-mean');
    case 'water':
      return facts.includes('water-deficit');
    default:
      return true;
  }
}

function checkGates(gates: readonly Gate[], file: LibraryFile, path: Path, place: PlaceInLibrary): void {
  gates.forEach((gate, index) => {
    if (!('min' in gate) && !('max' in gate) && !isNumeric(gate)) return;
    const { min = -Infinity, max = Infinity } = gate as { min?: number; max?: number };
    if (min > max || (min === -Infinity && max === Infinity))
      throw new AftermineError('InvalidInput', 'E-LIB-010', {
        where: place(file, [...path, 'gates', index, 'id']),
        got: gate.id,
      });
  });
}

function isNumeric(gate: Gate): boolean {
  return gate.fact !== 'damage' && gate.fact !== 'basic-farmland' && gate.fact !== 'contamination';
}

function checkItems(
  quantities: readonly Quantity[],
  file: LibraryFile,
  path: Path,
  items: ReadonlySet<string>,
  place: PlaceInLibrary,
): void {
  quantities.forEach(({ item }, index) => {
    if (!items.has(item))
      throw new AftermineError('InvalidInput', 'E-LIB-004', {
        where: place(file, [...path, index, 'item']),
        got: item,
      });
  });
}

function refuseTwice(
  entries: readonly { readonly id: string }[],
  file: LibraryFile,
  path: Path,
  place: PlaceInLibrary,
): void {
  const seen = new Set<string>();
  entries.forEach(({ id }, index) => {
    if (seen.has(id))
      throw new AftermineError('InvalidInput', 'E-LIB-006', {
        where: place(file, [...path, index, 'id']),
        got: id,
      });
    seen.add(id);
  });
}

/** A gate is named by its id alone in plans and settings. */
function checkGateIds({ measures, endUses }: LibraryParts, place: PlaceInLibrary): void {
  const seen = new Set<string>();
  const look = (gates: readonly Gate[], file: LibraryFile, path: Path): void =>
    gates.forEach(({ id }, index) => {
      if (seen.has(id))
        throw new AftermineError('InvalidInput', 'E-LIB-006', {
          where: place(file, [...path, 'gates', index, 'id']),
          got: id,
        });
      seen.add(id);
    });
  measures.measures.forEach(({ gates }, index) => {
    look(gates, 'measures', ['measures', index]);
  });
  endUses.endUses.forEach(({ gates }, index) => {
    look(gates, 'end-uses', ['endUses', index]);
  });
}

function refuseCycle(measures: readonly Measure[], place: PlaceInLibrary): void {
  const cycle = findCycle(new Map(measures.map(({ id, after }) => [id, after])));
  if (cycle === null) return;
  const index = measures.findIndex(({ id }) => id === cycle[0]);
  throw new AftermineError('InvalidInput', 'E-LIB-005', {
    where: place('measures', ['measures', index, 'after']),
    params: { cycle: cycle.join(' -> ') },
  });
}

/** Every triple of numbers of a library is low, likely, high. */
function refuseDisorder(file: LibraryFile, value: unknown, path: Path, place: PlaceInLibrary): void {
  if (isTriple(value)) {
    if (value[0] > value[1] || value[1] > value[2])
      throw new AftermineError('InvalidInput', 'E-LIB-007', {
        where: place(file, path),
        got: value.join(', '),
      });
    return;
  }
  eachChild(value, path, (child, at) => {
    refuseDisorder(file, child, at, place);
  });
}

function refuseUnknownSources(
  file: LibraryFile,
  value: unknown,
  known: ReadonlySet<string>,
  place: PlaceInLibrary,
  path: Path = [],
): void {
  const last = path.at(-1);
  const named =
    ['source', 'soilSource'].includes(String(last)) ||
    ['sources', 'headSources'].includes(String(path.at(-2)));
  if (named && typeof value === 'string') {
    if (value !== UNVERIFIED && !known.has(value))
      throw new AftermineError('InvalidInput', 'E-LIB-004', { where: place(file, path), got: value });
    return;
  }
  eachChild(value, path, (child, at) => {
    refuseUnknownSources(file, child, known, place, at);
  });
}

function isTriple(value: unknown): value is readonly [number, number, number] {
  return Array.isArray(value) && value.length === 3 && value.every((one) => typeof one === 'number');
}

function eachChild(value: unknown, path: Path, visit: (child: unknown, path: Path) => void): void {
  if (Array.isArray(value))
    value.forEach((child, index) => {
      visit(child, [...path, index]);
    });
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value)) visit(child, [...path, key]);
}
