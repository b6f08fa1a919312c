import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { Files, LoadedSettings, SettingsFiles, SettingValue } from '../../ports/index.ts';
import { projectSettingsSchema } from '../../project-settings.ts';
import { removeKey } from './remove-key.ts';

export const SETTINGS_FILE = 'aftermine.yaml';

/** `aftermine.yaml` through the `yaml` library; every complaint names file, line and key. */
export class YamlSettings implements SettingsFiles {
  readonly #files: Pick<Files, 'writeText'>;

  constructor(files: Pick<Files, 'writeText'>) {
    this.#files = files;
  }

  load(projectDir: string, overrides: readonly string[] = []): LoadedSettings {
    const path = join(projectDir, SETTINGS_FILE);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (cause) {
      throw new AftermineError('NotFound', 'E-PRJ-001', {
        where: projectDir,
        expected: SETTINGS_FILE,
        cause,
      });
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const fault = document.errors[0];
    if (fault !== undefined) {
      const { line, col } = lines.linePos(fault.pos[0]);
      throw new AftermineError('InvalidInput', 'E-SET-001', {
        where: `${SETTINGS_FILE}:${line}:${col}`,
        got: fault.message,
      });
    }
    for (const override of overrides) applyOverride(document, override);
    const value = plainValue(document);
    const parsed = projectSettingsSchema.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      const key = [...issue.path, ...(issue.code === 'unrecognized_keys' ? [issue.keys[0]!] : [])];
      throw new AftermineError('InvalidInput', 'E-SET-002', {
        where: `${SETTINGS_FILE}:${lineOf(document, lines, key)}`,
        params: { key: key.map(String).join('.') },
        got: issue.message,
      });
    }
    return { settings: parsed.data };
  }

  set(projectDir: string, path: readonly string[], value: SettingValue): void {
    this.#edit(projectDir, (document) =>
      document.setIn(path, typeof value === 'object' ? document.createNode(value) : value),
    );
  }

  remove(projectDir: string, path: readonly string[]): void {
    this.#edit(projectDir, (document) => removeKey(document, path));
  }

  addTo(projectDir: string, path: readonly string[], value: string): void {
    this.#edit(projectDir, (document) => {
      const list: unknown = document.getIn(path);
      if (!isSeq(list)) document.setIn(path, document.createNode([value]));
      else if (!list.items.some((item) => (isScalar(item) ? item.value : item) === value))
        document.addIn(path, value);
    });
  }

  #edit(projectDir: string, change: (document: Document.Parsed) => void): void {
    const path = join(projectDir, SETTINGS_FILE);
    const document = parseDocument(readFileSync(path, 'utf8'));
    change(document);
    this.#files.writeText(path, document.toString({ lineWidth: 0 }));
  }

  draft(values: {
    name: string;
    boundary: string;
    units?: string;
    reference?: string;
    language: 'zh' | 'en';
  }): string {
    const zh = values.language === 'zh';
    const note = (en: string, chinese: string): string => `# ${zh ? chinese : en}`;
    const quoted = (text: string): string => stringify(text).trimEnd();
    const lines = [
      note(
        'Aftermine project settings. `aftermine schema settings` prints every key.',
        'Aftermine 项目设置。`aftermine schema settings` 列出全部键。',
      ),
      `name: ${quoted(values.name)}`,
      `boundary: ${quoted(values.boundary)}`,
    ];
    if (values.units !== undefined) {
      lines.push(note('Units: which property says what.', '图斑：各属性字段的含义。'));
      lines.push(
        `units: {file: ${quoted(values.units)}, id: id, name: name, damage: class, damaged: year_damaged, reclaimed: year_reclaimed}`,
      );
    }
    if (values.reference !== undefined)
      lines.push(`reference: {file: ${quoted(values.reference)}, id: id, name: name}`);
    lines.push(
      'observe:',
      `  ${note('Folders of Landsat, Sentinel-2 or HLS deliveries, or STAC files.', 'Landsat、Sentinel-2、HLS 交付文件夹或 STAC 文件。')}`,
      '  scenes: [inputs/scenes]',
      `  ${note('Growing season (month-day).', '生长季（月-日）。')}`,
      '  season: {from: 06-01, to: 09-30}',
      '  composite: medoid          # medoid | median | best-available',
      '  wetness: crist-1985',
      '  water: {index: mndwi, threshold: 0}',
      '  rsei: {mode: pooled, clip: [2, 98], gate: true}',
      '  segment: {preset: mined-land, index: nbr}',
      `language: ${values.language}`,
      '',
    );
    return lines.join('\n');
  }
}

/** The document as plain data; aliases that would expand without end are refused. */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-SET-001', {
      where: SETTINGS_FILE,
      got: (cause as Error).message,
      cause,
    });
  }
}

function applyOverride(document: Document.Parsed, override: string): void {
  const at = override.indexOf('=');
  if (at < 1)
    throw new AftermineError('InvalidInput', 'E-SET-003', {
      where: '--set',
      expected: 'key.path=value',
      got: override,
    });
  const path = override.slice(0, at).split('.');
  const value = parseDocument(override.slice(at + 1)).toJS({ maxAliasCount: 0 }) as unknown;
  for (let depth = 1; depth < path.length; depth += 1) {
    const parent = path.slice(0, depth);
    if (document.getIn(parent) === undefined) document.setIn(parent, document.createNode({}));
  }
  document.setIn(path, value);
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    if (!isMap(parent)) continue;
    const pair = parent.items.find((item) => String(item.key) === String(path[depth - 1]));
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}
