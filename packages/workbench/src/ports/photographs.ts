/** What a photograph says of itself; null where it says nothing. */
export interface PhotographFacts {
  /** As the camera wrote it, ISO 8601 without zone. */
  readonly takenAt: string | null;
  /** WGS84. */
  readonly place: readonly [longitude: number, latitude: number] | null;
}

/** Reads what a camera wrote into a picture. */
export interface Photographs {
  /** Facts of a picture; null for a file that is none, or whose header cannot be read. */
  read(path: string): Promise<PhotographFacts | null>;
}
