// Only where the page is served: when a file of the model has been saved, the page is loaded again, as it was.

import { announce } from "./element.js";
import { say } from "./words.js";

const news = new EventSource(`changes?since=${document.querySelector("meta[name=changes]").content}`);

news.addEventListener("changed", () => {
  announce(say("updated"));
  location.reload();
});

news.addEventListener("broken", (event) => {
  const alarm = document.getElementById("alarm") ?? document.createElement("p");
  alarm.id = "alarm";
  alarm.className = "alarm";
  alarm.setAttribute("role", "alert");
  alarm.textContent = say("broken", JSON.parse(event.data));
  document.getElementById("app").prepend(alarm);
});
