CREATE INDEX IF NOT EXISTS addresses_waiting ON addresses (slot, rank, told DESC, found_at) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS addresses_due ON addresses (outlet, slot, due, attempts) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS addresses_again ON addresses (outlet, role, again) WHERE again IS NOT NULL;
CREATE INDEX IF NOT EXISTS addresses_by_outlet ON addresses (outlet, status);
