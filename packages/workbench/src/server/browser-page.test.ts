import { escapeMarkup } from '@aftermine/science/base';
import { expect, test } from 'vitest';
import { both, namesHtml, pageLink, plainPage } from './browser-page.ts';

test('a browser names HTML first; programs name JSON, anything, or nothing', () => {
  expect(namesHtml('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')).toBe(true);
  expect(namesHtml('application/json')).toBe(false);
  expect(namesHtml('*/*')).toBe(false);
  expect(namesHtml('')).toBe(false);
  expect(namesHtml('application/geo+json, application/json')).toBe(false);
  expect(namesHtml('application/json, text/html;q=0.5')).toBe(false);
  expect(namesHtml('text/html;q=0')).toBe(false);
});

test('names of people’s projects are text, never markup', () => {
  const text = '<img src=x onerror="a()">';
  expect(escapeMarkup(text)).toBe('&lt;img src=x onerror=&quot;a()&quot;&gt;');
  const page = plainPage(
    { zh: text, en: text },
    both({ zh: text, en: 'b' }) + pageLink('/"x', { zh: 'a', en: 'b' }),
  );
  expect(page).not.toContain('<img');
  expect(page).toContain('href="/&quot;x"');
});
