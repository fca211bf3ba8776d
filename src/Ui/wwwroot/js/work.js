import "./forms.js";
import "./paper.js";
import "./keys.js";
