import type { Texts } from './index.ts';

/** Texts of `serve`: the command, and what the server refuses. */
export const serverTexts = {
  'command.serve': {
    en: 'open the workbench in the browser and serve the API',
    zh: '在浏览器中打开工作台并提供接口服务',
  },
  'flag.port': {
    en: 'port (default 4317, the next free one if it is taken; 0: any)',
    zh: '端口（默认 4317，被占用时取下一个空闲端口；0 为任意端口）',
  },
  'flag.host': {
    en: 'address to listen on (default 127.0.0.1)',
    zh: '监听地址（默认 127.0.0.1）',
  },
  'flag.allow-host': {
    en: 'further host names by which the server may be called',
    zh: '允许用来访问服务的其他主机名',
  },
  'flag.map-host': {
    en: 'addresses of base maps that pages may load, such as https://tiles.example.org',
    zh: '允许页面加载的底图地址，例如 https://tiles.example.org',
  },
  'flag.open': { en: 'open the browser', zh: '打开浏览器' },
  'flag.no-open': { en: 'do not open the browser', zh: '不打开浏览器' },
  'flag.no-pages': { en: 'serve the API alone', zh: '仅提供接口，不提供网页' },
  'serve.building': {
    en: 'Building the pages once; this takes some seconds.',
    zh: '首次运行需生成网页，约需数秒。',
  },
  'serve.ready': {
    en: 'Serving the projects in {workspace} at {url}. Ctrl-C ends it.',
    zh: '正在 {url} 提供 {workspace} 中的项目。按 Ctrl-C 结束。',
  },
  'serve.ended': {
    en: 'Ended. Unfinished jobs go on with the next `aftermine serve`.',
    zh: '已结束。未完成的任务将在下次运行 `aftermine serve` 时继续。',
  },
  'due.action': { en: 'action due {date}', zh: '措施期限 {date}' },
  'due.season': { en: 'season {date} is next', zh: '下一季 {date}' },
  'error.E-SRV-001': {
    en: '{got} can be reached by others, and nobody has to sign in.',
    zh: '其他人可以访问 {got}，而且无需登录。',
  },
  'hint.E-SRV-001': {
    en: 'Serve on 127.0.0.1. To let others in, put a proxy in front that signs people in, and name its host with --allow-host.',
    zh: '请在 127.0.0.1 上提供服务。如需供他人使用，请在前面设置带登录的代理，并用 --allow-host 指明其主机名。',
  },
  'error.E-SRV-002': {
    en: 'The server was called by the name {got}, which is not one of its own.',
    zh: '访问服务所用的名称 {got} 不在允许之列。',
  },
  'hint.E-SRV-002': {
    en: 'Use the address that `aftermine serve` printed, or allow the name with --allow-host.',
    zh: '请使用 `aftermine serve` 给出的地址，或用 --allow-host 允许该名称。',
  },
  'error.E-SRV-003': {
    en: 'A change was asked for by another site ({got}).',
    zh: '修改请求来自其他网站（{got}）。',
  },
  'hint.E-SRV-003': {
    en: 'Changes are taken from pages of this server. A program of your own sends the header Origin with the address of the server.',
    zh: '只接受本服务页面发出的修改。自编程序请在 Origin 标头中写明本服务的地址。',
  },
  'error.E-SRV-004': {
    en: 'There is no project {where} in this workspace.',
    zh: '工作区中没有项目 {where}。',
  },
  'hint.E-SRV-004': {
    en: 'The id of a project is the name of its folder. See the list of projects.',
    zh: '项目标识即其文件夹名，请查看项目列表。',
  },
  'error.E-SRV-005': { en: '"{got}" cannot be the name of a folder.', zh: '“{got}”不能作为文件夹名。' },
  'hint.E-SRV-005': {
    en: 'Take another name: without / \\ : * ? " < > | and not beginning with a dot.',
    zh: '请另取名称：不含 / \\ : * ? " < > | 且不以点号开头。',
  },
  'error.E-SRV-006': {
    en: 'The request does not fit at {where}: {got}',
    zh: '请求在 {where} 处不符合要求：{got}',
  },
  'hint.E-SRV-006': {
    en: 'The description at /api says what is expected.',
    zh: '所需格式见 /api 中的接口说明。',
  },
  'error.E-SRV-007': {
    en: '{where} is too large: {got} bytes, at most {expected}.',
    zh: '{where} 过大：{got} 字节，上限 {expected} 字节。',
  },
  'hint.E-SRV-007': {
    en: 'Put large files such as scenes into a folder and name the folder; they need not be uploaded.',
    zh: '影像等大文件请放入文件夹并指明该文件夹，无需上传。',
  },
  'error.E-SRV-008': {
    en: 'The body is declared as "{got}", not as {expected}.',
    zh: '请求体声明为“{got}”，应为 {expected}。',
  },
  'hint.E-SRV-008': {
    en: 'Send the header Content-Type: {expected}.',
    zh: '请发送标头 Content-Type: {expected}。',
  },
  'error.E-SRV-009': { en: 'There is no upload {where}.', zh: '没有上传文件 {where}。' },
  'hint.E-SRV-009': {
    en: 'It was not received whole, or it was removed. Upload the file again.',
    zh: '文件未完整接收或已被删除，请重新上传。',
  },
  'error.E-SRV-010': { en: '"{got}" is not the name of one file.', zh: '“{got}”不是单个文件的名称。' },
  'hint.E-SRV-010': {
    en: 'Rename the file: no folders in its name, not beginning with a dot.',
    zh: '请重命名文件：名称中不含文件夹，也不以点号开头。',
  },
  'error.E-SRV-011': {
    en: 'The upload of {where} broke off ({got}). Nothing of it was kept.',
    zh: '{where} 上传中断（{got}），未保留任何内容。',
  },
  'hint.E-SRV-011': { en: 'Upload the file again.', zh: '请重新上传该文件。' },
  'error.E-SRV-012': {
    en: '{where} does not take {got}; it takes: {expected}.',
    zh: '{where} 不接受 {got}；可接受：{expected}。',
  },
  'hint.E-SRV-012': {
    en: 'The verbs and their options are those of the command line: see docs/guide/commands.md.',
    zh: '动词与选项同命令行一致：见 docs/guide/commands.md。',
  },
  'error.E-SRV-013': {
    en: '{where} lies outside the project {expected}.',
    zh: '{where} 位于项目 {expected} 之外。',
  },
  'hint.E-SRV-013': {
    en: 'Upload the file, or put it into the folder of the project.',
    zh: '请上传该文件，或将其放入项目文件夹。',
  },
  'error.E-SRV-014': { en: 'There is no job {where}.', zh: '没有任务 {where}。' },
  'hint.E-SRV-014': { en: 'See the list of jobs.', zh: '请查看任务列表。' },
  'error.E-SRV-015': {
    en: 'Job {where} cannot be begun again: it is {got}.',
    zh: '任务 {where} 不能重新开始：当前状态为 {got}。',
  },
  'hint.E-SRV-015': {
    en: 'Only jobs that were ended or failed can be begun again.',
    zh: '只有已中止或失败的任务可以重新开始。',
  },
  'error.E-SRV-016': {
    en: '{where} was changed by somebody else meanwhile. Nothing was overwritten.',
    zh: '{where} 已被他人修改，未覆盖任何内容。',
  },
  'hint.E-SRV-016': {
    en: 'Load the page again, look at what changed, and make your change once more.',
    zh: '请重新载入页面，查看变动后再次修改。',
  },
  'error.E-SRV-017': { en: 'There is nothing at {where}.', zh: '{where} 处没有内容。' },
  'hint.E-SRV-017': { en: 'The addresses are listed at /api/docs.', zh: '全部地址见 /api/docs。' },
  'error.E-SRV-018': {
    en: '{where} is served already, at {got}.',
    zh: '{where} 已在 {got} 提供服务。',
  },
  'hint.E-SRV-018': {
    en: 'Open that address, or end the other server first.',
    zh: '请打开该地址，或先结束另一个服务。',
  },
  'error.E-SRV-019': {
    en: 'The pages are not there ({where}), and they cannot be built here.',
    zh: '缺少网页文件（{where}），且无法在此生成。',
  },
  'hint.E-SRV-019': {
    en: 'Run `npm ci` in the folder of Aftermine.',
    zh: '请在 Aftermine 文件夹中运行 `npm ci`。',
  },
  'error.E-SRV-020': { en: 'The pages could not be built: {got}', zh: '网页生成失败：{got}' },
  'hint.E-SRV-020': {
    en: 'Run `npm ci` and try again; if it stays, report the lines above.',
    zh: '请运行 `npm ci` 后重试；若仍失败，请反馈上述信息。',
  },
  'error.E-SRV-021': {
    en: 'Nothing can be served at {where}: {got}.',
    zh: '无法在 {where} 提供服务：{got}。',
  },
  'hint.E-SRV-021': { en: 'Choose another --port.', zh: '请另选 --port。' },
  'error.E-SRV-022': {
    en: '{where} ended without an answer ({got}).',
    zh: '{where} 未给出结果即结束（{got}）。',
  },
  'hint.E-SRV-022': {
    en: 'The machine may have run out of memory. What was finished is kept; begin it again.',
    zh: '可能是内存不足。已完成的部分会保留，请重新开始。',
  },
} as const satisfies Texts;
