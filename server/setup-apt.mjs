/**
 * Packages of the machine, by apt: only what is missing is installed. A database of the machine's own must not be upgraded,
 * stopped or removed because a land register moves in beside it, so every installation is tried on paper first. Like
 * setup.mjs it imports nothing of ours.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * What an installation would do beside adding packages, from apt's own simulation: `Inst NAME [OLD] (NEW …)` replaces an
 * installed package, `Remv NAME` takes one away.
 */
export function disturbances(simulation) {
  return simulation.split('\n').flatMap((line) => {
    const replaced = /^Inst (\S+) \[([^\]]+)\]/.exec(line);
    if (replaced) return [`${replaced[1]} ${replaced[2]} would be replaced`];
    const removed = /^Remv (\S+)/.exec(line);
    return removed ? [`${removed[1]} would be removed`] : [];
  });
}

/** The packages among these that dpkg has not installed. */
export function missingPackages(packages, run = spawnSync) {
  return packages.filter((name) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of dpkg's
    const found = run('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
    return found.status !== 0 || found.stdout !== 'installed';
  });
}

/** apt for this set-up: `log` takes every line it says, `run` starts programs. */
export function openApt({ log, say, run = spawnSync }) {
  let listsAreFresh = false;
  const ask = (args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'l', LC_ALL: 'C' };
    fs.mkdirSync(path.dirname(log), { recursive: true });
    const done = run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    fs.appendFileSync(log, `\n== apt-get ${args.join(' ')}\n${done.stdout ?? ''}${done.stderr ?? ''}`);
    if (done.error) return { failed: done.error.message, said: '' };
    const failed =
      done.status === 0 ? undefined : `apt-get ${args[0]} ended with ${done.status ?? done.signal}; see ${log}`;
    return { failed, said: done.stdout ?? '' };
  };
  const refreshLists = () => {
    if (listsAreFresh) return undefined;
    const { failed } = ask(['update']);
    listsAreFresh = failed === undefined;
    return failed;
  };
  return {
    refreshLists,
    /** Installs what is missing of these; why not, or undefined. Nothing is touched where something would be disturbed. */
    install(packages) {
      const names = missingPackages(packages, run);
      if (names.length === 0) return undefined;
      const stale = refreshLists();
      if (stale) return stale;
      const args = ['install', '-y', '--no-install-recommends', '--no-upgrade', '--no-remove', ...names];
      const rehearsal = ask(['-s', ...args]);
      if (rehearsal.failed) return rehearsal.failed;
      const disturbed = disturbances(rehearsal.said);
      if (disturbed.length > 0) {
        return `installing ${names.join(' ')} would change what is on this machine (${disturbed.join(', ')}), so nothing was done`;
      }
      say(`installing ${names.join(' ')} … (what apt says goes to ${log})`);
      return ask(args).failed;
    },
  };
}
