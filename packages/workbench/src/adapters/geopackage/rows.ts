import type { SQLInputValue } from 'node:sqlite';
import { AftermineError, say, type Unknown } from '@aftermine/science/base';
import type { UnitChange, UnitSummary, UnitYear } from '../../ports/index.ts';

/** How one field of a record stands in one or more columns. */
export interface Column<T> {
  readonly names: readonly string[];
  write(record: T): readonly SQLInputValue[];
  /** The field's value from a row of the table. */
  read(row: Readonly<Record<string, unknown>>): unknown;
}

/** A table whose rows are the records of one type. */
export interface RowTable<T> {
  readonly table: string;
  readonly columns: Readonly<Record<keyof T & string, Column<T>>>;
}

function plain<T>(field: keyof T, name: string): Column<T> {
  return {
    names: [name],
    write: (record) => [record[field] as SQLInputValue],
    read: (row) => row[name],
  };
}

/** A reason as key and parameters for programs, and as a sentence in both languages for people in QGIS. */
function reason<T extends { readonly reason: Unknown | null }>(): Column<T> {
  return {
    names: ['reason', 'reason_params', 'reason_zh', 'reason_en'],
    write({ reason: why }) {
      if (why === null) return [null, null, null, null];
      const text = (language: 'zh' | 'en'): string => say(language, `unknown.${why.reason}`, why.params);
      const params = why.params === undefined ? null : JSON.stringify(why.params);
      return [why.reason, params, text('zh'), text('en')];
    },
    read(row) {
      if (row['reason'] === null) return null;
      const params = row['reason_params'];
      const why = { kind: 'unknown', reason: row['reason'] };
      return params === null ? why : { ...why, params: parseJson(String(params), 'reason_params') };
    },
  };
}

export const unitYearRows: RowTable<UnitYear> = {
  table: 'unit_years',
  columns: {
    zone: plain('zone', 'zone'),
    unitId: plain('unitId', 'unit_id'),
    index: plain('index', 'index_id'),
    year: plain('year', 'year'),
    mean: plain('mean', 'mean'),
    median: plain('median', 'median'),
    p25: plain('p25', 'p25'),
    p75: plain('p75', 'p75'),
    validShare: plain('validShare', 'valid_share'),
    pixelCount: plain('pixelCount', 'pixel_count'),
    validCount: plain('validCount', 'valid_count'),
    reason: reason(),
  },
};

export const unitChangeRows: RowTable<UnitChange> = {
  table: 'unit_changes',
  columns: {
    zone: plain('zone', 'zone'),
    unitId: plain('unitId', 'unit_id'),
    index: plain('index', 'index_id'),
    kind: plain('kind', 'kind'),
    startYear: plain('startYear', 'start_year'),
    endYear: plain('endYear', 'end_year'),
    preValue: plain('preValue', 'pre_value'),
    magnitude: plain('magnitude', 'magnitude'),
    duration: plain('duration', 'duration'),
    rate: plain('rate', 'rate'),
    dsnr: plain('dsnr', 'dsnr'),
  },
};

export const unitSummaryRows: RowTable<UnitSummary> = {
  table: 'unit_summary',
  columns: {
    zone: plain('zone', 'zone'),
    unitId: plain('unitId', 'unit_id'),
    name: plain('name', 'name'),
    damage: plain('damage', 'damage'),
    areaHa: plain('areaHa', 'area_ha'),
    index: plain('index', 'index_id'),
    status: plain('status', 'status'),
    reason: reason(),
    disturbanceCount: plain('disturbanceCount', 'disturbance_count'),
    recoveryCount: plain('recoveryCount', 'recovery_count'),
    greatestLossStart: plain('greatestLossStart', 'greatest_loss_start'),
    greatestLossEnd: plain('greatestLossEnd', 'greatest_loss_end'),
    greatestLoss: plain('greatestLoss', 'greatest_loss'),
    lastYear: plain('lastYear', 'last_year'),
    lastMedian: plain('lastMedian', 'last_median'),
    slopePerYear: plain('slopePerYear', 'slope_per_year'),
    slopeP: plain('slopeP', 'slope_p'),
  },
};

/** JSON of the store's own; text that is none means a damaged file. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-STO-002', { where, got: 'JSON', cause });
  }
}
