import type { Author, Reference } from '../record/reference.ts';

/** A reference with nothing in it but `fields`. */
export function reference(key: string, fields: Partial<Reference> = {}): Reference {
  return {
    key,
    dialect: 'ris',
    type: 'article-journal',
    title: null,
    otherTitle: null,
    authors: [],
    year: null,
    journal: null,
    volume: null,
    issue: null,
    pages: null,
    articleNumber: null,
    doi: null,
    issn: null,
    isbn: null,
    accession: null,
    publisher: null,
    place: null,
    language: null,
    abstract: null,
    keywords: [],
    urls: [],
    notes: [],
    other: [],
    raw: '',
    ...fields,
  };
}

/** Authors as an export writes them, `Family, Given`. */
export function authors(...names: readonly string[]): Author[] {
  return names.map((literal) => {
    const [family = '', given = ''] = literal.split(/,\s*/);
    return { family, given, literal };
  });
}

/** A full article that tests change one thing of. */
export const article: Partial<Reference> = {
  title: 'Restoration of pine woodland on copper tailings after forty years of neglect',
  authors: authors('Adeli, K.', 'Lewis, G. F.', 'Moreau, Anne'),
  year: 2012,
  journal: 'Restoration Ecology',
  volume: '20',
  issue: '3',
  pages: '221-228',
  doi: '10.1111/j.1526-100X.2011.00801.x',
  abstract:
    'Tailings of copper mines stay bare for decades. We planted pine on three tailings in Quebec, with and without biosolids, and followed survival, cover and soil carbon for eight years. Biosolids doubled survival and brought understorey cover to sixty per cent, while unamended plots stayed below ten. Soil carbon rose by two tonnes per hectare and year on amended plots only. We conclude that organic matter, not seed, limits the return of woodland to tailings of this kind.',
};

/** Another abstract of the same subject. */
export const otherAbstract =
  'Lead and zinc smelting left two thousand hectares of eroded hills around the town. This paper reviews sixty sowing trials since the smelter closed, asks which grasses persisted without fertiliser and how slope and aspect changed the outcome, and proposes a simple key for choosing mixtures. Slope mattered less than the depth of the remaining soil. Fescues outlived rye grass on every aspect, and legumes were lost wherever the soil was thinner than ten centimetres.';
