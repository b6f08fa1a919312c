export * from './write-bibtex.ts';
export * from './write-csl-json.ts';
export * from './write-csv.ts';
export * from './write-gbt7714.ts';
export * from './write-ris.ts';
