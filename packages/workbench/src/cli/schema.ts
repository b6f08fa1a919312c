import { AftermineError } from '@aftermine/science/base';
import { type SchemaNode, tellSchema } from '@aftermine/science/base/settings-texts';
import { allocationSchema } from '@aftermine/science/plan';
import { z } from 'zod';
import { projectSettingsSchema } from '../project-settings.ts';
import type { CommandHost } from './host.ts';

const SCHEMAS = {
  settings: { id: 'aftermine.yaml', of: projectSettingsSchema },
  allocation: { id: 'aftermine-allocation/1', of: allocationSchema },
} as const;

/** `aftermine schema [settings|allocation]`: machine-readable schemas; that of the settings with its words, in the language asked for. */
export function registerSchema(host: CommandHost): void {
  host.command('schema [name]', 'command.schema').action(
    host.action('schema', async ({ flags }, [name = 'settings']) => {
      const { id, of } = SCHEMAS[name as keyof typeof SCHEMAS] ?? {};
      if (of === undefined) {
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'schema',
          expected: Object.keys(SCHEMAS).join(', '),
          got: name,
        });
      }
      const bare = z.toJSONSchema(of, { io: 'input', target: 'draft-2020-12' }) as SchemaNode;
      const schema = { $id: id, ...(name === 'settings' ? tellSchema(bare, flags.language) : bare) };
      return { data: schema, human: [], text: JSON.stringify(schema, null, 2) };
    }),
  );
}
