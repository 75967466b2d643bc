"use strict";

/** Vietnamese forms of numbers and dates, and text as it is searched and sorted. */
const forms = (() => {
  const DAY = 86_400_000;
  const collator = new Intl.Collator("vi", { numeric: true, sensitivity: "variant" });

  /** 1234567 as "1.234.567". */
  function number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  function padded(value) {
    return String(value).padStart(2, "0");
  }

  /** The day so many days after 1/1/1970 as "23/4/2024" or "05/02/2024", as offices write it. */
  function date(days) {
    const day = new Date(days * DAY);
    const months = day.getUTCFullYear() * 12 + day.getUTCMonth();
    return `${padded(day.getUTCDate())}/${monthName(months)}`;
  }

  /** A month, counted as twelve times the year and the month from 0, as "4/2024" or "02/2024". */
  function monthName(months) {
    const month = (months % 12) + 1;
    return `${month < 3 ? padded(month) : month}/${Math.floor(months / 12)}`;
  }

  /** A name with a capital first, as it stands at the beginning of a line. */
  function capital(text) {
    return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
  }

  /** Text in small letters without accents: "Đảng ủy" is found by "dang uy". */
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "").replace(/đ/g, "d");
  }

  return Object.freeze({ number, date, monthName, capital, plain, compare: collator.compare });
})();
