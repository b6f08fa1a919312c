import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeReferences } from './made-references.ts';
import type { BenchRow } from './row.ts';

/** Records and the seconds they may take on one core. */
const SIZES = [
  [2000, 1],
  [20_000, 10],
  [100_000, 90],
] as const;
const COMPARED_WITH_PYTHON = 2000;
const RECALL = 0.999;
/** Bytes a record may need beyond its own text, in megabytes per 1000 records. */
const MEGABYTES_PER_1000 = 12;

/**
 * What a careful script does: the blocks of ASySD (DOI, first letters of the title, author with year, page with volume and year),
 * titles compared by rapidfuzz where it is installed and by difflib elsewhere, ASySD-like rules, connected components.
 */
const PYTHON = `
import json, re, sys, time, unicodedata
from collections import defaultdict
try:
    from rapidfuzz.distance import JaroWinkler
    tool, similar = 'rapidfuzz', lambda a, b: JaroWinkler.similarity(a, b)
except ImportError:
    import difflib
    def similar(a, b):
        m = difflib.SequenceMatcher(None, a, b, autojunk=False)
        return m.ratio() if m.real_quick_ratio() > .8 and m.quick_ratio() > .8 else 0
    tool = 'difflib'
records = json.load(open(sys.argv[1]))
t = time.perf_counter()
fold = lambda s: re.sub('[^a-z0-9]', '', unicodedata.normalize('NFKD', re.sub('<[^>]*>', '', s or '')).lower())
rows = []
for r in records:
    doi = re.sub('^https?://(dx\\\\.)?doi.org/', '', (r['doi'] or '').lower())
    page = re.match('[a-z]*(\\\\d+)', (r['pages'] or '').lower())
    rows.append((fold(r['title']), fold(r['authors'][0]['literal'].split(',')[0].split(' ')[0]) if r['authors'] else '',
        r['year'], doi, page.group(1) if page else '', r['volume'] or '', fold(r['abstract'])[:600], fold(r['journal'])))
blocks = defaultdict(list)
for i, (title, author, year, doi, page, volume, abstract, journal) in enumerate(rows):
    if doi: blocks['d' + doi].append(i)
    blocks['t' + title[:24]].append(i)
    blocks[f'a{author}|{year}|{journal[:4]}'].append(i)
    if page: blocks[f'p{page}|{volume}|{year}'].append(i)
pairs = {(a, b) for block in blocks.values() if len(block) <= 200 for k, a in enumerate(block) for b in block[k + 1:]}
parent = list(range(len(rows)))
def find(i):
    while parent[i] != i:
        parent[i] = parent[parent[i]]; i = parent[i]
    return i
for a, b in pairs:
    x, y = rows[a], rows[b]
    s = similar(x[0], y[0])
    if s < .9: continue
    p = x[4] == y[4] and x[4] != ''
    v = x[5] == y[5] and x[5] != ''
    ab = similar(x[6], y[6]) if x[6] and y[6] else 0
    author = x[1] == y[1]
    if (x[3] and x[3] == y[3]) or (p and v and s > .93) or (author and (p or v) and s > .95) or (author and ab > .9 and s > .95):
        parent[find(a)] = find(b)
groups = defaultdict(list)
for i in range(len(rows)): groups[find(i)].append(i)
print(json.dumps({'seconds': time.perf_counter() - t, 'tool': tool, 'groups': list(groups.values())}))
`;

interface Ours {
  readonly seconds: number;
  readonly megabytes: number;
  readonly megabytesBefore: number;
  readonly recall: number;
  readonly wrong: number;
  readonly compared: number;
  readonly manual: number;
}

/** De-duplication of made records on one core: seconds, memory and rightness, beside a Python script on the smallest set. */
export async function benchDedupe(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [size, target] of SIZES) {
    const ours = JSON.parse(
      execFileSync(process.execPath, [join(import.meta.dirname, 'dedupe-run.ts'), String(size)], {
        encoding: 'utf8',
      }),
    ) as Ours;
    const right = `recall ${ours.recall.toFixed(4)}, ${ours.wrong} joined wrongly, ${ours.compared} pairs compared, ${ours.manual} asked`;
    rows.push({
      name: `seconds, ${size} records`,
      measured: ours.seconds,
      target,
      unit: 's',
      passed: ours.seconds <= target && ours.recall >= RECALL && ours.wrong === 0,
      detail: right,
    });
    if (size === COMPARED_WITH_PYTHON) rows.push(besidePython(size, ours));
    if (size === SIZES.at(-1)![0]) {
      const each = (1000 * (ours.megabytes - ours.megabytesBefore)) / size;
      rows.push({
        name: `memory beyond the records, ${size} records`,
        measured: each,
        target: MEGABYTES_PER_1000,
        unit: 'MB per 1000 records',
        passed: each <= MEGABYTES_PER_1000,
        detail: `${ours.megabytesBefore.toFixed(0)} MB with the records alone, ${ours.megabytes.toFixed(0)} MB at the peak`,
      });
    }
  }
  return rows;
}

function besidePython(size: number, ours: Ours): BenchRow {
  const row = { name: `${size} records beside Python`, target: 1, unit: 'times its speed' };
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    const { references, works } = madeReferences(size);
    const path = join(folder, 'records.json');
    writeFileSync(path, JSON.stringify(references));
    const answer = JSON.parse(
      execFileSync('python3', ['-c', PYTHON, path], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { seconds: number; tool: string; groups: number[][] };
    const members = answer.groups.map((group) => new Set(group.map((i) => works[i]!)).size);
    const found = answer.groups.reduce((sum, group, i) => sum + group.length - members[i]!, 0);
    const wrong = members.reduce((sum, count) => sum + count - 1, 0);
    const ratio = answer.seconds / ours.seconds;
    return {
      ...row,
      measured: ratio,
      passed: ratio >= row.target,
      detail: `blocks and ${answer.tool}: ${answer.seconds.toFixed(2)} s, recall ${(found / (size - new Set(works).size)).toFixed(4)}, ${wrong} joined wrongly`,
    };
  } catch {
    return { ...row, measured: Number.NaN, passed: null, detail: 'python3 is not installed' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) for (const row of await benchDedupe()) console.log(row);
