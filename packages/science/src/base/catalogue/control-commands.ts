import type { Texts } from './index.ts';

/** Commands of the control step. */
export const controlCommandTexts = {
  'command.alert': { en: 'departures from what was promised', zh: '与预期不符的提示' },
  'command.alert-list': {
    en: 'the inbox: what stands out, one sentence each',
    zh: '提示列表：逐条一句话说明',
  },
  'command.alert-show': { en: 'one alert with its evidence and history', zh: '单条提示的依据与处理记录' },
  'command.alert-ack': { en: 'takes an alert up for checking', zh: '受理提示并开始核查' },
  'command.alert-dismiss': { en: 'dismisses an alert, with a reason', zh: '排除提示并说明理由' },
  'command.alert-reopen': {
    en: 'opens a closed or dismissed alert again',
    zh: '重新打开已销号或已排除的提示',
  },
  'command.action': { en: 'what is done about an alert', zh: '针对提示的整改' },
  'command.action-add': {
    en: 'decides a corrective action with owner, day and cost',
    zh: '确定整改措施、责任人、期限与费用',
  },
  'command.action-evidence': {
    en: 'adds a photograph, samples or a document',
    zh: '补充照片、样品或文件佐证',
  },
  'command.action-done': {
    en: 'says that it is put right and from which season to re-check',
    zh: '报告整改完成及复核起始年份',
  },
  'command.action-close': {
    en: 'closes an alert: evidence and a re-check that passed, or a signed override',
    zh: '销号：须有佐证且复核通过，或签批',
  },
  'flag.alert-all': { en: 'also what is folded', zh: '同时列出折叠的提示' },
  'flag.by': {
    en: 'who signs: an id of control.people, or a name',
    zh: '经办人：control.people 中的编号或姓名',
  },
  'flag.owner': { en: 'who sees to it', zh: '责任人' },
  'flag.due': { en: 'until when, YYYY-MM-DD', zh: '期限，YYYY-MM-DD' },
  'flag.note': { en: 'a statement', zh: '说明' },
  'flag.reason': {
    en: 'false-alarm, known, accepted or other',
    zh: '理由：false-alarm、known、accepted 或 other',
  },
  'flag.action': {
    en: 'what is done: an id such as replant, or own words',
    zh: '整改措施：如 replant，或自行填写',
  },
  'flag.cost': { en: 'cost in the currency of the plan', zh: '费用（方案货币）' },
  'flag.recheck-from': { en: 'first season whose pictures can show it', zh: '可用于复核的首个年份' },
  'flag.override': {
    en: 'closes without evidence or re-check: signed, with --note',
    zh: '无佐证或复核时签批销号，须附 --note',
  },
  'alert.title': { en: '{open} open of {all} alerts', zh: '提示 {all} 条，未销号 {open} 条' },
  'alert.none': { en: 'No alert was raised so far.', zh: '目前没有提示。' },
  'alert.folded': {
    en: '{count} more are folded: --all shows them.',
    zh: '另有 {count} 条已折叠，加 --all 查看。',
  },
  'alert.false-alarms': {
    en: '{percent} % of those decided on were false alarms.',
    zh: '已判定的提示中误报占 {percent} %。',
  },
  'alert.rank': {
    en: 'rank {rank} = severity {severity} x exposure {exposure} x confidence {confidence}',
    zh: '排序值 {rank} = 严重性 {severity} × 暴露度 {exposure} × 可信度 {confidence}',
  },
  'alert.evidence': { en: 'What stands behind it:', zh: '依据：' },
  'alert.corrective': { en: 'What may be done:', zh: '可选整改措施：' },
  'alert.owner': { en: 'Owner {owner}, until {due}', zh: '责任人 {owner}，期限 {due}' },
  'alert.overdue': { en: 'Overdue since {due}.', zh: '已逾期，期限为 {due}。' },
  'alert.history': { en: 'History:', zh: '处理记录：' },
  'alert.written': { en: 'Alert {alert}: {state}.', zh: '提示 {alert}：{state}。' },
  'action.evidence': {
    en: 'Kept as {path}; {count} pieces of evidence now.',
    zh: '已存为 {path}，现有佐证 {count} 项。',
  },
  'action.no-place': { en: 'The photograph does not say where it was taken.', zh: '照片未含拍摄地点。' },
  'action.distance': {
    en: 'Taken {metres} m from the unit, at {taken}.',
    zh: '拍摄地点距图斑 {metres} 米，时间 {taken}。',
  },
  'action.recheck': {
    en: 'Alert {alert} is re-checked with the pictures of {season}.',
    zh: '提示 {alert} 将以 {season} 年影像复核。',
  },

  'status.season-first': {
    en: 'the plan is not adopted yet; pictures of {next} are there: run `aftermine season`',
    zh: '方案尚未采纳；已有 {next} 年影像，可运行 `aftermine season`',
  },
  'status.season-waits': {
    en: 'not begun; waits for pictures of {next}, the first season of the plan',
    zh: '尚未开始；首季为 {next} 年，等待该年影像',
  },
  'status.season-needs-plan': { en: 'not begun; waits for a plan', zh: '尚未开始；等待方案' },
  'status.season-due': {
    en: 'closed up to {last}, {open} alerts open; pictures of {next} are there',
    zh: '已评估至 {last} 年，未销号提示 {open} 条；已有 {next} 年影像',
  },
  'status.season': {
    en: 'closed up to {last}, {open} alerts open; {next} comes next',
    zh: '已评估至 {last} 年，未销号提示 {open} 条；下一季为 {next} 年',
  },
  'status.adopted': {
    en: 'adopted: {units} of {all} units, goes on season by season',
    zh: '已采纳：{all} 个图斑中 {units} 个，逐季执行',
  },
  'error.E-CTL-307': {
    en: 'The history of {where} was altered: line {got} ({problem}); {expected} lines were written.',
    zh: '{where} 的历史记录被改动：第 {got} 条（{problem}）；应有 {expected} 条。',
  },
  'hint.E-CTL-307': {
    en: 'Put the project file of before back. Lines are never edited, deleted or moved; nothing is written on top of an altered history.',
    zh: '请恢复此前的项目文件。历史记录不得修改、删除或调换；在被改动的记录之上不再写入。',
  },
  'error.E-CTL-308': { en: 'The evidence {where} is not there.', zh: '佐证文件 {where} 不存在。' },
  'hint.E-CTL-308': {
    en: 'Give the path of the file, or put it back under evidence/.',
    zh: '请给出文件路径，或将其放回 evidence/ 目录。',
  },
  'error.E-CTL-309': {
    en: 'The evidence {where} is not the file it was (SHA-256 {got} instead of {expected}).',
    zh: '佐证文件 {where} 已被改动（SHA-256 为 {got}，应为 {expected}）。',
  },
  'hint.E-CTL-309': {
    en: 'Put the original file back. A new file is new evidence: add it with `aftermine action evidence`.',
    zh: '请放回原文件。新文件请用 `aftermine action evidence` 另行补充。',
  },
  'error.E-CTL-310': { en: 'No season was run yet in {where}.', zh: '{where} 尚未运行过季度评估。' },
  'hint.E-CTL-310': { en: 'Run `aftermine season` first.', zh: '请先运行 `aftermine season`。' },
  'command.season': {
    en: 'compares the season with what was promised, raises alerts, plans the rest again; verify checks the history',
    zh: '将本季与承诺对照、产生提示并调整后续方案；verify 校验历史记录',
  },
  'flag.season-year': { en: 'season; the next one by default', zh: '评估年份，默认为下一年' },
  'season.title': { en: 'Season {year}: {weather}', zh: '{year} 年评估：{weather}' },
  'season.adopted': {
    en: 'The plan of {start} was adopted: seasons are held against it from now on.',
    zh: '已采纳 {start} 年起的方案，此后各年均与其对照。',
  },
  'season.no-alerts': { en: 'No new alerts.', zh: '无新提示。' },
  'season.alerts': { en: '{shown} alerts, {folded} folded:', zh: '提示 {shown} 条，另折叠 {folded} 条：' },
  'season.replan': {
    en: 'Planned again: {changes} choices changed, {kept} stayed.',
    zh: '后续方案调整：变更 {changes} 项，保持 {kept} 项。',
  },
  'season.nothing': { en: 'nothing', zh: '不施工' },
  'season.repair': {
    en: '{unit}: {action} in {year}, {cost} {currency}',
    zh: '{unit}：{year} 年{action}，{cost} {currency}',
  },
  'season.money': {
    en: 'Public money bound {bound}, left {left} {currency}.',
    zh: '公共资金已占用 {bound}，剩余 {left} {currency}。',
  },
  'season.checks': {
    en: '{coverage} % of what was seen lay in the 80 % band told before; whiteness p = {p}.',
    zh: '实测值有 {coverage} % 落在事先给出的 80 % 区间内；白噪声检验 p = {p}。',
  },
  'season.next': {
    en: 'Next: `aftermine alert list`, `aftermine report season`.',
    zh: '下一步：`aftermine alert list`、`aftermine report season`。',
  },
  'season.verified': {
    en: 'The history is sound: {entries} lines, {evidence} files of evidence; last hash {head}.',
    zh: '历史记录完好：{entries} 条，佐证文件 {evidence} 个；末条哈希 {head}。',
  },
  'season-note.nothing-left': {
    en: 'Nothing is left to begin and nothing to repair: the plan stays.',
    zh: '没有待开工或待整改的内容，方案不变。',
  },
  'season-note.repairs-unpaid': {
    en: '{count} corrective works cannot be paid beside what the programme demands.',
    zh: '{count} 项整改在规划约束下无法列支。',
  },
  'season-note.no-replan': {
    en: 'The rest cannot be planned under all demands of the programme any more: the plan of last season stays. See `aftermine plan solve`.',
    zh: '在全部规划要求下已无可行的后续方案，沿用上季方案。请查看 `aftermine plan solve`。',
  },
  'field-note.row': { en: 'field notes, row {row}: {text}', zh: '现场记录第 {row} 行：{text}' },
  'field-note.unknown-unit': { en: 'there is no unit {unit}', zh: '没有图斑 {unit}' },
  'field-note.no-date': { en: 'not a date: {date}', zh: '日期无法识别：{date}' },
  'field-note.works': {
    en: '{works} says neither begun, done nor postponed',
    zh: '{works} 不是开工、完工或推迟',
  },
  'field-note.number': {
    en: 'counts and money are numbers from 0: {values}',
    zh: '株数与金额须为非负数：{values}',
  },
  'error.E-CTL-311': {
    en: 'The field notes {where} have no columns for unit and date (columns: {got}).',
    zh: '现场记录 {where} 缺少图斑与日期列（现有列：{got}）。',
  },
  'hint.E-CTL-311': {
    en: 'Name them {expected}, or in Chinese; others: works, alive, dead, cost, note.',
    zh: '列名可为 {expected} 或“图斑”“日期”；其他列：工程状态、成活株数、死亡株数、费用、备注。',
  },
  'error.E-CTL-401': {
    en: 'Season {got} is out of order: {expected} comes next.',
    zh: '{got} 年次序不对：下一季为 {expected} 年。',
  },
  'hint.E-CTL-401': {
    en: 'Seasons are closed one after the other, and a closed one is not run again. Leave --year out.',
    zh: '各季须依次评估，已完成的不再重做。请不加 --year。',
  },
  'error.E-CTL-402': {
    en: 'No pictures of {expected}: the observation ends in {got}.',
    zh: '没有 {expected} 年的观测，现有观测至 {got} 年。',
  },
  'hint.E-CTL-402': {
    en: 'Add the scenes of the season and run `aftermine observe`.',
    zh: '请补充该年影像并运行 `aftermine observe`。',
  },
  'error.E-CTL-403': {
    en: 'What the pictures say of seasons up to {where} has changed since they were closed: an older scene came, or settings of the observation changed.',
    zh: '截至 {where} 年的观测值在评估后发生了变化：补充了更早的影像，或观测设置有变。',
  },
  'hint.E-CTL-403': {
    en: 'Take the older scene or the change back; or accept it with --force: closed seasons stay as they were, and the next one counts with the new values.',
    zh: '请撤回较早影像或设置变更；或用 --force 接受：已完成各季不变，下一季按新值评估。',
  },
  'error.E-CTL-404': {
    en: 'The plan is older than its settings, or has no solution: it cannot be adopted.',
    zh: '方案早于其设置或无可行解，不能采纳。',
  },
  'hint.E-CTL-404': { en: 'Run `aftermine plan solve` first.', zh: '请先运行 `aftermine plan solve`。' },
  'error.E-CTL-405': {
    en: 'Pictures after {expected} took part in the scale of the index: what the plan was made on has moved.',
    zh: '{expected} 年之后的影像参与了指数标定，方案所依据的数值已改变。',
  },
  'hint.E-CTL-405': {
    en: 'Set `observe.rsei.fitTo: {expected}` in aftermine.yaml and run `aftermine observe` again.',
    zh: '请在 aftermine.yaml 设置 `observe.rsei.fitTo: {expected}` 并重新运行 `aftermine observe`。',
  },
} as const satisfies Texts;
