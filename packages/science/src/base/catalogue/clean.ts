import type { Texts } from './index.ts';

/** What the command `clean` says. */
export const cleanTexts = {
  'command.clean': {
    en: 'how much room interim results take, and give it back; results stay',
    zh: '查看并清理中间结果占用的空间，成果不受影响',
  },
  'clean.part': {
    en: '{path} ({what}): {size} MB in {files} files',
    zh: '{path}（{what}）：{size} MB，{files} 个文件',
  },
  'clean-part.tiles': { en: 'finished pieces of runs', zh: '已完成的计算分块' },
  'clean-part.plans': { en: 'plans of runs', zh: '运行计划' },
  'clean-part.pictures': { en: 'small pictures for the browser', zh: '网页端缩略图' },
  'clean.done': {
    en: '{size} MB removed; {free} MB are free now.',
    zh: '已清理 {size} MB，磁盘现有可用空间 {free} MB。',
  },
  'clean.would': {
    en: '{size} MB can be removed; {free} MB are free. Nothing was changed.',
    zh: '可清理 {size} MB，磁盘可用空间 {free} MB。未作任何改动。',
  },
  'clean.kept': {
    en: 'Inputs, layers, reports, evidence and project.gpkg are never touched. The next observation takes as long as the first.',
    zh: '输入文件、图层、报告、证据材料和 project.gpkg 均不会改动。下次观测所需时间与首次相同。',
  },
} as const satisfies Texts;
