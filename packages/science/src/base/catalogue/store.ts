import type { Texts } from './index.ts';

/** The project file and its lock. */
export const storeTexts = {
  'error.E-STO-001': {
    en: 'The project file {where} is not a GeoPackage ({got}).',
    zh: '项目文件 {where} 不是 GeoPackage 文件（{got}）。',
  },
  'hint.E-STO-001': {
    en: 'Put back the project.gpkg of this project, or make a new project in another folder.',
    zh: '请放回本项目原来的 project.gpkg，或在其他文件夹新建项目。',
  },
  'error.E-STO-002': {
    en: 'The project file is damaged at {where}: {got}.',
    zh: '项目文件在 {where} 处已损坏：{got}。',
  },
  'hint.E-STO-002': {
    en: 'Restore project.gpkg from a backup. Without one, start the project anew from `inputs/`; computed tiles in `.aftermine` are used again.',
    zh: '请用备份恢复 project.gpkg。没有备份时，可用 `inputs/` 中的文件重新建立项目，`.aftermine` 中已算好的分块会直接沿用。',
  },
  'error.E-STO-003': {
    en: 'The project file {where} was written by a newer Aftermine (tables {got}; this program knows up to {expected}).',
    zh: '项目文件 {where} 由更新版本的 Aftermine 写成（表结构版本 {got}，本程序最高支持 {expected}）。',
  },
  'hint.E-STO-003': {
    en: 'Install the newer version. The file was not touched.',
    zh: '请安装新版本。该文件未作任何改动。',
  },
  'error.E-STO-004': {
    en: '{where} is a GeoPackage, but not of an Aftermine project.',
    zh: '{where} 是 GeoPackage 文件，但不是 Aftermine 的项目文件。',
  },
  'hint.E-STO-004': {
    en: 'Move it into `inputs/` and make a project from it with `aftermine init DIR --boundary FILE`.',
    zh: '请把它移到 `inputs/`，再用 `aftermine init 文件夹 --boundary 文件` 新建项目。',
  },
  'error.E-STO-005': {
    en: 'The project file {where} cannot be opened for writing ({got}).',
    zh: '无法以可写方式打开项目文件 {where}（{got}）。',
  },
  'hint.E-STO-005': {
    en: 'Check that the folder exists and may be written to; copy the project from read-only media first.',
    zh: '请确认文件夹存在且可写；若在只读介质上，请先把项目复制出来。',
  },
  'error.E-STO-006': { en: 'Another program is writing to {where}.', zh: '另一个程序正在写入 {where}。' },
  'hint.E-STO-006': {
    en: 'Save and stop editing in QGIS, or wait for the other run, then try again.',
    zh: '请在 QGIS 中保存并结束编辑，或等待另一任务完成后重试。',
  },
  'error.E-STO-007': { en: 'The disk is full: {where} was not changed.', zh: '磁盘已满：{where} 未作改动。' },
  'hint.E-STO-007': { en: 'Free some space and run again.', zh: '请清理磁盘空间后重新运行。' },
  'error.E-STO-008': {
    en: 'The project file {where} could not be used: {got}.',
    zh: '项目文件 {where} 无法使用：{got}。',
  },
  'hint.E-STO-008': {
    en: 'Check the disk and run again; what was saved before is kept.',
    zh: '请检查磁盘后重新运行；此前保存的内容不受影响。',
  },
  'error.E-STO-009': {
    en: 'The coordinate system "{got}" cannot be stored; an EPSG code such as {expected} is needed.',
    zh: '无法存储坐标系“{got}”；需要 EPSG 代码，例如 {expected}。',
  },
  'hint.E-STO-009': { en: 'Name the system with --crs.', zh: '请用 --crs 指定坐标系。' },
  'error.E-STO-011': {
    en: 'Somebody else wrote in the history in the meantime: {where} has {expected} lines.',
    zh: '其间有人写入了历史记录：{where} 已有 {expected} 条。',
  },
  'hint.E-STO-011': {
    en: 'Do it again: nothing of it was written.',
    zh: '请重试：本次未写入任何内容。',
  },
  'error.E-STO-010': {
    en: 'The id "{got}" stands more than once in {where}.',
    zh: '{where} 中编号“{got}”重复出现。',
  },
  'hint.E-STO-010': {
    en: 'Give every unit its own id, or name another property with `units.id` in aftermine.yaml.',
    zh: '请保证每个图斑编号唯一，或在 aftermine.yaml 的 `units.id` 中改用其他字段。',
  },
  'error.E-PRJ-030': {
    en: 'Another Aftermine is working on {where}: `{command}`, process {pid} on {host}.',
    zh: '另一个 Aftermine 正在处理 {where}：`{command}`，进程 {pid}，主机 {host}。',
  },
  'hint.E-PRJ-030': {
    en: 'Wait for it or stop it, then run again. The lock ends with that process, however it ends.',
    zh: '请等待其完成或将其停止，再重新运行。该进程一旦结束，锁会自动释放。',
  },
} as const satisfies Texts;
