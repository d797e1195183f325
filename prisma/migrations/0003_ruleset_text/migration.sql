-- AlterTable
ALTER TABLE "rulesets" ADD COLUMN     "source_format" TEXT,
ADD COLUMN     "source_text" TEXT;

