import { describe, expect, test } from 'vitest';
import { runCli } from '../../packages/workbench/src/cli/run-cli.ts';
import { composeWorkbench } from '../../packages/workbench/src/compose.ts';
import { readConfig } from '../../packages/workbench/src/config.ts';
import { type OptionKind, verbs } from '../../packages/workbench/src/contract/index.ts';
import { commandLineOf } from '../../packages/workbench/src/server/command-line.ts';

const workbench = composeWorkbench();

/** What the command line says to a line on a folder that is no project: its own words, or that it does not know the line. */
async function codeOf(argv: readonly string[]): Promise<string> {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: () => {},
    isTerminal: false,
    columns: 80,
    cwd: '/',
    signal: new AbortController().signal,
  };
  await runCli(workbench, readConfig({}), terminal, argv);
  const envelope = JSON.parse(out) as { ok: boolean; error?: { code: string; message: string } };
  return envelope.ok ? 'ok' : `${envelope.error?.code} ${envelope.error?.message}`;
}

const SAMPLE: Readonly<Record<OptionKind, boolean | number | string | string[]>> = {
  flag: true,
  number: 2,
  text: '2031-01-01',
  list: ['a=b', 'c=d'],
};
/** Options that take one of few words. */
const WORDS: Readonly<Record<string, string>> = {
  datum: 'wgs84',
  lang: 'en',
  overlap: 'later-gives',
  encoding: 'gbk',
  format: 'zip',
};

describe('the verbs of the contract are those of the command line', () => {
  test.each(verbs.filter(({ name }) => name !== 'doctor'))('$name, with all its options', async (verb) => {
    const options = Object.fromEntries(
      Object.entries(verb.options).map(([name, kind]) => [name, WORDS[name] ?? SAMPLE[kind]]),
    );
    const { argv } = commandLineOf(
      { verb: verb.name, args: Array(Math.min(verb.args, 3)).fill('units'), options },
      { dir: '/nowhere/at-all', language: 'en', fileOf: (given) => `/nowhere/${given}` },
    );
    // Usage is wrong (E-USE-001) exactly when the command line does not know the verb or an option of it.
    expect(await codeOf(argv)).not.toContain('E-USE-001');
  });

  test('an option the command line lacks would be seen', async () => {
    expect(await codeOf(['alert', 'list', '--json', '--reason=x'])).toContain('E-USE-001');
  });
});
