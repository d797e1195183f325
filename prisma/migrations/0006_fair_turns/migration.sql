ALTER TABLE "validation_runs" ADD COLUMN "turn" BIGINT NOT NULL DEFAULT 1;

DROP INDEX "validation_runs_status_priority_queued_at_idx";

CREATE INDEX "validation_runs_status_turn_queued_at_idx" ON "validation_runs"("status", "turn", "queued_at");

CREATE INDEX "validation_runs_owner_id_status_priority_turn_idx" ON "validation_runs"("owner_id", "status", "priority", "turn");
