import type { Texts } from './index.ts';

/** The plan in tables: why a unit is treated so, and the workbook of quantities and budget. */
export const planWorkbookTexts = {
  'plan-choice.none': { en: 'Nothing is done within the programme.', zh: '规划期内不安排工程。' },
  'plan-choice.plain': { en: '{endUse} from {year}.', zh: '{year} 年起实施，用途为{endUse}。' },
  'plan-choice.done': {
    en: '{endUse} from {year}, by: {measures}.',
    zh: '{year} 年起实施，用途为{endUse}，措施：{measures}。',
  },
  'plan-choice.mandatory': { en: 'It must be treated.', zh: '该图斑必须治理。' },
  'plan-choice.value': { en: 'Its value: {parts}.', zh: '价值构成：{parts}。' },
} as const satisfies Texts;
