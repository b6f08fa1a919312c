/** One thing worth telling whoever waits. `done` never decreases within a step. */
export type ProgressEvent =
  | {
      readonly event: 'progress';
      readonly step: string;
      readonly done: number;
      readonly total: number;
      readonly etaS: number | null;
    }
  | { readonly event: 'step'; readonly step: string; readonly index: number; readonly count: number }
  | {
      readonly event: 'note';
      readonly key: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Where progress goes: a bar on a terminal, lines of JSON, or nowhere. */
export interface Progress {
  report(event: ProgressEvent): void;
}
