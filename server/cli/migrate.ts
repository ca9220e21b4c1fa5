/** npm run db:migrate */
import { readConfig } from '../config.ts';
import { openRegistry } from './start/open-registry.ts';
import { failPlainly } from './start/plain-message.ts';

try {
  const registry = await openRegistry(readConfig(process.env));
  const { migrated } = registry;
  await registry.release();
  const { migrations, functions } = migrated;
  if (migrations.length > 0) console.log(`Applied: ${migrations.join(', ')}`);
  if (functions.length > 0) console.log(`Functions loaded: ${functions.join(', ')}`);
  if (migrations.length + functions.length === 0) console.log('The schema is up to date.');
} catch (error) {
  failPlainly(error);
}
