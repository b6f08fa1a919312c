import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Language } from '@aftermine/science/base';
import { localeOf } from '@aftermine/science/report/observation';
import { escapeHtml, type Html } from './html.ts';

export interface PageShell {
  readonly language: Language;
  readonly version: string;
  readonly title: string;
  /** Style sheets, put into the page in this order. */
  readonly styles: readonly URL[];
  /** A script put at the end of the page; the policy allows it by its hash and nothing else. */
  readonly script?: URL;
  readonly body: Html;
}

/** A page that is one file: styles and script inside, and a policy under which it cannot fetch anything. */
export function pageShell({ language, version, title, styles, script, body }: PageShell): string {
  const code = script === undefined ? null : readFileSync(script, 'utf8');
  const allowed =
    code === null ? '' : ` script-src 'sha256-${createHash('sha256').update(code).digest('base64')}';`;
  const policy = `default-src 'none'; style-src 'unsafe-inline';${allowed} base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Aftermine ${escapeHtml(version)}">
<title>${escapeHtml(title)}</title>
<style>
${styles.map((style) => readFileSync(style, 'utf8')).join('')}</style>
</head>
<body>
${body.markup}
${code === null ? '' : `<script>${code}</script>\n`}</body>
</html>
`;
}
