/** One thing worth telling whoever waits. `done` never decreases within a step. */
export type ProgressEvent =
  | {
      readonly event: 'progress';
      readonly step: string;
      readonly done: number;
      readonly total: number;
      readonly etaS: number | null;
    }
  | {
      readonly event: 'step';
      readonly step: string;
      readonly index: number;
      readonly count: number;
      /** Which part of the whole command these `count` steps are, from 0 to 1; absent where they are the whole. */
      readonly span?: readonly [from: number, to: number];
      /** Part k of n of the whole command these steps belong to; absent where there are no parts. */
      readonly part?: readonly [index: number, count: number];
    }
  | {
      readonly event: 'note';
      readonly key: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Where progress goes: a bar on a terminal, lines of JSON, or nowhere. */
export interface Progress {
  report(event: ProgressEvent): void;
}
