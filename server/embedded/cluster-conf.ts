/** Settings for one laptop, written to `diaba.conf` in the data folder at every start; the port is an argument. */
import { statfsSync } from 'node:fs';

/** Parallel queries share memory through /dev/shm, which containers often limit to 64 MB. */
function sharedMemoryType(): 'posix' | 'mmap' {
  try {
    const shm = statfsSync('/dev/shm');
    return shm.blocks * shm.bsize >= 256 * 1024 * 1024 ? 'posix' : 'mmap';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'mmap';
    throw error;
  }
}

/**
 * The text of `diaba.conf`. Durability settings stay at PostgreSQL's defaults. Statements, parameters and the DETAIL of
 * errors stay out of the log, because they carry names and identity numbers.
 */
export function clusterConf(clusterName: string): string {
  return `# Written by server/embedded/cluster-conf.ts at every start.
cluster_name = '${clusterName}'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 256MB
dynamic_shared_memory_type = ${sharedMemoryType()}
random_page_cost = 1.1
jit = off
wal_compression = on
min_wal_size = 256MB
max_wal_size = 2GB
checkpoint_timeout = 15min
idle_in_transaction_session_timeout = 60s
password_encryption = scram-sha-256
timezone = 'UTC'
log_timezone = 'UTC'
log_destination = 'stderr'
logging_collector = off
log_line_prefix = '%m [%p] %q%u@%d '
log_min_error_statement = panic
log_error_verbosity = terse
log_lock_waits = on
log_checkpoints = on
`;
}
