import { readCodebook } from './read-codebook.ts';

/** A codebook of three technologies and four indicators, as a document has it. */
export const SMALL_DOCUMENT = {
  meta: { id: 'small', version: 1, title: 'Small' },
  facets: {
    technology: {
      origin: 'P',
      codes: [
        { id: 'T.cover', label: { en: 'Topsoil', zh: '覆土' } },
        {
          id: 'T.nbs',
          label: 'Nature-based',
          children: [
            { id: 'T.wetland', label: '人工湿地' },
            { id: 'T.lime', origin: 'X' },
          ],
        },
      ],
    },
    indicator: {
      codes: [
        { id: 'I.soc', unit: 'g kg-1', direction: 'higher' },
        { id: 'I.ph', unit: 'pH', direction: 'target', target: [6, 8], effect: 'MD' },
        { id: 'I.surv', direction: 'higher', effect: 'OR' },
        'I.cover',
      ],
    },
  },
  appraisal: [
    { id: 'V1', q: 'one' },
    { id: 'V2', q: 'two' },
    { id: 'V3', q: 'three' },
    { id: 'V4', q: 'four' },
  ],
} as const;

export const SMALL_CODEBOOK = readCodebook(SMALL_DOCUMENT).codebook;

/** A row of a finding: topsoil against untreated land, soil carbon 12 against 8. */
export const ROW = {
  paper: 'p1',
  measure_code: 'T.cover',
  indicator_code: 'I.soc',
  comparator: 'untreated_mined',
  design: 'randomised',
  validity: 'high',
  n1: 6,
  m1: 12,
  sd1: 1.5,
  n2: 6,
  m2: 8,
  sd2: 1.2,
  climate: 'BSk',
  commodity: 'coal',
  landform: 'waste-dump',
  locator: 'Table 2',
};
