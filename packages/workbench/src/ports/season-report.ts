import type {
  Alarm,
  LedgerEntry,
  Person,
  PolicyPanel,
  ProgrammeRecord,
  SeasonResult,
} from '@aftermine/science/control';
import type { SeasonNames, SeasonTrace } from '@aftermine/science/report/season';
import type { Site } from '@aftermine/science/site';

/** How a piece of evidence is found when the report is made: byte for byte as it was, changed, or not there. */
export type EvidenceState = 'kept' | 'altered' | 'gone';

/** What the season report is made from. */
export interface SeasonReport {
  readonly projectName: string;
  readonly version: string;
  readonly site: Site;
  readonly season: SeasonResult;
  readonly programme: ProgrammeRecord;
  /** Of the library and of the plans: a plan of before may have held what the present one does not. */
  readonly names: SeasonNames;
  /** Seasons before this one, oldest first. */
  readonly earlier: readonly SeasonTrace[];
  /** Of this season and those before. */
  readonly alarms: readonly Alarm[];
  /** The whole history, sound, as it stands when the report is made. */
  readonly ledger: readonly LedgerEntry[];
  readonly people: readonly Person[];
  /** By path, of every piece of evidence the history names. */
  readonly evidence: ReadonlyMap<string, EvidenceState>;
  /** Day the report is made, YYYY-MM-DD: what is overdue is judged by it. */
  readonly today: string;
  readonly policy: PolicyPanel;
}
