import { describe, expect, test } from 'vitest';
import { readLiterature } from '../read-literature.ts';

describe('BibTeX', () => {
  test('nested braces, quotes, macros, concatenation, accents, escaped signs', () => {
    const { references, dialects, outside } = readLiterature(
      'a.bib',
      `% a comment
@string{jrn = "Journal of "}
@Article{doe2001,
  author = {M{\\"u}ller, J{\\'e}r{\\^o}me and {World Bank and Friends} and Jane van Doe},
  title = "The {CO$_2$} of {M}ines \\& \\textit{Salix} in {\\O}resund",
  journal = jrn # {Soil},
  year = 2001, volume = {12}, number = 3,
  pages = {12--18},
  month = jan,
  keywords = {mine, soil},
  doi = {10.1000/a\\_b},
  url = {https://example.org/a_b},
  note = {First.
    Second.},
}

@phdthesis(roe, title={Tailings}, author={Roe, K.}, school={TU Freiberg}, year={1999})
@comment{nothing}
`,
    );
    expect(dialects).toEqual(['bibtex']);
    expect(references).toHaveLength(2);
    expect(references[0]).toMatchObject({
      type: 'article-journal',
      title: 'The CO$_2$ of Mines & Salix in Øresund',
      journal: 'Journal of Soil',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '12-18',
      keywords: ['mine', 'soil'],
      doi: '10.1000/a_b',
      urls: ['https://example.org/a_b'],
      notes: ['First.\nSecond.'],
    });
    expect(references[0]!.authors).toEqual([
      { family: 'Müller', given: 'Jérôme', literal: 'Müller, Jérôme' },
      { family: 'World Bank and Friends', given: '', literal: 'World Bank and Friends' },
      { family: 'van Doe', given: 'Jane', literal: 'Jane van Doe' },
    ]);
    expect(references[0]!.other).toEqual([
      ['citekey', 'doe2001'],
      ['month', 'jan'],
    ]);
    expect(references[1]).toMatchObject({ type: 'thesis', publisher: 'TU Freiberg', year: 1999 });
    expect(outside.map(({ line }) => line)).toEqual([1, 17]);
  });

  test('an entry whose brace is never closed costs itself and not the file', () => {
    const { references, ledger } = readLiterature(
      'a.bib',
      '@article{a,\n title = {Open, year = 2001\n}\n\n@article{b,\n title = {Second}\n}\n@article{c, title = {Cut o',
    );
    expect(references.map(({ title }) => title)).toEqual([
      expect.stringContaining('Open'),
      'Second',
      'Cut o',
    ]);
    expect(ledger.remarks.map(({ key, lines }) => [key, lines])).toEqual([
      ['evidence.import.entry-broken', [1]],
      ['evidence.import.record-cut', [8]],
    ]);
  });

  test('an address with @ in a text begins no entry', () => {
    const { references } = readLiterature(
      'a.bib',
      '@misc{a,\n title = {Mail x@article.org, @home},\n year = 2000\n}\n',
    );
    expect(references).toHaveLength(1);
    expect(references[0]).toMatchObject({ title: 'Mail x@article.org, @home', year: 2000 });
  });
});
