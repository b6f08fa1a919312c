import type { Texts } from './index.ts';

/** Polygons from lists of corners, tables and drawings, and field samples from tables. */
export const tableTexts = {
  'error.E-TAB-001': {
    en: '{where}: "{got}" is no corner with two coordinates.',
    zh: '{where}：“{got}”不是含两个坐标的拐点行。',
  },
  'hint.E-TAB-001': {
    en: 'Each row needs a label, the ring number and two coordinates, such as J1,1,3331286.79,38455964.63.',
    zh: '每行应为点号、圈号和两个坐标，如 J1,1,3331286.79,38455964.63。',
  },
  'error.E-TAB-002': {
    en: '{where}: the header states zone {expected}, the eastings carry zone {got}.',
    zh: '{where}：文件头声明带号为 {expected}，横坐标自带的带号为 {got}。',
  },
  'hint.E-TAB-002': {
    en: 'One of the two is wrong: correct the zone in the header, or get the coordinates again.',
    zh: '两者必有一误：请更正文件头中的带号，或重新获取坐标。',
  },
  'error.E-TAB-003': {
    en: '{where}: there is no zone {got} of {expected} degrees.',
    zh: '{where}：{expected} 度带中没有第 {got} 带。',
  },
  'hint.E-TAB-003': {
    en: 'China has 3-degree zones 25 to 45 and 6-degree zones 13 to 23: correct the width or the number.',
    zh: '我国 3 度带为第 25 至 45 带，6 度带为第 13 至 23 带：请更正分带方式或带号。',
  },
  'error.E-TAB-004': {
    en: '{where}: the corner {got} is unlike the others, or no coordinate at all.',
    zh: '{where}：拐点 {got} 与其他拐点不一致，或不是坐标。',
  },
  'hint.E-TAB-004': {
    en: 'Look for swapped columns, a missing digit, or degrees among metres in that row.',
    zh: '请检查该行是否两列颠倒、缺少数位，或在米制坐标中混入经纬度。',
  },
  'error.E-TAB-005': {
    en: '{where} does not tell which coordinate is the northing.',
    zh: '{where} 无法判断哪一列是纵坐标（北坐标）。',
  },
  'hint.E-TAB-005': {
    en: 'Name the columns northing and easting, or longitude and latitude.',
    zh: '请将列名写明为纵坐标、横坐标，或经度、纬度。',
  },
  'error.E-TAB-006': {
    en: '{where}: the easting carries zone {got}, the others {expected} (- = no zone number).',
    zh: '{where}：该横坐标的带号为 {got}，其他为 {expected}（- 表示不带带号）。',
  },
  'hint.E-TAB-006': {
    en: 'Give all corners in one zone, all with or all without its number.',
    zh: '请将所有拐点统一到同一投影带，并统一带或不带带号。',
  },
  'error.E-TAB-007': {
    en: '{where}: the parcel has {got} rings, at most {expected} are read.',
    zh: '{where}：该地块有 {got} 圈边界，最多读取 {expected} 圈。',
  },
  'hint.E-TAB-007': {
    en: 'Split the parcel, or check the column of ring numbers.',
    zh: '请拆分地块，或检查圈号列。',
  },
  'error.E-TAB-008': {
    en: '{where}: a ring of {got} corners bounds nothing.',
    zh: '{where}：一圈仅有 {got} 个拐点，不能围成地块。',
  },
  'hint.E-TAB-008': {
    en: 'A ring needs three corners at least; check ring numbers and parcel rows.',
    zh: '每圈至少需要三个拐点，请检查圈号和地块行。',
  },
  'error.E-TAB-009': {
    en: '{where}: the WKT cannot be read at character {expected}: {got}',
    zh: '{where}：WKT 在第 {expected} 个字符处无法解析：{got}',
  },
  'hint.E-TAB-009': {
    en: 'Write POLYGON((x y, x y, ...)) or MULTIPOLYGON, in quotes in a CSV file.',
    zh: '请写成 POLYGON((x y, x y, ...)) 或 MULTIPOLYGON；在 CSV 中须加引号。',
  },
  'error.E-TAB-010': {
    en: '{where}: the drawing is broken or ends early: expected {expected}, got "{got}".',
    zh: '{where}：DXF 图形文件损坏或不完整：应为 {expected}，实为“{got}”。',
  },
  'hint.E-TAB-010': {
    en: 'Save it again as ASCII DXF (2000 or later).',
    zh: '请重新另存为 ASCII DXF（2000 或更高版本）。',
  },
  'error.E-TAB-011': {
    en: '{where}: drawings of this kind ({got}) are not read.',
    zh: '{where}：不支持此类图形文件（{got}）。',
  },
  'hint.E-TAB-011': {
    en: 'Save it as ASCII DXF in the drawing program.',
    zh: '请在制图软件中另存为 ASCII DXF。',
  },
  'error.E-TAB-020': { en: '{where} is no readable table: {got}.', zh: '{where} 不是可读取的表格：{got}。' },
  'hint.E-TAB-020': {
    en: 'Check the quotes; save it again as CSV or XLSX.',
    zh: '请检查引号是否成对，或重新另存为 CSV 或 XLSX。',
  },
  'error.E-TAB-021': {
    en: '{where} is no readable workbook: {got}.',
    zh: '{where} 不是可读取的工作簿：{got}。',
  },
  'hint.E-TAB-021': {
    en: 'Open it in a spreadsheet program and save it again as XLSX, or as CSV.',
    zh: '请用表格软件打开后重新另存为 XLSX 或 CSV。',
  },
  'error.E-TAB-022': {
    en: '{where} unpacks to more than {expected} (bytes or parts); it is no honest workbook.',
    zh: '{where} 解压后超过 {expected}（字节或文件数），不是正常的工作簿。',
  },
  'hint.E-TAB-022': {
    en: 'Copy the rows that matter into a new workbook, or save them as CSV.',
    zh: '请将所需数据复制到新的工作簿，或另存为 CSV。',
  },
  'error.E-TAB-023': {
    en: '{where} has too many rows or cells; at most {expected} rows are read.',
    zh: '{where} 的行或单元格过多，最多读取 {expected} 行。',
  },
  'hint.E-TAB-023': {
    en: 'Delete what lies far below or to the right of the table, or split the file.',
    zh: '请删除表格下方或右侧远处的多余内容，或拆分文件。',
  },
  'error.E-TAB-024': {
    en: '{where} is an old .xls workbook, or one with a password.',
    zh: '{where} 是旧版 .xls 工作簿，或设有密码。',
  },
  'hint.E-TAB-024': {
    en: 'Save it as XLSX without a password.',
    zh: '请另存为 XLSX，并取消密码。',
  },
  'error.E-TAB-030': {
    en: '{where} has no columns of coordinates that can be recognised.',
    zh: '{where} 中没有可识别的坐标列。',
  },
  'hint.E-TAB-030': {
    en: 'Name two columns northing and easting, X and Y, or longitude and latitude, or give a WKT column.',
    zh: '请将两列命名为纵坐标与横坐标、X 与 Y，或经度与纬度；也可提供 WKT 列。',
  },
  'error.E-TAB-031': {
    en: '{where} has no column of readings that can be recognised.',
    zh: '{where} 中没有可识别的检测指标列。',
  },
  'hint.E-TAB-031': {
    en: 'Name columns by analyte and unit, such as "Cd (mg/kg)" or "pH"; the guide to samples lists the names.',
    zh: '请用指标加单位命名列，如“镉（mg/kg）”“pH”；可用名称见样品导入指南。',
  },
  'vector.axes-by-numbers': {
    en: 'The columns name the coordinates the other way round than their numbers say; the numbers were followed.',
    zh: '坐标列的名称与数值不符（纵、横坐标颠倒），已按数值处理。',
  },
  'vector.zone-assumed': {
    en: 'No coordinate system is stated; the eastings carry zone number {zone}, so {crs} was taken.',
    zh: '文件未声明坐标系；横坐标自带带号 {zone}，已按 {crs} 处理。',
  },
  'vector.zone-seen': {
    en: 'The eastings carry zone number {zone}: {crs} may be the system.',
    zh: '横坐标自带带号 {zone}：坐标系可能为 {crs}。',
  },
  'vector.inexact-datum': {
    en: '{crs}: the shift to CGCS2000 is not public; positions are good to tens of metres.',
    zh: '{crs}：与 CGCS2000 的转换参数未公开，位置误差可达数十米。',
  },
  'vector.corner-count': {
    en: '{count} parcels have another number of corners than stated.',
    zh: '有 {count} 个地块的拐点数与声明的点数不符。',
  },
  'vector.area-differs': {
    en: 'The area of {count} parcels differs from the stated one by more than 1 %.',
    zh: '有 {count} 个地块的面积与声明值相差超过 1%。',
  },
  'vector.dxf-open': {
    en: '{count} polylines are open and were left out.',
    zh: '已略去 {count} 条未闭合的多段线。',
  },
  'vector.dxf-text': {
    en: '{count} texts and block insertions were left out.',
    zh: '已略去 {count} 个文字和图块插入。',
  },
  'vector.dxf-units': {
    en: 'The drawing states unit number {units} ($INSUNITS), not metres; its numbers were taken as they are.',
    zh: '图形声明的单位代号为 {units}（$INSUNITS），不是米；坐标数值按原样采用。',
  },
  'sample-place.file': { en: '{file}: {words}', zh: '{file}：{words}' },
  'sample-place.row': { en: '{file}, row {row}: {words}', zh: '{file} 第 {row} 行：{words}' },
  'sample-place.column': { en: '{file}, column {column}: {words}', zh: '{file}“{column}”列：{words}' },
  'sample-place.cell': {
    en: '{file}, row {row}, column {column}: {words}',
    zh: '{file} 第 {row} 行“{column}”列：{words}',
  },
  'sample.more': { en: '{count} more of the same kind.', zh: '另有 {count} 处同类问题。' },
  'sample.columns-ignored': {
    en: '{count} columns were not recognised and left out: {names}.',
    zh: '有 {count} 列未识别，已略去：{names}。',
  },
  'sample.summary-row': {
    en: '{count} rows of means, extremes or limits were left out.',
    zh: '已略去 {count} 行统计值或标准值。',
  },
  'sample.degrees-assumed': {
    en: 'Longitudes and latitudes were taken as CGCS2000, which agrees with WGS 84 to decimetres.',
    zh: '经纬度按 CGCS2000 处理（与 WGS 84 相差在分米级）。',
  },
  'sample.kind-assumed': {
    en: 'Nothing tells what was sampled; the samples were taken as: {kind}.',
    zh: '表中未说明样品类型，已按 {kind} 处理。',
  },
  'sample.no-unit': {
    en: 'No unit is stated for {analyte}; the column was not used. Accepted: {accepted}.',
    zh: '{analyte} 未注明单位，该列未采用。可用单位：{accepted}。',
  },
  'sample.strange-unit': {
    en: '{unit} is not accepted for {analyte}; the column was not used. Accepted: {accepted}.',
    zh: '{analyte} 不支持单位 {unit}，该列未采用。可用单位：{accepted}。',
  },
  'sample.not-of-kind': {
    en: '{analyte} is not an analyte of samples of this kind ({kind}); the column was not used for them.',
    zh: '{analyte} 不属于此类样品（{kind}）的指标，该列未采用。',
  },
  'sample.unreadable': { en: '"{cell}" is no reading.', zh: '“{cell}”不是可识别的检测值。' },
  'sample.above-range': {
    en: '"{cell}" is above what the method can measure; it was not used.',
    zh: '“{cell}”超出方法测定上限，未采用。',
  },
  'sample.no-limit': {
    en: '"{cell}" tells no limit of detection; state it (such as <0.01, or in a row of limits).',
    zh: '“{cell}”未注明检出限；请写明（如 <0.01，或增加检出限行）。',
  },
  'sample.zero': {
    en: 'A concentration of 0 cannot be measured; write the limit of detection, such as <0.01.',
    zh: '浓度不可能测得 0；请写明检出限，如 <0.01。',
  },
  'sample.impossible': {
    en: '{cell} cannot be: values lie within {range}.',
    zh: '{cell} 不可能出现：取值范围为 {range}。',
  },
  'sample.twice': {
    en: '{analyte} stands in two columns; the first was used, "{cell}" was not.',
    zh: '{analyte} 出现在两列中，已采用前一列，“{cell}”未采用。',
  },
  'sample.texture-sum': {
    en: 'Clay, silt and sand add up to {sum} %, not 100 %.',
    zh: '黏粒、粉粒、砂粒之和为 {sum}%，不是 100%。',
  },
  'sample.no-reading': {
    en: 'The row holds no reading that can be used.',
    zh: '该行没有可用的检测值。',
  },
  'sample.no-place': {
    en: 'The sample has neither a position nor a unit; it was left out.',
    zh: '样品既无坐标也无所属图斑，已略去。',
  },
  'sample.same-id': {
    en: 'Sample {id} stands in row {before} already, with the same date and depth.',
    zh: '样品 {id} 已在第 {before} 行出现，日期和深度相同。',
  },
  'sample.unknown-area': {
    en: 'There is no unit or reference area {unit} in the project.',
    zh: '项目中没有图斑或参照区 {unit}。',
  },
  'sample.outside-area': {
    en: 'The position lies {metres} m outside {unit}, which the table names.',
    zh: '坐标位于表中所列图斑 {unit} 之外 {metres} 米。',
  },
  'sample.outside-site': {
    en: 'The position lies {metres} m outside the boundary of the project.',
    zh: '坐标位于项目边界之外 {metres} 米。',
  },
  'sample.bad-position': {
    en: 'The position {cell} cannot be read or is unlike the others.',
    zh: '坐标 {cell} 无法识别，或与其他样品不一致。',
  },
  'sample.bad-date': { en: '"{cell}" is no date.', zh: '“{cell}”不是有效日期。' },
  'sample.bad-depth': { en: '"{cell}" is no depth.', zh: '“{cell}”不是有效深度。' },
  'sample.depth-unit': {
    en: 'No unit is stated for the depth of sampling ("{cell}"); depths were left empty.',
    zh: '采样深度（“{cell}”）未注明单位，深度留空。',
  },
  'analyte.Cd': { en: 'cadmium', zh: '镉' },
  'analyte.Hg': { en: 'mercury', zh: '汞' },
  'analyte.As': { en: 'arsenic', zh: '砷' },
  'analyte.Pb': { en: 'lead', zh: '铅' },
  'analyte.Cr': { en: 'chromium', zh: '铬' },
  'analyte.CrVI': { en: 'chromium(VI)', zh: '六价铬' },
  'analyte.Cu': { en: 'copper', zh: '铜' },
  'analyte.Ni': { en: 'nickel', zh: '镍' },
  'analyte.Zn': { en: 'zinc', zh: '锌' },
  'analyte.Fe': { en: 'iron', zh: '铁' },
  'analyte.Mn': { en: 'manganese', zh: '锰' },
  'analyte.pH': { en: 'pH', zh: 'pH 值（酸碱度）' },
  'analyte.soc': { en: 'soil organic carbon', zh: '土壤有机碳' },
  'analyte.som': { en: 'soil organic matter', zh: '土壤有机质' },
  'analyte.totalN': { en: 'total nitrogen', zh: '全氮' },
  'analyte.availableP': { en: 'available phosphorus', zh: '有效磷' },
  'analyte.availableK': { en: 'available potassium', zh: '速效钾' },
  'analyte.bulkDensity': { en: 'bulk density', zh: '容重' },
  'analyte.gravel': { en: 'gravel', zh: '砾石含量' },
  'analyte.soilDepth': { en: 'depth of soil', zh: '有效土层厚度' },
  'analyte.ec': { en: 'electrical conductivity', zh: '电导率' },
  'analyte.salinity': { en: 'soluble salts', zh: '含盐量' },
  'analyte.clay': { en: 'clay', zh: '黏粒' },
  'analyte.silt': { en: 'silt', zh: '粉粒' },
  'analyte.sand': { en: 'sand', zh: '砂粒' },
  'analyte.sulfate': { en: 'sulfate', zh: '硫酸盐' },
  'analyte.fluoride': { en: 'fluoride', zh: '氟化物' },
  'analyte.ammoniaN': { en: 'ammonia nitrogen', zh: '氨氮' },
  'analyte.cod': { en: 'chemical oxygen demand', zh: '化学需氧量' },
  'analyte.suspendedSolids': { en: 'suspended solids', zh: '悬浮物' },
  'analyte.cover': { en: 'plant cover', zh: '植被盖度' },
  'analyte.litterCover': { en: 'litter cover', zh: '枯落物盖度' },
  'analyte.survival': { en: 'survival of plantings', zh: '成活率' },
  'analyte.speciesCount': { en: 'number of species', zh: '物种数' },
  'analyte.plantHeight': { en: 'height of plants', zh: '株高' },
  'analyte.stemDensity': { en: 'stems per hectare', zh: '株数密度' },
  'sample-kind.soil': { en: 'soil', zh: '土壤' },
  'sample-kind.water': { en: 'water', zh: '水' },
  'sample-kind.plot': { en: 'vegetation plot', zh: '植被样方' },
} as const satisfies Texts;
