// Small improvements over pages that work without them. Each module finds its own elements.
import { appearance } from "./appearance";
import { copyButtons } from "./copy";
import { discretion } from "./discretion";
import { focusErrors } from "./errors";
import { serviceWorker } from "./installed/worker";
import { menus } from "./menus";
import { keepPages } from "./offline/keeping";
import { offlinePage } from "./offline/shell";
import { photoCodes } from "./photo_code";
import { pushForms } from "./push";
import { revealButtons } from "./reveal";
import { busyForms } from "./sending";

const shell = document.querySelector("[data-shell]");
if (!shell) void keepPages();
revealButtons();
copyButtons();
focusErrors();
menus();
appearance();
discretion();
pushForms();
busyForms();
photoCodes();
void serviceWorker();
if (shell) void offlinePage();
