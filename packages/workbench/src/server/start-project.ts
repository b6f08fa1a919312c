import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AftermineError, type Language } from '@aftermine/science/base';
import { quoted } from '../contract/typed-line.ts';
import type { NewProject } from './core/project-routes.ts';
import type { Envelope } from './envelope.ts';
import { newFolderName } from './new-folder-name.ts';
import type { Services } from './services.ts';

/**
 * Begins a project in the workspace by `init`, in a process of its own: a boundary that cannot be read must not stop the server.
 * When it fails, nothing is left of a folder that was not there before.
 *
 * @throws InvalidInput `E-SRV-005` for the folder; NotFound `E-SRV-009` for an upload; Conflict `E-PRJ-003` when the folder is taken
 */
export async function startProject(
  { context, uploads, commands }: Services,
  asked: NewProject,
  language: Language,
): Promise<{ readonly id: string; readonly envelope: Envelope; readonly line: string }> {
  const id = newFolderName(asked);
  const dir = join(context.workspace, id);
  const given: (readonly [name: string, value: string])[] = [
    ['boundary', uploads.path(asked.boundary)],
    ...(asked.units === undefined ? [] : [['units', uploads.path(asked.units)] as const]),
    ...(asked.reference === undefined ? [] : [['reference', uploads.path(asked.reference)] as const]),
    ['name', asked.name],
    ...(['crs', 'encoding', 'datum'] as const).flatMap((key) =>
      asked[key] === undefined ? [] : [[key, asked[key]] as const],
    ),
    ['lang', asked.language],
  ];
  const line = [
    'aftermine',
    'init',
    quoted(dir),
    ...given.map(([name, value]) => `--${name} ${quoted(uploads.named(value))}`),
  ].join(' ');
  const argv = ['init', '--json', ...given.map(([name, value]) => `--${name}=${value}`), '--', dir];
  if (given.some(([, value]) => value.includes('\0')))
    throw new AftermineError('InvalidInput', 'E-SRV-012', { where: 'init', expected: 'text', got: '\\0' });
  return commands.inTurn(id, async () => {
    if (existsSync(dir)) throw new AftermineError('Conflict', 'E-PRJ-003', { where: dir });
    const envelope = await commands.envelope({ verb: { name: 'init', lane: 'apart' }, argv }, language);
    if (!envelope.ok) rmSync(dir, { recursive: true, force: true });
    return { id, envelope, line };
  });
}
