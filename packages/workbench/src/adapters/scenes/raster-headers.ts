import { AftermineError } from '@aftermine/science/base';
import { fileProblem, type SceneProblem } from '@aftermine/science/observe';
import type { RasterInfo, Rasters } from '../../ports/index.ts';

/** Opens rasters for their headers and remembers what it saw. */
export class RasterHeaders {
  readonly #rasters: Rasters;
  readonly #seen = new Map<string, Promise<RasterInfo | SceneProblem>>();

  constructor(rasters: Rasters) {
    this.#rasters = rasters;
  }

  /** The header of a raster, or why it cannot be read. */
  get(path: string): Promise<RasterInfo | SceneProblem> {
    let answer = this.#seen.get(path);
    if (answer === undefined) {
      answer = this.#read(path);
      this.#seen.set(path, answer);
    }
    return answer;
  }

  async #read(path: string): Promise<RasterInfo | SceneProblem> {
    try {
      const file = await this.#rasters.open(path);
      const { info } = file;
      await file.close();
      return info;
    } catch (cause) {
      return fileProblem('error', 'unreadable', path, { reason: reasonOf(cause) });
    }
  }
}

/** True when a header could not be read. */
export function isProblem(answer: RasterInfo | SceneProblem): answer is SceneProblem {
  return 'key' in answer;
}

/** The code of an error, or its message where it has none. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof AftermineError) return cause.code;
  return cause instanceof Error ? cause.message.slice(0, 200) : String(cause).slice(0, 200);
}
