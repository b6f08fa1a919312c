import { AftermineError, type MessageParam } from '@aftermine/science/base';
import type { Workbench } from '../ports/index.ts';

/** One thing that was looked at, as a catalogue key. */
export interface MachineCheck {
  readonly ok: boolean;
  readonly key: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

const ENOUGH_FREE_BYTES = 2e9;

/** Looks at the runtime, the folder and the free space; opens nothing of the user's. */
export function diagnoseMachine(workbench: Workbench, folder: string): MachineCheck[] {
  const checks: MachineCheck[] = [];
  const { node, sqlite, zstd } = workbench.runtime;
  checks.push({ ok: Number.parseInt(node, 10) >= 24, key: 'doctor.node', params: { version: node } });
  checks.push({ ok: true, key: 'doctor.sqlite', params: { version: sqlite } });
  checks.push({ ok: zstd, key: zstd ? 'doctor.zstd' : 'doctor.no-zstd', params: {} });
  try {
    workbench.files.assertWritable(folder);
    checks.push({ ok: true, key: 'doctor.writable', params: { folder } });
    const free = workbench.files.freeBytes(folder);
    checks.push({
      ok: free >= ENOUGH_FREE_BYTES,
      key: 'doctor.free',
      params: { gigabytes: Math.round(free / 1e8) / 10 },
    });
  } catch (error) {
    if (!(error instanceof AftermineError)) throw error;
    checks.push({ ok: false, key: 'doctor.not-writable', params: { folder } });
  }
  return checks;
}
