import { fileURLToPath } from 'node:url';

/** Where the cluster of the tests lives, apart from that of `npm start`: TEST_STORAGE_DIR, or var/test. */
export function testStorageDir(): string {
  return process.env.TEST_STORAGE_DIR ?? fileURLToPath(new URL('../../var/test', import.meta.url));
}
