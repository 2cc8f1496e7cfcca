// The one page of the sandbox: a telephone that asks whether to let VssID know who one is.
import { createHash } from 'node:crypto';

const TEXTS = {
  vi: {
    title: 'VNeID (bản trình diễn)',
    trial: 'Bản trình diễn, không phải VNeID của Bộ Công an',
    asks: 'VssID muốn biết đây là ai',
    told: 'Gửi cho VssID: họ tên, ngày sinh, số định danh. Định danh mức 2.',
    who: 'Điện thoại này của ai',
    yes: 'Xác nhận',
    no: 'Từ chối',
  },
  en: {
    title: 'VNeID (sandbox)',
    trial: 'A demonstration, not the VNeID of the Ministry of Public Security',
    asks: 'VssID asks who you are',
    told: 'VssID will be told: name, birth date, citizen number. Identity of level 2.',
    who: 'Whose telephone is this',
    yes: 'Confirm',
    no: 'Decline',
  },
};

// Tokens of the product's design (ui/css/_tokens.scss); the sandbox is another site and loads nothing of it.
const STYLE = `
:root{--paper:#F3F5FA;--surface:#fff;--ink:#131C33;--ink2:#414A63;--cham:#24409A;--control:#5E6880;--line:#D3D9E6;--gach:#991B15;--nghe:#6E4200;--nghe-soft:#FFF1D2}
@media (prefers-color-scheme:dark){:root{--paper:#0C1322;--surface:#151F35;--ink:#EEF2FB;--ink2:#BCC6DC;--cham:#AFC2FB;--control:#8592B0;--line:#2C3955;--gach:#FFB0A6;--nghe:#F4C365;--nghe-soft:#40300B}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 "Be Vietnam Pro",system-ui,sans-serif}
main{max-width:24rem;margin:0 auto;padding:16px}
@media (min-width:48rem){main{margin:32px auto;background:var(--surface);border:8px solid var(--ink);border-radius:36px;padding:24px}}
.trial{background:var(--nghe-soft);color:var(--nghe);border-radius:10px;padding:8px 12px;font-size:15px;margin:0 0 16px}
h1{font-size:24px;line-height:1.3;margin:0 0 8px;text-wrap:balance}
p{margin:0 0 16px;color:var(--ink2)}
label{display:block;font-weight:600;margin-bottom:4px}
select{display:block;width:100%;min-height:52px;padding:8px 12px;margin-bottom:16px;font:inherit;color:var(--ink);background:var(--surface);border:2px solid var(--control);border-radius:10px}
button{display:block;width:100%;min-height:52px;border-radius:10px;font:inherit;font-weight:600;cursor:pointer;margin-top:8px}
.yes{background:var(--cham);color:var(--surface);border:2px solid var(--cham)}
.no{background:none;color:var(--gach);border:2px solid var(--gach)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export function secure(response) {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'`,
  );
}

export function askPage({ uid, people, locale }) {
  const language = String(locale ?? '').startsWith('vi') ? 'vi' : 'en';
  const say = TEXTS[language];
  const choices = people.map(
    (person) => `<option value="${safe(person.sub)}">${safe(person.name)}, ${safe(person.masked)}</option>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say.title}</title><style>${STYLE}</style></head>
<body><main>
  <p class="trial">${say.trial}</p>
  <h1>${say.asks}</h1>
  <p>${say.told}</p>
  <form method="post" action="/telephone/${safe(uid)}">
    <label for="person">${say.who}</label>
    <select id="person" name="person" lang="vi" translate="no">${choices.join('')}</select>
    <button class="yes" name="answer" value="yes">${say.yes}</button>
    <button class="no" name="answer" value="no">${say.no}</button>
  </form>
</main></body>
</html>`;
}

function safe(value) {
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
