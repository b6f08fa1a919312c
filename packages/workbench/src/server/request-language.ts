import type { Language } from '@aftermine/science/base';
import type { Context } from 'hono';
import type { ServerContext } from './context.ts';

/** Language of an answer: `?lang=`, else the first of Chinese and English in `Accept-Language`, else the server's own. */
export function requestLanguage(c: Context, context: Pick<ServerContext, 'language'>): Language {
  const asked = c.req.query('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  for (const part of (c.req.header('accept-language') ?? '').split(',')) {
    const spoken = /^\s*(zh|en)\b/i.exec(part)?.[1]?.toLowerCase();
    if (spoken === 'zh' || spoken === 'en') return spoken;
  }
  return context.language;
}
