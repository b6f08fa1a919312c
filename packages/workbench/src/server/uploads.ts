import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AftermineError } from '@aftermine/science/base';
import { z } from 'zod';
import type { Workbench } from '../ports/index.ts';
import { isFolderName } from './project-folder.ts';
import { serverFolder } from './server-folder.ts';
import { withoutUploadFolder } from './without-upload-folder.ts';

/** No file a project needs is larger; scenes are read where they lie. */
export const LARGEST_UPLOAD_BYTES = 2 * 1024 ** 3;

/** What a project takes is copied into it; an upload that nobody used for so long is forgotten. */
const KEPT_MS = 30 * 24 * 3600 * 1000;

const uploadedFile = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });
const uploadRecord = z.object({ id: z.string(), files: z.array(uploadedFile).min(1) });
export type UploadedFile = z.infer<typeof uploadedFile> & { readonly id: string };

/**
 * Files that came through the browser: `uploads/<id>/<name>` and a record `uploads/<id>.json`, written last. What has no record
 * was not received whole, is never given out and is removed at the next start.
 */
export class Uploads {
  readonly #workbench: Pick<Workbench, 'files' | 'paths' | 'clock'>;
  readonly #folder: string;
  readonly #largest: number;

  constructor(
    workbench: Pick<Workbench, 'files' | 'paths' | 'clock'>,
    workspace: string,
    largest = LARGEST_UPLOAD_BYTES,
  ) {
    this.#workbench = workbench;
    this.#folder = join(serverFolder(workbench.paths, workspace), 'uploads');
    this.#largest = largest;
  }

  /** Removes what a broken server left half-received, and what was received long ago. */
  start(): void {
    if (!existsSync(this.#folder)) return;
    const oldest = this.#workbench.clock.now() - KEPT_MS;
    for (const name of readdirSync(this.#folder))
      if (name.endsWith('.json') && statSync(join(this.#folder, name)).mtimeMs < oldest)
        rmSync(join(this.#folder, name), { force: true });
    for (const name of readdirSync(this.#folder))
      if (!name.endsWith('.json') && !existsSync(join(this.#folder, `${name}.json`)))
        rmSync(join(this.#folder, name), { recursive: true, force: true });
      else if (!name.endsWith('.json'))
        for (const part of readdirSync(join(this.#folder, name)))
          if (part.startsWith(PART)) rmSync(join(this.#folder, name, part), { force: true });
  }

  /**
   * Receives one file, streamed. `beside` puts it into the folder of an earlier one, for formats of several files.
   *
   * @throws InvalidInput `E-SRV-010` for a name that is not one file name, `E-SRV-007` beyond the cap, `E-SRV-011` when the
   * connection breaks; nothing of it stays then. NotFound `E-SRV-009` for `beside`
   */
  async receive(
    name: string,
    body: ReadableStream<Uint8Array> | null,
    stated: { readonly bytes: number | null; readonly beside?: string },
  ): Promise<UploadedFile> {
    const clean = name.normalize('NFC');
    if (!isFolderName(clean))
      throw new AftermineError('InvalidInput', 'E-SRV-010', { where: '?name=', got: clean.slice(0, 100) });
    if ((stated.bytes ?? 0) > this.#largest) throw this.#tooLarge(clean, stated.bytes!);
    if (stated.beside !== undefined) this.#record(stated.beside);
    const id = stated.beside ?? randomUUID();
    const folder = join(this.#folder, id);
    const part = join(folder, `${PART}${randomUUID()}`);
    const hash = createHash('sha256');
    let bytes = 0;
    const tooLarge = (): AftermineError => this.#tooLarge(clean, bytes);
    const largest = this.#largest;
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.byteLength;
        if (bytes > largest) return done(tooLarge());
        hash.update(chunk);
        done(null, chunk);
      },
    });
    mkdirSync(folder, { recursive: true });
    try {
      const from =
        body === null ? Readable.from([]) : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
      await pipeline(from, counted, createWriteStream(part, { flags: 'wx', flush: true }));
      if (stated.bytes !== null && stated.bytes !== bytes)
        throw new Error(`${bytes} of ${stated.bytes} bytes`);
      renameSync(part, join(folder, clean));
    } catch (cause) {
      rmSync(stated.beside === undefined ? folder : part, { recursive: true, force: true });
      if (cause instanceof AftermineError) throw cause;
      throw new AftermineError('InvalidInput', 'E-SRV-011', {
        where: clean,
        got: cause instanceof Error ? cause.message.slice(0, 200) : '?',
        cause,
      });
    }
    const file = { name: clean, bytes, sha256: hash.digest('hex') };
    const before = stated.beside === undefined ? [] : this.#record(stated.beside).files;
    const files = [...before.filter((one) => one.name !== clean), file];
    this.#workbench.files.writeText(join(this.#folder, `${id}.json`), JSON.stringify({ id, files }));
    return { id, ...file };
  }

  /** Path of what `<id>` (the first file) or `<id>/<name>` names. @throws NotFound `E-SRV-009` */
  path(reference: string): string {
    const [id = '', name] = reference.split('/');
    const { files } = this.#record(id);
    const file = name === undefined ? files[0] : files.find((one) => one.name === name);
    if (file === undefined) throw unknownUpload(reference);
    return join(this.#folder, id, file.name);
  }

  /** What is told of files: each by its own name, without the folder they are kept in. */
  named<T>(told: T): T {
    return withoutUploadFolder(told, this.#folder);
  }

  #record(id: string): z.infer<typeof uploadRecord> {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw unknownUpload(id);
    try {
      return uploadRecord.parse(JSON.parse(this.#workbench.files.readText(join(this.#folder, `${id}.json`))));
    } catch {
      throw unknownUpload(id);
    }
  }

  #tooLarge(where: string, got: number): AftermineError {
    return new AftermineError('InvalidInput', 'E-SRV-007', { where, expected: this.#largest, got });
  }
}

const PART = '.part-';

function unknownUpload(reference: string): AftermineError {
  return new AftermineError('NotFound', 'E-SRV-009', { where: reference.slice(0, 100) });
}
