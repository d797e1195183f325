import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { openApiDocument } from "@/server/http/openapi";
import { CodeSample } from "@/ui/developers/code-sample";
import { EndpointCard } from "@/ui/developers/endpoint-card";
import { examples } from "@/ui/developers/examples";
import { endpointsOf } from "@/ui/developers/reference";
import panel from "@/ui/panel.module.css";
import { pageContext } from "../page-context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("developers");
  return { title: t("title") };
}

export default async function DevelopersPage() {
  await pageContext();
  const t = await getTranslations("developers");
  const incoming = await headers();
  const scheme = incoming.get("x-forwarded-proto") ?? "http";
  const sample = examples(`${scheme}://${incoming.get("host") ?? "127.0.0.1:3000"}`);
  const parts = [
    { title: t("curl"), text: t("curlText"), code: sample.curl },
    { title: t("trpc"), text: t("trpcText"), code: sample.trpc },
    { title: t("cli"), text: t("cliText"), code: sample.cli },
  ];
  return (
    <div className={panel.stack}>
      <h1>{t("title")}</h1>
      <p className={panel.prose}>{t("intro")}</p>
      {parts.map(({ title, text, code }) => (
        <section key={title} className={panel.tight}>
          <h2>{title}</h2>
          <p className={panel.prose}>{text}</p>
          <CodeSample title={title} code={code} />
        </section>
      ))}
      <section className={panel.tight}>
        <h2>{t("access")}</h2>
        <p className={panel.prose}>{t("token")}</p>
        <CodeSample title={t("access")} code={sample.token} />
      </section>
      <section className={panel.tight}>
        <h2>{t("reference")}</h2>
        <p>
          {t("referenceText")} <a href="/api/openapi.json">/api/openapi.json</a>
        </p>
        {endpointsOf(openApiDocument()).map((endpoint) => (
          <EndpointCard key={`${endpoint.method} ${endpoint.path}`} endpoint={endpoint} />
        ))}
      </section>
    </div>
  );
}
