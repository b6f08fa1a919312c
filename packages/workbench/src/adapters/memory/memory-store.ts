import { AftermineError } from '@aftermine/science/base';
import {
  type Alarm,
  headOf,
  type LedgerEntry,
  type LedgerHead,
  type ProgrammeRecord,
  type SeasonResult,
} from '@aftermine/science/control';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { ObservationResult } from '@aftermine/science/observe';
import type { PlanResult } from '@aftermine/science/plan';
import type { FieldSample, Site } from '@aftermine/science/site';
import type {
  ProjectEvent,
  Store,
  StoreChanges,
  StoredLayer,
  StoredScene,
  UnitChange,
  UnitSummary,
  UnitYear,
} from '../../ports/index.ts';
import { MIGRATIONS } from '../geopackage/migrations.ts';
import { assertDistinct, srsIdOf } from '../geopackage/site-tables.ts';
import { type ObservationTables, observationTables } from '../observation-tables.ts';

/** The in-memory twin of `GeoPackageStore`: same answers, nothing kept. */
export class MemoryStore implements Store {
  readonly schemaVersion = MIGRATIONS.at(-1)?.version ?? 0;
  #site: Site | null = null;
  #scenes: StoredScene[] = [];
  #layers = new Map<string, StoredLayer>();
  #observation: ObservationResult | null = null;
  #tables: ObservationTables = { years: [], changes: [], summaries: [] };
  #settings: string | null = null;
  #samples: readonly FieldSample[] = [];
  #diagnosis: DiagnosisResult | null = null;
  #diagnosisSettings: string | null = null;
  #plan: PlanResult | null = null;
  #solvedPlan: PlanResult | null = null;
  #planSettings: string | null = null;
  #programme: ProgrammeRecord | null = null;
  readonly #seasons = new Map<number, SeasonResult>();
  readonly #ledger: LedgerEntry[] = [];
  readonly #events: ProjectEvent[] = [];

  async save(changes: StoreChanges): Promise<void> {
    // Everything that can fail comes before the first change.
    const { site, scenes, layers, onlyTheseLayers, observation, settings, events, ...rest } =
      structuredClone(changes);
    if (site !== undefined) {
      srsIdOf(site.crs);
      assertDistinct('units', site.units);
      assertDistinct('reference_areas', site.references);
    }
    assertDistinct('scenes', scenes ?? []);
    const [first] = rest.ledger ?? [];
    const head = headOf(this.#ledger);
    if (first !== undefined && (first.seq !== head.entries || first.previous !== head.hash))
      throw new AftermineError('Conflict', 'E-STO-011', { expected: head.entries, got: first.seq });
    const tables = observation === undefined ? undefined : observationTables(observation);
    if (site !== undefined) {
      if (this.#site !== null && this.#site.crs !== site.crs) this.#samples = [];
      this.#site = site;
    }
    if (scenes !== undefined) {
      this.#scenes = [...scenes].sort((a, b) => compare(a.datetime, b.datetime) || compare(a.id, b.id));
    }
    if (onlyTheseLayers) this.#layers.clear();
    for (const layer of layers ?? []) this.#layers.set(`${layer.kind}/${layer.year}`, layer);
    if (observation !== undefined && tables !== undefined) {
      this.#observation = observation;
      this.#tables = tables;
    }
    if (settings !== undefined) this.#settings = settings;
    if (rest.samples !== undefined) this.#samples = rest.samples;
    if (rest.diagnosis !== undefined) this.#diagnosis = rest.diagnosis;
    if (rest.diagnosisSettings !== undefined) this.#diagnosisSettings = rest.diagnosisSettings;
    if (rest.plan !== undefined) this.#plan = rest.plan;
    if (rest.solvedPlan !== undefined) this.#solvedPlan = rest.solvedPlan;
    if (rest.planSettings !== undefined) this.#planSettings = rest.planSettings;
    if (rest.programme !== undefined) this.#programme = rest.programme;
    if (rest.season !== undefined) this.#seasons.set(rest.season.year, rest.season);
    this.#ledger.push(...(rest.ledger ?? []));
    this.#events.push(...(events ?? []));
  }

  async site(): Promise<Site | null> {
    return structuredClone(this.#site);
  }

  async scenes(): Promise<StoredScene[]> {
    return structuredClone(this.#scenes);
  }

  async layers(): Promise<StoredLayer[]> {
    const sorted = [...this.#layers.values()].sort(
      (a, b) => compare(a.kind, b.kind) || (a.year ?? -Infinity) - (b.year ?? -Infinity),
    );
    return structuredClone(sorted);
  }

  async observation(): Promise<ObservationResult | null> {
    return structuredClone(this.#observation);
  }

  async samples(): Promise<FieldSample[]> {
    return structuredClone([...this.#samples]);
  }

  async diagnosis(): Promise<DiagnosisResult | null> {
    return structuredClone(this.#diagnosis);
  }

  async diagnosisSettings(): Promise<string | null> {
    return this.#diagnosisSettings;
  }

  async plan(): Promise<PlanResult | null> {
    return structuredClone(this.#plan);
  }

  async solvedPlan(): Promise<PlanResult | null> {
    return structuredClone(this.#solvedPlan);
  }

  async planSettings(): Promise<string | null> {
    return this.#planSettings;
  }

  async programme(): Promise<ProgrammeRecord | null> {
    return structuredClone(this.#programme);
  }

  async seasons(): Promise<number[]> {
    return [...this.#seasons.keys()].sort((a, b) => a - b);
  }

  async season(year: number): Promise<SeasonResult | null> {
    return structuredClone(this.#seasons.get(year) ?? null);
  }

  async alarms(): Promise<readonly Alarm[]> {
    const all = [...this.#seasons.values()].flatMap(({ alarms }) => alarms);
    return structuredClone(all.sort((a, b) => a.year - b.year || b.rank - a.rank || compare(a.id, b.id)));
  }

  async ledger(): Promise<{ readonly entries: readonly LedgerEntry[]; readonly head: LedgerHead }> {
    return structuredClone({ entries: this.#ledger, head: headOf(this.#ledger) });
  }

  async unitYears(unitId?: string): Promise<UnitYear[]> {
    return structuredClone(this.#tables.years.filter((row) => unitId === undefined || row.unitId === unitId));
  }

  async unitChanges(unitId?: string): Promise<UnitChange[]> {
    return structuredClone(
      this.#tables.changes.filter((row) => unitId === undefined || row.unitId === unitId),
    );
  }

  async unitSummaries(): Promise<UnitSummary[]> {
    return structuredClone([...this.#tables.summaries]);
  }

  async settings(): Promise<string | null> {
    return this.#settings;
  }

  async events(): Promise<ProjectEvent[]> {
    return structuredClone(this.#events);
  }

  async close(): Promise<void> {}
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
