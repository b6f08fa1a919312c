/** The only source of time. Nothing a run writes into a layer or a report depends on it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
