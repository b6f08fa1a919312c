import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasText } from '@aftermine/science/base';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeWithData, golden } from './golden.ts';
import { type CommandRun, command } from './own-scenes-project.ts';

const EXPORTS = [
  'fmt_baseline_zotero.ris',
  'fmt_cnki_estudy_excerpt.txt',
  'fmt_cnki_noteexpress_excerpt.net',
  'fmt_embase.ris',
  'fmt_faulty_year.ris',
  'fmt_generic_labels.csv',
  'fmt_ovid_psycinfo.ris',
  'fmt_pubmed_endnote.txt',
  'fmt_ris_issue_992.txt',
  'fmt_scopus.ris',
  'fmt_wos_asreview.txt',
  'fmt_wos_test.ris',
  'eco_bbwo_scopus.ris',
  'eco_borealis_WoS_tab.txt',
  'avian_ecology_bibliography.ris',
];
const root = mkdtempSync(join(tmpdir(), 'aftermine-evidence-commands-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
let dir = '';
function folder(): string {
  count += 1;
  const made = join(root, `folder-${count}`);
  mkdirSync(made);
  return made;
}
beforeEach(() => {
  dir = folder();
});

const run = (...argv: string[]): Promise<CommandRun> => command(['evidence', ...argv]);
const ask = (at: string, ...argv: string[]): Promise<CommandRun> => run(...argv, '-C', at, '--json');
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
const ris = (...records: readonly string[]): string =>
  records.map((one) => `TY  - JOUR\n${one}\nER  - \n`).join('\n');
const THREE = ris(
  'TI  - Topsoil on spoil heaps of a coal mine in Shanxi\nAU  - Li, M.\nPY  - 2019\nJO  - Soil\nVL  - 3\nSP  - 11\nDO  - 10.1/a',
  'TI  - Topsoil on spoil heaps of a coal mine in Shanxi.\nAU  - Li, Ming\nPY  - 2019\nJO  - Soil\nVL  - 3\nSP  - 11',
  'TI  - Seeding of native grasses after mining\nAU  - Wang, Q.\nPY  - 2020\nJO  - Plant Ecology\nVL  - 8\nSP  - 1',
);
/** Words that look like a key of the catalogue and are none of its texts. */
const rawKeys = ({ out, err }: CommandRun): readonly string[] =>
  [
    ...`${out}\n${err}`.matchAll(
      /\b(?:evidence|error|hint|unknown|flag|command|cli|prisma)(?:\.[a-z][\w?-]*)+/g,
    ),
  ]
    .map(([word]) => word)
    .filter((word) => !/\.(db|csv|ris|md|svg|ts|yaml)$/.test(word) || hasText(word));

const CODINGS = `study,code,applies,locator,quote
S1,TEC.cover,1,p. 3,topsoil was spread
S1,IND.soc,1,Table 2,
S2,TEC.seed,1,p. 1,
S2,NOPE,1,p. 1,
`;
const FINDINGS = `id,paper,measure_code,indicator_code,comparator,design,n1,m1,sd1,n2,m2,sd2,climate,commodity,landform,region,locator,quote,parameter,parameter_value,parameter_unit,parameter_low,parameter_high
F1,P1,TEC.cover,IND.soc,untreated-mined,controlled-nonrandom,12,0.52,0.08,12,0.31,0.07,BSk,coal,waste-dump,CN-15,Table 2,,,,,,
F2,P2,TEC.cover,IND.soc,untreated-mined,randomised,8,9.1,1.2,8,6.0,1.1,BSk,coal,waste-dump,CN-15,Table 3,,,,,,
F3,P3,TEC.seed,IND.cover,untreated-mined,baci,8,0.41,.1,8,.2,.1,Dwa,coal,waste-dump,CN-14,p. 5,,rate,0.2,a-1,0.1,0.3
F4,P4,TEC.seed,IND.cover,untreated-mined,baci,8,0.41,.1,8,.2,.1,Dwa,coal,waste-dump,CN-14,p. 5,,rate,abc,a-1,,
F5,P4,TEC.nope,IND.cover,untreated-mined,baci,8,0.41,.1,8,.2,.1,Dwa,coal,waste-dump,CN-14,p. 5,,,,,,
`;

describe('evidence commands', () => {
  test.each(['en', 'zh'] as const)(
    'every command of the guide speaks %s, and no text is missing',
    async (lang) => {
      const exports = file('a.ris', THREE);
      const codings = file('codings.csv', CODINGS);
      const findings = file('findings.csv', FINDINGS);
      const effects = file('effects.csv', 'study,yi,vi\nA,0.2,0.04\nB,0.5,0.02\nC,0.4,0.05\n');
      const appraisals = file(
        'appraisals.csv',
        'paper,V1,V2,V3,V4,V9,note\nP1,yes,partly,no,是,yes,\nP2,yes,perhaps,,,,told by mail\n',
      );
      const claims = file(
        'claims.yaml',
        'claims:\n  - {id: K1, statement: "Topsoil helps", citations: [1]}\n',
      );
      const lines: readonly (readonly string[])[] = [
        ['import', exports, '--database', 'Scopus'],
        ['import', exports],
        ['dedupe'],
        ['decide', 'a.ris#0', 'a.ris#2', 'different', '--by', 'li'],
        ['decide', 'a.ris#0', 'a.ris#2', 'undecided', '--by', 'li'],
        ['screen', 'next', '2'],
        ['screen', 'next', '--random', '--by', 'li'],
        ['screen', 'decide', 'a.ris#1', 'include', '--by', 'li'],
        ['screen', 'decide', 'a.ris#2', 'exclude', '--by', 'li'],
        ['screen', 'decide', 'a.ris#2', 'include', '--by', 'wang'],
        ['screen', 'next', '2'],
        ['screen', 'status'],
        ['screen', 'plan', '--key-papers', 'a.ris#0,a.ris#2', '--sample', '1/2', '--by', 'li'],
        ['screen', 'status'],
        ['screen', 'decide', 'a.ris#2', 'exclude', '--by', 'zhao', '--settles'],
        ['screen', 'decide', 'a.ris#0', 'exclude', '--stage', 'full-text', '--reason', 'X1', '--by', 'li'],
        ['screen', 'status', '--stage', 'full-text'],
        ['codebook'],
        ['code', codings, '--by', 'li'],
        ['code', codings, '--by', 'wang'],
        ['code'],
        ['findings', findings, '--by', 'li'],
        ['findings'],
        ['withdraw', 'F3', '--by', 'li', '--note', 'the trial was retracted'],
        ['appraise', appraisals, '--by', 'li'],
        ['appraise', '--paper', 'P2', '--answers', 'V1=yes,V2=no', '--by', 'wang'],
        ['appraise'],
        ['flow', 'add', 'WWF', '--from', 'website', '--count', '3', '--by', 'li'],
        ['flow', 'add', 'SciELO', '--from', 'register', '--unreported', '--by', 'li'],
        ['flow', 'set', 'not-retrieved', 'WWF#1', '--by', 'li'],
        ['flow', 'set', 'excluded', 'WWF#2', '--reason', 'X1', '--by', 'li'],
        ['flow', 'set', 'report-of', 'a.ris#0', 'WWF#3', '--study', 'Dali', '--by', 'li'],
        ['flow', 'previous', '--studies', '3', '--reports', '4', '--by', 'li'],
        ['flow', 'list'],
        ['flow', 'undo', 'LAST', '--by', 'li', '--note', 'told twice'],
        ['flow', 'list'],
        ['pool', effects],
        ['pool', effects, '--funnel'],
        ['pool', '--measure', 'TEC.cover', '--indicator', 'IND.soc'],
        ['pool', '--measure', 'TEC.cover', '--indicator', 'IND.soc', '--forest'],
        ['pool', '--measure', 'TEC.seed', '--indicator', 'IND.cover'],
        ['gap'],
        ['gap', '--svg'],
        ['prisma'],
        ['prisma', '--svg'],
        ['claims', claims],
        ...['ris', 'csl', 'bibtex', 'csv', 'gbt7714'].map((format) => ['export', '--format', format]),
        ['export', '--format', 'ris', '--included'],
      ];
      for (const line of lines) {
        const words = await Promise.all(
          line.map(async (word) =>
            word === 'LAST' ? String((await ask(dir, 'flow', 'list')).json.data.at(-1).entry) : word,
          ),
        );
        const done = await run(...words, '-C', dir, '--lang', lang);
        expect({ line, code: done.code, keys: rawKeys(done) }).toEqual({ line, code: 0, keys: [] });
        expect(done.out + done.err).not.toMatch(/\bNaN\b|\bundefined\b|-9999/);
      }
    },
  );

  test('the first import makes its folder', async () => {
    const deep = join(dir, 'new', 'review');
    expect((await ask(deep, 'import', file('a.ris', THREE))).code).toBe(0);
    expect((await ask(deep, 'dedupe')).json.data.records).toBe(3);
  });

  test('one work is told once, a word joins and parts, and taking it back brings the old state', async () => {
    await ask(dir, 'import', file('a.ris', THREE));
    const kept = async () => (await ask(dir, 'dedupe')).json.data.kept;
    expect(await kept()).toBe(2);
    await ask(dir, 'decide', 'a.ris#0', 'a.ris#1', 'different', '--by', 'li');
    expect(await kept()).toBe(3);
    await ask(dir, 'decide', 'a.ris#0', 'a.ris#1', 'undecided', '--by', 'li');
    expect(await kept()).toBe(2);
    await ask(dir, 'decide', 'a.ris#0', 'a.ris#2', 'same', '--by', 'li');
    expect(await kept()).toBe(1);
  });

  test('dedupe of files answers in the form of the interface and keeps nothing', async () => {
    const { data } = (await ask(dir, 'dedupe', file('a.ris', THREE))).json;
    expect(data).toMatchObject({ records: 3, groups: [['a.ris#0', 'a.ris#1']], manual: [], kept: 2 });
    expect(existsSync(join(dir, 'evidence.db'))).toBe(false);
  });

  test('files of one name in two folders are told apart by their paths', async () => {
    const [one, two] = ['one', 'two'].map((name) => {
      mkdirSync(join(dir, name));
      return file(join(name, 'a.ris'), THREE);
    });
    const { data } = (await ask(dir, 'dedupe', one!, two!, one!)).json;
    expect([data.records, data.kept]).toEqual([6, 2]);
    expect(data.groups.flat()).toContain(`${two}#2`);
  });

  test('looking into a folder without evidence leaves it as it is, and nothing known is no zero', async () => {
    for (const line of [['prisma'], ['gap'], ['dedupe'], ['screen', 'status'], ['findings'], ['code']])
      expect((await ask(dir, ...line)).code).toBe(0);
    expect(existsSync(join(dir, 'evidence.db'))).toBe(false);
    const { boxes } = (await ask(dir, 'prisma')).json.data;
    expect([boxes.databases, boxes.screened, boxes.newReports]).toEqual([null, null, null]);
    expect((await run('prisma', '-C', dir, '--lang', 'en')).out).toContain('not reported');
  });

  test('boxes of the flow diagram follow from what happened and add up', async () => {
    await ask(dir, 'import', file('a.ris', THREE));
    await ask(dir, 'screen', 'decide', 'a.ris#0', 'include', '--by', 'li');
    await ask(dir, 'screen', 'decide', 'a.ris#2', 'exclude', '--by', 'li');
    await ask(dir, 'screen', 'decide', 'a.ris#0', 'include', '--stage', 'full-text', '--by', 'li');
    const { boxes, complaints } = (await ask(dir, 'prisma')).json.data;
    expect(complaints).toEqual([]);
    expect(boxes).toMatchObject({
      databases: 3,
      duplicates: 1,
      screened: 2,
      excluded: 1,
      sought: 1,
      assessed: 1,
      newReports: 1,
    });
    expect(boxes.screened).toBe(boxes.databases - boxes.duplicates - boxes.automation - boxes.otherRemoved);
    expect(boxes.sought).toBe(boxes.screened - boxes.excluded);
    expect(boxes.assessed).toBe(boxes.sought - boxes.notRetrieved);
  });

  test('conditions of SAFE are told once key papers and expectation are stated, and the last statement counts', async () => {
    await ask(dir, 'import', file('a.ris', THREE));
    const needs = async () => {
      const { signals } = (await ask(dir, 'screen', 'status')).json.data;
      return signals.safe.conditions.map(({ need, met, have }: Record<string, unknown>) =>
        typeof need === 'number' ? [have, need, met] : 'unknown',
      );
    };
    expect((await needs()).slice(0, 2)).toEqual(['unknown', 'unknown']);
    // a.ris#0 and a.ris#1 are one work.
    await ask(dir, 'screen', 'plan', '--key-papers', 'a.ris#1,a.ris#0', '--expected', '1', '--by', 'li');
    expect((await needs()).slice(0, 2)).toEqual([
      [0, 1, false],
      [0, 2, false],
    ]);
    await ask(dir, 'screen', 'decide', 'a.ris#1', 'include', '--by', 'li');
    await ask(dir, 'screen', 'plan', '--sample', '1/4', '--by', 'li');
    // Of two works a quarter, twice: one.
    expect((await needs()).slice(0, 2)).toEqual([
      [1, 1, true],
      [1, 1, true],
    ]);
    for (const bad of ['5/4', '1', 'x/y'])
      expect((await ask(dir, 'screen', 'plan', '--sample', bad, '--by', 'li')).json.error.code).toBe(
        'E-USE-002',
      );
  });

  test('what is entered by hand stands in the boxes, adds up with the rest, and is taken back entry by entry', async () => {
    await ask(dir, 'import', file('a.ris', THREE));
    await ask(dir, 'screen', 'decide', 'a.ris#0', 'include', '--by', 'li');
    await ask(dir, 'screen', 'decide', 'a.ris#2', 'include', '--by', 'li');
    const boxes = async () => {
      const { data } = (await ask(dir, 'prisma')).json;
      expect(data.complaints).toEqual([]);
      const { boxes: b } = data;
      const sum = (list: readonly { reports: number }[]): number =>
        list.reduce((total, { reports }) => total + reports, 0);
      expect(b.screened).toBe(
        b.databases + b.registers - b.duplicates - b.automation - b.otherRemoved - b.awaitingScreening,
      );
      expect(b.sought).toBe(b.screened - b.excluded);
      expect(b.assessed).toBe(b.sought - b.notRetrieved - b.awaiting);
      expect(b.otherSought).toBe(b.otherFound - b.otherNotSought);
      expect(b.otherAssessed).toBe(b.otherSought - b.otherNotRetrieved - b.otherAwaiting);
      expect(b.newReports).toBe(b.assessed - sum(b.reasons) + b.otherAssessed - sum(b.otherReasons));
      expect(b.newStudies).toBeLessThanOrEqual(b.newReports);
      return b;
    };
    const set = async (state: string, ...rest: readonly string[]): Promise<number> =>
      (await ask(dir, 'flow', 'set', state, ...rest, '--by', 'li')).json.data.entry;
    const added = (await ask(dir, 'flow', 'add', 'WWF', '--from', 'website', '--count', '5', '--by', 'li'))
      .json;
    expect(added.data.records).toEqual(['WWF#1', 'WWF#2', 'WWF#3', 'WWF#4', 'WWF#5']);
    await ask(dir, 'flow', 'add', 'Trials', 'T7', 'T8', '--from', 'register', '--by', 'li');
    await set('not-sought', 'WWF#1');
    await set('not-retrieved', 'WWF#2');
    await set('excluded', 'WWF#3', '--reason', 'X1');
    await set('included', 'WWF#4', 'T7', '--study', 'Dali');
    const lost = await set('not-retrieved', 'a.ris#1');
    await set('removed-automation', 'a.ris#2', 'T8');
    expect(await boxes()).toMatchObject({
      databases: 3,
      registers: 2,
      duplicates: 1,
      automation: 2,
      screened: 2,
      sought: 2,
      notRetrieved: 1,
      assessed: 1,
      otherFound: 5,
      otherNotSought: 1,
      otherSought: 4,
      otherNotRetrieved: 1,
      otherAwaiting: 1,
      otherAssessed: 2,
      otherReasons: [{ reason: 'X1', reports: 1 }],
      newReports: 2,
      newStudies: 1,
    });
    await ask(dir, 'flow', 'undo', String(lost), '--by', 'wang', '--note', 'it came by post');
    expect(await boxes()).toMatchObject({ notRetrieved: 0, awaiting: 1 });
    const entries = (await ask(dir, 'flow', 'list')).json.data;
    expect(entries).toHaveLength(8);
    expect(entries.find(({ entry }: { entry: number }) => entry === lost).undone).toMatchObject({
      by: 'wang',
      note: 'it came by post',
    });
    // What was read in full was had, whatever is said of it.
    await ask(dir, 'screen', 'decide', 'a.ris#0', 'include', '--stage', 'full-text', '--by', 'li');
    expect(await boxes()).toMatchObject({ assessed: 2, newReports: 3 });
    await ask(dir, 'flow', 'previous', '--studies', '3', '--reports', '4', '--by', 'li');
    expect(await boxes()).toMatchObject({ newReports: 3, previousStudies: 3, totalReports: 7 });
    const picture = (await run('prisma', '--svg', '-C', dir, '--lang', 'en')).out;
    expect(picture).toContain('WWF');
  });

  test('an appraisal counts in the grade and is taken back by a later word', async () => {
    await ask(dir, 'findings', file('findings.csv', FINDINGS), '--by', 'li');
    const validity = async (): Promise<readonly unknown[]> =>
      (await ask(dir, 'findings')).json.data.findings.map((one: { validity: unknown }) => one.validity);
    const appraise = (answers: string, by: string) =>
      ask(dir, 'appraise', '--paper', 'P1', '--answers', answers, '--by', by);
    expect(await validity()).toEqual([null, null, null]);
    await appraise('V1=yes,V2=yes,V3=yes,V4=yes,V5=yes,V6=yes', 'li');
    expect(await validity()).toEqual(['high', null, null]);
    const reasons = async (): Promise<readonly string[]> =>
      (
        await ask(dir, 'pool', '--measure', 'TEC.cover', '--indicator', 'IND.soc')
      ).json.data.grade.reasons.map(({ rule }: { rule: string }) => rule);
    const { data } = (await appraise('V1=no,V2=no', 'wang')).json;
    expect(data.papers).toMatchObject([
      { paper: 'P1', disputed: ['V1', 'V2'], appraisers: ['li', 'wang'], validity: 'moderate' },
    ]);
    expect(await validity()).toEqual(['moderate', null, null]);
    const before = await reasons();
    await ask(dir, 'appraise', '--paper', 'P2', '--answers', 'V1=yes,V2=yes,V3=yes', '--by', 'li');
    expect(await reasons()).not.toEqual(before);
    await appraise('V1=undecided,V2=undecided', 'wang');
    expect(await validity()).toEqual(['high', 'moderate', null]);
  });

  test('a withdrawn finding is in no figure, its record stays, and writing it again brings it back', async () => {
    const path = file('findings.csv', FINDINGS);
    const first = (await ask(dir, 'findings', path, '--by', 'li')).json;
    expect(first.data.written).toBe(3);
    expect(first.warnings).toHaveLength(2);
    await ask(dir, 'withdraw', 'F3', '--by', 'li', '--note', 'retracted');
    const after = (await ask(dir, 'findings')).json.data;
    expect(after.findings.map(({ id }: { id: string }) => id)).toEqual(['F1', 'F2']);
    expect(after.withdrawn).toMatchObject([{ finding: 'F3', note: 'retracted', by: 'li' }]);
    expect((await ask(dir, 'withdraw', 'F3', '--by', 'li', '--note', 'again')).json.error.code).toBe(
      'E-EVI-203',
    );
    await ask(dir, 'findings', path, '--by', 'li');
    expect((await ask(dir, 'findings')).json.data.withdrawn).toEqual([]);
  });
});

describe('the report of a review', () => {
  const fill = async (): Promise<void> => {
    await ask(dir, 'import', file('a.ris', THREE), '--database', 'Scopus <b>');
    await ask(dir, 'screen', 'decide', 'a.ris#0', 'include', '--by', 'li');
    await ask(dir, 'screen', 'decide', 'a.ris#0', 'exclude', '--by', 'wang');
    await ask(dir, 'code', file('codings.csv', CODINGS), '--by', 'li');
    await ask(dir, 'code', file('codings.csv', CODINGS), '--by', 'wang');
    await ask(dir, 'findings', file('findings.csv', FINDINGS), '--by', 'li');
    await ask(dir, 'withdraw', 'F3', '--by', 'li', '--note', 'trial <script>retracted</script>');
  };

  test.each(['en', 'zh'] as const)(
    'is one page in %s that fetches nothing and has every section',
    async (lang) => {
      await fill();
      file('claims.yaml', 'claims:\n  - {id: K1, statement: "Topsoil & lime help", citations: [99]}\n');
      const done = await command(['report', 'evidence', '-C', dir, '--lang', lang, '--json']);
      expect(done.code).toBe(0);
      const { path } = done.json.artifacts[0]!;
      expect(path).toBe(join(dir, 'reports', `evidence.${lang}.html`));
      const page = readFileSync(path, 'utf8');
      const ids = [...page.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id);
      expect(ids).toEqual(
        'sources duplicates screening flow gaps coding pooling suggestions claims withdrawn notes'.split(' '),
      );
      expect(page).toContain('id="forest-1-title"');
      expect(page).toContain('Scopus &lt;b&gt;');
      expect(page).toContain('trial &lt;script&gt;retracted');
      expect(page).toContain('Topsoil &amp; lime help');
      expect(page).not.toMatch(/<script|src="|@import|url\(http|href="http/);
      expect(page).not.toMatch(
        /\b(?:evidence-page|supported|unknown|evidence)\.[a-z]+(?:[.-][a-z]+)*\b(?!db)/,
      );
      expect(page).not.toMatch(/\bNaN\b|\bundefined\b/);
      expect([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)).toHaveLength(
        new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)).size,
      );
    },
  );

  test('needs something to tell, and a codebook or ledger that can be read', async () => {
    const report = () => command(['report', 'evidence', '-C', dir, '--json']);
    expect((await report()).json.error.code).toBe('E-EVI-205');
    expect(existsSync(join(dir, 'evidence.db'))).toBe(false);
    file('claims.yaml', 'nothing: here\n');
    expect((await report()).json.error.code).toBe('E-CLM-001');
  });

  test('the same review gives the same bytes', async () => {
    await fill();
    const page = async (): Promise<string> =>
      (await command(['report', 'evidence', '-C', dir, '--json'])).json.artifacts[0]!.sha256;
    expect(await page()).toBe(await page());
  });
});

