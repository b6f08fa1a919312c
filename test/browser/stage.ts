import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { describe } from 'vitest';
import { wholeDemo } from '../whole-demo.ts';
import { browserPath, launch, openPage, type PageOptions, type WatchedPage } from './browser.ts';
import { type Served, serve } from './served.ts';

/** How long is waited for something to become so. */
export const PATIENCE = { timeout: 10_000 } as const;

/** A group of tests in a browser; skipped with its reason where there is none. */
export function inBrowser(title: string, body: () => void): void {
  if (browserPath === undefined) describe.skip(`${title} (skipped: no Chromium on this machine)`, body);
  else describe(title, body);
}

/** A workspace with its server and a browser before it: one for all tests of a file. */
export interface Stage {
  readonly workspace: string;
  readonly browser: Browser;
  server: Served;
  /** Pages that were opened and not closed yet. */
  readonly opened: WatchedPage[];
  open(options: PageOptions): Promise<WatchedPage>;
  end(): Promise<void>;
}

export async function openStage(fill: (workspace: string) => Promise<void> | void): Promise<Stage> {
  const workspace = mkdtempSync(join(tmpdir(), 'aftermine-browser-'));
  await fill(workspace);
  const [server, browser] = await Promise.all([serve(workspace), launch()]);
  const opened: WatchedPage[] = [];
  const stage: Stage = {
    workspace,
    browser,
    server,
    opened,
    async open(options) {
      const watched = await openPage(browser, stage.server.url, options);
      watched.page.setDefaultTimeout(20_000);
      opened.push(watched);
      return watched;
    },
    async end() {
      await browser.close();
      await stage.server.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
  return stage;
}

/** A copy of the computed demonstration in the workspace. */
export async function copyDemo(workspace: string, name = 'aftermine-demo'): Promise<string> {
  const { dir } = await wholeDemo();
  const copy = join(workspace, name);
  cpSync(dir, copy, { recursive: true });
  return copy;
}

/** Takes seasons, programme and history out of a project: its plan is there, and nobody has adopted it. */
export function unadopt(dir: string): void {
  const store = new DatabaseSync(join(dir, 'project.gpkg'));
  store.exec('BEGIN');
  for (const table of ['aftermine_seasons', 'aftermine_ledger', 'alerts', 'season_units'])
    store.exec(`DELETE FROM ${table}`);
  store.exec("DELETE FROM aftermine_records WHERE name IN ('programme', 'solved-plan', 'ledger-head')");
  store.exec(
    "DELETE FROM aftermine_record_lists WHERE name IN ('programme', 'solved-plan') OR name LIKE 'season-%'",
  );
  store.exec('COMMIT');
  store.close();
}
