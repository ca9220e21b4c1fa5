import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { disturbances, missingPackages, openApt } from './setup-apt.mjs';
import { mayBeEmpty } from './testing/not-empty.ts';

/** A machine: what is installed, and what apt's rehearsal says of an installation. */
function machine(installed: readonly string[], rehearsal: string) {
  const calls: string[][] = [];
  const run = (program: string, args: readonly string[]) => {
    calls.push([program, ...args]);
    if (program === 'dpkg-query') {
      const there = installed.includes(args.at(-1) ?? '');
      return { status: there ? 0 : 1, stdout: there ? 'installed' : '' };
    }
    return { status: 0, stdout: args.includes('-s') ? rehearsal : 'a hundred lines', stderr: '' };
  };
  const log = join(mkdtempSync(join(tmpdir(), 'diaba-apt-')), 'apt.log');
  const said: string[] = [];
  return { calls, log, said, run, apt: openApt({ log, say: (text: string) => said.push(text), run }) };
}
const installs = (calls: readonly string[][]) =>
  calls.filter((call) => call.includes('install') && !call.includes('-s'));

test('a server that is there is not named, so that apt does not upgrade it', () => {
  const { apt, calls } = machine(['postgresql-15'], 'Inst postgresql-15-postgis-3 (3.3.2 Debian [amd64])');
  assert.equal(apt.install(['postgresql-15', 'postgresql-15-postgis-3']), undefined);
  const [call = []] = installs(calls);
  assert.ok(call.includes('postgresql-15-postgis-3') && !call.includes('postgresql-15'));
  assert.ok(call.includes('--no-upgrade') && call.includes('--no-remove'));
});

test('where a dependency would replace or remove what is installed, nothing is done and it is said', () => {
  const rehearsal =
    'Inst libpq5 [15.18-0+deb12u1] (15.20-0+deb12u1 Debian [amd64])\nRemv postgresql-14 [14.1]\nInst new (1)';
  const { apt, calls } = machine([], rehearsal);
  const why = apt.install(['postgresql-15-postgis-3']) ?? '';
  assert.match(why, /libpq5 15\.18-0\+deb12u1 would be replaced, postgresql-14 would be removed/);
  assert.equal(installs(calls).length, 0);
});

test('nothing missing: apt is not even asked', () => {
  const { apt, calls } = machine(['chromium'], '');
  assert.equal(apt.install(['chromium']), undefined);
  assert.ok(mayBeEmpty(calls).every(([program]) => program !== 'apt-get'));
});

test('what apt says goes to a log, and one line to the person', () => {
  const { apt, log, said } = machine([], '');
  apt.install(['chromium']);
  assert.equal(said.length, 1);
  assert.match(readFileSync(log, 'utf8'), /a hundred lines/);
});

test('only replaced and removed packages disturb', () => {
  assert.deepEqual(disturbances('Inst a (1)\nConf a (1)\n'), []);
  assert.deepEqual(missingPackages(['a', 'b'], machine(['a'], '').run), ['b']);
});
