import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const methodPages = readdirSync(join(root, 'docs/methods')).filter(
  (name) => name.endsWith('.md') && name !== 'README.md',
);

describe('documents and code say the same', () => {
  test('every methods page names the source files it describes, and they exist', () => {
    const broken: string[] = [];
    for (const page of methodPages) {
      const line = /^Code: (.+)$/m.exec(read(`docs/methods/${page}`))?.[1];
      const files = [...(line ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
      if (files.length === 0) broken.push(`${page}: no Code line`);
      for (const file of files)
        if (!existsSync(join(root, file))) broken.push(`${page}: ${file} does not exist`);
    }
    expect(broken).toEqual([]);
  });

  test('every source file of a published method (@source) is described by a methods page', () => {
    const pages = methodPages.map((page) => read(`docs/methods/${page}`)).join('\n');
    const silent = walk(join(root, 'packages/science/src'))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .filter((path) => /@source\b/.test(readFileSync(path, 'utf8')))
      .map((path) => relative(root, path).replaceAll('\\', '/'))
      .filter((path) => !pages.includes(path));
    expect(silent).toEqual([]);
  });

  test('every methods page says when not to use the method and how it was validated', () => {
    const thin = methodPages.filter((page) => {
      const text = read(`docs/methods/${page}`);
      return !/when not to use/i.test(text) || !/validat/i.test(text);
    });
    expect(thin).toEqual([]);
  });

  test('every command is described in the guide', () => {
    const guide = read('docs/guide/commands.md');
    const commands = readdirSync(join(root, 'packages/workbench/src/cli')).flatMap((name) =>
      [...read(`packages/workbench/src/cli/${name}`).matchAll(/host\s*\.command\(\s*'(\w+)/g)].map(
        (match) => match[1]!,
      ),
    );
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((command) => !guide.includes(`## ${command}`))).toEqual([]);
  });

  test('every relative link leads somewhere', () => {
    const broken: string[] = [];
    const pages = [
      ...walk(join(root, 'docs')),
      ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((name) => join(root, name)),
    ];
    for (const page of pages.filter((path) => path.endsWith('.md'))) {
      for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (/^[a-z]+:/.test(target!)) continue;
        if (!existsSync(resolve(dirname(page), target!))) broken.push(`${relative(root, page)} -> ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('the README keeps its two commands', () => {
    const readme = read('README.md');
    expect(readme).toContain('npm ci && npx aftermine demo');
    expect(readme).toContain('npm ci && npm test');
  });
});

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
