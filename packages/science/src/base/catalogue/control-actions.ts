import type { Texts } from './index.ts';

/** What is done about an alert, and the chain of its history. */
export const controlActionTexts = {
  'action-state.new': { en: 'new', zh: '新增' },
  'action-state.check': { en: 'being checked', zh: '核查' },
  'action-state.rectify': { en: 'being put right', zh: '整改' },
  'action-state.recheck': { en: 'waits for the re-check', zh: '复核' },
  'action-state.closed': { en: 'closed', zh: '销号' },
  'action-state.dismissed': { en: 'dismissed', zh: '排除' },
  'ledger.adopted': { en: 'programme adopted', zh: '方案采纳' },
  'ledger.season-closed': { en: 'season closed', zh: '季度评估完成' },
  'ledger.raised': { en: 'raised', zh: '提示产生' },
  'ledger.acknowledged': { en: 'taken up for checking', zh: '受理核查' },
  'ledger.dismissed': { en: 'dismissed', zh: '排除' },
  'ledger.action-added': { en: 'corrective action decided', zh: '确定整改措施' },
  'ledger.evidence-added': { en: 'evidence added', zh: '补充佐证' },
  'ledger.rectified': { en: 'put right, waits for the re-check', zh: '整改完成，待复核' },
  'ledger.recheck-scheduled': { en: 're-check scheduled', zh: '安排复核' },
  'ledger.recheck-passed': { en: 're-check passed', zh: '复核通过' },
  'ledger.recheck-failed': { en: 're-check not passed', zh: '复核未通过' },
  'ledger.closed': { en: 'closed', zh: '销号' },
  'ledger.overridden': { en: 'closed by signed override', zh: '签批销号' },
  'ledger.reopened': { en: 'opened again', zh: '重新打开' },
  'ledger.replanned': { en: 'rest of the programme planned again', zh: '调整后续方案' },
  'dismissal.false-alarm': { en: 'false alarm', zh: '误报' },
  'dismissal.known': { en: 'known and planned', zh: '已知且在计划内' },
  'dismissal.accepted': { en: 'seen and accepted', zh: '已核并认可' },
  'dismissal.other': { en: 'other reason', zh: '其他原因' },

  'error.E-CTL-301': {
    en: 'The clock went backwards: {where} is written at {got}, the history has reached {expected}.',
    zh: '时钟倒退：{where} 的时间为 {got}，而历史记录已到 {expected}。',
  },
  'hint.E-CTL-301': {
    en: 'Set the clock of this machine right and try again. Nothing was written.',
    zh: '请校正本机时钟后重试。未写入任何内容。',
  },
  'error.E-CTL-302': { en: 'There is no alert {where}.', zh: '没有编号为 {where} 的提示。' },
  'hint.E-CTL-302': {
    en: 'See `aftermine alert list`. The latest: {expected}.',
    zh: '请查看 `aftermine alert list`。最近的有：{expected}。',
  },
  'error.E-CTL-303': {
    en: '{got} has no right to do this ({where}).',
    zh: '{got} 无权执行该操作（{where}）。',
  },
  'hint.E-CTL-303': {
    en: 'Those who may: {expected}. People and roles stand in aftermine.yaml under control.people; state yourself with --by.',
    zh: '有权者：{expected}。人员与角色见 aftermine.yaml 的 control.people；请用 --by 说明经办人。',
  },
  'error.E-CTL-304': {
    en: 'Alert {where} is {got}; this step follows {expected}.',
    zh: '提示 {where} 处于 {got}，该步骤须在 {expected} 之后进行。',
  },
  'hint.E-CTL-304': {
    en: 'The order is new, check, rectify, recheck, closed. See `aftermine alert show`.',
    zh: '次序为：新增、核查、整改、复核、销号。请查看 `aftermine alert show`。',
  },
  'error.E-CTL-305': {
    en: 'Alert {where} cannot be closed: evidence and re-check so far: {got}.',
    zh: '提示 {where} 尚不能销号：目前佐证数与复核结果为 {got}。',
  },
  'hint.E-CTL-305': {
    en: 'Closing asks for at least one piece of evidence and a re-check that passed. Add evidence, run the next season, or sign an override with a statement.',
    zh: '销号至少需要一项佐证，且复核通过。请补充佐证、运行下一季评估，或附说明签批。',
  },
  'error.E-CTL-306': {
    en: 'Dismissing or overriding alert {where} asks for a statement.',
    zh: '排除或签批提示 {where} 需要附说明。',
  },
  'hint.E-CTL-306': {
    en: 'Say in a sentence why, with --note (8 characters or more).',
    zh: '请用 --note 写明理由（不少于 8 个字符）。',
  },
} as const satisfies Texts;
