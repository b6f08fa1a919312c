import { AftermineError } from '@aftermine/science/base';
import { z } from 'zod';
import { projectSettingsSchema } from '../project-settings.ts';
import type { CommandHost } from './host.ts';

/** `aftermine schema [settings]`: machine-readable schemas. */
export function registerSchema(host: CommandHost): void {
  host.command('schema [name]', 'command.schema').action(
    host.action('schema', async (_context, [name = 'settings']) => {
      if (name !== 'settings') {
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'schema',
          expected: 'settings',
          got: name,
        });
      }
      const schema = {
        $id: 'aftermine.yaml',
        ...z.toJSONSchema(projectSettingsSchema, { io: 'input', target: 'draft-2020-12' }),
      };
      return { data: schema, human: [], text: JSON.stringify(schema, null, 2) };
    }),
  );
}
