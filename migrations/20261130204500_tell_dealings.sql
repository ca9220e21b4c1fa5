-- Open pages learn what others register, without being loaded again.
create trigger dealing_tell after insert or update of status on dealing.dealing for each row execute function dealing.tell_dealing();
