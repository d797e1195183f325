import { useTranslations } from "next-intl";
import { Button } from "../button";
import panel from "../panel.module.css";

interface SecretOnceProps {
  url: string;
  secret: string;
  onDone: () => void;
}

export function SecretOnce({ url, secret, onDone }: SecretOnceProps) {
  const t = useTranslations("webhooks");
  return (
    <section className={`${panel.panel} ${panel.padded} ${panel.tight}`} role="status">
      <strong>{t("secretTitle")}</strong>
      <span>{t("secretText", { url })}</span>
      <pre className={panel.code} data-testid="webhook-secret">
        {secret}
      </pre>
      <div className={panel.row}>
        <Button onClick={onDone}>{t("secretDone")}</Button>
      </div>
    </section>
  );
}
