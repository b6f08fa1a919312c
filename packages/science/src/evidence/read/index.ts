export * from './author-name.ts';
export * from './doi-text.ts';
export * from './literature-file.ts';
export * from './publication-type.ts';
export * from './read-literature.ts';
export type { ReferenceContent } from './record-fields.ts';
