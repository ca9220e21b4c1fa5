/** Telling requesters: at most once each, whatever breaks, and nothing of a person in what goes out. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { RequestReply } from '../../domain/contract/paper/requests.ts';
import { startMessageWorker } from '../../jobs/start-message-worker.ts';
import { openFileSender } from '../../messages/keep-as-file.ts';
import { openSenders } from '../../messages/open-senders.ts';
import { openMailSender } from '../../messages/send-mail.ts';
import { openHookSender } from '../../messages/send-to-hook.ts';
import { type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';
import { GOOD, openSmtpSink, type SmtpSink, wordsOfMail } from '../../testing/mail/smtp-sink.ts';
import { requestOf, sendRequest } from '../../testing/send-request.ts';
import { TEST_CONFIG } from '../../testing/test-app.ts';
import { createRequestCipher } from './request-cipher.ts';
import { endLost, type MessageTools, sendNextMessage, WAITS_S } from './send-messages.ts';

const FROM = 'so-dia-chinh@diaba.example';
const PUBLIC_URL = 'https://diaba.example';
let stage: DealingStage;
let sink: SmtpSink;
let parcel: string;
let folder: string;
before(async () => {
  stage = await openDealingStage();
  sink = await openSmtpSink();
  folder = await mkdtemp(join(tmpdir(), 'diaba-outbox-'));
  ({ parcel } = await stage.plot());
});
after(async () => {
  await stage.close();
  await sink.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await stage.query('delete from dealing.message');
  sink.mails.length = 0;
  sink.answers = { ...GOOD };
});

const tools = (senders: MessageTools['senders'] = { mail: openMailSender(sink.url, FROM) }): MessageTools => ({
  pool: stage.pools.app,
  cipher: createRequestCipher(TEST_CONFIG.personalDataKey),
  publicUrl: PUBLIC_URL,
  senders,
});
const states = () =>
  stage.query<{ state: string; attempts: number; error: string | null; waits: number }>(
    `select state, attempts, error, case when state = 'waiting' then round(extract(epoch from next_at - clock_timestamp()))::int else 0 end as waits
     from dealing.message order by created_at`,
  );
const only = async () => (await states())[0]!;
/** An open port that nobody listens on any more. */
async function nobodysPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('a request is told by mail, once, without a word of the person', async () => {
  const { reference, id } = await sendRequest(stage, parcel);
  assert.equal(await sendNextMessage(tools()), true);
  assert.equal(await sendNextMessage(tools()), false);
  const [mail] = sink.mails;
  assert.match(mail ?? '', /^To: kanaria@vidu\.example\r$/m);
  assert.match(mail ?? '', /^From: so-dia-chinh@diaba\.example\r$/m);
  assert.match(mail ?? '', /^Message-ID: <[0-9a-f-]{36}@diaba\.example>\r$/m);
  const words = wordsOfMail(mail ?? '');
  assert.match(words, new RegExp(`Hồ sơ ${reference} đã được nhận`));
  assert.match(words, new RegExp(`${PUBLIC_URL}/requests/follow\\?reference=${reference}`));
  assert.doesNotMatch(words, /Kanaria|001099012345/i);
  assert.deepEqual(
    (await states()).map(({ state }) => state),
    ['sent'],
  );
  const { body } = await stage.get<RequestReply>(`/api/requests/${id}`, stage.officer);
  assert.deepEqual(
    body.request.messages.map(({ kind, channel, state }) => [kind, channel, state]),
    [['received', 'mail', 'sent']],
  );
  const audits = await stage.query(`select body from audit.entry where action = 'request.told' and subject_id = $1`, [
    id,
  ]);
  assert.deepEqual(audits, [{ body: { kind: 'received', channel: 'mail', state: 'sent' } }]);
});

test('two at once send each message once', async () => {
  await Promise.all(Array.from({ length: 6 }, () => sendRequest(stage, parcel)));
  const round = async () => {
    let sent = 0;
    while (await sendNextMessage(tools())) sent += 1;
    return sent;
  };
  const [one, other] = await Promise.all([round(), round()]);
  assert.equal(one + other, 6);
  assert.equal(sink.mails.length, 6);
});

const REFUSALS = [
  ['a recipient refused for good', { recipient: '550 no such box' }, 'failed', 'smtp_550'],
  ['a recipient refused for now', { recipient: '451 later' }, 'waiting', 'smtp_451'],
  ['a text refused for good', { text: '554 spam' }, 'failed', 'smtp_554'],
  ['a connection lost after the text', { text: null }, 'unsure', null],
] as const;
for (const [name, answers, state, error] of REFUSALS) {
  test(`${name}: ${state}`, async () => {
    await sendRequest(stage, parcel);
    sink.answers = { ...GOOD, ...answers };
    assert.equal(await sendNextMessage(tools()), true);
    const told = await only();
    assert.deepEqual([told.state, told.attempts], [state, 1]);
    if (error !== null) assert.equal(told.error, error);
    sink.answers = { ...GOOD };
    assert.equal(await sendNextMessage(tools()), false, 'not before its time, or never again');
    assert.equal(sink.mails.length, 0);
  });
}

