export * from './actions/index.ts';
export * from './alarms/index.ts';
export * from './forecast/index.ts';
export * from './policy/index.ts';
export * from './replan/index.ts';
export * from './season/index.ts';
export * from './settings.ts';
export * from './worth/index.ts';
