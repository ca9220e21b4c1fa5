-- Land information sheets, parcel histories, samples of certificates, receipts and filled forms beside map extracts.

alter table document.paper drop constraint paper_kind_check;
alter table document.paper add constraint paper_kind_check
  check (kind in ('map_extract', 'land_information', 'parcel_history', 'certificate', 'receipt', 'request_form'));
