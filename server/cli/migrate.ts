/** npm run db:migrate */
import { readConfig } from '../config.ts';
import { openRegistry } from './open-registry.ts';

const registry = await openRegistry(readConfig(process.env));
try {
  console.log(
    registry.migrated.length === 0 ? 'The schema is up to date.' : `Applied: ${registry.migrated.join(', ')}`,
  );
} finally {
  await registry.release();
}
