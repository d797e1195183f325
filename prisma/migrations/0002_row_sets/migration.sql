-- CreateTable
CREATE TABLE "validation_row_sets" (
    "validation_run_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "rows" BYTEA NOT NULL,

    CONSTRAINT "validation_row_sets_pkey" PRIMARY KEY ("validation_run_id","code")
);

-- AddForeignKey
ALTER TABLE "validation_row_sets" ADD CONSTRAINT "validation_row_sets_validation_run_id_fkey" FOREIGN KEY ("validation_run_id") REFERENCES "validation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
