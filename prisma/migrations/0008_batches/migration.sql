-- Runs that were asked for together. Nothing has written validation_runs.batch_id before.
CREATE TABLE "batches" (
    "id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "name" TEXT,
    "ruleset_id" TEXT,
    "ruleset_version" INTEGER,
    "options" JSONB NOT NULL DEFAULT '{}',
    "priority" INTEGER NOT NULL DEFAULT 2,
    "keep_hours" INTEGER,
    "expected_files" INTEGER,
    "expected_bytes" BIGINT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "deleted_runs" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closing" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "round" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "batches_owner_id_created_at_id_idx" ON "batches"("owner_id", "created_at" DESC, "id");

-- Few are open at any time: the sweep reads only those.
CREATE INDEX "batches_open_idx" ON "batches"("open_until") WHERE "closed_at" IS NULL;

CREATE INDEX "validation_runs_batch_id_status_idx" ON "validation_runs"("batch_id", "status");

-- One run a file and batch: adding a file twice is adding it once.
CREATE UNIQUE INDEX "validation_runs_batch_file_key" ON "validation_runs"("batch_id", "file_id") WHERE "batch_id" IS NOT NULL;

ALTER TABLE "validation_runs" ADD CONSTRAINT "validation_runs_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "webhook_deliveries" ADD COLUMN "batch_id" UUID;

CREATE INDEX "webhook_deliveries_batch_id_idx" ON "webhook_deliveries"("batch_id") WHERE "batch_id" IS NOT NULL;
