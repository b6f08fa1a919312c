export * from './canonical-json.ts';
export * from './catalogue/index.ts';
export * from './chance.ts';
export * from './errors.ts';
export * from './escape-markup.ts';
export * from './normal-distribution.ts';
export * from './unknown.ts';
