import "@/ui/theme.css";
import "@/ui/global.css";

import type { Metadata } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { firstPaintScript } from "@/ui/first-paint";
import { Providers } from "@/ui/providers";
import { AppHeader } from "@/ui/shell/app-header";
import classes from "@/ui/shell/shell.module.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("description"),
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {firstPaintScript}
        </script>
      </head>
      <body>
        <NextIntlClientProvider>
          <Providers nonce={nonce}>
            <AppHeader />
            <main id="content" tabIndex={-1} className={classes.main}>
              {children}
            </main>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
