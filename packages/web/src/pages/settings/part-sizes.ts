/** What `clean` prints: of each folder of interim results, and of all. */
export interface DiskUsage {
  readonly parts: readonly {
    readonly part: 'tiles' | 'plans' | 'pictures';
    readonly files: number;
    readonly bytes: number;
  }[];
  readonly files: number;
  readonly bytes: number;
}

/** Parts that take room, the largest first. */
export function partSizes({ parts }: Pick<DiskUsage, 'parts'>): DiskUsage['parts'] {
  return parts.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes);
}
