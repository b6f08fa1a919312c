import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page's script and style live in the web workspace. */
const PAGE = fileURLToPath(new URL('../../../../web/src/observation-page/', import.meta.url));

const VALUE_IMPORT = /^import (?!type\b)[^;]*? from '(\.[^']+)';$/gm;

let script: string | null = null;

/**
 * The script of the page as one text: its modules in the order they need each other, types taken away, inside one function.
 * The modules share one scope, so names at their top level must differ; a test loads the page and would show it.
 */
export function pageScript(): string {
  script ??= bundle(resolve(PAGE, 'main.ts'));
  return script;
}

/** The style of the page. */
export function pageStyle(): string {
  return readFileSync(resolve(PAGE, 'page.css'), 'utf8');
}

function bundle(entry: string): string {
  const parts: string[] = [];
  const seen = new Set<string>();
  const add = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const source = readFileSync(path, 'utf8');
    for (const [, specifier] of source.matchAll(VALUE_IMPORT)) add(resolve(dirname(path), specifier!));
    parts.push(withoutTypes(source.replace(VALUE_IMPORT, '').replace(/^export /gm, '')));
  };
  add(entry);
  // Types leave blanks where they stood, and comments tell a reader of the source, not a browser.
  const lines = parts
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(\/\*\*|\*|\/\/)/.test(line))
    .map((line) => line.trimEnd());
  return `(() => {\n'use strict';\n${lines.join('\n')}\n})();`;
}

/** TypeScript without its types. Node calls that experimental on standard error; who writes a report need not read it. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
