import type { Texts } from './index.ts';

/** What a plan is to the programme in force. */
export const planStandingTexts = {
  'plan-standing.force': {
    en: 'This is the programme in force: adopted for {start}, planned on after each season, last after that of {season}.',
    zh: '此为现行方案：自 {start} 年起采纳执行，每个年度评估后滚动规划，最近一次为 {season} 年度评估之后。',
  },
  'plan-standing.adopted': {
    en: 'This is the plan as it was adopted for {start}. The programme in force has been planned on since, last after the season of {season}.',
    zh: '此为采纳时（{start} 年起）的方案。现行方案此后逐年滚动规划，最近一次为 {season} 年度评估之后。',
  },
  'plan-standing.draft': {
    en: 'DRAFT, NOT ADOPTED: this plan was solved beside the programme in force (adopted for {start}, last season {season}) and changes nothing in it.',
    zh: '草案，未采纳：本方案在现行方案（{start} 年起采纳，最近年度评估 {season} 年）之外求得，不改变现行方案。',
  },
  'plan-standing-word.force': { en: 'Programme in force', zh: '现行方案' },
  'plan-standing-word.adopted': { en: 'As adopted', zh: '采纳时的方案' },
  'plan-standing-word.draft': { en: 'Draft, not adopted', zh: '草案（未采纳）' },
  'flag.plan-solved': {
    en: 'beside a programme in force: the plan that was solved last (the one adopted, or a draft), not the programme',
    zh: '已有现行方案时：取最近一次求解的方案（采纳时的方案或草案），而非现行方案',
  },
  'plan-compare.force': { en: 'programme in force', zh: '现行方案' },
  'plan-compare.force-note': {
    en: 'The programme in force is told with what its seasons taught, the other plans with the figures they were solved with: compare what is done, not amount by amount.',
    zh: '现行方案的数值已计入各年度评估的新认识，其他方案按求解时的参数计算：宜比较安排内容，不宜逐项比较数值。',
  },
} satisfies Texts;
