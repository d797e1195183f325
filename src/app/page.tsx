import { env } from "@/env";
import { listRulesets } from "@/services/list-rulesets";
import { listRuns } from "@/services/list-runs";
import { HomeView } from "@/ui/home/home-view";
import { runsPageSize } from "@/ui/run-status";
import { pageContext } from "./page-context";

interface HomeProps {
  searchParams: Promise<{ ruleset?: string | string[] }>;
}

export default async function HomePage({ searchParams }: HomeProps) {
  const ctx = await pageContext();
  const { ruleset } = await searchParams;
  const [rulesets, runs] = await Promise.all([
    listRulesets({ ctx }),
    listRuns({ ctx, input: { limit: runsPageSize } }),
  ]);
  return (
    <HomeView
      rulesets={rulesets.map(({ id, title }) => ({ id, title }))}
      wanted={typeof ruleset === "string" ? ruleset : null}
      initial={runs}
      maxBatchFiles={env().MAX_BATCH_FILES}
    />
  );
}
