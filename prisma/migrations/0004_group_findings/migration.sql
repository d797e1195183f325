-- AlterTable
ALTER TABLE "validation_results" ADD COLUMN     "day" DATE,
ADD COLUMN     "subject" TEXT;

-- AlterTable
ALTER TABLE "validation_totals" ADD COLUMN     "impact" DECIMAL(14,2);

-- Most findings have no subject: they cost this index nothing.
CREATE INDEX "validation_results_overview_idx" ON "validation_results"("validation_run_id", "subject", "day", "id") WHERE "subject" IS NOT NULL;
