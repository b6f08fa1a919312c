import type { Texts } from './index.ts';

/** Checks of feature sets, what to do about each check, what mending leaves, and the check report (`check-page.*`). */
export const checkTexts = {
  'error.E-VEC-201': {
    en: 'Land at {where} belongs to two features: it would be counted twice.',
    zh: '{where} 处的土地同属两个要素，面积会被重复计算。',
  },
  'hint.E-VEC-201': {
    en: 'Decide which feature keeps the land and run: aftermine check --fix --overlap smaller-gives (or later-gives, earlier-gives).',
    zh: '请确定重叠部分归属哪个要素，然后执行：aftermine check --fix --overlap smaller-gives（或 later-gives、earlier-gives）。',
  },
  'error.E-VEC-202': {
    en: 'The outline at {where} is there twice, with different records.',
    zh: '{where} 处的边界重复出现，但两条记录的属性不同。',
  },
  'hint.E-VEC-202': {
    en: 'Delete the record that is out of date.',
    zh: '请删除已过时的那条记录。',
  },
  'error.E-VEC-203': {
    en: 'The id {id} is used twice: {where}.',
    zh: '编号 {id} 重复使用：{where}。',
  },
  'hint.E-VEC-203': {
    en: 'Give every feature an id of its own; results are kept by id.',
    zh: '请为每个要素设置唯一编号，成果按编号保存。',
  },
  'error.E-VEC-204': {
    en: 'The feature at {where} lies outside the boundary.',
    zh: '{where} 处的要素位于项目边界之外。',
  },
  'hint.E-VEC-204': {
    en: 'Check that boundary and units are in the coordinate systems they state; if so, enlarge the boundary or delete the unit.',
    zh: '请核对边界与图斑声明的坐标系是否属实；若无误，请扩大边界或删除该图斑。',
  },
  'error.E-VEC-205': {
    en: 'The outline at {where} is not drawn soundly.',
    zh: '{where} 处的边界绘制有缺陷。',
  },
  'hint.E-VEC-205': {
    en: 'Run aftermine check --fix, which mends a copy.',
    zh: '请执行 aftermine check --fix，在副本上自动修复。',
  },
  'error.E-VEC-206': {
    en: 'Accepting defects needs the name of who accepts them.',
    zh: '接受遗留问题需要注明接受人。',
  },
  'hint.E-VEC-206': {
    en: 'Add it: aftermine check --accept --by NAME',
    zh: '请补充：aftermine check --accept --by 姓名',
  },
  'error.E-VEC-207': {
    en: 'Line {line} of {where} cannot be read.',
    zh: '{where} 第 {line} 行无法读取。',
  },
  'hint.E-VEC-207': {
    en: 'The log is written by aftermine check; restore that line from a backup or delete it.',
    zh: '该日志由 aftermine check 写入，请从备份恢复该行或将其删除。',
  },
  'error.E-VEC-208': {
    en: 'There is no rule "{got}" for overlaps; there are: {expected}.',
    zh: '没有名为“{got}”的重叠处理规则；可用规则：{expected}。',
  },
  'hint.E-VEC-208': {
    en: 'smaller-gives takes the land from the smaller feature, later-gives and earlier-gives go by the order in the file.',
    zh: 'smaller-gives 从较小的要素中扣除，later-gives 和 earlier-gives 按文件中的先后顺序扣除。',
  },
  'check.overlap': {
    en: 'overlaps {other} on {ha} ha ({mu} mu, {percent} % of it)',
    zh: '与 {other} 重叠 {ha} 公顷（{mu} 亩，占本要素 {percent}%）',
  },
  'check.overlap.hint': {
    en: 'Small overlaps are taken from the smaller feature; for a large one somebody must say whose land it is.',
    zh: '小面积重叠从较小的要素中扣除；大面积重叠须由人确定归属。',
  },
  'check.overlap-not-checked': {
    en: 'the features lie over each other so often that not every pair was compared',
    zh: '要素相互叠压过多，未能逐对比较',
  },
  'check.overlap-not-checked.hint': {
    en: 'Check that only one layer was exported, not several on top of each other.',
    zh: '请检查是否误将多个图层叠加导出。',
  },
  'check.duplicate-geometry': {
    en: 'has the same outline as {other}',
    zh: '与 {other} 的边界完全相同',
  },
  'check.duplicate-geometry.hint': {
    en: 'An exact copy is dropped; where the records differ somebody must say which one is right.',
    zh: '完全相同的副本会被删除；属性不同时须由人确定保留哪一条。',
  },
  'check.duplicate-id': {
    en: 'feature {other} has the id {id}, too',
    zh: '编号 {id} 与第 {other} 个要素重复',
  },
  'check.duplicate-id.hint': {
    en: 'Give every feature an id of its own.',
    zh: '请为每个要素设置唯一编号。',
  },
  'check.outside-boundary': {
    en: 'lies wholly outside the boundary ({ha} ha, {mu} mu)',
    zh: '完全位于项目边界之外（{ha} 公顷，{mu} 亩）',
  },
  'check.outside-boundary.hint': {
    en: 'Check the coordinate systems of both files first; then move, delete, or enlarge the boundary.',
    zh: '请先核对两个文件的坐标系，再移动或删除该要素，或扩大边界。',
  },
  'check.partly-outside': {
    en: '{ha} ha ({mu} mu, {percent} % of it) lie outside the boundary',
    zh: '有 {ha} 公顷（{mu} 亩，占本要素 {percent}%）位于项目边界之外',
  },
  'check.partly-outside.hint': {
    en: 'Mending clips it to the boundary.',
    zh: '修复时按项目边界裁剪。',
  },
  'check.sliver': {
    en: 'is a sliver: {squareMetres} m², thinness {thinness}',
    zh: '为狭长图斑：{squareMetres} 平方米，形状指数 {thinness}',
  },
  'check.sliver.hint': {
    en: 'Often what is left between two borders drawn twice; join it to a neighbour or delete it.',
    zh: '多为两条边界重复绘制留下的缝隙，请并入相邻要素或删除。',
  },
  'check.sliver-part': {
    en: 'parts that are slivers: {count} (the first: {squareMetres} m², thinness {thinness})',
    zh: '{count} 个部分为狭长碎块（首个：{squareMetres} 平方米，形状指数 {thinness}）',
  },
  'check.sliver-part.hint': { en: 'Mending drops those parts.', zh: '修复时删除这些碎块。' },
  'check.spike': { en: 'spikes in the outline: {count}', zh: '边界上有 {count} 处尖刺' },
  'check.spike.hint': {
    en: 'Mending removes the vertex at the tip.',
    zh: '修复时删除尖刺顶点。',
  },
  'check.repeated-vertices': {
    en: 'vertices that are there twice in a row: {count}',
    zh: '有 {count} 个顶点连续重复',
  },
  'check.repeated-vertices.hint': {
    en: 'Mending keeps one of each.',
    zh: '修复时每处只保留一个。',
  },
  'check.empty.hint': { en: 'Draw the feature again or delete its record.', zh: '请重新绘制或删除该记录。' },
  'check.not-finite.hint': { en: 'Export it again from its source.', zh: '请从原始数据重新导出。' },
  'check.short-ring.hint': { en: 'Complete or delete that ring.', zh: '请补全或删除该圈边界。' },
  'check.unclosed-ring.hint': { en: 'Mending closes it.', zh: '修复时自动闭合。' },
  'check.zero-area.hint': {
    en: 'Check that the vertices do not lie on one line.',
    zh: '请检查顶点是否都在一条直线上。',
  },
  'check.out-of-range.hint': {
    en: 'State the true coordinate system (crs in the settings).',
    zh: '请在设置的 crs 中注明真实坐标系。',
  },
  'check.axes-swapped.hint': {
    en: 'Swap the two columns: east (or longitude) comes first.',
    zh: '请互换两列：东坐标（或经度）在前。',
  },
  'check.zone-number.hint': {
    en: 'State the system with zone number, or remove the first two digits of the eastings.',
    zh: '请改用带带号的坐标系，或去掉东坐标前两位。',
  },
  'check.antimeridian.hint': { en: 'Cut it at longitude 180.', zh: '请在 180° 经线处切开。' },
  'check.self-intersection.hint': {
    en: 'Mending splits it where its land is beyond doubt (a bow tie); otherwise move the vertices there.',
    zh: '范围明确时（如蝴蝶结形）修复会自动拆分；否则请调整该处顶点。',
  },
  'check.polygons-overlap.hint': { en: 'Mending joins the parts.', zh: '修复时合并重叠的部分。' },
  'check.hole-outside.hint': {
    en: 'Delete the hole, or make it a feature of its own.',
    zh: '请删除该孔洞，或改为独立要素。',
  },
  'check.not-checked.hint': {
    en: 'Simplify the outline, then check again.',
    zh: '请简化边界后重新检查。',
  },
  'check.legacy': { en: 'accepted', zh: '已接受' },
  'check.legacy-count': {
    en: 'Accepted before, so only a warning: {count}.',
    zh: '有 {count} 个遗留问题此前已被接受，仅作提醒。',
  },
  'check.gone-count': {
    en: 'Accepted defects that are no longer there: {count}.',
    zh: '有 {count} 个已接受的问题不再存在。',
  },
  'check.blocking-count': {
    en: 'Problems that must be fixed or accepted before the project can go on: {count}.',
    zh: '有 {count} 个问题须先修正（或经确认接受）才能继续。',
  },
  'check.accepted-count': {
    en: 'Defects accepted by {by}: {count}; noted in {path}.',
    zh: '{by} 已接受 {count} 个问题，记录于 {path}。',
  },
  'check.not-acceptable-count': {
    en: 'Problems that cannot be accepted, since nothing can be computed from them: {count}.',
    zh: '有 {count} 个问题不能接受，因为无法据此计算。',
  },
  'mend.nothing': { en: 'There is nothing to mend.', zh: '没有需要修复的内容。' },
  'mend.change': {
    en: '{file}, feature {feature}: {check}; {before} ha -> {after} ha',
    zh: '{file} 要素 {feature}：{check}；{before} 公顷 → {after} 公顷',
  },
  'mend.written': {
    en: 'Mended copy written to {path} ({count} changes); the original is untouched.',
    zh: '修复后的副本已写入 {path}（{count} 处修改），原文件未改动。',
  },
  'mend.would-write': {
    en: 'Would write a mended copy to {path} ({count} changes).',
    zh: '将写入修复副本 {path}（{count} 处修改）。',
  },
  'mend.setting': {
    en: 'To use it, set {key}: {to} (now {from}), or run again with --yes.',
    zh: '如需采用，请设置 {key}: {to}（当前为 {from}），或加上 --yes 重新执行。',
  },
  'mend.setting-done': { en: '{key} is now {to} (was {from}).', zh: '{key} 已改为 {to}（原为 {from}）。' },
  'mend.left': {
    en: 'Left for a person: {file}, feature {feature}: {what}. {reason}',
    zh: '待人工处理：{file} 要素 {feature}：{what}。{reason}',
  },
  'mended.overlap': { en: 'overlap taken off', zh: '扣除重叠部分' },
  'mended.duplicate-geometry': { en: 'exact copy dropped', zh: '删除重复副本' },
  'mended.partly-outside': { en: 'clipped to the boundary', zh: '按边界裁剪' },
  'mended.sliver-part': { en: 'sliver parts dropped', zh: '删除狭长碎块' },
  'mended.spike': { en: 'spikes removed', zh: '去除尖刺' },
  'mended.repeated-vertices': { en: 'repeated vertices dropped', zh: '删除重复顶点' },
  'mended.unclosed-ring': { en: 'rings closed', zh: '闭合边界' },
  'mended.self-intersection': { en: 'split where it crossed itself', zh: '在自相交处拆分' },
  'mended.polygons-overlap': { en: 'overlapping parts joined', zh: '合并重叠部分' },
  'left.whose-land': {
    en: 'Somebody must say whose land the overlap is; --overlap names a rule.',
    zh: '须由人确定重叠土地的归属，可用 --overlap 指定规则。',
  },
  'left.which-record': {
    en: 'The records differ: somebody must say which one is right.',
    zh: '两条记录属性不同，须由人确定哪条正确。',
  },
  'left.which-id': { en: 'Only its keeper can give a new id.', zh: '只能由数据管理者重新编号。' },
  'left.where-it-belongs': {
    en: 'Nothing of it lies inside: coordinate system, boundary or the feature is wrong.',
    zh: '要素完全在边界之外：坐标系、边界或要素本身有误。',
  },
  'left.doubtful-land': {
    en: 'The outline runs over some land twice: it is in doubt whether that land is in or out.',
    zh: '边界重复绕过部分土地，无法判断该部分在内还是在外。',
  },
  'left.hole-or-polygon': {
    en: 'The stray ring may be a hole or a polygon.',
    zh: '该圈边界可能是孔洞，也可能是独立图斑。',
  },
  'left.small-or-mistake': {
    en: 'It may be a road or ditch as well as a mistake.',
    zh: '可能是道路、沟渠，也可能是绘制错误。',
  },
  'left.which-system': {
    en: 'The true coordinate system must be stated.',
    zh: '须注明真实坐标系。',
  },
  'left.no-outline': { en: 'There is no outline to mend.', zh: '没有可修复的边界。' },
  'left.beyond-mending': {
    en: 'Mending gave no sound result; use a desktop GIS.',
    zh: '自动修复未得到有效结果，请使用桌面 GIS 处理。',
  },
  'check-page.kind': { en: 'check report', zh: '数据检查报告' },
  'check-page.title': { en: '{name}: check report', zh: '{name}：数据检查报告' },
  'check-page.skip': { en: 'Skip to the problems', zh: '跳到问题列表' },
  'check-page.verdict.clean': {
    en: 'No problem was found: the files can be used as they are.',
    zh: '未发现问题，数据可直接使用。',
  },
  'check-page.verdict.blocked': {
    en: 'Problems that must be fixed before this data is used: {count}.',
    zh: '有 {count} 个问题须先修正，数据才能使用。',
  },
  'check-page.verdict.mendable': {
    en: 'Nothing stands in the way; problems that can be mended automatically: {count}.',
    zh: '没有阻碍使用的问题；{count} 个问题可自动修复。',
  },
  'check-page.verdict.notes': {
    en: 'Nothing must be fixed; remarks for your knowledge: {count}.',
    zh: '没有必须修正的问题；有 {count} 条提示供参考。',
  },
  'check-page.verdict.accepted': {
    en: 'Nothing stands in the way.',
    zh: '没有阻碍使用的问题。',
  },
  'check-page.legacy': {
    en: 'Accepted before, so only a warning: {count}.',
    zh: '另有 {count} 个此前已被接受，仅作提醒。',
  },
  'check-page.boundary-area': { en: 'Boundary', zh: '边界面积' },
  'check-page.area': { en: '{ha} ha ({mu} mu)', zh: '{ha} 公顷（{mu} 亩）' },
  'check-page.units-area': { en: 'Units', zh: '图斑' },
  'check-page.counted-area': { en: '{count} · {ha} ha ({mu} mu)', zh: '{count} 个，{ha} 公顷（{mu} 亩）' },
  'check-page.references': { en: 'Reference areas', zh: '参照区' },
  'check-page.counts': { en: 'Problems', zh: '问题' },
  'check-page.crs': { en: 'Coordinate system', zh: '坐标系' },
  'check-page.map': { en: 'Where the problems are', zh: '问题位置' },
  'check-page.map-clean': { en: 'The site', zh: '场地图' },
  'check-page.map-label': {
    en: 'Map of the boundary, {units} units and {count} numbered problems; the table below says the same in words.',
    zh: '边界、{units} 个图斑与 {count} 个编号问题的位置图；下表以文字说明相同内容。',
  },
  'check-page.map-lead': {
    en: 'Numbers are those of the table; a click on one leads there.',
    zh: '图中编号与下表一致，点击编号可跳到对应行。',
  },
  'check-page.map-dots': {
    en: 'There are too many problems to number them all on the map: the first {count} carry their number, the others are dots.',
    zh: '问题过多，图上仅前 {count} 个标注编号，其余以圆点表示。',
  },
  'check-page.off-map': {
    en: 'Number {numbers}: far off this map; an arrow at its edge shows the direction.',
    zh: '编号 {numbers}：远在图幅之外，以图边箭头表示方向。',
  },
  'check-page.not-drawn': {
    en: 'Number {numbers}: not on the map, since the place is not known.',
    zh: '编号 {numbers}：位置未知，未在图上标出。',
  },
  'check-page.legend.boundary': { en: 'boundary', zh: '项目边界' },
  'check-page.legend.unit': { en: 'unit', zh: '图斑' },
  'check-page.legend.fault': { en: 'unit with a problem', zh: '有问题的图斑' },
  'check-page.legend.reference': { en: 'reference area', zh: '参照区' },
  'check-page.north': { en: 'grid north', zh: '坐标北' },
  'check-page.problems': { en: 'Problems', zh: '问题列表' },
  'check-page.problems.none': { en: 'No problem was found.', zh: '未发现问题。' },
  'check-page.problems.more': {
    en: 'The first {shown} of {count} problems are listed, the gravest first; aftermine check --json lists all.',
    zh: '共 {count} 个问题，此处按严重程度列出前 {shown} 个；全部问题可用 aftermine check --json 查看。',
  },
  'check-page.number': { en: 'No.', zh: '编号' },
  'check-page.severity': { en: 'Severity', zh: '严重程度' },
  'check-page.feature': { en: 'Feature', zh: '要素' },
  'check-page.what': { en: 'What is wrong', zh: '问题' },
  'check-page.do': { en: 'What to do', zh: '处理办法' },
  'check-page.where': { en: 'Where (east, north)', zh: '位置（东、北坐标）' },
  'check-page.close-up': { en: 'Close-up', zh: '局部' },
  'check-page.close-up-label': {
    en: 'Close-up of problem {number}, {width} across',
    zh: '问题 {number} 局部图，图幅宽 {width}',
  },
  'check-page.features': { en: 'Areas', zh: '面积表' },
  'check-page.features.lead': {
    en: 'Areas on the ellipsoid, holes taken off; 1 ha = 15 mu. An outline that crosses itself has no area that could be trusted.',
    zh: '面积为椭球面积，已扣除孔洞；1 公顷 = 15 亩。自相交的边界面积不可信，故不列出。',
  },
  'check-page.features.more': {
    en: '{count} further features without a problem have {ha} ha ({mu} mu) together.',
    zh: '其余 {count} 个无问题要素合计 {ha} 公顷（{mu} 亩）。',
  },
  'check-page.name': { en: 'Name', zh: '名称' },
  'check-page.hectares': { en: 'Area, ha', zh: '面积（公顷）' },
  'check-page.mu': { en: 'Area, mu', zh: '面积（亩）' },
  'check-page.numbers': { en: 'Problems', zh: '问题编号' },
  'check-page.no-area': { en: 'not known', zh: '未知' },
  'check-page.file': { en: 'File', zh: '文件' },
  'check-page.files': { en: 'What the files are', zh: '文件情况' },
  'check-page.role': { en: 'Used as', zh: '用途' },
  'check-page.role.boundary': { en: 'boundary', zh: '项目边界' },
  'check-page.role.units': { en: 'units', zh: '图斑' },
  'check-page.role.reference': { en: 'reference areas', zh: '参照区' },
  'check-page.format': { en: 'Format', zh: '格式' },
  'check-page.format.other': { en: 'other', zh: '其他' },
  'check-page.encoding': { en: 'Text encoding', zh: '文本编码' },
  'check-page.encoding.unsaid': { en: 'not recorded', zh: '未记录' },
  'check-page.count': { en: 'Features', zh: '要素数' },
  'check-page.remarks': { en: 'Remarks of the reader', zh: '读取说明' },
  'check-page.remarks.none': { en: 'none', zh: '无' },
  'check-page.next': { en: 'What to do next', zh: '下一步' },
  'check-page.next.fix': {
    en: 'Mend what can be mended. The originals are never touched: copies go to inputs/mended, every change is logged with its area before and after.',
    zh: '自动修复可修复的问题。原文件不会改动：副本写入 inputs/mended，每处修改及前后面积均记入日志。',
  },
  'check-page.next.accept': {
    en: 'Accept defects that were there before you and cannot be put right. They then warn; new ones still block.',
    zh: '对历史遗留且无法修正的问题予以接受。接受后仅作提醒，新出现的问题仍会阻止。',
  },
  'check-page.next.hand': {
    en: 'Put the rest right in the original and check again.',
    zh: '其余问题请在原始数据中修正后重新检查。',
  },
  'check-page.next.clean': { en: 'Go on to observing the site.', zh: '可以继续进行遥感观测。' },
  'check-page.your-name': { en: 'NAME', zh: '姓名' },
  'check-page.version': { en: 'Made by Aftermine {version}.', zh: '由 Aftermine {version} 生成。' },
  'flag.check-fix': { en: 'mend what can be mended, on a copy', zh: '在副本上修复可修复的问题' },
  'flag.check-overlap': {
    en: 'with --fix: who gives up land that two features share: smaller-gives, later-gives, earlier-gives',
    zh: '与 --fix 同用：重叠土地从谁扣除：smaller-gives、later-gives、earlier-gives',
  },
  'flag.check-accept': {
    en: 'accept the defects found as they are (all, or the checks named)',
    zh: '按现状接受发现的问题（全部，或指定的检查项）',
  },
  'flag.check-by': { en: 'who mends or accepts, for the log', zh: '修复人或接受人，记入日志' },
  'flag.check-report': {
    en: 'write the check report (default: reports/check.LANGUAGE.html)',
    zh: '生成数据检查报告（默认 reports/check.语言.html）',
  },
} as const satisfies Texts;
