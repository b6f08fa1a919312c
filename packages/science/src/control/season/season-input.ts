import type { ObservationResult } from '../../observe/index.ts';
import type { Library } from '../../plan/index.ts';
import type { AlertCase } from '../actions/index.ts';
import type { Alarm, Disturbance } from '../alarms/index.ts';
import type { ControlSettings } from '../settings.ts';
import type { FieldNote } from './field-note.ts';
import type { ProgrammeRecord } from './programme-record.ts';
import type { SeasonResult } from './season-record.ts';

/** Everything one turn of the loop is made from. */
export interface SeasonInput {
  readonly year: number;
  readonly programme: ProgrammeRecord;
  readonly observation: ObservationResult;
  readonly library: Library;
  readonly settings: ControlSettings;
  readonly fieldNotes: readonly FieldNote[];
  /** New disturbance of the season outside permitted areas, by place. */
  readonly disturbances: readonly Disturbance[];
  /** Village or group of each unit, by which alerts are gathered. */
  readonly sites: ReadonlyMap<string, string>;
  readonly cases: readonly AlertCase[];
  /** Alarms of earlier seasons, by id. */
  readonly earlier: ReadonlyMap<string, Alarm>;
  readonly previous: Pick<SeasonResult, 'learned'> | null;
  readonly seasonAt: number;
  readonly seed: number;
  readonly elapsed?: () => number;
  readonly madeFrom: SeasonResult['madeFrom'];
}
