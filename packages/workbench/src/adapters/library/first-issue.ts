import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong, as deep in the text as the schema can tell. */
export interface InnermostIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The complaint to tell first: a key nobody knows is mostly a slip of the pen, and the reason why another is missing. */
export function firstIssue(issues: readonly Issue[]): InnermostIssue {
  return innermostIssue(issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!);
}

/**
 * The complaint of a schema with unions: of the shapes an entry may have, the one it comes closest to decides. A shape whose
 * kind (`fact`) the entry does not have is not meant; where it has none, the kind itself is what is wrong.
 */
function innermostIssue(issue: Issue, above: readonly PropertyKey[] = []): InnermostIssue {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return { path: [...path, issue.keys[0]!], message: issue.message };
  if (issue.code !== 'invalid_union') return { path, message: issue.message };
  const meant = issue.errors
    .filter((branch) => branch.length > 0 && !branch.some((one) => one.path[0] === 'fact'))
    .sort((a, b) => a.length - b.length)[0];
  if (meant !== undefined) return innermostIssue(meant[0]!, path);
  const kinds = issue.errors.flatMap((branch) => branch.filter((one) => one.path[0] === 'fact'));
  if (kinds.length === 0) return { path, message: issue.message };
  const options = kinds.flatMap(valuesOf);
  return {
    path: [...path, 'fact'],
    message: options.length === 0 ? kinds[0]!.message : `expected one of ${[...new Set(options)].join(', ')}`,
  };
}

/** Values that would have been right. */
function valuesOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.flatMap(valuesOf));
  return [];
}
