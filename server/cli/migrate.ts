/** npm run db:migrate */
import { readConfig } from '../config.ts';
import { openRegistry } from './start/open-registry.ts';
import { failPlainly } from './start/plain-message.ts';

try {
  const registry = await openRegistry(readConfig(process.env));
  const { migrated } = registry;
  await registry.release();
  console.log(migrated.length === 0 ? 'The schema is up to date.' : `Applied: ${migrated.join(', ')}`);
} catch (error) {
  failPlainly(error);
}
