/** Points to a bucket, on average. */
const PER_BUCKET = 2;

/**
 * Finds the k points nearest to a place, by square buckets searched ring by ring outwards: a ring is left out once k
 * points are nearer than its inner edge. A search allocates nothing.
 */
export class NearestPoints {
  /** Points found by the last search, nearest first; ties in the order of the points. */
  readonly found: Int32Array;
  /** Squares of their distances. */
  readonly squares: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #west: number;
  readonly #south: number;
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Points of bucket b are #items[#starts[b] .. #starts[b + 1]). */
  readonly #starts: Int32Array;
  readonly #items: Int32Array;

  /**
   * @param x of the points, metres, all finite
   * @param y of the points
   * @param most largest k a search may ask for
   */
  constructor(x: Float64Array, y: Float64Array, most: number) {
    const n = x.length;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < n; i += 1) {
      west = Math.min(west, x[i]!);
      east = Math.max(east, x[i]!);
      south = Math.min(south, y[i]!);
      north = Math.max(north, y[i]!);
    }
    const [width, height] = n === 0 ? [0, 0] : [east - west, north - south];
    // Points on one line have no area: their length is shared out instead.
    const buckets = Math.max(1, n / PER_BUCKET);
    this.#side = Math.max(Math.sqrt((width * height) / buckets), Math.max(width, height) / buckets) || 1;
    this.#west = n === 0 ? 0 : west;
    this.#south = n === 0 ? 0 : south;
    this.#columns = Math.floor(width / this.#side) + 1;
    this.#rows = Math.floor(height / this.#side) + 1;
    this.#x = x;
    this.#y = y;
    const bucketOf = Int32Array.from(x, (_, i) => this.#row(y[i]!) * this.#columns + this.#column(x[i]!));
    this.#starts = new Int32Array(this.#columns * this.#rows + 1);
    for (const bucket of bucketOf) this.#starts[bucket + 1]! += 1;
    for (let b = 1; b < this.#starts.length; b += 1) this.#starts[b]! += this.#starts[b - 1]!;
    const next = this.#starts.slice();
    this.#items = new Int32Array(n);
    for (let i = 0; i < n; i += 1) this.#items[next[bucketOf[i]!]!++] = i;
    this.found = new Int32Array(most);
    this.squares = new Float64Array(most);
  }

  /**
   * Searches; the result stands in `found` and `squares` until the next search.
   *
   * @param k at most `most` of the constructor
   * @param within metres; farther points are not found
   * @param leaveOut a point that is not to be found, -1 for none
   * @returns how many were found
   */
  search(px: number, py: number, k: number, within = Infinity, leaveOut = -1): number {
    const { found, squares } = this;
    const [x, y, starts, items, columns, rows] = [
      this.#x,
      this.#y,
      this.#starts,
      this.#items,
      this.#columns,
      this.#rows,
    ];
    const side = this.#side;
    const limit = within * within;
    const col = this.#column(px);
    const row = this.#row(py);
    // A place outside the buckets is nearer to none of them than to the box of all.
    const [fromWest, fromSouth] = [px - this.#west, py - this.#south];
    let count = 0;
    for (let ring = 0; ring < Math.max(columns, rows); ring += 1) {
      if (ring > 0) {
        const inner = Math.max(
          0,
          Math.min(
            col - ring + 1 > 0 ? fromWest - (col - ring + 1) * side : Infinity,
            row - ring + 1 > 0 ? fromSouth - (row - ring + 1) * side : Infinity,
            col + ring < columns ? (col + ring) * side - fromWest : Infinity,
            row + ring < rows ? (row + ring) * side - fromSouth : Infinity,
          ),
        );
        if (inner === Infinity || inner * inner > (count === k ? squares[k - 1]! : limit)) break;
      }
      const [r0, r1] = [Math.max(0, row - ring), Math.min(rows - 1, row + ring)];
      for (let r = r0; r <= r1; r += 1) {
        const whole = r === row - ring || r === row + ring;
        for (let c = col - ring; c <= col + ring; c += whole || ring === 0 ? 1 : 2 * ring) {
          if (c < 0 || c >= columns) continue;
          const bucket = r * columns + c;
          const end = starts[bucket + 1]!;
          for (let at = starts[bucket]!; at < end; at += 1) {
            const i = items[at]!;
            const dx = x[i]! - px;
            const dy = y[i]! - py;
            const square = dx * dx + dy * dy;
            if (square > limit || i === leaveOut) continue;
            if (count === k && !before(square, i, squares[k - 1]!, found[k - 1]!)) continue;
            let slot = count < k ? count++ : k - 1;
            while (slot > 0 && before(square, i, squares[slot - 1]!, found[slot - 1]!)) {
              squares[slot] = squares[slot - 1]!;
              found[slot] = found[slot - 1]!;
              slot -= 1;
            }
            squares[slot] = square;
            found[slot] = i;
          }
        }
      }
    }
    return count;
  }

  #column(x: number): number {
    return Math.min(this.#columns - 1, Math.max(0, Math.floor((x - this.#west) / this.#side)));
  }

  #row(y: number): number {
    return Math.min(this.#rows - 1, Math.max(0, Math.floor((y - this.#south) / this.#side)));
  }
}

function before(square: number, i: number, otherSquare: number, other: number): boolean {
  return square < otherSquare || (square === otherSquare && i < other);
}
