import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const packages = join(root, 'packages');

interface Rule {
  readonly folder: string;
  readonly may: readonly string[];
  readonly packages: readonly string[];
}

const rules: readonly Rule[] = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (science|workbench|web)/.test(line))
  .map((line) => {
    const [folder, may, allowed] = line
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim());
    const words = (cell: string | undefined): string[] => (cell === '-' || !cell ? [] : cell.split(/\s+/));
    return { folder: folder!, may: words(may), packages: words(allowed) };
  });

const sources: readonly string[] = walk(packages).filter(
  (path) => /\.tsx?$/.test(path) && path.includes('/src/') && !/\.(test|suite|fixture)\.tsx?$/.test(path),
);

describe('the import table of ARCHITECTURE.md', () => {
  test('names every folder of the three workspaces', () => {
    expect(rules.length).toBeGreaterThan(12);
    const uncovered = sources.filter((path) => ruleOf(address(path)) === undefined);
    expect(uncovered.map((path) => relative(root, path))).toEqual([]);
  });

  test('is kept by every import', () => {
    const broken: string[] = [];
    for (const path of sources) {
      const from = address(path);
      const rule = ruleOf(from)!;
      for (const specifier of importsOf(readFileSync(path, 'utf8'))) {
        const target = targetOf(path, specifier);
        if (target.kind === 'package') {
          if (!rule.packages.includes('any') && !rule.packages.includes(target.name)) {
            broken.push(`${from} imports package ${target.name}`);
          }
          continue;
        }
        if (ruleOf(target.address)?.folder === rule.folder) continue;
        const allowed = rule.may.some((may) => {
          const full = may.includes('/') || may === 'science' ? may : `science/${may}`;
          return target.address === full || target.address.startsWith(`${full}/`);
        });
        if (!allowed) broken.push(`${from} imports ${target.address}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('keeps clocks and chance out of science', () => {
    const impure = sources
      .filter((path) => path.includes('/science/src/'))
      .filter((path) =>
        /\b(Date\.now|new Date\(|Math\.random|performance\.now|console\.)/.test(
          code(readFileSync(path, 'utf8')),
        ),
      );
    expect(impure.map((path) => relative(root, path))).toEqual([]);
  });

  test('keeps process.env in config.ts', () => {
    const readers = sources.filter((path) => /process\.env/.test(code(readFileSync(path, 'utf8'))));
    expect(readers.map((path) => relative(packages, path))).toEqual(['workbench/src/config.ts']);
  });
});

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules') return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

/** `packages/science/src/series/trend.ts` -> `science/series/trend.ts`. */
function address(path: string): string {
  return relative(packages, path).replaceAll('\\', '/').replace('/src/', '/');
}

function ruleOf(from: string): Rule | undefined {
  return rules
    .filter((rule) => from === rule.folder || from.startsWith(`${rule.folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

function targetOf(
  path: string,
  specifier: string,
): { kind: 'package'; name: string } | { kind: 'own'; address: string } {
  if (specifier.startsWith('.')) return { kind: 'own', address: address(resolve(dirname(path), specifier)) };
  const own = /^@aftermine\/science\/(.+)$/.exec(specifier);
  if (own) return { kind: 'own', address: `science/${own[1]}` };
  const workbench = /^aftermine\/(.+)$/.exec(specifier);
  if (workbench) return { kind: 'own', address: `workbench/${workbench[1]}` };
  if (specifier.startsWith('node:')) return { kind: 'package', name: specifier };
  return {
    kind: 'package',
    name: specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  };
}

function importsOf(text: string): string[] {
  const found = [...text.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]/gm)].map(
    (match) => match[1]!,
  );
  const bare = [...text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)].map((match) => match[1]!);
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
  return [...found, ...bare, ...dynamic];
}

/** The text without comments: a doc comment may speak of clocks. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
