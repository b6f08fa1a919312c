import { codedStudies, type Reference } from '@aftermine/science/evidence';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import {
  type EvidenceRow,
  evidenceDuplicates,
  evidenceFindings,
  evidencePage,
  evidenceSources,
  evidenceStudies,
  evidenceWork,
} from '../../contract/index.ts';
import { codingState } from '../../steps/evidence/coding-state.ts';
import { type Review, workOf } from '../../steps/evidence/review.ts';
import { REFERENCE_FORMATS, type ReferenceFormat, takenOut } from '../../steps/evidence/taken-out.ts';
import { namesOf } from './evidence-shelf.ts';
import { jsonAnswer } from './json-answer.ts';
import { pathPart, readingRoute } from './reading-route.ts';
import type { ReadingState } from './reading-state.ts';

const ENDINGS: Readonly<Record<ReferenceFormat, string>> = {
  ris: 'ris',
  csl: 'json',
  bibtex: 'bib',
  csv: 'csv',
  gbt7714: 'txt',
};

const whole = z.coerce.number().int().min(0);

const recordsQuery = z.object({
  offset: whole.default(0),
  limit: whole.max(1000).default(100).describe('0 gives all'),
  q: z.string().max(200).optional().describe('words that must stand in title, authors, journal, DOI or key'),
  status: z
    .enum(['unscreened', 'include', 'exclude', 'unsure', 'conflict', 'waiting', 'coded', 'cited'])
    .optional()
    .describe('where it stands at title and abstract; or coded, or cited by a finding'),
});

/** What a review holds. Working through it (screening, deciding, pooling) is the business of the verbs `evidence ...`. */
export function registerEvidenceRoutes(app: OpenAPIHono, { evidence, packed, context }: ReadingState): void {
  const answer = async (c: Context, name: string, make: (review: Review) => unknown): Promise<Response> => {
    const { review, revision } = await evidence.of(pathPart(c, 'project'));
    const tag = `${revision}-${context.workbench.hash(name).slice(0, 16)}`;
    return jsonAnswer(c, packed, { tag }, () => JSON.stringify(make(review)));
  };

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/records',
      summary: 'Works of the review after duplicates are removed, a row each',
      query: recordsQuery,
      answers: { 'application/json': evidencePage },
    },
    async (c, { offset, limit, q, status }) => {
      const { rows, revision } = await evidence.of(pathPart(c, 'project'));
      const found = rows.filter(rowTest(q, status));
      const counts: Record<string, number> = {};
      for (const { titleAbstract } of rows) counts[titleAbstract] = (counts[titleAbstract] ?? 0) + 1;
      const page = found.slice(offset, limit === 0 ? undefined : offset + limit);
      const tag = `${revision}-${context.workbench.hash(JSON.stringify([offset, limit, q, status])).slice(0, 16)}`;
      return jsonAnswer(c, packed, { tag }, () =>
        JSON.stringify({ total: found.length, offset, rows: page, counts, revision }),
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/records/{key}',
      summary: 'One work: its record, what screeners and coders said of it, findings that cite it',
      answers: { 'application/json': evidenceWork },
    },
    async (c) => {
      const key = pathPart(c, 'key');
      const { review, rows, revision } = await evidence.of(pathPart(c, 'project'));
      const { keys, reference } = workOf(review, key);
      const names = new Set(namesOf(keys, reference.doi));
      const tag = `${revision}-${context.workbench.hash(`record ${key}`).slice(0, 16)}`;
      return jsonAnswer(c, packed, { tag }, () =>
        JSON.stringify({
          row: rows.find((row) => row.key === keys[0]),
          reference,
          screening: review.screening.filter(({ record }) => names.has(record)),
          codings: review.codings.codings.filter(({ study }) => names.has(study)),
          findings: review.findings.filter(({ paper }) => names.has(paper)),
        }),
      );
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/sources',
      summary: 'Search exports that were imported, each with what was read and what was not',
      answers: { 'application/json': evidenceSources },
    },
    (c) => answer(c, 'sources', ({ sources }) => ({ sources })),
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/duplicates',
      summary: 'Records that are one work, and pairs that a person should look at',
      answers: { 'application/json': evidenceDuplicates },
    },
    (c) =>
      answer(c, 'duplicates', ({ deduplication, works }) => {
        const { counts, groups, manual, links, conflicts } = deduplication;
        const referenceOf = new Map<string, Reference>(
          works.flatMap(({ keys, reference }) => keys.map((key) => [key, reference] as const)),
        );
        const questions = manual.map((pair) => ({
          ...pair,
          first: referenceOf.get(pair.a) ?? null,
          second: referenceOf.get(pair.b) ?? null,
        }));
        return { counts, groups, manual: questions, links, conflicts };
      }),
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/codebook',
      summary: 'The codebook in force: dimensions, codes, indicators, reasons for exclusion',
      answers: { 'application/json': z.looseObject({}) },
    },
    (c) => answer(c, 'codebook', ({ codebook }) => codebook),
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/studies',
      summary: 'Codes of every study, where coders differ, and how well they agree',
      answers: { 'application/json': evidenceStudies },
    },
    (c) =>
      answer(c, 'studies', (review) => {
        const { themes, studies: _, disputed: __, ...agreement } = codingState(review);
        return { ...codedStudies(review.codings.codings, review.codebook), themes, agreement };
      }),
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/export',
      summary: 'Works of the review for another program, as `evidence export` writes them',
      query: z.object({
        format: z.enum(REFERENCE_FORMATS),
        included: z.enum(['0', '1']).default('0').describe('1 leaves out what was not included'),
      }),
      answers: { 'text/plain': null },
    },
    async (c, { format, included }) => {
      const project = pathPart(c, 'project');
      const { review } = await evidence.of(project);
      return c.body(takenOut(review, format, included === '1').text, 200, {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${project}.${ENDINGS[format]}`)}`,
      });
    },
  );

  readingRoute(
    app,
    {
      path: '/api/projects/{project}/evidence/findings',
      summary: 'Findings in force, and those that were taken back',
      answers: { 'application/json': evidenceFindings },
    },
    (c) =>
      answer(c, 'findings', ({ findings, withdrawn, complaints }) => ({ findings, withdrawn, complaints })),
  );
}

function rowTest(
  q: string | undefined,
  status: z.output<typeof recordsQuery>['status'],
): (row: EvidenceRow) => boolean {
  const words = (q ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (row) => {
    if (status === 'coded' && !row.coded) return false;
    if (status === 'cited' && row.findings === 0) return false;
    if (status !== undefined && status !== 'coded' && status !== 'cited' && row.titleAbstract !== status)
      return false;
    if (words.length === 0) return true;
    const text = `${row.key} ${row.title ?? ''} ${row.authors.join(' ')} ${row.journal ?? ''} ${row.doi ?? ''}`;
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
}
