import type { Texts } from './index.ts';

/** Shapefiles, archives and KML: reading and writing. */
export const vectorTexts = {
  'error.E-VEC-101': { en: '{where} is not a shapefile.', zh: '{where} 不是有效的 Shapefile。' },
  'hint.E-VEC-101': {
    en: 'Copy all its files (.shp, .shx, .dbf, .prj, .cpg) again, or export it anew.',
    zh: '请重新复制全部文件（.shp、.shx、.dbf、.prj、.cpg），或重新导出。',
  },
  'error.E-VEC-102': {
    en: '{where} holds shapes of type {got}; {expected} is needed.',
    zh: '{where} 的几何类型为 {got}，此处需要 {expected}。',
  },
  'hint.E-VEC-102': {
    en: 'Points and lines cannot bound land, and land cannot stand for a sample: give the right layer.',
    zh: '点、线不能表示地块范围，面也不能代替采样点：请提供正确的图层。',
  },
  'error.E-VEC-103': {
    en: 'The shapefile is damaged at {where}: {expected} bytes stated, {got} there.',
    zh: 'Shapefile 在 {where} 处已损坏：声明 {expected} 字节，实际 {got} 字节。',
  },
  'hint.E-VEC-103': {
    en: 'Copying was cut short, or the file was edited by faulty software: get it again from its source.',
    zh: '文件可能复制不完整，或被有缺陷的软件改写：请从原处重新获取。',
  },
  'error.E-VEC-104': {
    en: 'The .shp file that belongs to {where} is missing.',
    zh: '缺少与 {where} 配套的 .shp 文件。',
  },
  'hint.E-VEC-104': {
    en: 'A shapefile is several files of one name in one folder: copy them all.',
    zh: 'Shapefile 由同一文件夹下的多个同名文件组成，请一并复制。',
  },
  'error.E-VEC-105': {
    en: 'The attribute table (.dbf) of {where} is damaged: {got}.',
    zh: '{where} 的属性表（.dbf）已损坏：{got}。',
  },
  'hint.E-VEC-105': {
    en: 'Get the .dbf again from its source; without it beside the .shp, polygons are read without attributes.',
    zh: '请从原处重新获取 .dbf；若移走该文件，则只读取多边形而不含属性。',
  },
  'error.E-VEC-106': {
    en: 'The text encoding of {where} is open. As {first}: {firstPreview}. As {second}: {secondPreview}.',
    zh: '无法确定 {where} 的文字编码。按 {first}：{firstPreview}；按 {second}：{secondPreview}。',
  },
  'hint.E-VEC-106': {
    en: 'Choose the encoding that reads right (--encoding NAME), or put its name into a .cpg file beside it.',
    zh: '请选择显示正确的编码（--encoding 名称），或在同名 .cpg 文件中写入编码名称。',
  },
  'error.E-VEC-107': {
    en: 'The archive {where} cannot be read: {got}.',
    zh: '无法读取压缩包 {where}：{got}。',
  },
  'hint.E-VEC-107': {
    en: 'Pack it again as a plain zip without password, or unpack it and give the files.',
    zh: '请重新打包为不加密的普通 zip，或解压后直接提供文件。',
  },
  'error.E-VEC-108': {
    en: 'The archive {where} holds too much: {got}, at most {expected}.',
    zh: '压缩包 {where} 内容过多：{got}，最多 {expected}。',
  },
  'hint.E-VEC-108': {
    en: 'Pack only the files of one layer.',
    zh: '请只打包一个图层的文件。',
  },
  'error.E-VEC-109': {
    en: '{where} holds several layers: {got}.',
    zh: '{where} 中有多个图层：{got}。',
  },
  'hint.E-VEC-109': {
    en: 'Name the one that is meant (option layer).',
    zh: '请指明所需的图层（layer 选项）。',
  },
  'error.E-VEC-110': {
    en: 'The archive {where} holds no shapefile and no KML, but: {got}.',
    zh: '压缩包 {where} 中没有 Shapefile 或 KML，只有：{got}。',
  },
  'hint.E-VEC-110': {
    en: 'Unpack it and give the file with the polygons.',
    zh: '请解压后直接提供含多边形的文件。',
  },
  'error.E-VEC-111': {
    en: '{where} is not readable KML, near: {got}',
    zh: '{where} 不是可读取的 KML，出错位置附近：{got}',
  },
  'hint.E-VEC-111': {
    en: 'Export it again from the software it came from.',
    zh: '请在原软件中重新导出。',
  },
  'error.E-VEC-112': {
    en: '{where} has a document type declaration ({got}), which is not accepted.',
    zh: '{where} 含有文档类型声明（{got}），出于安全考虑不予读取。',
  },
  'hint.E-VEC-112': {
    en: 'KML needs none: export the file again, or delete that line.',
    zh: 'KML 不需要该声明：请重新导出，或删除该行。',
  },
  'error.E-VEC-113': {
    en: 'There is no text encoding named {got}.',
    zh: '没有名为 {got} 的文字编码。',
  },
  'hint.E-VEC-113': {
    en: 'For Chinese files it is gb18030 (GBK) or utf-8.',
    zh: '中文文件通常为 gb18030（GBK）或 utf-8。',
  },
  'error.E-VEC-114': {
    en: '{where} is in {got}, not in degrees: positions in GCJ-02 are longitudes and latitudes.',
    zh: '{where} 的坐标系为 {got}，不是经纬度：GCJ-02 坐标必须是经纬度。',
  },
  'hint.E-VEC-114': {
    en: 'Leave out datum: gcj02, or give the file as it came from the map software.',
    zh: '请去掉 datum: gcj02，或提供地图软件导出的原始文件。',
  },
  'error.E-VEC-115': {
    en: 'The polygon at {where} has {got} rings, too many to sort out which lies in which.',
    zh: '{where} 处的多边形有 {got} 圈边界，过多而无法判断内外关系。',
  },
  'hint.E-VEC-115': {
    en: 'Split it into single polygons, for example in QGIS (Multipart to singleparts).',
    zh: '请拆分为单个多边形，例如用 QGIS 的“多部件转单部件”。',
  },
  'error.E-VEC-116': {
    en: 'Files of the kind {got} are not written: {where}.',
    zh: '不支持写出 {got} 类型的文件：{where}。',
  },
  'hint.E-VEC-116': {
    en: 'Name it {expected}.',
    zh: '请使用扩展名 {expected}。',
  },
  'error.E-VEC-117': {
    en: '{where} would be {got} bytes; a shapefile holds at most {expected}.',
    zh: '{where} 将达到 {got} 字节，Shapefile 最多容纳 {expected} 字节。',
  },
  'hint.E-VEC-117': { en: 'Write a GeoPackage instead.', zh: '请改用 GeoPackage。' },
  'error.E-VEC-118': {
    en: 'The coordinates at {where} are broken, near: {got}',
    zh: '{where} 处的坐标有误，出错位置附近：{got}',
  },
  'hint.E-VEC-118': {
    en: 'KML coordinates are longitude,latitude pairs with blanks between them: export the file again.',
    zh: 'KML 坐标应为以空格分隔的“经度,纬度”：请重新导出。',
  },

  'vector.index-ignored': {
    en: 'The index (.shx) does not fit the .shp and was not used.',
    zh: '索引文件（.shx）与 .shp 不符，未采用。',
  },
  'vector.bytes-skipped': {
    en: '{count} bytes between the shapes of the .shp belong to none and were passed over.',
    zh: '.shp 文件的图形之间有 {count} 个多余字节，已跳过。',
  },
  'vector.ring-turned': {
    en: '{count} rings turn the wrong way; whether they are holes was told by what lies inside what.',
    zh: '有 {count} 圈边界方向有误，已按包含关系判断其是否为内圈。',
  },
  'vector.row-deleted': {
    en: '{count} features are marked as deleted and were left out.',
    zh: '有 {count} 个要素已标记删除，未读取。',
  },
  'vector.row-count': {
    en: 'The attribute table has {rows} rows for {shapes} shapes: attributes may belong to other polygons.',
    zh: '属性表有 {rows} 行，图形有 {shapes} 个：属性与图形可能错位。',
  },
  'vector.no-attributes': {
    en: 'There is no attribute table (.dbf): polygons come without attributes.',
    zh: '缺少属性表（.dbf）：多边形不含属性。',
  },
  'vector.name-cut': {
    en: '{count} field names were cut in the middle of a character; the broken part was left out.',
    zh: '有 {count} 个字段名在汉字中间被截断，已去掉残缺部分。',
  },
  'vector.name-twice': {
    en: '{count} field names were empty or stood twice and were numbered.',
    zh: '有 {count} 个字段名为空或重复，已加序号区分。',
  },
  'vector.text-cut-read': {
    en: '{count} texts were cut in the middle of a character by their field; the broken part was left out.',
    zh: '有 {count} 处文字因字段过短在汉字中间被截断，已去掉残缺部分。',
  },
  'vector.undecodable': {
    en: '{count} texts hold bytes that are no characters; they were replaced.',
    zh: '有 {count} 处文字含无法识别的字节，已用替代符号表示。',
  },
  'vector.number-lost': {
    en: '{count} numbers are not in the file: left empty, or wider than their field. They count as not stated.',
    zh: '有 {count} 个数值在文件中缺失（为空值，或超出字段宽度），按未填写处理。',
  },
  'vector.no-unit-columns': {
    en: 'None of the columns {wanted} is in the units file, which has {columns}: ids, kinds of damage and years are not read. Name the columns under `units` in aftermine.yaml (`id: ...`, `name: ...`, `damage: ...`, `damaged: ...`, `reclaimed: ...`), then `aftermine import {file} --as units`.',
    zh: '图斑文件中没有 {wanted} 字段，现有字段为 {columns}，因此未读取编号、损毁类型与年份。请在 aftermine.yaml 的 `units` 中写明字段名（`id: …`、`name: …`、`damage: …`、`damaged: …`、`reclaimed: …`），再运行 `aftermine import {file} --as units`。',
  },
  'vector.encoding-stated': {
    en: 'The file states {stated} as its text encoding, but its bytes are {used}; that was used.',
    zh: '文件声明文字编码为 {stated}，但实际内容为 {used}，已按后者读取。',
  },
  'vector.prj-unknown': {
    en: 'The coordinate system of the .prj is not known: {system}.',
    zh: '无法识别 .prj 中的坐标系：{system}。',
  },
  'vector.entries-ignored': {
    en: '{count} entries of the archive have names that lead out of it and were left out.',
    zh: '压缩包中有 {count} 个文件名指向包外路径，已忽略。',
  },
  'vector.gcj02-shift': {
    en: 'Positions were in GCJ-02 and were converted to WGS 84: they moved by up to {metres} m.',
    zh: '坐标为 GCJ-02（火星坐标系），已转换为 WGS 84，最大位移 {metres} 米。',
  },
  'vector.datum-stated': {
    en: 'This kind of file holds GCJ-02, but WGS 84 was stated; positions were not converted.',
    zh: '此类文件通常为 GCJ-02 坐标，但已指定为 WGS 84，未作转换。',
  },
  'vector.datum-asked': {
    en: 'Positions were taken as WGS 84. If the file comes from a Chinese web map (GCJ-02), they are {metres} m off: say --datum gcj02.',
    zh: '坐标已按 WGS 84 读取。若文件来自国内网络地图（GCJ-02），将偏差约 {metres} 米：请加 --datum gcj02。',
  },

  'vector.written-crs-missing': {
    en: 'The coordinate system is not known, so no .prj was written.',
    zh: '坐标系未知，未写出 .prj 文件。',
  },
  'vector.written-utf8': {
    en: 'Some characters ({characters}) are not in GBK; texts were written in UTF-8.',
    zh: '部分字符（{characters}）不在 GBK 字符集中，文字已改用 UTF-8 写出。',
  },
  'vector.name-shortened': {
    en: 'The field {name} is named {field} in the shapefile (ten bytes at most); {table} lists all names.',
    zh: '字段“{name}”在 Shapefile 中缩写为“{field}”（最多 10 字节），完整名称见 {table}。',
  },
  'vector.text-shortened': {
    en: '{count} texts of the field {name} are longer than 254 bytes and were shortened.',
    zh: '字段“{name}”有 {count} 处文字超过 254 字节，已截短。',
  },
  'vector.number-rounded': {
    en: '{count} numbers of the field {name} were rounded in their last digits.',
    zh: '字段“{name}”有 {count} 个数值的末位已四舍五入。',
  },
  'vector.number-as-text': {
    en: 'The field {name} holds numbers of too many digits for a number field; it was written as text.',
    zh: '字段“{name}”的数值位数过多，已按文本写出。',
  },
  'vector.mixed-types': {
    en: 'The field {name} mixes numbers, texts or yes and no; it was written as text.',
    zh: '字段“{name}”混有数值、文本或是否值，已按文本写出。',
  },
  'vector.blank-text': {
    en: '{count} empty texts or blanks at the end of texts cannot be kept in a shapefile.',
    zh: '有 {count} 处空文本或文本末尾空格无法保存在 Shapefile 中。',
  },
  'vector.field-left-out': {
    en: 'The field {name} was left out: a shapefile holds 255 fields at most.',
    zh: '字段“{name}”未写出：Shapefile 最多 255 个字段。',
  },
  'vector.id-written': {
    en: 'The ids of features were written as the field {field}.',
    zh: '要素编号已写入字段“{field}”。',
  },
  'vector.control-characters': {
    en: '{count} control characters were left out of texts.',
    zh: '已从文字中去掉 {count} 个控制字符。',
  },
} as const satisfies Texts;