test('a server that is away is asked again, later each time, and in the end given up', async () => {
  await sendRequest(stage, parcel);
  const away = tools({ mail: openMailSender(`smtp://127.0.0.1:${await nobodysPort()}`, FROM) });
  for (const [i, wait] of WAITS_S.entries()) {
    await stage.query('update dealing.message set next_at = clock_timestamp()');
    assert.equal(await sendNextMessage(away), true);
    const { state, attempts, waits } = await only();
    assert.deepEqual([state, attempts], ['waiting', i + 1]);
    assert.ok(waits > wait - 30 && waits <= wait, `${waits} s of ${wait}`);
  }
  await stage.query('update dealing.message set next_at = clock_timestamp()');
  assert.equal(await sendNextMessage(away), true);
  assert.equal((await only()).state, 'failed');
});

test('what a killed worker was sending is not sent again', async () => {
  await sendRequest(stage, parcel);
  await stage.query(`update dealing.message set state = 'sending', attempts = 1, taken_at = clock_timestamp()`);
  assert.equal(await endLost(stage.pools.app), 0, 'it may still be at work');
  await stage.query(`update dealing.message set taken_at = clock_timestamp() - interval '11 minutes'`);
  assert.equal(await endLost(stage.pools.app), 1);
  assert.equal(await sendNextMessage(tools()), false);
  assert.deepEqual([(await only()).state, (await only()).error], ['unsure', 'worker_lost']);
});

test('by telephone over the hook: signed, its own id, told apart by what it answers', async () => {
  const calls: { headers: IncomingMessage['headers']; body: string }[] = [];
  let status = 200;
  const hook = createServer((request, reply) => {
    let body = '';
    request
      .on('data', (part) => (body += part))
      .on('end', () => {
        calls.push({ headers: request.headers, body });
        reply.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
      });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/sms`;
  const send = tools({ phone: openHookSender(url, 'a secret of the hook') });
  const { requester } = requestOf(parcel);
  const { email: _, ...nameless } = requester;
  const byPhone = { requester: { ...nameless, phone: '0912345678' } };
  try {
    const { reference } = await sendRequest(stage, parcel, byPhone);
    assert.equal(await sendNextMessage(send), true);
    const [call] = calls;
    const { id, to, text } = JSON.parse(call!.body) as { id: string; to: string; text: string };
    assert.equal(to, '0912345678');
    assert.match(text, new RegExp(`^Hồ sơ ${reference} .*reference=${reference}$`));
    assert.equal(call!.headers['idempotency-key'], id);
    const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(call!.headers['diaba-signature']))!;
    assert.equal(mac, createHmac('sha256', 'a secret of the hook').update(`${seconds}.${call!.body}`).digest('hex'));
    assert.equal((await only()).state, 'sent');
    for (const [answer, state] of [
      [503, 'waiting'],
      [400, 'failed'],
      [302, 'failed'],
    ] as const) {
      await stage.query('delete from dealing.message');
      await sendRequest(stage, parcel, byPhone);
      status = answer;
      assert.equal(await sendNextMessage(send), true);
      assert.equal((await only()).state, state, String(answer));
    }
  } finally {
    hook.close();
  }
});

test('without a mail server they are kept as files; with a database of one’s own they wait', async () => {
  await sendRequest(stage, parcel);
  const settings = { smtpUrl: null, mailFrom: null, hook: null, publicUrl: PUBLIC_URL };
  assert.equal(await sendNextMessage(tools(openSenders({ ...settings, outbox: null }))), false);
  assert.equal((await only()).state, 'waiting');
  const log = { info: () => undefined, warn: () => undefined };
  const { pools } = stage;
  const worker = startMessageWorker({
    pool: pools.app,
    personalDataKey: TEST_CONFIG.personalDataKey,
    publicUrl: PUBLIC_URL,
    senders: { mail: openFileSender(folder, FROM) },
    log,
  });
  // Its first round begins with its start, and a stop lets the message at hand end.
  await worker.stop();
  const files = await readdir(folder);
  assert.equal(files.length, (await only()).state === 'sent' ? 1 : 0);
  while (await sendNextMessage(tools(openSenders({ ...settings, outbox: folder }))));
  const [file] = await readdir(folder);
  assert.match(await readFile(join(folder, file!), 'utf8'), /^To: kanaria@vidu\.example\r$/m);
});
