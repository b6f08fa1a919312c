import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type {
  Alarm,
  LedgerEntry,
  LedgerHead,
  ProgrammeRecord,
  SeasonResult,
} from '@aftermine/science/control';
import { completeIndicators, type DiagnosisResult } from '@aftermine/science/diagnose';
import type { ObservationResult, SensorFamily } from '@aftermine/science/observe';
import type { PlanResult } from '@aftermine/science/plan';
import type { FieldSample, Site } from '@aftermine/science/site';
import type {
  JsonObject,
  ProjectEvent,
  Store,
  StoreChanges,
  StoredLayer,
  StoredScene,
  UnitChange,
  UnitSummary,
  UnitYear,
} from '../../ports/index.ts';
import { observationTables } from '../observation-tables.ts';
import { saveBriefSolved, saveVerdicts } from './brief-lists.ts';
import { loadProgramme, loadSeason, saveProgramme, saveSeason } from './control-records.ts';
import { appendLedger, loadAlarms, loadLedger } from './control-tables.ts';
import { saveDiagnosisTables } from './diagnosis-tables.ts';
import { schemaVersion } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { openForReading } from './open-for-reading.ts';
import { loadPlanLists, savePlan, savePlanLists } from './plan-record.ts';
import { loadRecordList, saveRecordList } from './record-lists.ts';
import { parseJson, type RowTable, unitChangeRows, unitSummaryRows, unitYearRows } from './rows.ts';
import { loadSamples, saveSamples } from './samples-table.ts';
import { assertDistinct, loadSite, saveSite } from './site-tables.ts';
import { sqliteFailure } from './sqlite-failure.ts';

/** Record of the plan that stands beside a programme in force. */
const SOLVED = 'solved-plan';

/** The project's memory in one GeoPackage that QGIS opens. See `docs/developer/store.md`. */
export class GeoPackageStore implements Store {
  readonly schemaVersion: number;
  readonly #db: DatabaseSync;
  readonly #path: string;

  readonly #readOnly: boolean;

