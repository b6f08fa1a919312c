import type { Texts } from './index.ts';

/** What the kernels of choice, games, finance and risk refuse. */
export const planKernelTexts = {
  'error.E-CHO-101': {
    en: '{where} has {got} entries; {expected} are expected.',
    zh: '{where} 有 {got} 个元素，应为 {expected} 个。',
  },
  'hint.E-CHO-101': {
    en: 'Give one entry for each criterion, objective or unit, in the same order everywhere.',
    zh: '每个准则、目标或图斑各对应一个元素，且顺序须一致。',
  },
  'error.E-CHO-102': {
    en: '{where} is {got}; it must be {expected}.',
    zh: '{where} 的值为 {got}，应满足 {expected}。',
  },
  'hint.E-CHO-102': { en: 'Check the value and its unit.', zh: '请检查该数值及其单位。' },
  'error.E-CHO-103': {
    en: '{where} is {got}; the judgement across the diagonal asks for {expected}.',
    zh: '{where} 的值为 {got}，按对角线另一侧的判断应为 {expected}。',
  },
  'hint.E-CHO-103': {
    en: 'Judge each pair once and put the reciprocal, to three digits or more, on the other side.',
    zh: '每对指标只判断一次，另一侧填写其倒数，至少保留三位有效数字。',
  },
  'error.E-PLN-201': {
    en: '{where} is {got}; it must be {expected}.',
    zh: '{where} 的值为 {got}，应满足 {expected}。',
  },
  'hint.E-PLN-201': {
    en: 'Check the value and its unit; a rate of 5 % is 0.05.',
    zh: '请检查该数值及其单位，5% 的比率应写作 0.05。',
  },
  'error.E-PLN-202': {
    en: '{where} has {got} entries; {expected} are expected.',
    zh: '{where} 有 {got} 个元素，应为 {expected} 个。',
  },
  'hint.E-PLN-202': {
    en: 'Give both series for the same years, and the same number of outputs in every run of the model.',
    zh: '两个序列的年份须一致，模型每次运行的输出个数须相同。',
  },
  'error.E-PLN-203': {
    en: '{where}: two factors are called {got}.',
    zh: '{where}：有两个因素同名（{got}）。',
  },
  'hint.E-PLN-203': { en: 'Give each factor a name of its own.', zh: '请为每个因素指定不同的名称。' },
} as const satisfies Texts;
