import { expect, test } from 'vitest';
import { readLiterature } from '../read-literature.ts';

const style = (text: string): string => `<style face="normal" font="default" size="100%">${text}</style>`;
const record = (inner: string): string =>
  `<record><database name="a.enl">a.enl</database><ref-type name="Journal Article">17</ref-type>${inner}</record>`;

test('text stands in styles, may be parted over several, entities are resolved, &#xD; parts lines', () => {
  const { references, dialects, ledger } = readLiterature(
    'a.xml',
    `<?xml version="1.0" encoding="UTF-8" ?><xml><records>${record(
      `<contributors><authors><author>${style('Asemota, E. A.')}</author><author>${style('World Bank,')}</author></authors></contributors>` +
        `<titles><title>${style('Zinc &amp; ')}${style('copper')}</title><secondary-title>${style('J &lt;Res&gt;')}</secondary-title></titles>` +
        `<pages>${style('53-60')}</pages><keywords><keyword>${style('a')}</keyword><keyword>${style('b; c')}</keyword></keywords>` +
        `<dates><year>${style('2018')}</year><pub-dates><date>${style('Mar')}</date></pub-dates></dates>` +
        `<isbn>${style('2213-4220&#xD;2213-4239')}</isbn><abstract>${style('One.&#xD;Two &#233;.')}</abstract>` +
        `<electronic-resource-num>${style('10.1016/j.imr')}</electronic-resource-num><custom3>${style('x&#xD;y')}</custom3>` +
        `<urls><related-urls><url>${style('http://a.org/?a=1&amp;b=2')}</url></related-urls><pdf-urls><url>internal-pdf://3/2.pdf</url></pdf-urls></urls>`,
    )}${record(`<titles><title>${style('Second')}</title></titles>`)}</records></xml>`,
  );
  expect(dialects).toEqual(['endnote-xml']);
  expect(ledger).toMatchObject({ records: 2, failed: [], remarks: [] });
  expect(references[0]).toMatchObject({
    type: 'article-journal',
    title: 'Zinc & copper',
    journal: 'J <Res>',
    year: 2018,
    pages: '53-60',
    doi: '10.1016/j.imr',
    issn: '2213-4220',
    abstract: 'One.\nTwo é.',
    keywords: ['a', 'b', 'c'],
    urls: ['http://a.org/?a=1&b=2', 'internal-pdf://3/2.pdf'],
  });
  expect(references[0]!.authors).toEqual([
    { family: 'Asemota', given: 'E. A.', literal: 'Asemota, E. A.' },
    { family: 'World Bank', given: '', literal: 'World Bank,' },
  ]);
  expect(references[0]!.other).toEqual([
    ['database', 'a.enl'],
    ['date', 'Mar'],
    ['isbn', '2213-4239'],
    ['custom3', 'x\ny'],
  ]);
});

test('a last record that breaks off is kept as far as it goes', () => {
  const { references, ledger } = readLiterature(
    'a.xml',
    `<xml><records>${record('<titles><title>One</title></titles>')}<record><titles><title>Two</title></titles><abstract><style>Breaks o`,
  );
  expect(references.map(({ title, abstract }) => [title, abstract])).toEqual([
    ['One', null],
    ['Two', 'Breaks o'],
  ]);
  expect(ledger.remarks.map(({ key }) => key)).toEqual(['evidence.import.record-cut']);
});

test('elements nested beyond reason fail one record', () => {
  const deep = `${'<a>'.repeat(100_000)}x${'</a>'.repeat(100_000)}`;
  const { ledger } = readLiterature(
    'a.xml',
    `<xml><records><record>${deep}</record>${record('<titles><title>T</title></titles>')}</records></xml>`,
  );
  expect(ledger).toMatchObject({ records: 2, parsed: 1 });
  expect(ledger.failed[0]!.reason).toBe('evidence.failed.nested-xml');
});

test('other XML is no literature', () => {
  expect(() => readLiterature('a.xml', '<?xml version="1.0"?><kml><Placemark/></kml>')).toThrow(/E-EVI-101/);
});
