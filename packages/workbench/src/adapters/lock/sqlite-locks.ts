import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AftermineError } from '@aftermine/science/base';
import type { Locks, ProjectLock } from '../../ports/index.ts';
import { writeFailure } from '../files/write-failure.ts';

const SQLITE_BUSY = 5;
/** Whoever took the lock may still be writing who it is. */
const HOLDER_UNKNOWN = { pid: 0, host: '?', command: '?' };

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
}

/**
 * Locks a project by an open exclusive transaction on `.aftermine/lock.db`. The lock is the operating system's
 * own (on the file), so it ends with the process that holds it: a killed run leaves nothing to clean up. Who
 * holds it stands in `.aftermine/lock.json`, which means nothing once the lock is free.
 *
 * Between two machines it holds as far as the network file system keeps file locks.
 */
export class SqliteLocks implements Locks {
  async acquire(projectDir: string, command: string): Promise<ProjectLock> {
    const folder = join(projectDir, '.aftermine');
    const holderFile = join(folder, 'lock.json');
    let db: DatabaseSync | undefined;
    try {
      mkdirSync(folder, { recursive: true });
      db = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
      db.exec('BEGIN EXCLUSIVE');
      const holder: Holder = { pid: process.pid, host: hostname(), command };
      writeFileSync(holderFile, JSON.stringify(holder));
    } catch (cause) {
      db?.close();
      if (((cause as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY) {
        throw new AftermineError('Conflict', 'E-PRJ-030', {
          where: projectDir,
          params: { ...readHolder(holderFile) },
        });
      }
      throw writeFailure(
        folder,
        isSqliteAccess(cause) ? Object.assign(new Error(String(cause)), { code: 'EACCES' }) : cause,
      );
    }
    const held = db;
    return {
      release: async () => {
        if (!held.isOpen) return;
        rmSync(holderFile, { force: true });
        held.close();
      },
    };
  }
}

function readHolder(path: string): Holder {
  try {
    return { ...HOLDER_UNKNOWN, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>) };
  } catch {
    return HOLDER_UNKNOWN;
  }
}

/** SQLITE_READONLY and SQLITE_CANTOPEN: the folder cannot be written. */
function isSqliteAccess(cause: unknown): boolean {
  const code = ((cause as { errcode?: number }).errcode ?? 0) % 256;
  return code === 8 || code === 14;
}
