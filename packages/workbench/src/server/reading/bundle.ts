import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { strToU8, Zip, ZipPassThrough } from 'fflate';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';

/** Folders of a project whose files are handed over. */
const FOLDERS = ['reports', 'exports'] as const;

/** What a bundle holds: read first, it tells whether a file that came with it is the one that was sent. */
export interface BundleManifest {
  readonly project: string;
  readonly version: string;
  /** SHA-256, hex. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** Everything that was written of a project as one file to hand over, with the hash of each part. */
export function registerBundle(app: OpenAPIHono, { projects, context }: ReadingState): void {
  readingRoute(
    app,
    {
      path: '/api/projects/{project}/reports/bundle.zip',
      summary: 'All documents and exports of a project with `manifest.json`, which holds the hash of each',
      answers: { 'application/zip': null },
    },
    async (c) => {
      const snapshot = await projects.of(pathPart(c, 'project'));
      const manifest = bundleManifest(context.workbench, snapshot);
      const bytes = Readable.toWeb(Readable.from(zipped(snapshot.dir, manifest)));
      return c.body(bytes as ReadableStream, 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${snapshot.id}.zip`)}`,
      });
    },
  );
}

function bundleManifest(
  { files, version }: ReadingState['context']['workbench'],
  { id, dir }: Pick<ProjectSnapshot, 'id' | 'dir'>,
): BundleManifest {
  const found = FOLDERS.flatMap((folder) =>
    namesIn(join(dir, folder)).map((name) => {
      const path = join(dir, folder, name);
      return { path: `${folder}/${name}`, bytes: statSync(path).size, sha256: files.sha256(path) };
    }),
  );
  return { project: id, version, files: found };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** Files are stored as they are, one after another: most of a report is pictures, which do not become smaller. */
async function* zipped(dir: string, manifest: BundleManifest): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const head = new ZipPassThrough('manifest.json');
  zip.add(head);
  head.push(strToU8(`${JSON.stringify(manifest, null, 1)}\n`), true);
  yield* ready.splice(0);
  for (const { path } of manifest.files) {
    const entry = new ZipPassThrough(path);
    zip.add(entry);
    for await (const chunk of createReadStream(join(dir, path))) {
      entry.push(chunk as Uint8Array);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
