import type { Texts } from './index.ts';

/** Findings, the rules behind them, and what answers them. */
export const diagnoseTexts = {
  'factor.slope': { en: 'Slope', zh: '坡度' },
  'factor.stability': { en: 'Slope stability', zh: '边坡稳定性' },
  'factor.erosion': { en: 'Erosion', zh: '水土流失' },
  'factor.contamination': { en: 'Contamination', zh: '土壤污染' },
  'factor.water': { en: 'Water', zh: '水分' },
  'factor.soil-depth': { en: 'Soil depth', zh: '土层厚度' },
  'factor.soil-quality': { en: 'Soil quality', zh: '土壤质量' },
  'factor.vegetation': { en: 'Vegetation', zh: '植被' },
  'factor.planting': { en: 'Planting', zh: '种植成效' },
  'factor.land-status': { en: 'Land status', zh: '土地权属与管制' },

  'severity-of-finding.critical': { en: 'critical', zh: '严重' },
  'severity-of-finding.major': { en: 'major', zh: '较重' },
  'severity-of-finding.minor': { en: 'minor', zh: '一般' },
  'severity-of-finding.info': { en: 'note', zh: '提示' },

  'limit-source.trial-standard-1995': {
    en: 'Technical standard of land reclamation (trial, 1995)',
    zh: '《土地复垦技术标准（试行）》（1995）',
  },
  'limit-source.tdt-1036-2013': {
    en: 'TD/T 1036-2013 (values from memory)',
    zh: 'TD/T 1036-2013（数值凭记忆录入）',
  },
  'limit-source.pingshuo-completion': {
    en: 'Completion rule of the Pingshuo mine (Kou 2017)',
    zh: '平朔矿区验收指标（Kou，2017）',
  },
  'limit-source.aftermine-screening': { en: 'screening rule of Aftermine', zh: 'Aftermine 筛查规则' },
  'limit-source.usda-handbook-60': {
    en: 'US Salinity Laboratory, Handbook 60 (1954)',
    zh: '美国盐渍土实验室手册第 60 号（1954）',
  },
  'limit-source.gb-15618-2018': {
    en: 'GB 15618-2018 (soil of agricultural land)',
    zh: 'GB 15618-2018 农用地土壤污染风险管控标准',
  },
  'limit-source.gb-36600-2018': {
    en: 'GB 36600-2018 (soil of development land)',
    zh: 'GB 36600-2018 建设用地土壤污染风险管控标准',
  },
  'limit-source.state-council-257': {
    en: 'Regulations on the protection of basic farmland (State Council Order 257)',
    zh: '《基本农田保护条例》（国务院令第 257 号）',
  },
  'limit-source.project-settings': { en: 'settings of the project', zh: '项目设置' },

  'confidence.high': { en: 'high confidence', zh: '可信度高' },
  'confidence.medium': { en: 'medium confidence', zh: '可信度中等' },
  'confidence.low': { en: 'low confidence', zh: '可信度低' },

  'land-use.irrigated-cropland': { en: 'irrigated cropland', zh: '水浇地' },
  'land-use.dry-cropland': { en: 'dry cropland', zh: '旱地' },
  'land-use.orchard': { en: 'orchard', zh: '园地' },
  'land-use.forest': { en: 'forest', zh: '有林地' },
  'land-use.shrubland': { en: 'shrubland', zh: '灌木林地' },
  'land-use.grassland': { en: 'grassland', zh: '草地' },
  'land-use.water': { en: 'water', zh: '水域' },
  'land-use.construction': { en: 'construction land', zh: '建设用地' },

  'indicator.slope-mean': { en: 'Mean slope', zh: '平均坡度' },
  'indicator.slope-p90': { en: 'Slope, 90th percentile', zh: '坡度（90% 分位）' },
  'indicator.steep-share': { en: 'Share steeper than 25°', zh: '大于 25° 的面积比例' },
  'indicator.relief': { en: 'Relief', zh: '相对高差' },
  'indicator.stability-factor': {
    en: 'Factor of safety (screen, 10th percentile)',
    zh: '安全系数（筛查，10% 分位）',
  },
  'indicator.erosion': { en: 'Soil loss (RUSLE)', zh: '土壤流失量（RUSLE）' },
  'indicator.sediment-yield': { en: 'Sediment that reaches a stream', zh: '入河泥沙量' },
  'indicator.water-deficit': { en: 'Water deficit', zh: '缺水量' },
  'indicator.precipitation': { en: 'Precipitation', zh: '年降水量' },
  'indicator.water-yield': { en: 'Water yield (runoff and recharge)', zh: '产水量（径流与补给）' },
  'indicator.soil-depth': { en: 'Soil depth', zh: '有效土层厚度' },
  'indicator.ph': { en: 'pH', zh: '酸碱度（pH）' },
  'indicator.organic-matter': { en: 'Organic matter', zh: '有机质' },
  'indicator.soil-carbon': { en: 'Organic carbon of the topsoil', zh: '表层土壤有机碳储量' },
  'indicator.bulk-density': { en: 'Bulk density', zh: '土壤容重' },
  'indicator.gravel': { en: 'Gravel', zh: '砾石含量' },
  'indicator.salinity': { en: 'Electrical conductivity', zh: '电导率' },
  'indicator.index-gap': { en: 'Ecological index, gap to reference', zh: '生态指数与参照的差距' },
  'indicator.years-since-reclaimed': { en: 'Years since reclamation', zh: '复垦年数' },
  'indicator.growth-since-reclaimed': { en: 'Growth since reclamation', zh: '复垦以来年增量' },
  'indicator.relapse-share': { en: 'Share of the gain lost again', zh: '已恢复部分的再损失比例' },

  'rule.steep-slope': { en: 'Is the slope too steep for the land use?', zh: '坡度是否超过用地要求？' },
  'rule.unstable-slope': { en: 'Could the slope slide?', zh: '边坡是否可能失稳？' },
  'rule.severe-erosion': { en: 'Is soil lost too fast?', zh: '土壤流失是否过快？' },
  'rule.contaminated': { en: 'Is the soil contaminated?', zh: '土壤是否受污染？' },
  'rule.water-shortage': { en: 'Is there water enough?', zh: '水量是否足够？' },
  'rule.too-dry-for-target': { en: 'Is it too dry for the land use?', zh: '气候是否过干？' },
  'rule.thin-soil': { en: 'Is the soil too thin?', zh: '土层是否过薄？' },
  'rule.acid-soil': { en: 'Is the soil too acid?', zh: '土壤是否过酸？' },
  'rule.alkaline-soil': { en: 'Is the soil too alkaline?', zh: '土壤是否过碱？' },
  'rule.poor-soil': { en: 'Is organic matter too low?', zh: '有机质是否过低？' },
  'rule.compacted-soil': { en: 'Is the soil compacted?', zh: '土壤是否压实？' },
  'rule.stony-soil': { en: 'Is the soil too stony?', zh: '砾石是否过多？' },
  'rule.saline-soil': { en: 'Is the soil saline?', zh: '土壤是否盐化？' },
  'rule.failed-planting': { en: 'Did the planting fail?', zh: '种植是否失败？' },
  'rule.no-growth': { en: 'Do plants grow?', zh: '植被是否在生长？' },
  'rule.behind-reference': { en: 'How far behind the reference area?', zh: '与参照区差距多大？' },
  'rule.basic-farmland': { en: 'Is it permanent basic farmland?', zh: '是否为永久基本农田？' },

  'rule.goal-missed': { en: 'Is the goal accepted for the unit reached?', zh: '是否达到该图斑认可的目标？' },

  'finding.steep-slope': {
    en: '{unit}: a tenth of the land is steeper than {value}°; the land use tolerates {limit}°.',
    zh: '{unit}：十分之一的面积坡度超过 {value}°，用地要求不大于 {limit}°。',
  },
  'finding.unstable-slope': {
    en: '{unit}: the factor of safety is {value} or less on a tenth of the land; {limit} is asked for. A screen, not a design check.',
    zh: '{unit}：十分之一面积的安全系数不高于 {value}，要求不低于 {limit}。仅为筛查，不能代替设计验算。',
  },
  'finding.severe-erosion': {
    en: '{unit}: {value} t of soil are lost per hectare and year; at most {limit} are accepted.',
    zh: '{unit}：年土壤流失 {value} t/hm²，允许不超过 {limit} t/hm²。',
  },
  'finding.contaminated': {
    en: '{unit}: {element} reaches {value} mg/kg ({count} samples); {standard} screens at {screening} and intervenes at {intervention} mg/kg.',
    zh: '{unit}：{element} 最高 {value} mg/kg（{count} 个样点）；{standard} 筛选值 {screening} mg/kg，管制值 {intervention} mg/kg。',
  },
  'finding.water-shortage': {
    en: '{unit}: {value} m³ of water per hectare and year are missing.',
    zh: '{unit}：每公顷每年缺水 {value} m³。',
  },
  'finding.too-dry-for-target': {
    en: '{unit}: {value} mm of precipitation a year; the land use needs {limit} mm without irrigation.',
    zh: '{unit}：年降水量 {value} mm，该用地在无灌溉时需要 {limit} mm。',
  },
  'finding.thin-soil': {
    en: '{unit}: the soil is {value} cm deep ({count} samples); the land use needs {limit} cm.',
    zh: '{unit}：有效土层厚 {value} cm（{count} 个样点），该用地要求 {limit} cm。',
  },
  'finding.acid-soil': { en: '{unit}: pH {value}, below {limit}.', zh: '{unit}：pH {value}，低于 {limit}。' },
  'finding.alkaline-soil': {
    en: '{unit}: pH {value}, above {limit}.',
    zh: '{unit}：pH {value}，高于 {limit}。',
  },
  'finding.poor-soil': {
    en: '{unit}: {value} g/kg of organic matter, below {limit} g/kg.',
    zh: '{unit}：有机质 {value} g/kg，低于 {limit} g/kg。',
  },
  'finding.compacted-soil': {
    en: '{unit}: bulk density {value} g/cm³, above {limit} g/cm³.',
    zh: '{unit}：容重 {value} g/cm³，高于 {limit} g/cm³。',
  },
  'finding.stony-soil': {
    en: '{unit}: {value} % gravel, above {limit} %.',
    zh: '{unit}：砾石含量 {value}%，高于 {limit}%。',
  },
  'finding.saline-soil': {
    en: '{unit}: electrical conductivity {value} dS/m, above {limit} dS/m.',
    zh: '{unit}：电导率 {value} dS/m，高于 {limit} dS/m。',
  },
  'finding.failed-planting': {
    en: '{unit}: of what had grown since reclamation, a share of {value} was lost again; above {limit} counts as failed.',
    zh: '{unit}：复垦后增长的植被又损失了 {value}（占比），超过 {limit} 视为种植失败。',
  },
  'finding.no-growth': {
    en: '{unit}: greenness changes by {value} a year since reclamation; it should rise.',
    zh: '{unit}：复垦以来绿度年变化 {value}，应为上升。',
  },
  'finding.behind-reference': {
    en: '{unit}: the ecological index differs by {value} from the reference areas of the same year ({limit} is tolerated).',
    zh: '{unit}：生态指数与同年参照区相差 {value}（容许 {limit}）。',
  },
  'finding.basic-farmland': {
    en: '{unit} is permanent basic farmland: only cropland may be its target, not {target}.',
    zh: '{unit} 属永久基本农田，目标只能为耕地，不能为{target}。',
  },
  'finding.goal-missed': {
    en: '{unit}: {indicator} is {value}; the goal accepted for this unit asks for {limit}.',
    zh: '{unit}：{indicator}为 {value}，该图斑认可的目标要求 {limit}。',
  },
  'finding.insufficient': { en: 'Cannot be said: {question} {reason}', zh: '无法判断：{question}{reason}' },

  'change.newer-terrain': { en: 'a newer terrain model', zh: '更新的地形数据' },
  'change.other-target': { en: 'another target land use', zh: '改变目标地类' },
  'change.geotechnical-survey': {
    en: 'a geotechnical survey with measured strength',
    zh: '实测强度参数的岩土勘察',
  },
  'change.measured-erosion': { en: 'measured soil loss', zh: '实测土壤流失量' },
  'change.local-erosivity': { en: 'local rainfall erosivity', zh: '当地降雨侵蚀力' },
  'change.water-right': { en: 'a larger water allotment', zh: '增加用水指标' },
  'change.local-climate': { en: 'data of a nearby weather station', zh: '附近气象站资料' },
  'change.more-samples': { en: 'more samples', zh: '增加采样点' },
  'change.official-limit': { en: 'the official limit in the settings', zh: '在设置中给出官方限值' },
  'change.next-season': { en: 'the images of the next season', zh: '下一个生长季的影像' },
  'change.field-visit': { en: 'a visit to the field', zh: '现场核查' },
  'change.other-reference': { en: 'another reference area', zh: '更换参照区' },
  'change.land-register': { en: 'a correction of the land register', zh: '土地台账更正' },

  'measure.reshape-slope': { en: 'Reshape the slope', zh: '削坡整形' },
  'measure.terrace': { en: 'Terrace', zh: '修筑梯田' },
  'measure.change-target': { en: 'Choose another land use', zh: '调整目标地类' },
  'measure.drain-slope': { en: 'Drain the slope', zh: '坡面截排水' },
  'measure.slope-design-check': { en: 'Have the slope checked by design', zh: '边坡设计验算' },
  'measure.straw-barrier': { en: 'Straw checkerboard or brush barriers', zh: '草方格或沙障' },
  'measure.cover-fast': { en: 'Fast cover of pioneer plants', zh: '先锋植物快速覆盖' },
  'measure.bring-water': { en: 'Bring water', zh: '引水灌溉' },
  'measure.save-irrigation': { en: 'Water-saving irrigation', zh: '节水灌溉' },
  'measure.drought-species': { en: 'Drought-tolerant species', zh: '选用耐旱植物' },
  'measure.cover-soil': { en: 'Cover with soil', zh: '客土覆盖' },
  'measure.lime': { en: 'Lime', zh: '施用石灰' },
  'measure.gypsum': { en: 'Gypsum', zh: '施用石膏' },
  'measure.organic-amendment': { en: 'Organic amendment', zh: '增施有机肥' },
  'measure.legume-cover': { en: 'Legumes', zh: '种植豆科植物' },
  'measure.deep-ripping': { en: 'Deep ripping', zh: '深松' },
  'measure.stone-picking': { en: 'Pick stones', zh: '清理石块' },
  'measure.leach-salt': { en: 'Leach salt', zh: '洗盐' },
  'measure.salt-species': { en: 'Salt-tolerant species', zh: '选用耐盐植物' },
  'measure.find-cause-first': { en: 'Find the cause before planting again', zh: '补种前查明原因' },
  'measure.replant': { en: 'Plant again', zh: '补植补播' },
  'measure.reseed': { en: 'Seed in', zh: '补播' },
  'measure.fence-and-watch': { en: 'Fence and watch (natural recovery)', zh: '围封管护（自然恢复）' },
  'measure.isolate-cap': { en: 'Isolate and cap', zh: '隔离覆盖' },
  'measure.stabilise-metal': { en: 'Stabilise metals in the soil', zh: '重金属钝化' },
  'measure.phytoremediation': { en: 'Phytoremediation', zh: '植物修复' },
  'measure.risk-assessment': { en: 'Risk assessment first', zh: '先行风险评估' },
  'measure.keep-cropland': { en: 'Reclaim as cropland', zh: '按耕地复垦' },

  'unknown.no-terrain': { en: 'There is no terrain model of this land.', zh: '该处没有地形数据。' },
  'unknown.no-samples': { en: 'There are no samples here.', zh: '该处没有采样数据。' },
  'unknown.no-climate': { en: 'The settings state no climate.', zh: '设置中没有气候资料。' },
  'unknown.no-observation': { en: 'Nothing has been observed yet.', zh: '尚未进行遥感观测。' },
  'unknown.not-reclaimed': { en: 'It has not been reclaimed.', zh: '尚未复垦。' },
  'unknown.no-reference-value': {
    en: 'The reference areas were not seen that year.',
    zh: '参照区当年没有观测值。',
  },
  'unknown.not-irrigated': { en: 'The land use is not irrigated.', zh: '该用地不灌溉。' },
  'unknown.too-few-years-since': {
    en: 'Only {years} years have been seen since.',
    zh: '此后仅有 {years} 年观测。',
  },
  'unknown.is-reference': { en: 'It is itself a reference area.', zh: '该处本身即参照区。' },
  'unknown.off-terrain': {
    en: 'The terrain model does not cover this land.',
    zh: '地形数据未覆盖该处。',
  },
  'unknown.no-cover': {
    en: 'No vegetation cover is known here: observe first.',
    zh: '该处没有植被覆盖度，请先完成遥感观测。',
  },
  'unknown.no-erosivity': {
    en: 'The settings state neither rainfall erosivity nor precipitation.',
    zh: '设置中既没有降雨侵蚀力，也没有降水量。',
  },
  'unknown.diagnosed-before': {
    en: 'The diagnosis was made before this was looked at: run `aftermine diagnose` again.',
    zh: '此项在上次诊断时尚未纳入，请重新运行 `aftermine diagnose`。',
  },
  'unknown.indicator-not-sampled': {
    en: 'The samples here were not tested for it.',
    zh: '该处样品未检测此项。',
  },
  'unknown.median-below-detection': {
    en: 'Half of the readings or more lie below detection.',
    zh: '半数以上读数低于检出限。',
  },
  'unknown.no-erosion-region': {
    en: 'The settings name no erosion region (`diagnose.erosion.region`).',
    zh: '设置中未指定水土流失类型区（`diagnose.erosion.region`）。',
  },
  'unknown.nothing-grew': { en: 'Nothing had grown that could be lost.', zh: '尚无可损失的植被增长。' },

  'error.E-DIA-301': {
    en: '{where}: the terrain model makes {got} cells around the site; {expected} fit.',
    zh: '{where}：场地范围内地形数据有 {got} 个像元，最多支持 {expected} 个。',
  },
  'hint.E-DIA-301': {
    en: 'Give a coarser model: for planning 5 to 30 m are enough.',
    zh: '请改用较低分辨率的数据，规划用途 5–30 m 即可。',
  },
  'error.E-DIA-302': {
    en: '{where}: the terrain model does not cover the site.',
    zh: '{where}：地形数据未覆盖场地范围。',
  },
  'hint.E-DIA-302': {
    en: 'Check its coordinate system, or download the tiles around the boundary.',
    zh: '请检查其坐标系，或补充边界所在的图幅。',
  },
  'error.E-DIA-303': {
    en: '{where} holds a height of {got}; heights are {expected} metres.',
    zh: '{where} 中出现高程 {got}，应在 {expected} 米之间。',
  },
  'hint.E-DIA-303': {
    en: 'Declare the value that stands for "no data" in the file, and give heights in metres.',
    zh: '请在文件中声明无数据值，并以米为高程单位。',
  },

  'error.E-DIA-304': { en: '{where} was not diagnosed yet.', zh: '{where} 尚未诊断。' },
  'hint.E-DIA-304': { en: 'Run `aftermine diagnose` first.', zh: '请先运行 `aftermine diagnose`。' },

  'diagnosis-note.whole-site': {
    en: 'There are no units: the whole site was judged as one.',
    zh: '没有图斑，已将整个场地作为一个单元诊断。',
  },
  'diagnosis-note.no-terrain': {
    en: 'No terrain model (`diagnose.dem`): slope, stability and erosion are unknown.',
    zh: '未提供地形数据（`diagnose.dem`），坡度、稳定性和水土流失无法判断。',
  },
  'diagnosis-note.strength-assumed': {
    en: 'Strength of the ground comes from the settings (`diagnose.stability`), not from a survey: stability is a screen.',
    zh: '岩土强度取自设置（`diagnose.stability`），并非勘察成果，稳定性仅为筛查。',
  },
  'diagnosis-note.no-samples': {
    en: 'No samples (`diagnose.samples`): soil and contamination are unknown.',
    zh: '未提供采样数据（`diagnose.samples`），土壤与污染状况无法判断。',
  },
  'diagnosis-note.no-observation': {
    en: 'Nothing was observed yet: vegetation, planting and erosion are unknown.',
    zh: '尚未进行遥感观测，植被、种植成效和水土流失无法判断。',
  },
  'diagnosis-note.no-climate': {
    en: 'No climate in the settings (`diagnose.climate`): water is unknown.',
    zh: '设置中没有气候资料（`diagnose.climate`），水分条件无法判断。',
  },
  'diagnosis-note.aridity.hyper-arid': {
    en: 'Aridity index {index}: hyper-arid.',
    zh: '干燥度指数 {index}，极端干旱区。',
  },
  'diagnosis-note.aridity.arid': { en: 'Aridity index {index}: arid.', zh: '干燥度指数 {index}，干旱区。' },
  'diagnosis-note.aridity.semi-arid': {
    en: 'Aridity index {index}: semi-arid.',
    zh: '干燥度指数 {index}，半干旱区。',
  },
  'diagnosis-note.aridity.dry-sub-humid': {
    en: 'Aridity index {index}: dry sub-humid.',
    zh: '干燥度指数 {index}，亚湿润干旱区。',
  },
  'diagnosis-note.aridity.humid': { en: 'Aridity index {index}: humid.', zh: '干燥度指数 {index}，湿润区。' },
  'diagnosis-note.unverified-limits': {
    en: 'Findings that rest on limits not read in the official document: {count}; each says so.',
    zh: '有 {count} 项问题所依据的限值未与官方文本核对，已逐项注明。',
  },
  'diagnosis-note.no-weights': {
    en: 'Too few units differ in anything known: there is no score.',
    zh: '图斑间已知指标缺乏差异，不计算综合得分。',
  },

  'command.propose': {
    en: 'propose units from what was observed',
    zh: '根据观测结果提出候选图斑',
  },
  'flag.min-area': { en: 'smallest proposal, hectares', zh: '候选图斑的最小面积（公顷）' },
  'flag.propose-accept': {
    en: 'take these proposals over into the units (all without ids)',
    zh: '将这些候选图斑纳入图斑（不写编号则全部纳入）',
  },
  'propose.done': {
    en: '{count} candidate units, disturbed land that no unit covers: {path}',
    zh: '{count} 个候选图斑（已扰动但未登记的土地）：{path}',
  },
  'propose.unit': {
    en: '  {id}: {ha} ha ({mu} mu), disturbed {first}-{last}, {state}',
    zh: '  {id}：{ha} 公顷（{mu} 亩），{first}–{last} 年扰动，{state}',
  },
  'propose.more': { en: '  … and {count} more', zh: '  ……另有 {count} 个' },
  'propose.how': {
    en: 'Nothing was changed. Edit the file in a GIS and import it, or take proposals over with --accept.',
    zh: '尚未改动任何图斑。可在 GIS 中编辑后导入，或用 --accept 纳入。',
  },
  'propose.accepted': {
    en: '{count} proposals taken over; the units are now read from {path}, your own file is as it was.',
    zh: '已纳入 {count} 个候选图斑；图斑现读取自 {path}，原文件未改动。',
  },
  'proposal-state.bare': { en: 'bare', zh: '裸露' },
  'proposal-state.regrowing': { en: 'regrowing', zh: '植被恢复中' },
  'error.E-OBS-401': {
    en: '{got} is no proposal; there are {expected}.',
    zh: '没有候选图斑 {got}，现有 {expected}。',
  },
  'hint.E-OBS-401': {
    en: 'Run `aftermine propose` again with the same --min-area and take ids from its list.',
    zh: '请以相同的 --min-area 重新运行 `aftermine propose`，使用列表中的编号。',
  },

  'diagnose.as-of': {
    en: 'As of {year}, the last year of pictures used; terrain and samples as they were given.',
    zh: '以 {year} 年为准（所用影像的最后一年）；地形与样品按所提供资料。',
  },
  'diagnose.as-of-none': {
    en: 'Without pictures: terrain, samples and register as they were given.',
    zh: '未使用影像：地形、样品与台账按所提供资料。',
  },
  'diagnose.done': {
    en: '{units} units diagnosed: {problems} problems, {critical} critical and {major} major; {open} questions open.',
    zh: '已诊断 {units} 个图斑：发现 {problems} 个问题，其中严重 {critical} 个、较重 {major} 个；{open} 项无法判断。',
  },
  'diagnose.mode': { en: '{mode}: {count}', zh: '{mode}：{count} 个图斑' },
  'diagnose.mode-open': { en: 'mode open', zh: '模式待定' },
  'diagnose.more': {
    en: '… and {count} more (report, `--json`)',
    zh: '……另有 {count} 条，见报告或 `--json`',
  },
  'diagnose.references-clean': {
    en: 'Reference areas: no problems found.',
    zh: '参照区：未发现问题。',
  },
  'diagnose.references-problems': {
    en: 'Reference areas show {count} problems themselves: look at them before you measure by them.',
    zh: '参照区自身存在 {count} 个问题，作为基准前请先核查。',
  },
} as const satisfies Texts;
