import type { ImportLedger, LiteraturePart, OutsideText, Reference } from '@aftermine/science/evidence';
import type { JsonObject } from './store.ts';

/** A search export that was imported. */
export interface EvidenceSource {
  /** SHA-256 of the file: the same file is the same source, whatever it is called. */
  readonly sha256: string;
  /** Name it had. Keys of its references begin with it; a second file of the same name has its hash in the keys. */
  readonly file: string;
  /** Database it came from, where somebody said or the dialect tells; what was searched for, and when. */
  readonly database: string | null;
  readonly query: string | null;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  readonly encoding: string;
  readonly parts: readonly LiteraturePart[];
  readonly ledger: ImportLedger;
  readonly outside: readonly OutsideText[];
}

/** What is written down as it happens and never changed: a later entry stands in place of an earlier one. */
export type EvidenceKind =
  | 'dedup'
  | 'screen'
  | 'screen-plan'
  | 'coding'
  | 'finding'
  | 'finding-withdrawn'
  | 'flow'
  | 'appraisal';

export interface EvidenceEntry {
  /** From 1, in the order in which they were written. */
  readonly seq: number;
  readonly kind: EvidenceKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly value: JsonObject;
}

/** The literature side of a project: one file, `evidence.db`, beside the project file. */
export interface EvidenceStore {
  sources(): Promise<readonly EvidenceSource[]>;
  /** In the order of sources and of their files. */
  references(): Promise<readonly Reference[]>;
  /** Keys of the references, in the same order: reads no record. */
  keys(): Promise<readonly string[]>;
  /** Adds a source with its references in one transaction; nothing happens where it is known. */
  addSource(source: EvidenceSource, references: readonly Reference[]): Promise<'added' | 'known'>;
  /** Takes a source and its references away; entries about them stay and count again when it comes back. */
  removeSource(sha256: string): Promise<boolean>;
  entries(kind?: EvidenceKind): Promise<readonly EvidenceEntry[]>;
  append(entries: readonly Omit<EvidenceEntry, 'seq'>[]): Promise<void>;
  /** Changes with every entry and source: what was made from it is stale when it differs. */
  revision(): Promise<string>;
  /** What was worked out before and kept under `name`; null where it was made from something else than `from`. */
  derived(name: string, from: string): Promise<JsonObject | null>;
  /** Keeps what can be worked out anew, in place of what was kept under `name`; a file that takes no writing stays as it is. */
  keepDerived(name: string, from: string, value: JsonObject): Promise<void>;
  close(): Promise<void>;
}
