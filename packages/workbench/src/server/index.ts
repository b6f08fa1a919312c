export type { ServerContext } from './context.ts';
export { demoJob } from './core/job-routes.ts';
export { finishedApp } from './finished-app.ts';
export { openBrowser } from './open-browser.ts';
export { isProject } from './project-folder.ts';
export { type RunningServer, startServer } from './start-server.ts';
