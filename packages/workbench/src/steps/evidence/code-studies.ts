import { AftermineError } from '@aftermine/science/base';
import { type EvidenceComplaint, readCodings, readFindings } from '@aftermine/science/evidence';
import type { EvidenceKind, JsonObject, Workbench } from '../../ports/index.ts';
import { findingsOf } from './review.ts';
import { rowsOf } from './rows-of.ts';

export interface Written {
  readonly count: number;
  readonly complaints: readonly EvidenceComplaint[];
}

/** Columns of a table that make up one figure of a finding. */
const FIGURE = ['parameter', 'parameter_value', 'parameter_unit', 'parameter_low', 'parameter_high'] as const;

/** Adds what a coder says of studies, from a table or a document: `study, code, applies, locator, quote`. */
export async function writeCodings(
  workbench: Workbench,
  dir: string,
  path: string,
  by: string,
): Promise<Written> {
  const { codebook } = await findingsOf(workbench, dir);
  const rows = (await rowsOf(workbench, path)).map((row) => {
    const { applies, ...rest } = row;
    const said = String(applies ?? '')
      .trim()
      .toLowerCase();
    const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
    return { ...filled, ...(said === '' ? {} : { applies: ['1', 'true', 'yes', '是'].includes(said) }) };
  });
  const { complaints } = readCodings(
    rows.map((row) => ({ ...row, coder: by })),
    codebook,
  );
  const bad = new Set(
    complaints.flatMap(({ where, kind }) =>
      kind === 'malformed' || kind === 'unknown-code' || kind === 'code-has-parts'
        ? [Number(where.split('.')[1])]
        : [],
    ),
  );
  const good = rows.filter((_, i) => !bad.has(i));
  await append(workbench, dir, 'coding', by, good);
  return { count: good.length, complaints };
}

/** Adds findings from a table or a document, by the field names of the codebook. */
export async function writeFindings(
  workbench: Workbench,
  dir: string,
  path: string,
  by: string,
): Promise<Written> {
  const { codebook } = await findingsOf(workbench, dir);
  const rows = (await rowsOf(workbench, path)).map((row, i) =>
    withFigure({ id: `${workbench.paths.basename(path)}#${i}`, ...row }),
  );
  const { findings, complaints } = readFindings(rows, codebook);
  const good = new Set(findings.map(({ id }) => id));
  const kept = rows.filter((row) => good.has(String(row['id'])));
  await append(workbench, dir, 'finding', by, kept);
  return { count: kept.length, complaints };
}

/**
 * Takes a finding out of everything that is made from it; the record stays.
 *
 * @throws NotFound `E-EVI-203` for a finding that is not there
 */
export async function withdrawFinding(
  workbench: Workbench,
  dir: string,
  finding: string,
  by: string,
  note: string,
): Promise<void> {
  const { findings } = await findingsOf(workbench, dir);
  if (!findings.some(({ id }) => id === finding))
    throw new AftermineError('NotFound', 'E-EVI-203', {
      where: finding,
      expected: findings
        .slice(0, 8)
        .map(({ id }) => id)
        .join(', '),
    });
  await append(workbench, dir, 'finding-withdrawn', by, [{ finding, note }]);
}

/** The figure of a finding from the columns of a table. */
function withFigure(row: Record<string, unknown>): Record<string, unknown> {
  const [name, value, unit, low, high] = FIGURE.map((column) => row[column]);
  const rest = Object.fromEntries(
    Object.entries(row).filter(([key]) => !FIGURE.some((column) => column === key)),
  );
  if (name === undefined || name === '') return rest;
  return {
    ...rest,
    parameters: [
      {
        name,
        value,
        unit: unit ?? '',
        ...(low === undefined || low === '' ? {} : { low }),
        ...(high === undefined || high === '' ? {} : { high }),
      },
    ],
  };
}

async function append(
  workbench: Workbench,
  dir: string,
  kind: EvidenceKind,
  by: string,
  values: readonly Record<string, unknown>[],
): Promise<void> {
  if (values.length === 0) return;
  const store = await workbench.openEvidence(dir);
  try {
    const at = new Date(workbench.clock.now()).toISOString();
    await store.append(values.map((value) => ({ kind, at, by, value: value as JsonObject })));
  } finally {
    await store.close();
  }
}
