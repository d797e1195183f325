-- AlterTable
ALTER TABLE "rulesets" ADD COLUMN     "tables" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "reference_tables" (
    "owner_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_tables_pkey" PRIMARY KEY ("owner_id","sha256")
);
