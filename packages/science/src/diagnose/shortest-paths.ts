/**
 * Shortest paths between n points of which every pair has a distance, and what becomes of them when a point is taken
 * away. Dijkstra's algorithm without a heap: with a distance for every pair that is the faster form, n^2 per source.
 *
 * @source Dijkstra 1959, doi:10.1007/BF01386390
 */
export class ShortestPaths {
  /** Length of the shortest path from the source of the last `from`; Infinity where there is none. */
  readonly length: Float64Array;
  /** Points that `without` cut off the last time, and their lengths then, in the first `cutCount` entries. */
  readonly cut: Int32Array;
  readonly lengthOfCut: Float64Array;
  private readonly distances: Float64Array;
  private readonly n: number;
  private readonly parent: Int32Array;
  private readonly order: Int32Array;
  private readonly state: Uint8Array;
  private readonly carries: Uint8Array;
  private settled = 0;

  /** @param distances n x n, row by row, symmetric, >= 0; Infinity where no step is possible */
  constructor(distances: Float64Array, n: number) {
    this.distances = distances;
    this.n = n;
    this.length = new Float64Array(n);
    this.parent = new Int32Array(n);
    this.order = new Int32Array(n);
    this.state = new Uint8Array(n);
    this.carries = new Uint8Array(n);
    this.cut = new Int32Array(n);
    this.lengthOfCut = new Float64Array(n);
  }

  /** Finds the paths from `source` to all points. */
  from(source: number): void {
    const { n, distances, length, parent, order, state, carries } = this;
    length.fill(Number.POSITIVE_INFINITY);
    parent.fill(-1);
    state.fill(0);
    carries.fill(0);
    length[source] = 0;
    this.settled = 0;
    for (;;) {
      let next = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let v = 0; v < n; v += 1) {
        if (state[v] === 0 && length[v]! < least) {
          least = length[v]!;
          next = v;
        }
      }
      if (next < 0) return;
      state[next] = 1;
      if (parent[next]! >= 0) carries[parent[next]!] = 1;
      order[this.settled] = next;
      this.settled += 1;
      const row = next * n;
      for (let v = 0; v < n; v += 1) {
        const through = least + distances[row + v]!;
        if (through < length[v]!) {
          length[v] = through;
          parent[v] = next;
        }
      }
    }
  }

  /**
   * Finds, for the last source, the paths of the points that were reached through `removed`, without it. Only those points
   * are looked at again: they are entered from outside their group, then among themselves.
   *
   * @returns how many points were cut off; they and their new lengths are in `cut` and `lengthOfCut`
   */
  without(removed: number): number {
    const { n, distances, length, parent, order, state, cut, lengthOfCut, settled } = this;
    // Most points are the end of their path: nothing is reached through them.
    if (this.carries[removed] === 0) return 0;
    const IN_GROUP = 2;
    let count = 0;
    for (let at = 0; at < settled; at += 1) {
      const v = order[at]!;
      const above = parent[v]!;
      if (above < 0 || (above !== removed && state[above] !== IN_GROUP)) continue;
      state[v] = IN_GROUP;
      cut[count] = v;
      count += 1;
    }
    for (let c = 0; c < count; c += 1) {
      const row = cut[c]! * n;
      let best = Number.POSITIVE_INFINITY;
      for (let u = 0; u < n; u += 1) {
        if (state[u] !== 1 || u === removed) continue;
        const through = length[u]! + distances[row + u]!;
        if (through < best) best = through;
      }
      lengthOfCut[c] = best;
    }
    for (let done = 0; done < count; done += 1) {
      let next = done;
      for (let c = done + 1; c < count; c += 1) if (lengthOfCut[c]! < lengthOfCut[next]!) next = c;
      const v = cut[next]!;
      const least = lengthOfCut[next]!;
      cut[next] = cut[done]!;
      lengthOfCut[next] = lengthOfCut[done]!;
      cut[done] = v;
      lengthOfCut[done] = least;
      for (let c = done + 1; c < count; c += 1) {
        const through = least + distances[v * n + cut[c]!]!;
        if (through < lengthOfCut[c]!) lengthOfCut[c] = through;
      }
    }
    for (let c = 0; c < count; c += 1) state[cut[c]!] = 1;
    return count;
  }
}