  /** Opens or makes the file at `path`; throws as `openDatabase` does. */
  constructor(path: string, { readOnly = false }: { readonly readOnly?: boolean } = {}) {
    this.#path = path;
    const reading = readOnly ? openForReading(path) : null;
    this.#readOnly = reading !== null;
    this.#db = reading ?? openDatabase(path);
    this.schemaVersion = schemaVersion(this.#db);
  }

  async save(changes: StoreChanges): Promise<void> {
    const db = this.#db;
    this.#guard(() => {
      db.exec('BEGIN IMMEDIATE');
      try {
        if (changes.site !== undefined) saveSite(db, changes.site);
        if (changes.scenes !== undefined) this.#saveScenes(changes.scenes);
        if (changes.onlyTheseLayers) db.exec('DELETE FROM aftermine_layers');
        if (changes.layers !== undefined) this.#saveLayers(changes.layers);
        if (changes.observation !== undefined) this.#saveObservation(changes.observation);
        if (changes.samples !== undefined) saveSamples(db, changes.samples);
        if (changes.diagnosis !== undefined) this.#saveDiagnosis(changes.diagnosis);
        if (changes.diagnosisSettings !== undefined)
          this.#saveRecord('diagnosis-settings', changes.diagnosisSettings);
        if (changes.plan !== undefined) this.#saveRecord('plan', savePlan(db, changes.plan));
        if (changes.solvedPlan !== undefined) {
          this.#saveRecord(SOLVED, savePlanLists(db, SOLVED, changes.solvedPlan));
          saveBriefSolved(db);
        }
        if (changes.planSettings !== undefined) this.#saveRecord('plan-settings', changes.planSettings);
        if (changes.settings !== undefined) this.#saveRecord('settings', changes.settings);
        if (changes.programme !== undefined) saveProgramme(db, changes.programme);
        if (changes.season !== undefined) saveSeason(db, changes.season);
        if (changes.ledger !== undefined) appendLedger(db, this.#path, changes.ledger);
        if (changes.events !== undefined) this.#appendEvents(changes.events);
        db.exec('COMMIT');
      } catch (cause) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw cause;
      }
    });
  }

  async site(): Promise<Site | null> {
    return this.#guard(() => loadSite(this.#db));
  }

  async scenes(): Promise<StoredScene[]> {
    return this.#rows('SELECT * FROM aftermine_scenes ORDER BY datetime, id').map((row) => ({
      id: String(row['id']),
      datetime: String(row['datetime']),
      family: row['family'] as SensorFamily,
      item: parseJson(String(row['item']), `scene ${row['id']}`) as JsonObject,
    }));
  }

  async layers(): Promise<StoredLayer[]> {
    return this.#rows('SELECT * FROM aftermine_layers ORDER BY kind, year').map((row) => ({
      kind: String(row['kind']),
      year: row['year'] as number | null,
      path: String(row['path']),
      sha256: String(row['sha256']),
      lineage: parseJson(String(row['lineage']), `layer ${row['path']}`) as JsonObject,
    }));
  }

  async observation(): Promise<ObservationResult | null> {
    const text = this.#record('observation');
    return text === null ? null : (parseJson(text, this.#path) as ObservationResult);
  }

  async unitYears(unitId?: string): Promise<UnitYear[]> {
    return this.#readRows(unitYearRows, unitId);
  }

  async unitChanges(unitId?: string): Promise<UnitChange[]> {
    return this.#readRows(unitChangeRows, unitId);
  }

  async unitSummaries(): Promise<UnitSummary[]> {
    return this.#readRows(unitSummaryRows);
  }

  async settings(): Promise<string | null> {
    return this.#record('settings');
  }

  async samples(): Promise<FieldSample[]> {
    return this.#guard(() => loadSamples(this.#db));
  }

  async diagnosis(): Promise<DiagnosisResult | null> {
    return this.#guard(() => {
      const text = this.#record('diagnosis');
      if (text === null) return null;
      const list = <T>(name: string): T[] => loadRecordList<T>(this.#db, 'diagnosis', name);
      return {
        ...(parseJson(text, this.#path) as Omit<DiagnosisResult, 'units' | 'references' | 'findings'>),
        units: list<DiagnosisResult['units'][number]>('units').map(completeIndicators),
        references: list<DiagnosisResult['references'][number]>('references').map(completeIndicators),
        findings: list<DiagnosisResult['findings'][number]>('findings'),
      };
    });
  }

  async diagnosisSettings(): Promise<string | null> {
    return this.#record('diagnosis-settings');
  }

  async plan(): Promise<PlanResult | null> {
    return this.#planOf('plan');
  }

  async solvedPlan(): Promise<PlanResult | null> {
    return this.#planOf(SOLVED);
  }

  async planSettings(): Promise<string | null> {
    return this.#record('plan-settings');
  }

  async programme(): Promise<ProgrammeRecord | null> {
    return this.#guard(() => loadProgramme(this.#db, this.#path));
  }

  async seasons(): Promise<number[]> {
    return this.#rows('SELECT year FROM aftermine_seasons ORDER BY year').map((row) => Number(row['year']));
  }

  async season(year: number): Promise<SeasonResult | null> {
    return this.#guard(() => loadSeason(this.#db, this.#path, year));
  }

  async alarms(): Promise<readonly Alarm[]> {
    return this.#guard(() => loadAlarms(this.#db, this.#path));
  }

  async ledger(): Promise<{ readonly entries: readonly LedgerEntry[]; readonly head: LedgerHead }> {
    return this.#guard(() => loadLedger(this.#db, this.#path));
  }

  async events(): Promise<ProjectEvent[]> {
    return this.#rows('SELECT * FROM aftermine_events ORDER BY seq').map((row) => ({
      at: String(row['at']),
      command: String(row['command']),
      kind: String(row['kind']),
      detail: parseJson(String(row['detail']), `event ${row['seq']}`) as JsonObject,
    }));
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    if (this.#readOnly) {
      this.#db.close();
      return;
    }
    try {
      // One file without a log beside it can be carried away, also on a medium that is read-only later.
      this.#db.exec(
        'PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;',
      );
    } catch {
      // Another program is reading: the log stays beside the file and nothing is lost.
    } finally {
      this.#db.close();
    }
  }

  #saveScenes(scenes: readonly StoredScene[]): void {
    assertDistinct('scenes', scenes);
    this.#db.exec('DELETE FROM aftermine_scenes');
    const insert = this.#db.prepare('INSERT INTO aftermine_scenes VALUES (?, ?, ?, ?)');
    for (const { id, datetime, family, item } of scenes)
      insert.run(id, datetime, family, JSON.stringify(item));
  }

  #saveLayers(layers: readonly StoredLayer[]): void {
    const insert = this.#db.prepare('INSERT OR REPLACE INTO aftermine_layers VALUES (?, ?, ?, ?, ?)');
    for (const { kind, year, path, sha256, lineage } of layers) {
      insert.run(kind, year, path, sha256, JSON.stringify(lineage));
    }
  }

  #saveObservation(result: ObservationResult): void {
    const tables = observationTables(result);
    this.#saveRecord('observation', JSON.stringify(result));
    this.#writeRows(unitYearRows, tables.years);
    this.#writeRows(unitChangeRows, tables.changes);
    this.#writeRows(unitSummaryRows, tables.summaries);
  }

  #saveDiagnosis({ units, references, findings, ...rest }: DiagnosisResult): void {
    this.#saveRecord('diagnosis', JSON.stringify(rest));
    for (const [list, elements] of Object.entries({ units, references, findings }))
      saveRecordList(this.#db, 'diagnosis', list, elements);
    saveVerdicts(this.#db);
    saveDiagnosisTables(this.#db, { units, references, findings, ...rest });
  }

  #appendEvents(events: readonly ProjectEvent[]): void {
    const insert = this.#db.prepare(
      'INSERT INTO aftermine_events (at, command, kind, detail) VALUES (?, ?, ?, ?)',
    );
    for (const { at, command, kind, detail } of events) insert.run(at, command, kind, JSON.stringify(detail));
  }

  #planOf(name: string): PlanResult | null {
    return this.#guard(() => {
      const text = this.#record(name);
      return text === null ? null : loadPlanLists(this.#db, name, text, this.#path);
    });
  }

  #saveRecord(name: string, value: string): void {
    this.#db.prepare('INSERT OR REPLACE INTO aftermine_records VALUES (?, ?)').run(name, value);
  }

  #record(name: string): string | null {
    const [row] = this.#rows('SELECT value FROM aftermine_records WHERE name = ?', name);
    return row === undefined ? null : String(row['value']);
  }

  #writeRows<T>(rows: RowTable<T>, records: readonly T[]): void {
    const columns = Object.values<RowTable<T>['columns'][keyof T & string]>(rows.columns);
    const names = ['fid', ...columns.flatMap((column) => column.names)];
    this.#db.exec(`DELETE FROM ${rows.table}`);
    const insert = this.#db.prepare(
      `INSERT INTO ${rows.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    const values: SQLInputValue[] = [];
    records.forEach((record, i) => {
      values.length = 0;
      values.push(i + 1);
      for (const column of columns) values.push(...column.write(record));
      insert.run(...values);
    });
  }

  #readRows<T>(rows: RowTable<T>, unitId?: string): T[] {
    const fields = Object.entries<RowTable<T>['columns'][keyof T & string]>(rows.columns);
    const where = unitId === undefined ? '' : ' WHERE unit_id = ?';
    const found = this.#rows(
      `SELECT * FROM ${rows.table}${where} ORDER BY fid`,
      ...(unitId === undefined ? [] : [unitId]),
    );
    return found.map(
      (row) => Object.fromEntries(fields.map(([field, column]) => [field, column.read(row)])) as T,
    );
  }

  #rows(sql: string, ...values: SQLInputValue[]): ReturnType<StatementSync['all']> {
    return this.#guard(() => this.#db.prepare(sql).all(...values));
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw sqliteFailure(this.#path, cause);
    }
  }
}
