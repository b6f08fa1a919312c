import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

const gzipLater = promisify(gzip);
/** Smaller answers travel as they are. */
const MIN_BYTES = 1024;
/** Answers above this are packed beside the loop and kept packed. */
const LARGE_BYTES = 64 << 10;
/** Quick: the network is usually this machine, and level 6 saves a few per cent for three times the work. */
const LEVEL = 2;

/** Packed answers by their tag, up to a number of bytes; the one not asked for longest goes first. */
export class PackedAnswers {
  readonly #capacity: number;
  readonly #known = new Map<string, Promise<Uint8Array>>();
  readonly #sizes = new Map<string, number>();
  #bytes = 0;

  constructor(capacityBytes = 96 << 20) {
    this.#capacity = capacityBytes;
  }

  /** What `make` gives for a tag, made once at a time and kept while there is room. */
  get(tag: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.#known.get(tag);
    if (known !== undefined) {
      this.#known.delete(tag);
      this.#known.set(tag, known);
      return known;
    }
    const made = make();
    this.#known.set(tag, made);
    made.then(
      (bytes) => this.#keep(tag, bytes.byteLength),
      () => this.#known.delete(tag),
    );
    return made;
  }

  #keep(tag: string, size: number): void {
    this.#sizes.set(tag, size);
    this.#bytes += size;
    for (const oldest of this.#known.keys()) {
      if (this.#bytes <= this.#capacity) break;
      const bytes = this.#sizes.get(oldest);
      if (bytes === undefined) continue;
      this.#bytes -= bytes;
      this.#known.delete(oldest);
      this.#sizes.delete(oldest);
    }
  }
}

export interface JsonAnswerOptions {
  /** Differs whenever the text differs; without quotes, in plain ASCII. */
  readonly tag: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Text with an entity tag: 304 where the asker has it already, packed where it is worth it and the asker takes it.
 *
 * @param text made only where it is needed
 */
export async function jsonAnswer(
  c: Context,
  packed: PackedAnswers,
  { tag, type = 'application/json', headers = {} }: JsonAnswerOptions,
  text: () => string | Promise<string>,
): Promise<Response> {
  const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  // The packed form is another representation; both are told by one weak tag.
  const etag = `W/"${tag}"`;
  const all: Record<string, string> = {
    etag,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Encoding, Accept-Language',
    ...headers,
  };
  if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: all });
  all['content-type'] = type;
  if (!zipped) return new Response(await text(), { headers: all });
  const bytes = await packed.get(tag, async () => {
    const whole = Buffer.from(await text());
    if (whole.byteLength < MIN_BYTES) return whole;
    return whole.byteLength < LARGE_BYTES
      ? gzipSync(whole, { level: LEVEL })
      : gzipLater(whole, { level: LEVEL });
  });
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) all['content-encoding'] = 'gzip';
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: all });
}

/** Whether a list of entity tags names `etag`; weak and strong forms are one, as a GET has it. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (value: string): string => value.trim().replace(/^W\//, '');
  return header.split(',').some((one) => one.trim() === '*' || bare(one) === bare(etag));
}
