import type { Texts } from './index.ts';

/** The measure library: what may be wrong with its files. */
export const planLibraryTexts = {
  'error.E-LIB-001': { en: 'There is no library file {where}.', zh: '找不到措施库文件 {where}。' },
  'hint.E-LIB-001': {
    en: 'Correct the name or the path. Cost files in the library: {expected}.',
    zh: '请核对文件名或路径。措施库中现有的单价文件：{expected}。',
  },
  'error.E-LIB-002': {
    en: '{where} is not valid YAML: {got}.',
    zh: '{where} 不是有效的 YAML：{got}。',
  },
  'hint.E-LIB-002': {
    en: 'Look at that line: indentation with spaces, a colon followed by a space, no key twice.',
    zh: '请检查该行：用空格缩进，冒号后留空格，同一键不得重复。',
  },
  'error.E-LIB-003': {
    en: '{where}: `{key}` does not fit the format of the library: {got}.',
    zh: '{where}：`{key}` 不符合措施库格式：{got}。',
  },
  'hint.E-LIB-003': {
    en: 'The keys and their ranges are in docs/guide/library.md.',
    zh: '各键含义和取值范围见 docs/guide/library.md。',
  },
  'error.E-LIB-004': {
    en: '{where} names `{got}`, which does not exist.',
    zh: '{where} 引用的 `{got}` 不存在。',
  },
  'hint.E-LIB-004': {
    en: 'Correct the id, or add the entry to the file it belongs to. A figure without a source says `unverified`.',
    zh: '请改正编号，或在相应文件中补充该条目。没有来源的数值请写 `unverified`。',
  },
  'error.E-LIB-005': {
    en: '{where}: measures wait for each other: {cycle}.',
    zh: '{where}：措施互为前置，形成循环：{cycle}。',
  },
  'hint.E-LIB-005': {
    en: 'Take one of them out of an `after` list.',
    zh: '请从其中一个 `after` 列表中删除一项。',
  },
  'error.E-LIB-006': { en: '{where}: the id `{got}` stands twice.', zh: '{where}：编号 `{got}` 重复。' },
  'hint.E-LIB-006': {
    en: 'Give one of them another id. Gates of all measures and end uses share one list of ids.',
    zh: '请为其中一个另取编号。所有措施和利用方向的门槛共用一套编号，不得重复。',
  },
  'error.E-LIB-007': {
    en: '{where}: {got} is not in the order low, likely, high.',
    zh: '{where}：{got} 未按低值、可能值、高值排列。',
  },
  'hint.E-LIB-007': {
    en: 'Write the smallest first. Where only one figure is known, write it three times and say so in a comment.',
    zh: '请从小到大填写。若只有一个数值，可重复填写三次并注释说明。',
  },
  'error.E-LIB-008': {
    en: '{where} is in {got}, the cost file in {expected}: money would be mixed.',
    zh: '{where} 为 {got}，而单价文件为 {expected}，币种或价格年份不一致。',
  },
  'hint.E-LIB-008': {
    en: 'Convert the costs to the currency and price year of the cost file, or choose another cost file.',
    zh: '请把单价换算为单价文件的币种和价格年份，或改选其他单价文件。',
  },
  'error.E-LIB-009': {
    en: '{where}: the cost of `{got}` is replaced without a reason.',
    zh: '{where}：替换了 `{got}` 的单价，但没有说明理由。',
  },
  'hint.E-LIB-009': {
    en: 'Add `reason:` with who says so and why; it is printed with the plan.',
    zh: '请补充 `reason:`，写明依据和提出者，它会随方案一并列出。',
  },
  'error.E-LIB-010': {
    en: '{where}: the gate `{got}` has no limit, or none that anything could meet.',
    zh: '{where}：门槛 `{got}` 没有限值，或限值无法满足。',
  },
  'hint.E-LIB-010': {
    en: 'Give it `min`, `max`, or both with `min` not above `max`.',
    zh: '请填写 `min` 或 `max`；两者都填时 `min` 不得大于 `max`。',
  },
  'error.E-LIB-011': {
    en: '{where}: the measure `{got}` counts an amount by what it mends, and mends nothing that could be counted so.',
    zh: '{where}：措施 `{got}` 按所改善的指标计量，但没有可计量的改善指标。',
  },
  'hint.E-LIB-011': {
    en: '`gap` needs exactly one number in `mends`, `regrade` a slope, `water` the water deficit.',
    zh: '`gap` 要求 `mends` 中恰有一个数值指标，`regrade` 要求坡度，`water` 要求缺水量。',
  },
  'error.E-LIB-012': {
    en: '{where}: `{got}` is not in the cost file, and as a new item it lacks `{key}`.',
    zh: '{where}：单价文件中没有 `{got}`，作为新增项目又缺少 `{key}`。',
  },
  'hint.E-LIB-012': {
    en: 'Correct the id to replace an item of the cost file, or write the new item in full.',
    zh: '若要替换现有项目请改正编号；若为新增项目请填写完整。',
  },
  'error.E-LIB-013': {
    en: '{where}: `{item}` is counted in {expected} by the cost file, here in {got}.',
    zh: '{where}：单价文件中 `{item}` 的计量单位为 {expected}，此处为 {got}。',
  },
  'hint.E-LIB-013': {
    en: 'Quantities are counted in the unit of the cost file. Convert the cost and leave `unit` out.',
    zh: '工程量按单价文件的单位计算。请换算单价，并删去 `unit`。',
  },
  'error.E-LIB-014': {
    en: '{where}: `{got}` mends `{fact}` from {value} to {value}: nothing says which way it changes it.',
    zh: '{where}：`{got}` 把 `{fact}` 从 {value} 改善到 {value}，无法判断改善方向。',
  },
  'hint.E-LIB-014': {
    en: '`assume` is the worst case that the measure starts from, `reach` where it ends; they must differ.',
    zh: '`assume` 为改善前的最不利值，`reach` 为改善后的值，两者不得相同。',
  },
  'error.E-LIB-015': {
    en: '{where}: the end use `{got}` needs plants, and no measure brings them to its land.',
    zh: '{where}：利用方向 `{got}` 需要植被，但没有措施能在该地类上建植。',
  },
  'hint.E-LIB-015': {
    en: 'Add its `land` to `establishes.lands` of a measure, or set `vegetated: false`.',
    zh: '请在某项措施的 `establishes.lands` 中加入该地类，或设 `vegetated: false`。',
  },
} as const satisfies Texts;
