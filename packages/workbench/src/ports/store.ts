import type { Unknown } from '@aftermine/science/base';
import type {
  Alarm,
  LedgerEntry,
  LedgerHead,
  ProgrammeRecord,
  SeasonResult,
} from '@aftermine/science/control';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { LayerRecord, ObservationResult, SensorFamily } from '@aftermine/science/observe';
import type { PlanResult } from '@aftermine/science/plan';
import type { FieldSample, Site } from '@aftermine/science/site';

/** JSON that the store keeps as it came. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A scene the observation was made from: what lists need, and its whole STAC item. */
export interface StoredScene {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly datetime: string;
  readonly family: SensorFamily;
  readonly item: JsonObject;
}

/** A computed raster and what it was made from. */
export interface StoredLayer extends LayerRecord {
  readonly lineage: JsonObject;
}

/** One thing that was done to the project: imported, fixed, acknowledged. Never changed afterwards. */
export interface ProjectEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Command that did it, such as `import`. */
  readonly command: string;
  /** What happened, as a short word: `imported`, `fixed`, `acknowledged`, `observed`. */
  readonly kind: string;
  readonly detail: JsonObject;
}

/** What one `save` changes; what is absent stays as it is. */
export interface StoreChanges {
  /** Replaces boundary, units and reference areas. */
  readonly site?: Site;
  /** Replaces all scenes. */
  readonly scenes?: readonly StoredScene[];
  /** Adds layers, or replaces those of the same kind and year. */
  readonly layers?: readonly StoredLayer[];
  /** With true, layers that `layers` does not name are forgotten. */
  readonly onlyTheseLayers?: boolean;
  /** Replaces the record and every table derived from it. */
  readonly observation?: ObservationResult;
  /** Replaces all field samples; positions are in the CRS of the site. A site in another CRS takes them away. */
  readonly samples?: readonly FieldSample[];
  /** Replaces the record and every table derived from it; `diagnosisSettings` goes with it. */
  readonly diagnosis?: DiagnosisResult;
  /** Canonical JSON of the settings the diagnosis was made with. */
  readonly diagnosisSettings?: string;
  /** Replaces the record and every table derived from it; `planSettings` goes with it. */
  readonly plan?: PlanResult;
  /** Canonical JSON of the settings the plan was made with. */
  readonly planSettings?: string;
  /** Replaces the plan that stands beside the programme in force: the one that was solved last. */
  readonly solvedPlan?: PlanResult;
  /** Replaces the programme in force. */
  readonly programme?: ProgrammeRecord;
  /** Adds a season, or replaces the one of the same year. */
  readonly season?: SeasonResult;
  /** Appended to the history; Conflict `E-STO-011` where they do not follow its last line. */
  readonly ledger?: readonly LedgerEntry[];
  /** Canonical JSON of the settings the observation was made with. */
  readonly settings?: string;
  /** Appended in this order. */
  readonly events?: readonly ProjectEvent[];
}

/** Which land a table row is about. */
export type ZoneKind = 'boundary' | 'unit' | 'reference';

/** One index of one zone in one year; the four numbers are null together, and then `reason` says why. */
export interface UnitYear {
  readonly zone: ZoneKind;
  readonly unitId: string;
  readonly index: string;
  readonly year: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  readonly validShare: number;
  readonly pixelCount: number;
  readonly validCount: number;
  readonly reason: Unknown | null;
}

/** One disturbance or recovery of one zone. */
export interface UnitChange {
  readonly zone: ZoneKind;
  readonly unitId: string;
  readonly index: string;
  readonly kind: 'disturbance' | 'recovery';
  readonly startYear: number;
  readonly endYear: number;
  readonly preValue: number;
  readonly magnitude: number;
  readonly duration: number;
  readonly rate: number;
  readonly dsnr: number | null;
}

/** One zone in one line, for a table or a map. */
export interface UnitSummary {
  readonly zone: ZoneKind;
  readonly unitId: string;
  readonly name: string | null;
  readonly damage: string | null;
  readonly areaHa: number | null;
  readonly index: string;
  readonly status: 'fitted' | 'flat' | 'unknown';
  readonly reason: Unknown | null;
  readonly disturbanceCount: number;
  readonly recoveryCount: number;
  /** The disturbance of greatest magnitude; null without any. */
  readonly greatestLossStart: number | null;
  readonly greatestLossEnd: number | null;
  readonly greatestLoss: number | null;
  /** Last year in which the ecological index of the zone is known, and its median then. */
  readonly lastYear: number | null;
  readonly lastMedian: number | null;
  /** Trend of the ecological index per year. */
  readonly slopePerYear: number | null;
  readonly slopeP: number | null;
}

/**
 * The memory of one project. Every `save` is one durable transaction: after it resolves the changes survive
 * a crash or a power cut, and a crash before that leaves what was there before. Records go in and come out
 * by value.
 */
export interface Store {
  /** Version of the tables. */
  readonly schemaVersion: number;
  /** @throws InvalidInput `E-STO-010` when two units, reference areas or scenes share an id */
  save(changes: StoreChanges): Promise<void>;
  /** Null until a site was saved. */
  site(): Promise<Site | null>;
  /** By date, then id. */
  scenes(): Promise<StoredScene[]>;
  /** By kind, then year. */
  layers(): Promise<StoredLayer[]>;
  observation(): Promise<ObservationResult | null>;
  /** Rows of the last observation, by zone, unit, index and year; `unitId` narrows to one unit. */
  unitYears(unitId?: string): Promise<UnitYear[]>;
  unitChanges(unitId?: string): Promise<UnitChange[]>;
  unitSummaries(): Promise<UnitSummary[]>;
  settings(): Promise<string | null>;
  /** Field samples of the last diagnosis, in the order of their tables. */
  samples(): Promise<FieldSample[]>;
  diagnosis(): Promise<DiagnosisResult | null>;
  diagnosisSettings(): Promise<string | null>;
  /** What is carried out: the plan as it was solved last, and once one is adopted the plan of the programme in force. */
  plan(): Promise<PlanResult | null>;
  /** The plan that was solved last, where it stands beside a programme in force; null where it is `plan` itself. */
  solvedPlan(): Promise<PlanResult | null>;
  planSettings(): Promise<string | null>;
  /** Null until the first season. */
  programme(): Promise<ProgrammeRecord | null>;
  /** Years of the seasons, in order. */
  seasons(): Promise<number[]>;
  season(year: number): Promise<SeasonResult | null>;
  /** Of all seasons, by season and rank. */
  alarms(): Promise<readonly Alarm[]>;
  /** The history as it lies there, sound or not, and how far its head says it went. */
  ledger(): Promise<{ readonly entries: readonly LedgerEntry[]; readonly head: LedgerHead }>;
  events(): Promise<ProjectEvent[]>;
  /** Leaves one self-contained file behind. */
  close(): Promise<void>;
}
