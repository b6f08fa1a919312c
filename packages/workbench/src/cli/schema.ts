import { AftermineError } from '@aftermine/science/base';
import { allocationSchema } from '@aftermine/science/plan';
import { z } from 'zod';
import { projectSettingsSchema } from '../project-settings.ts';
import type { CommandHost } from './host.ts';

const SCHEMAS = {
  settings: { id: 'aftermine.yaml', of: projectSettingsSchema },
  allocation: { id: 'aftermine-allocation/1', of: allocationSchema },
} as const;

/** `aftermine schema [settings|allocation]`: machine-readable schemas. */
export function registerSchema(host: CommandHost): void {
  host.command('schema [name]', 'command.schema').action(
    host.action('schema', async (_context, [name = 'settings']) => {
      const { id, of } = SCHEMAS[name as keyof typeof SCHEMAS] ?? {};
      if (of === undefined) {
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'schema',
          expected: Object.keys(SCHEMAS).join(', '),
          got: name,
        });
      }
      const schema = { $id: id, ...z.toJSONSchema(of, { io: 'input', target: 'draft-2020-12' }) };
      return { data: schema, human: [], text: JSON.stringify(schema, null, 2) };
    }),
  );
}
