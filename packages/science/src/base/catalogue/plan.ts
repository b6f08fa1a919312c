import type { Texts } from './index.ts';

/** The plan step: errors, notes, and what the command line says. */
export const planTexts = {
  'error.E-PLN-301': { en: 'Measures wait for each other: {where}.', zh: '措施互为前置条件：{where}。' },
  'hint.E-PLN-301': {
    en: 'Correct `after` in library/measures.yaml so that one of them can begin.',
    zh: '请改正 library/measures.yaml 中的 `after`，使其中一项可以先行实施。',
  },
  'error.E-PLN-302': {
    en: 'The cost file {expected} has no item {got}, which {where} needs.',
    zh: '单价文件 {expected} 缺少 {where} 所需的 {got}。',
  },
  'hint.E-PLN-302': {
    en: 'Add the item to the cost file, or to the cost file of the project (`plan.costOverride`).',
    zh: '请在单价文件或项目自有单价文件（`plan.costOverride`）中补充该项。',
  },
  'error.E-PLN-303': { en: '{where} has no area ({got}).', zh: '{where} 没有面积（{got}）。' },
  'hint.E-PLN-303': {
    en: 'Check its polygon: `aftermine check --report`.',
    zh: '请检查其图形：`aftermine check --report`。',
  },
  'error.E-PLN-305': { en: '{where}: there is no unit {got}.', zh: '{where}：没有编号为 {got} 的图斑。' },
  'hint.E-PLN-305': {
    en: 'Unit ids are those of the units file; `aftermine diagnose` lists them.',
    zh: '图斑编号以图斑文件为准，可用 `aftermine diagnose` 查看。',
  },
  'error.E-PLN-306': {
    en: '{where}: the library has no {got}.',
    zh: '{where}：措施库中没有 {got}。',
  },
  'hint.E-PLN-306': {
    en: 'Ids stand in library/measures.yaml and library/end-uses.yaml.',
    zh: '编号见 library/measures.yaml 与 library/end-uses.yaml。',
  },
  'error.E-PLN-307': {
    en: '{where}: {got} lies outside the programme ({expected}).',
    zh: '{where}：{got} 年不在规划期（{expected}）内。',
  },
  'hint.E-PLN-307': {
    en: 'Change the year, or `plan.start`, `plan.years` and `plan.horizon`.',
    zh: '请修改该年份，或修改 `plan.start`、`plan.years` 与 `plan.horizon`。',
  },
  'error.E-PLN-308': {
    en: '{where}: what is fixed for unit {got} contradicts itself.',
    zh: '{where}：对图斑 {got} 的锁定相互矛盾。',
  },
  'hint.E-PLN-308': {
    en: 'A unit is treated or left, to one end use, in one year.',
    zh: '同一图斑只能锁定为治理或不治理、一种用途、一个年份。',
  },
  'error.E-PLN-309': {
    en: '{where}: pairwise comparisons must be {expected}, they are {got}.',
    zh: '{where}：两两比较矩阵应为 {expected}，实为 {got}。',
  },
  'hint.E-PLN-309': {
    en: 'One row and column each for ecology, carbon, livelihood, npv, in this order.',
    zh: '行列依次为生态、碳、民生、净现值，共四行四列。',
  },
  'error.E-PLN-310': {
    en: 'Unit {got} must be treated, but no package is possible on it.',
    zh: '图斑 {got} 必须治理，但没有任何可行组合。',
  },
  'hint.E-PLN-310': {
    en: 'Take it out of `plan.mandatory` or `plan.locks`, allow other end uses, or supply the evidence its gates lack.',
    zh: '请从 `plan.mandatory` 或 `plan.locks` 中去除该图斑、放宽用途限制，或补充门槛所缺的证据。',
  },
  'error.E-PLN-311': { en: 'There is no diagnosis in {where} yet.', zh: '{where} 尚无诊断结果。' },
  'hint.E-PLN-311': { en: 'Run `aftermine diagnose` first.', zh: '请先运行 `aftermine diagnose`。' },
  'error.E-PLN-312': {
    en: 'Nothing tells when the programme begins ({where}).',
    zh: '无法确定规划起始年（{where}）。',
  },
  'hint.E-PLN-312': {
    en: 'Set `plan.start`, or run `aftermine observe`: the programme begins in the year after the last picture.',
    zh: '请设置 `plan.start`，或先运行 `aftermine observe`：规划自最后一期影像的次年开始。',
  },
  'error.E-PLN-313': { en: 'There is no unit {got} in the plan.', zh: '方案中没有图斑 {got}。' },
  'hint.E-PLN-313': { en: 'Units of the plan: {expected}.', zh: '方案中的图斑：{expected}。' },
  'error.E-PLN-314': {
    en: 'On {where} works of {got} have begun, which is no package of it now.',
    zh: '{where} 已开工的 {got} 现已不在其可行方案之列。',
  },
  'hint.E-PLN-314': {
    en: 'Gates, library or the data of the unit have changed since. State what is really being done there, or take the change back.',
    zh: '此后门槛、措施库或图斑资料有变。请填写实际实施内容，或撤回该变更。',
  },

  'unknown.damage-unknown': { en: 'nobody said what kind of damage it is', zh: '未填写损毁类型' },
  'unknown.basic-farmland-unknown': {
    en: 'nobody said whether it is permanent basic farmland',
    zh: '未说明是否为永久基本农田',
  },
  'unknown.year-damaged-unknown': { en: 'nobody said when it was damaged', zh: '未填写损毁年份' },
  'unknown.nothing-circles': { en: 'nothing circles', zh: '不存在周期' },

  'plan-note.programme-in-force': {
    en: 'The programme in force is the one adopted for {start}, which goes on season by season (the last closed is {season}). This plan stands beside it and changes nothing in it: `aftermine season` plans its rest again, and pages, reports and the priority list go on showing it (`--solved` shows this plan).',
    zh: '现行方案为已采纳的 {start} 年起的方案，按年度逐季推进（最近一个已完成的年度为 {season} 年）。本次求解的方案另行保存，不改变现行方案；现行方案的后续部分由 `aftermine season` 重新规划，页面、报告和优先清单仍以现行方案为准（加 `--solved` 可查看本方案）。',
  },
  'plan-note.no-budget': {
    en: 'No budget is stated (`plan.budget`): everything worth doing is in the plan.',
    zh: '未设定预算（`plan.budget`）：凡值得实施的均列入方案。',
  },
  'plan-note.conditional': {
    en: '{count} choices hold on a condition; each unit sheet names it.',
    zh: '{count} 个图斑的方案附有条件，详见各图斑表。',
  },
  'plan-note.recovery-assumed': {
    en: '{count} units were never observed against a reference; their present state is assumed.',
    zh: '{count} 个图斑没有与参照区的对比观测，其现状为假定值。',
  },
  'plan-note.evidence-missing': {
    en: 'On {count} units left as they are, end uses are closed only because evidence is missing: samples first.',
    zh: '{count} 个未治理图斑仅因证据不足而排除了部分用途，应先行采样。',
  },
  'plan-note.basic-farmland-unknown': {
    en: 'Of {count} units nobody said whether they are permanent basic farmland; other uses stay closed until the register or `plan.basicFarmland` says so.',
    zh: '{count} 个图斑未说明是否为永久基本农田；在登记资料或 `plan.basicFarmland` 明确之前，其他用途一律不开放。',
  },
  'plan-note.hazard-untreated': {
    en: 'Unit {unit} is dangerous and no package of the library takes the danger away: it needs a design of its own.',
    zh: '图斑 {unit} 存在危险，措施库中没有可以消除该危险的组合，需专项设计。',
  },
  'plan-note.few-alternatives': {
    en: 'The plan has so many units that only the {count} best other packages of each are told, without their gates.',
    zh: '方案图斑数量很多，每个图斑仅列出其余组合中最优的 {count} 个，且不附准入条件。',
  },
  'plan-note.carbon-unpriced': {
    en: 'Money figures count money only: nature, carbon and local work have no price in them.',
    zh: '资金指标仅计货币收支，未对生态、碳汇和当地用工作价。',
  },
  'plan-note.works-outside': {
    en: 'Shared works are in the budget and in the plan, not on single units.',
    zh: '共用工程计入预算与方案，不分摊到单个图斑。',
  },

  'error.E-PLN-315': { en: 'There is no plan {got} to compare with.', zh: '没有可供比较的方案 {got}。' },
  'hint.E-PLN-315': {
    en: 'There are: {expected}. `aftermine plan front` makes those of the front.',
    zh: '可比较的有：{expected}。前沿方案由 `aftermine plan front` 生成。',
  },
  'command.plan': {
    en: 'decide what to do, where, when, with whose money',
    zh: '制定方案：做什么、在哪里、何时、用谁的钱',
  },
  'command.plan-solve': {
    en: 'Choose packages and years under the limits: of this project, or of an instance file',
    zh: '在约束下选择措施组合与年份：本项目，或一个问题文件',
  },
  'command.plan-explain': {
    en: 'Say why a unit gets what it gets, and what would change it',
    zh: '说明某图斑为何如此安排，以及什么会改变它',
  },
  'command.plan-front': {
    en: 'Plans that trade ecology, carbon, livelihood and money against each other',
    zh: '生态、碳、民生与资金之间取舍的方案前沿',
  },
  'command.plan-compare': {
    en: 'Set plans side by side: this one, those of the front, and other settings',
    zh: '并列比较：现方案、前沿方案以及其他设置下的方案',
  },
  'plan-about.title': { en: 'What goes with it', zh: '相关要求' },
  'plan-about.about': { en: 'End use', zh: '复垦方向说明' },
  'plan-about.land-rights': { en: 'Land rights', zh: '土地权属' },
  'plan-about.training': { en: 'Training', zh: '技能培训' },
  'plan-about.infrastructure': { en: 'Infrastructure', zh: '配套设施' },
  'plan-about.heritage': { en: 'Heritage', zh: '矿业遗迹' },
  'plan-about.layers': { en: 'Layers, {facet}', zh: '{facet}的立体层次' },
  'plan-facet.platform': { en: 'platform', zh: '平台' },
  'plan-facet.bench': { en: 'bench', zh: '马道' },
  'plan-facet.gentle-face': { en: 'gentle face', zh: '缓坡面' },
  'plan-facet.steep-face': { en: 'steep face', zh: '陡坡面' },
  'plan-layer.drain': { en: 'drain', zh: '排水层' },
  'plan-layer.net': { en: 'net', zh: '挂网' },
  'plan-layer.soil': { en: 'soil', zh: '土壤层' },
  'plan-layer.herb': { en: 'herbs', zh: '草本层' },
  'plan-layer.shrub': { en: 'shrubs', zh: '灌木层' },
  'plan-layer.tree': { en: 'trees', zh: '乔木层' },
  'run.no-pictures': {
    en: 'No pictures are stated (`observe.scenes`): diagnosed and planned from the ground alone.',
    zh: '未指定影像（`observe.scenes`），仅依据地面资料诊断和规划。',
  },
  'flag.plan-gap': {
    en: 'relative gap at which the search may stop; 0 proves the best',
    zh: '允许停止搜索的相对差距；0 表示证明最优',
  },
  'flag.plan-time': { en: 'seconds that the search may take', zh: '搜索时限（秒）' },
  'flag.plan-exact': {
    en: 'branch and cut alone, whatever the size',
    zh: '无论规模大小，仅用分支切割法精确求解',
  },
  'plan-line.objective': {
    en: 'Objective {objective}; nothing is better than {bound}. {units} units are treated.',
    zh: '目标值 {objective}，上界 {bound}；治理 {units} 个单元。',
  },
  'plan-line.row-price': {
    en: '  {row}: {used} of {limit}; one more is worth {price}',
    zh: '  {row}：{used} / {limit}；每增加一单位价值 {price}',
  },
  'plan-line.relax-row': { en: '{row}, eased by {by}', zh: '{row}，放宽 {by}' },
  'plan-line.relax-mandatory': {
    en: 'unit {id} need not be treated',
    zh: '不再要求必须治理图斑 {id}',
  },
  'plan-line.duties': {
    en: 'Units must be treated for `plan.mandatory`, `plan.locks` or, where they are a danger, `plan.mandatoryHazards`.',
    zh: '必须治理的图斑来自 `plan.mandatory`、`plan.locks`，或因存在危险而由 `plan.mandatoryHazards` 要求。',
  },
  'plan-line.status.optimal': { en: 'Proven best under these limits.', zh: '已证明为当前约束下的最优方案。' },
  'plan-line.status.within': {
    en: 'Within {gap} % of the best possible.',
    zh: '与理论最优相差不超过 {gap} %。',
  },
  'plan-line.status.infeasible': {
    en: 'No plan meets all demands.',
    zh: '没有方案能同时满足所有要求。',
  },
  'plan-line.status.unknown': {
    en: 'Time ran out before a plan was found.',
    zh: '在时限内未找到方案。',
  },
  'plan-line.conflict': {
    en: 'These cannot be met together: {demands}.',
    zh: '以下要求不能同时满足：{demands}。',
  },
  'plan-line.relax': { en: 'The least that would help: {steps}.', zh: '最小的放宽：{steps}。' },
  'plan-line.head': {
    en: '{units} of {all} units ({area} ha, {mu} mu) in {years} years for {cost} {currency} of public money ({priceYear} prices).',
    zh: '{years} 年内治理 {all} 个图斑中的 {units} 个（{area} 公顷，{mu} 亩），财政投入 {cost} {currency}（{priceYear} 年价格）。',
  },
  'plan-line.gain': {
    en: 'Recovered land {ecology} ha-equivalents, carbon {carbon} t CO2e, local work {livelihood} person-years, net present value {npv} {currency} over {horizon} years.',
    zh: '{horizon} 年累计：恢复当量 {ecology} 公顷，碳 {carbon} t CO2e，当地用工 {livelihood} 人年，净现值 {npv} {currency}。',
  },
  'plan-line.unit': {
    en: '  {unit}  {year}  {use}: {measures}; {cost} {currency}',
    zh: '  {unit}  {year} 年  {use}：{measures}；{cost} {currency}',
  },
  'plan-line.left': { en: '  {unit}  left: {why}', zh: '  {unit}  不治理：{why}' },
  'plan-line.condition': { en: 'on condition', zh: '附条件' },
  'plan-line.row': {
    en: '  {name}: {used} of {limit} {measure}',
    zh: '  {name}：{used} / {limit} {measure}',
  },
  'plan-line.row-carried': {
    en: '  {name}: {used} of {limit} {measure}, the rest left over from earlier years',
    zh: '  {name}：{used} / {limit} {measure}，超出部分来自以前年度结余',
  },
  'plan-line.price': {
    en: '  {name}: one million more would add {value} % to the value of the plan',
    zh: '  {name}：每增加一百万元，方案总价值提高 {value} %',
  },
  'plan-line.unverified': {
    en: 'Rests on {count} defaults that nothing supports yet; the report lists them.',
    zh: '方案依赖 {count} 项尚无出处的默认值，报告中逐一列出。',
  },
  'plan-line.more': {
    en: '  … and {count} more units; `--json` and the report have all.',
    zh: '  …… 另有 {count} 个图斑，详见 `--json` 与报告。',
  },
  'plan-explain.title': {
    en: '{unit} {name}: {area} ha, {damage}',
    zh: '{unit} {name}：{area} 公顷，{damage}',
  },
  'plan-explain.choice': {
    en: 'Chosen: {use} from {year} with {measures} ({state}).',
    zh: '方案：{year} 年起按“{use}”实施{measures}（{state}）。',
  },
  'plan-explain.left': { en: 'Left as it is: {why}', zh: '不治理：{why}' },
  'plan-explain.mandatory': { en: 'It must be treated.', zh: '该图斑必须治理。' },
  'plan-explain.gates': { en: 'Gates', zh: '门槛' },
  'plan-explain.gate': {
    en: '  [{state}] {reason} Found {value}, asked {limit}. {mended}Source: {source}.',
    zh: '  [{state}] {reason}实测 {value}，要求 {limit}。{mended}出处：{source}。',
  },
  'plan-explain.mended': { en: 'Met by {measure}. ', zh: '由“{measure}”满足。' },
  'plan-explain.value': { en: 'What it is worth', zh: '价值构成' },
  'plan-explain.part': {
    en: '  {objective}: {amount} -> {share} of the value of the plan',
    zh: '  {objective}：{amount} → 占方案总价值的 {share}',
  },
  'plan-explain.uses': { en: 'What it uses that is scarce', zh: '占用的稀缺资源' },
  'plan-explain.use': {
    en: '  {row}: {amount}, worth {value} at the price of the plan',
    zh: '  {row}：{amount}，按方案影子价格折合 {value}',
  },
  'plan-explain.nothing-scarce': { en: '  nothing: no limit binds here', zh: '  无：没有约束对它起作用' },
  'plan-explain.runner-up': {
    en: 'Next best: {use} from {year} with {measures}, {behind} of value behind.',
    zh: '次优：{year} 年起按“{use}”实施{measures}，价值低 {behind}。',
  },
  'plan-explain.flips': { en: 'What would change it', zh: '什么会改变它' },
  'plan-explain.barred': { en: 'Not possible', zh: '不可行的用途' },
  'plan-explain.barred-use': { en: '  {use}: {reasons}', zh: '  {use}：{reasons}' },
  'plan-explain.cost': {
    en: 'Cost {cost} {currency} of public money; recovery {now} -> {end} of the reference ({without} without it).',
    zh: '财政投入 {cost} {currency}；恢复程度 {now} → {end}（不治理为 {without}）。',
  },
  'plan-front.head': {
    en: '{count} plans on the front, {dominated} dominated ones left out of it; balanced: {balanced}.',
    zh: '前沿方案 {count} 个，另有 {dominated} 个被支配；均衡方案：{balanced}。',
  },
  'plan-front.plan': {
    en: '  {id}: ecology {ecology}, carbon {carbon}, livelihood {livelihood}, npv {npv}, cost {cost}{mark}',
    zh: '  {id}：生态 {ecology}，碳 {carbon}，民生 {livelihood}，净现值 {npv}，投入 {cost}{mark}',
  },
  'plan-front.dominated': { en: ' (dominated by {by})', zh: '（被 {by} 支配）' },
  'plan-front.balanced': { en: ' (balanced)', zh: '（均衡）' },
  'plan-front.agreed': {
    en: 'All plans of the front choose the same on {count} of {all} units.',
    zh: '前沿各方案在 {all} 个图斑中的 {count} 个上选择一致。',
  },
  'plan-line.next': {
    en: '`aftermine plan explain UNIT` says why; `plan front` shows the alternatives; `report plan` and `report budget` write the documents.',
    zh: '`aftermine plan explain 图斑号` 说明理由；`plan front` 给出备选方案；`report plan` 与 `report budget` 生成文件。',
  },
  'step.front': { en: 'solving the plans beside it', zh: '求解备选方案' },
  'plan-compare.same': {
    en: 'The plans choose the same on every unit.',
    zh: '各方案对每个图斑的选择完全相同。',
  },
  'plan-compare.unit': { en: '  {unit}: {choices}', zh: '  {unit}：{choices}' },
  'plan-compare.current': { en: 'this plan', zh: '现方案' },
  'plan-compare.nothing': { en: 'nothing', zh: '不治理' },
  'plan-compare.do-nothing': { en: 'do nothing', zh: '不实施' },
  'step.plan': { en: 'choosing packages and years', zh: '选择措施组合与年份' },
  'status.no-plan': { en: 'no plan yet', zh: '尚无方案' },
  'status.plan-older': { en: 'the diagnosis is newer', zh: '诊断结果已更新' },
  'status.planned': { en: '{units} of {all} units in the plan', zh: '方案含 {all} 个图斑中的 {units} 个' },
} as const satisfies Texts;
