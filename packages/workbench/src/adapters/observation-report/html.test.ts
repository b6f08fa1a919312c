import { expect, test } from 'vitest';
import { escapeHtml, html, jsonForScript, raw } from './html.ts';

test('what is put into a template is escaped, in text and in attributes, lists included', () => {
  const name = '<b a="1">\'&';
  expect(html`<p title="${name}">${[name, 3, null, false]}</p>`.markup).toBe(
    '<p title="&lt;b a=&quot;1&quot;&gt;&#39;&amp;">&lt;b a=&quot;1&quot;&gt;&#39;&amp;3</p>',
  );
  expect(html`${raw('<i>')}${html`<b>${'<'}</b>`}`.markup).toBe('<i><b>&lt;</b>');
});

test('JSON inside a script element cannot end it and reads back the same', () => {
  const value = { a: '</script><!--\u2028 & >' };
  const { markup } = jsonForScript(value);
  expect(markup).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(markup)).toEqual(value);
});

test('escaping leaves ordinary text of any script as it is', () => {
  expect(escapeHtml('北山煤矿 50 % (a/b)')).toBe('北山煤矿 50 % (a/b)');
});
