// Small improvements over pages that work without them. Each module finds its own elements.
import { appearance } from "./appearance";
import { copyButtons } from "./copy";
import { focusErrors } from "./errors";
import { serviceWorker } from "./installed/worker";
import { menus } from "./menus";
import { revealButtons } from "./reveal";
import { busyForms } from "./sending";

revealButtons();
copyButtons();
focusErrors();
menus();
appearance();
busyForms();
void serviceWorker();
