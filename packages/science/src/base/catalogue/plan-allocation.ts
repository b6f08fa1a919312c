import type { Texts } from './index.ts';

/** Allocation: instances, conflicts and advice. */
export const planAllocationTexts = {
  'error.E-PLN-101': {
    en: '{where} is not an allocation instance: {got}.',
    zh: '{where} 不是有效的分配问题文件：{got}。',
  },
  'hint.E-PLN-101': {
    en: 'The format is `aftermine-allocation/1`; `aftermine schema allocation` prints it.',
    zh: '格式应为 `aftermine-allocation/1`，可用 `aftermine schema allocation` 查看。',
  },
  'error.E-PLN-102': { en: '{where}: {got} stands twice.', zh: '{where}：{got} 重复出现。' },
  'hint.E-PLN-102': {
    en: 'Keep one of them: two options of a unit differ in package or year, rows and works have ids of their own.',
    zh: '请只保留一个：同一图斑的方案应在措施组合或年份上不同，约束和共用工程的编号不得重复。',
  },
  'error.E-PLN-103': {
    en: '{where} names {got}, which does not exist.',
    zh: '{where} 引用了不存在的 {got}。',
  },
  'hint.E-PLN-103': {
    en: 'Declare it in `rows`, `works` or `compartments`, or correct the name.',
    zh: '请在 `rows`、`works` 或 `compartments` 中声明，或改正名称。',
  },
  'error.E-PLN-104': {
    en: '{where}: unit {got} must be treated, but has no option.',
    zh: '{where}：图斑 {got} 必须治理，但没有任何可选方案。',
  },
  'hint.E-PLN-104': {
    en: 'Give it an option, or take it out of `mandatory`.',
    zh: '请为其补充方案，或从 `mandatory` 中删除。',
  },
  'error.E-PLN-105': {
    en: '{where}: {got} has no rest that could carry over; only rows `<=` have one, and a row is in one chain.',
    zh: '{where}：{got} 没有可结转的余额，只有“≤”约束可以结转，且每条约束只能属于一个结转链。',
  },
  'hint.E-PLN-105': {
    en: 'Take it out of `carryOver`, or make it a `<=` row.',
    zh: '请从 `carryOver` 中删除，或改为“≤”约束。',
  },
  'error.E-PLN-110': { en: 'The solver failed: {got}', zh: '求解器异常退出：{got}' },
  'hint.E-PLN-110': {
    en: 'A model too large for its memory ends like this. Try without --exact, or with fewer years or packages.',
    zh: '模型过大、内存不足时会出现此情况。请去掉 --exact，或减少年份和措施组合后重试。',
  },
  'allocation-advice.row-untouched': {
    en: 'No option touches row {row}.',
    zh: '没有任何方案涉及约束 {row}。',
  },
  'allocation-advice.limit-unused': {
    en: 'Of {row} only {used} of {limit} is used.',
    zh: '{row} 限额 {limit}，仅使用 {used}。',
  },
  'allocation-advice.floor-at-border': {
    en: '{row} is met only just ({limit}): one failure and it is missed.',
    zh: '{row} 刚好达到下限（{limit}），没有余量，任何一处失败都会不达标。',
  },
  'allocation-advice.single-way': {
    en: 'Unit {unit} must be treated and has a single way: {package}.',
    zh: '图斑 {unit} 必须治理，且只有一种可行组合：{package}。',
  },
  'allocation-advice.nothing-chosen': {
    en: 'Nothing is chosen for any of {units} units: every option costs more than it is worth, or takes more than a limit allows.',
    zh: '{units} 个图斑均未入选：所有方案得不偿失，或所需超出某项限额。',
  },
} as const satisfies Texts;
