#!/usr/bin/env node
// Runs on whatever Node started it: an older one hands over to the Node 24 that npm brought.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const MINIMUM_MAJOR = 24;

if (Number.parseInt(process.versions.node, 10) >= MINIMUM_MAJOR) {
  const { main } = await import('../src/main.ts');
  await main(process.argv.slice(2));
} else {
  const own = ownNode();
  if (own === null) {
    process.stderr.write(
      `Aftermine needs Node ${MINIMUM_MAJOR} or newer; this is ${process.version}. Run it through npx after npm ci.\n` +
        `需要 Node ${MINIMUM_MAJOR} 或更高版本；当前为 ${process.version}。请在 npm ci 之后用 npx 运行。\n`,
    );
    process.exit(1);
  }
  const { status, signal } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}

/** The Node that npm installed beside us, or null. */
function ownNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return null;
  }
}
