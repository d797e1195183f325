-- The queue page reads the runs of a stretch of time: those that ended in it, and those that have not ended.
CREATE INDEX "validation_runs_owner_id_finished_at_idx" ON "validation_runs"("owner_id", "finished_at");
