export type * from './linear-model.ts';