describe('hostile input', () => {
  test('every refusal has a code and leaves the library as it was', async () => {
    await ask(dir, 'import', file('a.ris', THREE));
    const all = async () =>
      Promise.all(
        [['dedupe'], ['screen', 'status'], ['findings']].map(
          async (line) => (await ask(dir, ...line)).json.data,
        ),
      );
    const before = await all();
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
    const lines: readonly (readonly [string, ...string[]])[] = [
      ['E-EVI-204', 'import', file('empty.ris', '')],
      ['E-EVI-102', 'import', file('noise.ris', noise)],
      ['E-EVI-101', 'import', file('letter.txt', 'Dear colleague, please find enclosed.')],
      ['E-PRJ-002', 'import', join(dir, 'nowhere.ris')],
      ['E-PRJ-002', 'import', root],
      ['E-EVI-202', 'decide', 'a.ris#0', 'a.ris#99', 'same', '--by', 'li'],
      ['E-USE-002', 'decide', 'a.ris#0', 'a.ris#1', 'perhaps', '--by', 'li'],
      ['E-EVI-202', 'screen', 'decide', 'nobody#1', 'include', '--by', 'li'],
      ['E-USE-002', 'screen', 'decide', 'a.ris#0', 'maybe', '--by', 'li'],
      ['E-USE-002', 'screen', 'decide', 'a.ris#0', 'exclude', '--by', 'li', '--stage', 'full-text'],
      ['E-USE-002', 'screen', 'next', 'many'],
      ['E-EVI-203', 'withdraw', 'F9', '--by', 'li', '--note', 'x'],
      ['E-USE-002', 'flow', 'add', 'WWF', '--from', 'website', '--by', 'li'],
      ['E-USE-002', 'flow', 'add', 'WWF', '--from', 'website', '--count', '-3', '--by', 'li'],
      ['E-USE-002', 'flow', 'add', 'WWF', '--from', 'hearsay', '--count', '3', '--by', 'li'],
      ['E-EVI-207', 'flow', 'add', 'a.ris', 'a.ris#0', '--from', 'website', '--by', 'li'],
      ['E-EVI-206', 'flow', 'set', 'included', 'a.ris#0', '--by', 'li'],
      ['E-EVI-202', 'flow', 'set', 'sought', 'nobody#1', '--by', 'li'],
      ['E-USE-002', 'flow', 'set', 'excluded', 'a.ris#0', '--by', 'li'],
      ['E-USE-002', 'flow', 'set', 'report-of', 'a.ris#0', '--by', 'li'],
      ['E-USE-002', 'flow', 'previous', '--studies', '4', '--reports', '3', '--by', 'li'],
      ['E-EVI-208', 'flow', 'undo', '99', '--by', 'li', '--note', 'x'],
      ['E-EVI-209', 'appraise', '--paper', 'P9', '--answers', 'V1=yes', '--by', 'li'],
      ['E-USE-002', 'appraise', '--paper', 'a.ris#0', '--answers', 'yes', '--by', 'li'],
      ['E-USE-002', 'pool', '--measure', 'TEC.none', '--indicator', 'IND.soc'],
      ['E-USE-002', 'export', '--format', 'docx'],
      ['E-EVI-201', 'claims', file('claims.yaml', 'a: [b')],
      ['E-CLM-001', 'claims', file('other.yaml', 'a: b')],
      ['E-USE-007', 'import', file('b.ris', THREE), '--dry-run'],
    ];
    for (const [code, ...line] of lines) {
      const done = await ask(dir, ...line);
      expect({ line, code: done.json.error?.code }).toEqual({ line, code });
      expect(done.code).toBeGreaterThan(1);
      expect(done.json.error.hint).not.toBe('');
    }
    expect(await all()).toEqual(before);
  });

  test('files before one that fails stay, and a record cut in half is kept and said', async () => {
    const whole = file('a.ris', THREE);
    const half = file('half.ris', THREE.slice(0, THREE.length - 60));
    expect((await ask(dir, 'import', whole, join(dir, 'nowhere.ris'))).code).not.toBe(0);
    const [one] = (await ask(dir, 'import', half)).json.data;
    expect(one.ledger).toMatchObject({ records: 3, parsed: 3, failed: [] });
    expect(one.ledger.remarks.map(({ key }: { key: string }) => key)).toContain(
      'evidence.import.record-not-closed',
    );
    expect((await ask(dir, 'dedupe')).json.data.records).toBe(6);
  });

  test('encodings, repeated ids and files joined together lose no record', async () => {
    const zh = ris(
      'TI  - 矿区排土场植被恢复研究\nAU  - 王强\nPY  - 2019\nAN  - 7',
      'TI  - 露天煤矿复垦土壤有机碳\nAU  - 李明\nPY  - 2020\nAN  - 7',
    );
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(zh, 'utf16le')]);
    const bibtex = '@article{k1, title = {Mine soils}, author = {Zhao, Y.}, year = {2018}}\n';
    const done = await ask(dir, 'import', file('w.ris', utf16), file('two.txt', `${zh}\n${bibtex}`));
    const [wide, two] = done.json.data;
    expect([wide.encoding, wide.ledger.parsed, wide.ledger.repeatedIds.length]).toEqual(['utf-16le', 2, 1]);
    expect([two.dialects, two.ledger.parsed]).toEqual([['ris', 'bibtex'], 3]);
  });

  test('another file of the same name is another source, the same file under another name is none', async () => {
    const [first] = (await ask(dir, 'import', file('a.ris', THREE))).json.data;
    const [copy] = (await ask(dir, 'import', file('copy.ris', THREE))).json.data;
    const [other] = (await ask(dir, 'import', file('a.ris', ris('TI  - Another\nAU  - Xu, P.\nPY  - 2001'))))
      .json.data;
    expect([first.state, copy.state, copy.file]).toEqual(['added', 'known', 'a.ris']);
    expect(other.file).toMatch(/^a\.ris~[0-9a-f]{8}$/);
    expect((await ask(dir, 'dedupe')).json.data.records).toBe(4);
  });
});

