import { expect, test } from 'vitest';
import { readLiterature } from '../read-literature.ts';

const TEXT = `
PMID- 33465753
OWN - NLM
IS  - 1724-191X (Electronic)
IS  - 1120-1797 (Linking)
VI  - 81
DP  - 2021 Jan 16
TI  - In vivo dosimetry in low-voltage IORT breast treatments with XR-RV3 radiochromic 
      film.
PG  - 173-181
LID - S1120-1797(20)30326-4 [pii]
LID - 10.1016/j.ejmp.2020.12.011 [doi]
AB  - METHODS: 
       This was measured; of 1,555
      T1 - weighted.
FAU - Lozares, Sergio
AU  - Lozares S
AD  - Medical Physics.
FAU - Gandía, Almudena
AU  - Gandía A
CN  - IORT Group
LA  - eng
PT  - Journal Article
PT  - Review
TT  - Dosimetria.
PL  - Italy
TA  - Phys Med
JT  - Physica medica
OT  - IORT
MH  - Humans
AID - 10.1016/j.ejmp.2020.12.011 [doi]

PMID- 2
TI  - Second.
DP  - 1999
AU  - Only S
`;

test('NBIB is read with its several records, wrapped lines, DOI among identifiers and full names', () => {
  const { references, dialects, ledger } = readLiterature('pubmed.txt', TEXT);
  expect(dialects).toEqual(['nbib']);
  expect(ledger).toMatchObject({ records: 2, failed: [], remarks: [] });
  expect(references[0]).toMatchObject({
    type: 'article-journal',
    title: 'In vivo dosimetry in low-voltage IORT breast treatments with XR-RV3 radiochromic film.',
    otherTitle: 'Dosimetria.',
    year: 2021,
    journal: 'Physica medica',
    volume: '81',
    pages: '173-181',
    doi: '10.1016/j.ejmp.2020.12.011',
    issn: '1724-191X',
    accession: '33465753',
    language: 'eng',
    place: 'Italy',
    abstract: 'METHODS: This was measured; of 1,555 T1 - weighted.',
    keywords: ['IORT', 'Humans'],
  });
  expect(references[0]!.authors.map(({ literal }) => literal)).toEqual([
    'Lozares, Sergio',
    'Gandía, Almudena',
    'IORT Group',
  ]);
  expect(references[0]!.other).toEqual([
    ['OWN', 'NLM'],
    ['IS', '1120-1797'],
    ['DP', '2021 Jan 16'],
    ['LID', 'S1120-1797(20)30326-4 [pii]'],
    ['AD', 'Medical Physics.'],
    ['PT', 'Review'],
    ['TA', 'Phys Med'],
  ]);
  expect(references[1]!.authors).toEqual([{ family: 'Only', given: 'S', literal: 'Only S' }]);
});
