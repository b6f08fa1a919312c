import type { Texts } from './index.ts';

/** What the literature gives to plans, and the report of a review. */
export const evidenceReportTexts = {
  'status.library-changed': {
    en: 'the measure library, its costs or the findings changed since',
    zh: '措施库、单价或研究发现在方案之后有变化',
  },
  'plan-line.supported': {
    en: '  {measure}: {what} {value} from findings (grade {grade}, papers {papers}; library {before}; units {usedBy})',
    zh: '  {measure}：{what}取研究发现值 {value}（等级 {grade}，文献 {papers} 篇；措施库为 {before}；涉及图斑 {usedBy} 个）',
  },
  'supported.title': { en: 'Figures that rest on findings', zh: '有研究依据的参数' },
  'supported.lead': {
    en: 'Figures of measures that come from findings of this project: {count}. The grade runs from A (best) to E.',
    zh: '以下 {count} 项措施参数来自本项目录入的研究发现，等级由 A（最好）到 E。',
  },
  'supported.measure': { en: 'Measure', zh: '措施' },
  'supported.figure': { en: 'Figure', zh: '参数' },
  'supported.value': { en: 'Value', zh: '取值' },
  'supported.range': { en: 'Range', zh: '范围' },
  'supported.grade': { en: 'Grade', zh: '等级' },
  'supported.library': { en: 'Library says', zh: '措施库原值' },
  'supported.papers': { en: 'Papers', zh: '文献数' },
  'supported.match': { en: 'Studies share with the site', zh: '与本矿区相符' },
  'supported.findings': { en: 'Findings', zh: '研究发现' },
  'supported.used-by': { en: 'Units', zh: '图斑数' },
  'supported.per-year': { en: '{value} a year', zh: '{value}/年' },
  'supported.rate': { en: 'rate of recovery', zh: '恢复速率' },
  'supported.reach': { en: 'share of the reference reached', zh: '可达参照比例' },
  'supported.survival': { en: 'survival in the first year', zh: '首年成活率' },
  'supported.basis.pooled': { en: 'pooled', zh: '合并' },
  'supported.basis.single': { en: 'single', zh: '单篇' },
  'supported.basis.standard': { en: 'standard', zh: '标准' },
  'supported.basis.expert': { en: 'expert', zh: '经验' },
  'supported.match.none': { en: 'nothing: taken from anywhere', zh: '无：取自各地研究' },
  'supported.match.climate': { en: 'climate class', zh: '气候类型' },
  'supported.match.climate-group': { en: 'climate group', zh: '气候大类' },
  'supported.match.commodity': { en: 'commodity', zh: '矿种' },
  'supported.match.landform': { en: 'landform', zh: '地貌' },
} as const satisfies Texts;
