export * from './corrective-actions.ts';
export * from './false-alarm-rate.ts';
export * from './group-by-site.ts';
export * from './promise-doubt.ts';
export * from './raise-alarms.ts';
export * from './season-weather.ts';
export * from './types.ts';
export * from './unit-departures.ts';
