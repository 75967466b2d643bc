// Talks to the server that gave this page.

export class Refusal extends Error {
  constructor(status, body) {
    super(body.problem ?? "");
    this.status = status;
    this.body = body;
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", cache: "no-store", ...options });
  } catch {
    throw new Refusal(0, { problem: "Không liên lạc được với lệnh hoinghi review; lệnh còn chạy không? Những gì đang sửa vẫn còn trên trang." });
  }
  const body = (answer.headers.get("content-type") ?? "").includes("json")
    ? await answer.json()
    : { problem: (await answer.text()).trim() };
  if (!answer.ok) throw new Refusal(answer.status, body);
  return body;
}

const query = (values) => new URLSearchParams(values).toString();

export const items = () => ask("/api/items");
export const item = (number) => ask(`/api/items/${number}`);
export const changes = (since) => ask(`/api/changes?${query({ since })}`);
export const units = (q, day) => ask(`/api/units?${query({ q, day })}`);
export const day = (number, text, value) => ask(`/api/items/${number}/day?${query({ text, value })}`);
export const decide = (number, decision) =>
  ask(`/api/items/${number}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(decision),
  });
