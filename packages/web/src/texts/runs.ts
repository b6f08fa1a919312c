import type { Texts } from './text.ts';

export const runsTexts = {
  'runs.title': { en: 'Runs', zh: '任务' },
  'runs.sentence': {
    en: 'Long work runs in the background, one after the other, and goes on after a restart.',
    zh: '耗时任务在后台依次运行，重启后自动继续。',
  },
  'runs.queue': { en: 'Queue', zh: '队列' },
  'runs.empty': { en: 'Nothing has run yet', zh: '还没有运行过任务' },
  'runs.empty-why': {
    en: 'Observation, diagnosis, plan and season run here. Begin on the data page of a project; the demo mine needs about two minutes.',
    zh: '观测、诊断、编制方案和逐季评估在这里运行。可在项目的数据检查页开始；示范矿约需两分钟。',
  },
  'runs.to-projects': { en: 'To the projects', zh: '前往项目列表' },
  'runs.pick': { en: 'Pick a run to see its log.', zh: '选择一项任务查看日志。' },
  'runs.project': { en: 'Project', zh: '项目' },
  'runs.created': { en: 'Asked for', zh: '提交时间' },
  'runs.started': { en: 'Begun', zh: '开始时间' },
  'runs.finished': { en: 'Ended', zh: '结束时间' },
  'runs.again': {
    en: 'Begun {count} times: the server was restarted meanwhile. What was finished before is kept.',
    zh: '已第 {count} 次启动：期间服务器重启过，此前完成的部分已保留。',
  },
  'runs.waits': { en: 'Waits until the work before it has ended.', zh: '等待前面的任务结束。' },
  'runs.lost': {
    en: 'Nothing is heard of this run just now; asked again.',
    zh: '暂时收不到该任务的消息，正在重试。',
  },
  'runs.log': { en: 'Log', zh: '日志' },
  'runs.log-empty': { en: 'Nothing written yet.', zh: '尚无日志。' },
  'runs.follow': { en: 'Follow the newest line', zh: '跟随最新一行' },
  'runs.result': { en: 'Result', zh: '结果' },
  'runs.done': { en: 'Done. {count} files were written.', zh: '已完成，写出 {count} 个文件。' },
  'runs.warnings': { en: 'To know', zh: '注意事项' },
  'runs.open': { en: 'Open the project', zh: '打开项目' },
  'runs.all': { en: 'All projects', zh: '全部项目' },
} satisfies Texts;
