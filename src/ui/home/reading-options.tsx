import { useTranslations } from "next-intl";
import { SelectField } from "../select-field";
import classes from "./home.module.css";
import { delimiters, encodings, type Reading } from "./reading";

interface ReadingOptionsProps {
  reading: Reading;
  onChange: (reading: Reading) => void;
}

/** Folded away: detection is right nearly always, and this is for when it is not. */
export function ReadingOptions({ reading, onChange }: ReadingOptionsProps) {
  const t = useTranslations("home.reading");
  const chosen = Object.values(reading).filter((value) => value !== "").length;
  const detect = { value: "", label: t("detect") };
  return (
    <details className={classes.reading}>
      <summary>{chosen > 0 ? t("titleChosen", { count: chosen }) : t("title")}</summary>
      <div className={classes.readingFields}>
        <SelectField
          label={t("encoding")}
          value={reading.encoding}
          onChange={(encoding) => onChange({ ...reading, encoding })}
          options={[detect, ...encodings.map((value) => ({ value, label: t(`encodingName.${value}`) }))]}
        />
        <SelectField
          label={t("delimiter")}
          value={reading.delimiter}
          onChange={(delimiter) => onChange({ ...reading, delimiter })}
          options={[
            detect,
            ...Object.keys(delimiters).map((value) => ({ value, label: t("delimiterName", { value }) })),
          ]}
        />
        <SelectField
          label={t("header")}
          value={reading.header}
          onChange={(header) => onChange({ ...reading, header })}
          options={[detect, { value: "yes", label: t("headerYes") }, { value: "no", label: t("headerNo") }]}
        />
      </div>
    </details>
  );
}
