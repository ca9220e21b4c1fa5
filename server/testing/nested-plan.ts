import { asSuperuser } from '../embedded/ensure-database.ts';
import type { TestDatabase } from './test-database.ts';

/**
 * Plans of every statement that runs inside a statement, those of definer functions too, with the rights they run with:
 * EXPLAIN itself does not look into functions.
 */
export async function nestedPlan(
  { cluster, name }: TestDatabase,
  sql: string,
  values: readonly unknown[],
  settings: string,
): Promise<string> {
  const plans: string[] = [];
  await asSuperuser(cluster, name, async (client) => {
    client.on('notice', ({ message }) => plans.push(message ?? ''));
    await client.query(
      `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
       set client_min_messages = log; ${settings}`,
    );
    await client.query(sql, [...values]);
  });
  return plans.join('\n');
}
