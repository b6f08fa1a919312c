import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AftermineError } from '@aftermine/science/base';

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));
const WEB = join(PACKAGES, 'web');
/** What the app is made from, relative to `packages`. */
const SOURCES: readonly string[] = [
  'web/src',
  'web/index.html',
  'web/vite.config.ts',
  'web/package.json',
  'science/src',
  'workbench/src/contract',
];
const STAMP = '.built';

/**
 * The folder of the finished app. Where its sources are there and differ from what it was built from, it is built first: into a
 * folder beside, which takes the place of the old one whole. Two that build at once each do so; the first to finish wins.
 *
 * @param onBuild called before a build begins
 * @throws NotFound `E-SRV-019` where there is neither an app nor what it is built from; Upstream `E-SRV-020` when the build fails
 */
export async function finishedApp(onBuild: () => void, web = WEB): Promise<string> {
  const dist = join(web, 'dist');
  if (!existsSync(join(web, 'index.html')) || !existsSync(join(web, 'src'))) {
    if (existsSync(join(dist, 'index.html'))) return dist;
    throw new AftermineError('NotFound', 'E-SRV-019', { where: dist });
  }
  const wanted = hashOf(dirname(web));
  if (stampOf(dist) === wanted) return dist;
  onBuild();
  // Named `dist` inside a folder of its own: version control looks at neither while they are there.
  const place = join(web, `.new-${randomUUID()}`);
  const fresh = join(place, 'dist');
  try {
    await build(web, fresh);
    writeFileSync(join(fresh, STAMP), wanted);
    takePlace(fresh, dist, wanted);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return dist;
}

/** SHA-256 over the paths and contents of everything the app is made from; tests do not count. */
function hashOf(packages: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const path of filesUnder(packages, source))
      hash.update(`${path}\0`).update(readFileSync(join(packages, path)));
  return hash.digest('hex');
}

function filesUnder(packages: string, path: string): string[] {
  const stat = statSync(join(packages, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(packages, path))
    .sort()
    .filter((name) => !/\.(test|suite|fixture)\.tsx?$/.test(name))
    .flatMap((name) => filesUnder(packages, `${path}/${name}`));
}

function stampOf(dist: string): string | null {
  try {
    return readFileSync(join(dist, STAMP), 'utf8');
  } catch {
    return null;
  }
}

async function build(web: string, outDir: string): Promise<void> {
  let program: string;
  try {
    program = join(
      dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
      'bin/vite.js',
    );
  } catch (cause) {
    throw new AftermineError('NotFound', 'E-SRV-019', { where: join(web, 'dist'), cause });
  }
  const child = spawn(process.execPath, [program, 'build', '--outDir', outDir, '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      said += error.message;
      resolve(null);
    });
    child.on('close', resolve);
  });
  if (code !== 0 || !existsSync(join(outDir, 'index.html')))
    throw new AftermineError('Upstream', 'E-SRV-020', {
      where: web,
      got: said.trim().slice(-1500) || String(code),
    });
}

/** Puts a finished folder in the place of another. Whoever builds the same at the same time may be faster: that is as good. */
function takePlace(fresh: string, dist: string, wanted: string): void {
  for (let attempt = 0; ; attempt += 1) {
    const old = join(dirname(fresh), `old-${attempt}`);
    try {
      if (existsSync(dist)) renameSync(dist, old);
      renameSync(fresh, dist);
      return;
    } catch (error) {
      if (stampOf(dist) === wanted) return;
      if (attempt === 20) throw error;
    }
  }
}