describeWithData('real exports', golden('evidence'), () => {
  const at = (name: string): string => golden(`evidence/${name}`);
  let library = '';
  beforeAll(async () => {
    library = folder();
    expect((await ask(library, 'import', ...EXPORTS.map(at))).code).toBe(0);
  });

  test('each record is read or told as failed, and the same files again change nothing', async () => {
    const before = (await ask(library, 'dedupe')).json.data;
    const again = (await ask(library, 'import', ...EXPORTS.map(at))).json.data;
    expect(again).toHaveLength(EXPORTS.length);
    for (const { file: name, state, ledger } of again) {
      expect({ name, state }).toEqual({ name, state: 'known' });
      expect(ledger.parsed + ledger.failed.length).toBe(ledger.records);
    }
    const records = again.reduce(
      (sum: number, { ledger }: { ledger: { parsed: number } }) => sum + ledger.parsed,
      0,
    );
    expect(before.records).toBe(records);
    expect((await ask(library, 'dedupe')).json.data).toEqual(before);
  });

  test('the flow diagram of them adds up', async () => {
    const { data } = (await ask(library, 'dedupe')).json;
    const { boxes } = (await ask(library, 'prisma')).json.data;
    expect(boxes.databases).toBe(data.records);
    expect(boxes.databases - boxes.duplicates).toBe(data.kept);
    expect(boxes.awaitingScreening).toBe(data.kept);
  });

  test('screening played on ADHD is within the tolerance of the reference run', async () => {
    const { data } = (
      await ask(
        dir,
        'screen',
        'simulate',
        at('screen_ADHD.csv'),
        '--label',
        'label_included',
        '--priors',
        '554,546',
      )
    ).json;
    expect(Object.keys(data)).toEqual(expect.arrayContaining(['wss95', 'loss', 'order']));
    expect(Math.abs(data.wss95 - 0.265)).toBeLessThanOrEqual(0.03);
    expect(Math.abs(data.loss - 0.103)).toBeLessThanOrEqual(0.01);
    expect(new Set(data.order).size).toBe(data.order.length);
  }, 60_000);

  test('the thirteen BCG trials pool to the published digits', async () => {
    const rows = readFileSync(at('meta_bcg_RR_golden.csv'), 'utf8').trim().split('\n').slice(1);
    const table = file('bcg.csv', `study,yi,vi\n${rows.map((row) => row.replaceAll('"', '')).join('\n')}\n`);
    const { data } = (await ask(dir, 'pool', table)).json;
    const expected = JSON.parse(readFileSync(at('golden.json'), 'utf8')).bcg_logRR;
    expect(data.k).toBe(13);
    expect(data.dl.b).toBeCloseTo(expected.DL.b, 7);
    expect(data.dl.se).toBeCloseTo(expected.DL.se, 7);
    expect(data.dl.ciLow).toBeCloseTo(expected.DL.ci[0], 7);
    expect(data.dl.tau2).toBeCloseTo(expected.DL.tau2, 7);
    expect(data.dl.i2).toBeCloseTo(expected.DL.I2, 2);
    expect(data.dl.q).toBeCloseTo(expected.Q, 5);
    expect(data.reml.b).toBeCloseTo(expected.REML_converged.b, 8);
    expect(data.reml.se).toBeCloseTo(expected.REML_converged.se, 8);
    expect(data.reml.tau2).toBeCloseTo(expected.REML_converged.tau2, 8);
    expect(data.reml.piLow).toBeCloseTo(expected.REML.pi[0], 4);
    expect(data.knappHartung.se).toBeCloseTo(expected.REML_KNHA.se, 5);
  });

  test('the claims of the paper: 44 statements, 30 resolved, 12 partly, 2 without, four references missing', async () => {
    copyFileSync(at('codebook.yaml'), join(dir, 'codebook.yaml'));
    const { data } = (await ask(dir, 'claims', at('claims.yaml'))).json;
    expect([data.statements, data.resolved, data.partial, data.unsupported]).toEqual([44, 30, 12, 2]);
    expect(data.missingNumbers).toHaveLength(4);
    const lookedFor = data.tasks.filter(({ kind }: { kind: string }) => kind === 'find-reference');
    expect(lookedFor.every(({ topic }: { topic: string | null }) => topic !== null)).toBe(true);
  });
});
