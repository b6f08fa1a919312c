import { escapeMarkup } from '@aftermine/science/base';
import type { Context } from 'hono';

/** True where a browser asks for a page: it names HTML, and no other form is asked for by `?f=`. Programs name JSON, or anything. */
export function wantsPage(c: Context): boolean {
  const form = c.req.query('f');
  if (form !== undefined) return form === 'html';
  return namesHtml(c.req.header('accept') ?? '');
}

/** Whether an `Accept` header names HTML, and prefers it to JSON. */
export function namesHtml(accept: string): boolean {
  const weight = (type: RegExp): number => {
    const part = accept.split(',').find((one) => type.test(one.trim()));
    return part === undefined ? 0 : Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1);
  };
  const html = weight(/^text\/html\s*(;|$)/i);
  return html > 0 && html >= weight(/^application\/(geo\+)?json\s*(;|$)/i);
}

/** A text in both languages, as a page shows it: Chinese first, each marked as what it is. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** A plain page in both languages. `body` is HTML; `title` is text. */
export function plainPage(title: Both, body: string): string {
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeMarkup(`${title.zh} · ${title.en}`)}</title></head><body><main>`,
    `<h1>${both(title, ' · ')}</h1>${body}</main></body></html>`,
  ].join('');
}

/** Both languages side by side. */
export function both({ zh, en }: Both, between = ' '): string {
  return `<span lang="zh-CN">${escapeMarkup(zh)}</span>${between}<span lang="en">${escapeMarkup(en)}</span>`;
}

/** A link with text in both languages. */
export function pageLink(href: string, text: Both): string {
  return `<a href="${escapeMarkup(href)}">${both(text, ' · ')}</a>`;
}
