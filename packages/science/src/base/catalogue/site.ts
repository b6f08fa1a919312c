import type { Texts } from './index.ts';

/** Vector files, and the checks of polygons. */
export const siteTexts = {
  'error.E-VEC-001': { en: '{where} is not GeoJSON: {got}.', zh: '{where} 不是有效的 GeoJSON：{got}。' },
  'hint.E-VEC-001': {
    en: 'Export it again as GeoJSON or GeoPackage, for example from QGIS.',
    zh: '请重新导出为 GeoJSON 或 GeoPackage，例如在 QGIS 中另存。',
  },
  'error.E-VEC-002': {
    en: 'The text encoding of {where} could not be recognised.',
    zh: '无法识别 {where} 的文本编码。',
  },
  'hint.E-VEC-002': { en: 'Save the file as UTF-8.', zh: '请将文件另存为 UTF-8 编码。' },
  'error.E-VEC-003': {
    en: '{where} is too large: {got} bytes, at most {expected} are read.',
    zh: '{where} 过大：{got} 字节，最多读取 {expected} 字节。',
  },
  'hint.E-VEC-003': {
    en: 'Keep only the polygons of this project, or convert to GeoPackage.',
    zh: '请只保留本项目的多边形，或转换为 GeoPackage。',
  },
  'error.E-VEC-004': {
    en: '{where} nests deeper than {expected} levels; it is no honest map file.',
    zh: '{where} 的嵌套超过 {expected} 层，不是正常的地图文件。',
  },
  'hint.E-VEC-004': {
    en: 'Export the polygons again from their source.',
    zh: '请从原始数据重新导出多边形。',
  },
  'error.E-VEC-005': {
    en: '{where} holds more than {expected} vertices.',
    zh: '{where} 的顶点数超过 {expected} 个。',
  },
  'hint.E-VEC-005': {
    en: 'Simplify the outlines (a vertex per metre is more than enough) or keep fewer polygons.',
    zh: '请简化边界（每米一个顶点已足够），或减少多边形数量。',
  },
  'error.E-VEC-006': { en: '{where} holds no polygon.', zh: '{where} 中没有面要素。' },
  'hint.E-VEC-006': {
    en: 'Points and lines cannot bound land: give a file with polygons.',
    zh: '点和线不能表示地块范围，请提供含面要素的文件。',
  },
  'error.E-VEC-007': {
    en: 'The geometry at {where} is broken: {got}.',
    zh: '{where} 处的几何数据有误：{got}。',
  },
  'hint.E-VEC-007': {
    en: 'Coordinates must be lists of numbers, nested as the GeoJSON type asks; export the feature again.',
    zh: '坐标必须是按 GeoJSON 类型嵌套的数字列表，请重新导出该要素。',
  },
  'error.E-VEC-008': {
    en: '{where} has no layer "{got}"; it has: {expected}.',
    zh: '{where} 中没有图层“{got}”；已有图层：{expected}。',
  },
  'hint.E-VEC-008': { en: 'Choose one of the layers listed.', zh: '请从列出的图层中选择。' },
  'error.E-VEC-009': {
    en: 'The coordinate system stated in {where} cannot be understood: {got}.',
    zh: '无法识别 {where} 中声明的坐标系：{got}。',
  },
  'hint.E-VEC-009': {
    en: 'State it by EPSG code, for example {expected}, or export in WGS 84 or CGCS2000.',
    zh: '请用 EPSG 代码声明，例如 {expected}，或以 WGS 84、CGCS2000 重新导出。',
  },
  'error.E-VEC-010': {
    en: '{where}: files of this kind ({got}) are not read. Shapefile, KML, GeoJSON, GeoPackage, DXF, XLSX, CSV and TXT are.',
    zh: '{where}：不支持此类文件（{got}）。支持 Shapefile、KML、GeoJSON、GeoPackage、DXF、XLSX、CSV 和 TXT。',
  },
  'hint.E-VEC-010': {
    en: 'Convert it in QGIS (Export > Save features as, GeoPackage), or with: ogr2ogr boundary.gpkg YOUR_FILE',
    zh: '请在 QGIS 中转换（导出 > 要素另存为，选 GeoPackage），或执行：ogr2ogr boundary.gpkg 原文件',
  },
  'error.E-VEC-011': {
    en: '{where} is not a readable GeoPackage: {got}.',
    zh: '{where} 不是可读取的 GeoPackage：{got}。',
  },
  'hint.E-VEC-011': {
    en: 'Copy it again from its source, or export it anew.',
    zh: '请从原处重新复制，或重新导出。',
  },
  'error.E-VEC-012': { en: 'The geometry at {where} is damaged.', zh: '{where} 处的几何数据已损坏。' },
  'hint.E-VEC-012': {
    en: 'Repair or delete that feature in QGIS, then try again.',
    zh: '请在 QGIS 中修复或删除该要素后重试。',
  },
  'error.E-VEC-013': {
    en: 'The layers of {where} are in different coordinate systems: {got}.',
    zh: '{where} 中各图层的坐标系不一致：{got}。',
  },
  'hint.E-VEC-013': {
    en: 'Name one layer, or export it alone.',
    zh: '请指定其中一个图层，或单独导出该图层。',
  },
  'error.E-VEC-020': { en: '{where} is empty: it has no polygon.', zh: '{where} 为空：没有多边形。' },
  'hint.E-VEC-020': { en: 'Draw or export the polygon again.', zh: '请重新绘制或导出该多边形。' },
  'error.E-VEC-021': {
    en: 'A coordinate in {where} is not a finite number.',
    zh: '{where} 中有坐标不是有限数值。',
  },
  'hint.E-VEC-021': { en: 'Export the polygon again from its source.', zh: '请从原始数据重新导出该多边形。' },
  'error.E-VEC-022': {
    en: 'A ring in {where} has fewer than three different vertices.',
    zh: '{where} 中有一圈边界不足三个不同的顶点。',
  },
  'hint.E-VEC-022': { en: 'Complete or delete that ring.', zh: '请补全或删除该圈边界。' },
  'error.E-VEC-023': { en: 'The polygon in {where} has no area.', zh: '{where} 中的多边形面积为零。' },
  'hint.E-VEC-023': {
    en: 'Check that the vertices do not lie on one line.',
    zh: '请检查顶点是否都在一条直线上。',
  },
  'error.E-VEC-024': {
    en: 'The coordinates of {where} do not fit {crs}.',
    zh: '{where} 的坐标与 {crs} 不符。',
  },
  'hint.E-VEC-024': {
    en: 'State the true coordinate system with --crs.',
    zh: '请用 --crs 指定真实的坐标系。',
  },
  'error.E-VEC-025': {
    en: 'The axes of {where} look swapped: x and y do not fit {crs}, but would the other way round.',
    zh: '{where} 的坐标轴疑似颠倒：现有 x、y 与 {crs} 不符，互换后相符。',
  },
  'hint.E-VEC-025': {
    en: 'Swap the two columns: east (or longitude) comes first. Survey sheets often give north as X.',
    zh: '请互换两列：东坐标（或经度）在前。测绘成果表常以 X 表示北坐标。',
  },
  'error.E-VEC-026': {
    en: 'The eastings of {where} carry zone number {zone}, but {crs} has none.',
    zh: '{where} 的东坐标带有带号 {zone}，而 {crs} 不含带号。',
  },
  'hint.E-VEC-026': {
    en: 'State the system with zone number (for CGCS2000, zone 38: EPSG:4526), or remove the first two digits.',
    zh: '请改用带带号的坐标系（如 CGCS2000 第 38 带为 EPSG:4526），或去掉东坐标前两位。',
  },
  'error.E-VEC-027': {
    en: 'An edge in {where} runs around the world: the polygon lies across longitude 180.',
    zh: '{where} 中有一条边横跨全球：多边形跨越 180° 经线。',
  },
  'hint.E-VEC-027': {
    en: 'Cut the polygon at longitude 180, or give it in a projected system.',
    zh: '请在 180° 经线处切开多边形，或改用投影坐标系。',
  },
  'error.E-VEC-028': { en: 'The boundary crosses itself at {where}.', zh: '边界在 {where} 处自相交。' },
  'hint.E-VEC-028': {
    en: 'Move the vertices next to that place, or repair with QGIS (Fix geometries).',
    zh: '请调整该处附近的顶点，或用 QGIS 的“修正几何图形”处理。',
  },
  'error.E-VEC-029': {
    en: 'A hole lies outside its polygon: {where}.',
    zh: '有孔洞位于所属多边形之外：{where}。',
  },
  'hint.E-VEC-029': {
    en: 'Delete the hole, or make it a polygon of its own.',
    zh: '请删除该孔洞，或将其改为独立的多边形。',
  },
  'error.E-VEC-030': {
    en: 'There are too many vertices to mend: {got}, at most {expected}.',
    zh: '顶点过多，无法自动修复：{got} 个，最多 {expected} 个。',
  },
  'hint.E-VEC-030': { en: 'Repair with QGIS (Fix geometries).', zh: '请用 QGIS 的“修正几何图形”处理。' },
  'error.E-CRS-002': { en: '{where} does not state its coordinate system.', zh: '{where} 没有声明坐标系。' },
  'hint.E-CRS-002': {
    en: 'State it with --crs, for example --crs EPSG:4490 (CGCS2000 degrees) or --crs EPSG:4547 (CGCS2000, meridian 114).',
    zh: '请用 --crs 指定，例如 --crs EPSG:4490（CGCS2000 经纬度）或 --crs EPSG:4547（CGCS2000 三度带，中央经线 114°）。',
  },
  'check.empty': { en: 'no polygon', zh: '没有多边形' },
  'check.not-finite': { en: 'a coordinate is not a finite number', zh: '有坐标不是有限数值' },
  'check.short-ring': {
    en: 'a ring has fewer than three different vertices',
    zh: '有一圈边界不足三个不同的顶点',
  },
  'check.unclosed-ring': { en: '{count} rings are not closed', zh: '{count} 圈边界未闭合' },
  'check.zero-area': { en: 'the area is zero', zh: '面积为零' },
  'check.out-of-range': { en: 'the coordinates do not fit {crs}', zh: '坐标与 {crs} 不符' },
  'check.axes-swapped': { en: 'x and y look swapped for {crs}', zh: '按 {crs} 判断，x、y 疑似颠倒' },
  'check.zone-number': {
    en: 'the eastings carry zone number {zone}, {crs} has none',
    zh: '东坐标带有带号 {zone}，而 {crs} 不含带号',
  },
  'check.antimeridian': { en: 'an edge crosses longitude 180', zh: '有边跨越 180° 经线' },
  'check.self-intersection': { en: 'the outline crosses itself', zh: '边界自相交' },
  'check.polygons-overlap': { en: 'two parts of the polygon overlap', zh: '多边形的两个部分相互重叠' },
  'check.hole-outside': { en: 'a hole lies outside its polygon', zh: '孔洞位于多边形之外' },
  'check.not-checked': {
    en: 'the outline is too interwoven to check it for crossings',
    zh: '边界过于交错，未能检查是否自相交',
  },
  'vector.null-geometry': {
    en: '{count} features without geometry were left out.',
    zh: '已略去 {count} 个没有几何的要素。',
  },
  'vector.not-polygon': {
    en: '{count} points, lines or curves were left out.',
    zh: '已略去 {count} 个点、线或曲线要素。',
  },
  'vector.ring-closed': { en: '{count} open rings were closed.', zh: '已自动闭合 {count} 圈未闭合的边界。' },
  'vector.property-left-out': {
    en: '{count} properties could not be kept.',
    zh: '有 {count} 个属性无法保留。',
  },
  'vector.encoding': {
    en: 'The file is not UTF-8; it was read as {encoding}.',
    zh: '文件不是 UTF-8 编码，已按 {encoding} 读取。',
  },
  'vector.crs-stated': {
    en: 'The file states {stated}; that was used, not {assumed}.',
    zh: '文件声明的坐标系为 {stated}，已采用该坐标系，而非 {assumed}。',
  },
  'vector.not-degrees': {
    en: 'The file states no coordinate system and its numbers are no degrees.',
    zh: '文件未声明坐标系，且坐标数值不是经纬度。',
  },
} as const satisfies Texts;
