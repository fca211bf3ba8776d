import "./forms.js";
import "./paper.js";
import "./keys.js";
import "./tray.js";
import "./bulk.js";
