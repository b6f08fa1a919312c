import type { Texts } from './index.ts';

/** `error.<code>` says what is wrong, `hint.<code>` what to do. Every code has both. */
export const errorTexts = {
  'error.E-USE-001': { en: 'The command line could not be read: {got}.', zh: '无法识别的命令行：{got}。' },
  'hint.E-USE-001': { en: 'See `aftermine --help`.', zh: '请查看 `aftermine --help`。' },
  'error.E-USE-002': {
    en: 'There is no {where} called "{got}"; known: {expected}.',
    zh: '没有名为“{got}”的 {where}；可用：{expected}。',
  },
  'hint.E-USE-002': { en: 'Choose one of the names listed.', zh: '请从列出的名称中选择。' },
  'error.E-USE-003': { en: '{where} exists already.', zh: '{where} 已存在。' },
  'hint.E-USE-003': {
    en: 'Add --overwrite to replace it, or choose another place.',
    zh: '如需替换请加 --overwrite，或另选位置。',
  },
  'error.E-USE-004': { en: '`{where}` needs {expected}.', zh: '`{where}` 需要 {expected}。' },
  'hint.E-USE-004': { en: 'Name the file of the boundary.', zh: '请指定边界文件。' },
  'error.E-USE-005': { en: 'It cannot be told what {where} is.', zh: '无法判断 {where} 的用途。' },
  'hint.E-USE-005': { en: 'Say it with --as: {expected}.', zh: '请用 --as 指定：{expected}。' },
  'error.E-USE-006': { en: '{where} needs a number, not "{got}".', zh: '{where} 需要数字，而不是“{got}”。' },
  'hint.E-USE-006': { en: 'Write it with a point, for example 0.25.', zh: '请用小数点书写，例如 0.25。' },
  'error.E-USE-010': { en: '`{where}` needs {expected}.', zh: '`{where}` 需要 {expected}。' },
  'hint.E-USE-010': {
    en: 'Its extension says the format: .shp, .zip, .gpkg, .geojson, .kml.',
    zh: '扩展名决定格式：.shp、.zip、.gpkg、.geojson、.kml。',
  },
  'error.E-USE-007': {
    en: '`{where}` cannot say beforehand what it would do.',
    zh: '`{where}` 不支持试运行。',
  },
  'hint.E-USE-007': {
    en: 'Leave --dry-run out; nothing that exists is replaced without --overwrite.',
    zh: '请去掉 --dry-run；未加 --overwrite 时不会覆盖已有内容。',
  },
  'error.E-BUG-001': {
    en: 'Something went wrong that Aftermine did not foresee: {got}.',
    zh: '发生了未预料的错误：{got}。',
  },
  'hint.E-BUG-001': {
    en: 'Nothing you had is lost. Run again with -v and report what it prints.',
    zh: '已有数据没有丢失。请加 -v 再运行一次，并把输出内容反馈给我们。',
  },
  'error.E-PRJ-001': {
    en: 'There is no project here: {expected} was not found in {where}.',
    zh: '此处没有项目：在 {where} 中找不到 {expected}。',
  },
  'hint.E-PRJ-001': {
    en: 'Make one with `aftermine init DIR --boundary FILE`, or name its folder with -C.',
    zh: '用 `aftermine init 文件夹 --boundary 边界文件` 新建，或用 -C 指定项目文件夹。',
  },
  'error.E-PRJ-002': { en: 'The file {where} cannot be read.', zh: '无法读取文件 {where}。' },
  'hint.E-PRJ-002': { en: 'Check the path and the permissions.', zh: '请检查路径和权限。' },
  'error.E-PRJ-003': { en: 'A project exists already in {where}.', zh: '{where} 中已有项目。' },
  'hint.E-PRJ-003': {
    en: 'Choose another folder, or add --overwrite to start it anew (layers and reports stay until they are recomputed).',
    zh: '请另选文件夹，或加 --overwrite 重新建立（图层和报告在重新计算前保留）。',
  },
  'error.E-PRJ-004': { en: 'There is no observation yet in {where}.', zh: '{where} 中还没有观测结果。' },
  'hint.E-PRJ-004': { en: 'Run `aftermine observe` first.', zh: '请先运行 `aftermine observe`。' },
  'error.E-PRJ-010': {
    en: 'A finished piece of work is missing or damaged: {where}.',
    zh: '已完成的中间结果缺失或损坏：{where}。',
  },
  'hint.E-PRJ-010': {
    en: 'Run the same command again: it makes what is missing anew.',
    zh: '请再次运行同一命令，缺失部分会重新生成。',
  },
  'error.E-PRJ-011': {
    en: 'The disk is full: {where} could not be written.',
    zh: '磁盘已满：无法写入 {where}。',
  },
  'hint.E-PRJ-011': {
    en: 'Free some space (`.aftermine` may be deleted) and run again; finished work is kept.',
    zh: '请清理空间（`.aftermine` 可删除）后重新运行；已完成的部分会保留。',
  },
  'error.E-PRJ-012': {
    en: 'Aftermine may not write to {where} ({got}).',
    zh: '没有权限写入 {where}（{got}）。',
  },
  'hint.E-PRJ-012': {
    en: 'Choose a folder you may write to, or change its permissions.',
    zh: '请选择可写的文件夹，或修改其权限。',
  },
  'error.E-PRJ-013': { en: 'Writing or reading {where} failed: {got}.', zh: '读写 {where} 失败：{got}。' },
  'hint.E-PRJ-013': {
    en: 'Check the disk and run again; finished work is kept.',
    zh: '请检查磁盘后重新运行；已完成的部分会保留。',
  },
  'error.E-PRJ-020': { en: 'Stopped on request.', zh: '已按要求停止。' },
  'hint.E-PRJ-020': {
    en: 'Everything finished so far is kept: run the same command again to go on.',
    zh: '已完成的部分均已保留：再次运行同一命令即可继续。',
  },
  'error.E-SET-001': {
    en: 'The settings file is not valid YAML at {where}: {got}',
    zh: '设置文件在 {where} 处不是有效的 YAML：{got}',
  },
  'hint.E-SET-001': {
    en: 'Check indentation, colons and quotes around that line.',
    zh: '请检查该行附近的缩进、冒号和引号。',
  },
  'error.E-SET-002': {
    en: 'The setting "{key}" at {where} does not fit: {got}',
    zh: '设置项“{key}”（{where}）不符合要求：{got}',
  },
  'hint.E-SET-002': {
    en: '`aftermine schema settings` lists every key with its range.',
    zh: '`aftermine schema settings` 列出全部设置项及其范围。',
  },
  'error.E-SET-003': {
    en: '--set needs {expected}, not "{got}".',
    zh: '--set 的格式应为 {expected}，而不是“{got}”。',
  },
  'hint.E-SET-003': {
    en: 'For example: --set observe.composite=median',
    zh: '例如：--set observe.composite=median',
  },
} as const satisfies Texts;
