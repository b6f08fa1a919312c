import { type Header, PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { BaseProblem, HEAD_BYTES, headFault, systemFault } from './own-base-fault.ts';

/** A file of map tiles that was looked at and can be shown. */
export interface BaseArchive {
  readonly tiles: PMTiles;
  readonly header: Header;
}

/**
 * Opens a PMTiles file by its address: head, root directory and metadata are read, and held against what can be shown.
 *
 * @throws BaseProblem
 */
export async function openArchive(url: string): Promise<BaseArchive> {
  const source = new RangedFile(url);
  const { data, sizeBytes } = await source.head();
  const fault = headFault(data, sizeBytes);
  if (fault !== null) throw fault;
  const tiles = new PMTiles(source);
  try {
    const header = await tiles.getHeader();
    const stated = header.jsonMetadataLength === 0 ? null : systemFault(await tiles.getMetadata());
    if (stated !== null) throw stated;
    return { tiles, header };
  } catch (error) {
    throw error instanceof BaseProblem
      ? error
      : new BaseProblem('damaged', error instanceof Error ? error.message : String(error));
  }
}

/** The same of a file on this computer, before it is sent anywhere. @throws BaseProblem */
export async function checkFile(file: File): Promise<void> {
  const fault = headFault(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()), file.size);
  if (fault !== null) throw fault;
}

/** A file of which parts are asked for. */
class RangedFile implements Source {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  getKey(): string {
    return this.#url;
  }

  async head(): Promise<{ readonly data: Uint8Array; readonly sizeBytes: number | null }> {
    const { data, sizeBytes } = await this.#part(0, HEAD_BYTES);
    return { data: new Uint8Array(data), sizeBytes };
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const { data } = await this.#part(offset, length, signal);
    return { data };
  }

  async #part(offset: number, length: number, signal?: AbortSignal) {
    let answer: Response;
    try {
      answer = await fetch(this.#url, {
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new BaseProblem('unreachable', this.#place);
    }
    // A file without content has no first part.
    if (answer.status === 416) return { data: new ArrayBuffer(0), sizeBytes: 0 };
    if (!answer.ok) throw new BaseProblem('unreachable', `${this.#place}, HTTP ${answer.status}`);
    if (answer.status !== 206) {
      await answer.body?.cancel();
      throw new BaseProblem('no-ranges', this.#place);
    }
    const size = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
    return { data: await answer.arrayBuffer(), sizeBytes: size === undefined ? null : Number(size) };
  }

  get #place(): string {
    return new URL(this.#url, location.href).host;
  }
}
