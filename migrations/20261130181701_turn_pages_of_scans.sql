-- How a page is laid so that it can be read: its pictures stay as they are drawn, and boxes are places in them.
alter table document.scan_page
  add column turn smallint not null default 0,
  add constraint scan_page_turn check (turn in (0, 90, 180, 270));
comment on column document.scan_page.turn is 'Degrees, clockwise, by which its pictures are turned to be read';
grant update (turn) on document.scan_page to diaba_app;
