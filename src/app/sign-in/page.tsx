import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/ui/sign-in-form";

interface SignInProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const { next } = await searchParams;
  // Only a path of this site: "//host" and "/\host" would lead elsewhere.
  const target = typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/";
  return <SignInForm target={target} />;
}
