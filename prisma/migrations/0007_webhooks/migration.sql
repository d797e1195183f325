-- A delivery keeps what it says, so that it can be sent again when its run is gone. Nothing has written this table before.
ALTER TABLE "webhook_deliveries" ADD COLUMN     "message_id" UUID NOT NULL,
ADD COLUMN     "event" TEXT NOT NULL,
ADD COLUMN     "payload" JSONB NOT NULL,
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'pending',
ADD COLUMN     "error" TEXT,
ADD COLUMN     "attempted_at" TIMESTAMPTZ(3),
ALTER COLUMN "validation_run_id" DROP NOT NULL;

-- Few are pending at any time: the sweep reads only those.
CREATE INDEX "webhook_deliveries_pending_idx" ON "webhook_deliveries"("created_at") WHERE "status" = 'pending';
