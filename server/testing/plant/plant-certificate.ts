/** A certificate on its blank, whose every text is a canary, with the ledger and a printer: rows as no door would write them. */
import type pg from 'pg';
import { CANARIES } from './register-fixture.ts';

export async function plantCertificate(client: pg.Client): Promise<void> {
  const [name, number, serial] = CANARIES;
  const body = JSON.stringify({ name, number, no: serial, date: '2026-01-01' });
  await client.query("insert into document.blank (serial) values ('AA 99999999')");
  await client.query(`update document.blank set status = 'given', given_to = $1 where serial = 'AA 99999999'`, [name]);
  await client.query(
    `insert into document.blank_move (kind, first_serial, last_serial, quantity, given_to, reason, document, moved_by)
     values ('received', 'AA 99999999', 'AA 99999999', 1, $1, $1, $2, $1)`,
    [name, body],
  );
  await client.query(
    `insert into document.certificate (serial, blank_serial, code, book_no, commune_code, office, issued_on, content, template_version, replaces, raised_by, registered_at)
     select 'AA 99999999', 'AA 99999999', '2345ABCD6789EFGJ', $1, '99001', 'Văn phòng', '2026-01-01', $2, 1, $1, dealing_id, now() from dealing.dealing limit 1`,
    [serial, body],
  );
  await client.query(
    `insert into document.certificate_right (serial, right_id) select 'AA 99999999', right_id from rights."right" limit 1`,
  );
  await client.query(`insert into document.printer values ($1, 0, 0, 0, 0, 'long_edge', $1)`, [name]);
}
