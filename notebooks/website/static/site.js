/* The site's own program: the recorded playground, movies that can be stopped, keys for what scrolls. */
(() => {
  "use strict";
  const COLOURS = { real: "#009E73", fake: "#E69F00", d_loss: "#0072B2", g_loss: "#D55E00" };
  const VIEW = 1.6, INK = "#222222";

  const bytes = (text) => Int8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  function load(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, onload: done, onerror: failed });
      document.head.append(script);
    });
  }

  function sharp(canvas, width, height) {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, width, height);
    pen.font = "13px sans-serif";
    return pen;
  }

  /* From fake, #f4c7a6, over white to real, #a9cdea. */
  function surface(level) {
    const [end, share] = level < 128 ? [[244, 199, 166], 1 - level / 127.5] : [[169, 205, 234], level / 127.5 - 1];
    return end.map((part) => 255 + (part - 255) * share);
  }

  function drawPlane(canvas, about, run, moment) {
    const left = 34, top = 6, side = 290, pen = sharp(canvas, 330, 330), count = about.squares ** 2;
    const small = document.createElement("canvas");
    small.width = small.height = about.squares;
    const image = new ImageData(about.squares, about.squares);
    for (let i = 0; i < count; i++) {
      const row = about.squares - 1 - Math.floor(i / about.squares), column = i % about.squares;
      image.data.set([...surface(run.background[moment * count + i] & 255), 255], 4 * (row * about.squares + column));
    }
    small.getContext("2d").putImageData(image, 0, 0);
    pen.drawImage(small, left, top, side, side);
    const x = (value) => left + (value / about.scale / VIEW + 1) * side / 2;
    const y = (value) => top + (1 - value / about.scale / VIEW) * side / 2;
    pen.save();
    pen.beginPath();
    pen.rect(left, top, side, side);
    pen.clip();
    const dot = (points, i, radius) => {
      pen.beginPath();
      pen.arc(x(points[i]), y(points[i + 1]), radius, 0, 7);
      pen.fill();
    };
    pen.fillStyle = COLOURS.real;
    pen.globalAlpha = 0.5;
    for (let i = 0; i < about.real.length; i += 2) dot(about.real, i, 1.9);
    const shown = 2 * 150, start = moment * shown;
    pen.strokeStyle = "#444444";
    pen.globalAlpha = 0.6;
    for (let i = start; i < start + shown; i += 2) {
      pen.beginPath();
      pen.moveTo(x(run.points[i]), y(run.points[i + 1]));
      const end = [x(run.points[i] + run.arrows[i]), y(run.points[i + 1] + run.arrows[i + 1])];
      pen.lineTo(...end);
      const way = Math.atan2(-run.arrows[i + 1], run.arrows[i]), head = Math.min(4, Math.hypot(run.arrows[i], run.arrows[i + 1]) / 2);
      for (const turn of [2.6, -2.6]) {
        pen.moveTo(...end);
        pen.lineTo(end[0] + head * Math.cos(way + turn), end[1] + head * Math.sin(way + turn));
      }
      pen.stroke();
    }
    pen.globalAlpha = 1;
    for (let i = start; i < start + shown; i += 2) {
      pen.fillStyle = INK;
      dot(run.points, i, 2.8);
      pen.fillStyle = COLOURS.fake;
      dot(run.points, i, 2.2);
    }
    pen.restore();
    pen.strokeStyle = pen.fillStyle = INK;
    pen.strokeRect(left, top, side, side);
    for (const tick of [-1, 0, 1]) {
      pen.textAlign = "center";
      pen.fillText(tick, x(tick * about.scale), top + side + 15);
      pen.textAlign = "right";
      pen.fillText(tick, left - 5, y(tick * about.scale) + 4);
    }
    pen.textAlign = "center";
    pen.fillText("first coordinate", left + side / 2, top + side + 31);
    pen.rotate(-Math.PI / 2);
    pen.fillText("second coordinate", -top - side / 2, 12);
  }

  function drawLosses(canvas, chance, run, step, last) {
    const left = 44, top = 6, width = 310, height = 290, pen = sharp(canvas, 370, 330);
    const steps = run.losses.length, values = run.losses.flat().filter((value) => value !== null);
    const all = [...values, ...Object.values(chance || { none: 0 })].map((value) => Math.min(50, Math.max(-50, value)));
    const low = Math.floor(Math.min(...all)), high = Math.max(low + 1, Math.ceil(Math.max(...all)));
    const x = (at) => left + width * at / last, y = (value) => top + height * (high - value) / (high - low);
    pen.save();
    pen.beginPath();
    pen.rect(left, top, width, height);
    pen.clip();
    ["d_loss", "g_loss"].forEach((name, column) => {
      pen.strokeStyle = COLOURS[name];
      if (chance) {
        pen.setLineDash([5, 4]);
        pen.beginPath();
        pen.moveTo(left, y(chance[name]));
        pen.lineTo(left + width, y(chance[name]));
        pen.stroke();
        pen.setLineDash([]);
      }
      pen.lineWidth = 1.5;
      pen.beginPath();
      for (let i = 0; i < steps && 10 * (i + 1) <= step; i++) {
        if (run.losses[i][column] !== null) pen.lineTo(x(10 * (i + 1)), y(run.losses[i][column]));
      }
      pen.stroke();
      pen.lineWidth = 1;
    });
    pen.restore();
    pen.strokeStyle = pen.fillStyle = INK;
    pen.strokeRect(left, top, width, height);
    pen.textAlign = "right";
    for (const value of [low, (low + high) / 2, high]) pen.fillText(value, left - 5, y(value) + (value === high ? 11 : 4));
    pen.textAlign = "center";
    for (const at of [0, last / 3, 2 * last / 3]) pen.fillText(Math.round(at), x(at), top + height + 15);
    pen.fillText(`step (of ${last})`, left + width / 2, top + height + 31);
    pen.rotate(-Math.PI / 2);
    pen.fillText("loss", -top - height / 2, 12);
  }

  function playground(box) {
    const words = box.querySelector(".playground-words"), slider = box.querySelector("input");
    const button = box.querySelector("button"), choices = [...box.querySelectorAll("select")];
    const [plane, losses] = box.querySelectorAll("canvas"), place = box.dataset.runs, runs = {};
    let about, number = 0, timer = 0;
    const said = (value) => (value === null || value === undefined ? "none" : value.toFixed(2));

    function show() {
      const run = runs[number];
      if (!run) return;
      const moment = Math.min(Number(slider.value), run.modes.length - 1), step = about.moments[moment];
      const last = run.losses[Math.min(step / 10, run.losses.length) - 1] || [null, null];
      drawPlane(plane, about, run, moment);
      drawLosses(losses, about.chance[about.runs[number].loss], run, step, about.moments.at(-1));
      const stopped = run.trouble && moment === run.modes.length - 1 ? ` ${run.trouble}` : "";
      const covered = `${run.modes[moment]} of 8 groups covered`;
      slider.setAttribute("aria-valuetext", `step ${step}: ${covered}`);
      plane.setAttribute("aria-label", `The plane at step ${step}. ${covered} by the orange points.`);
      const now = step ? `Loss of D ${said(last[0])}, of G ${said(last[1])}.` : "No loss yet.";
      losses.setAttribute("aria-label", `The losses up to step ${step}. ${now}`);
      words.textContent = `Step ${step}: ${covered}. ${now}${stopped}`;
    }

    async function choose() {
      const wanted = about.runs.findIndex((run) => choices.every((choice) => String(run[choice.name]) === choice.value));
      number = wanted; /* a later choice may be answered earlier: what comes then is kept, and not shown */
      try {
        if (!runs[wanted]) await load(`${place}${wanted}.js`);
        if (number === wanted) show();
      } catch {
        if (number === wanted) words.textContent = "This run could not be loaded.";
      }
    }

    function pause() {
      clearInterval(timer);
      timer = 0;
      button.textContent = "Play";
      words.setAttribute("role", "status");
    }

    button.addEventListener("click", () => {
      if (timer) return pause();
      if (slider.value === slider.max) slider.value = 0;
      button.textContent = "Pause";
      words.removeAttribute("role"); /* the words change too often to be read out */
      timer = setInterval(() => {
        slider.value = Number(slider.value) + 1;
        show();
        if (slider.value === slider.max) pause();
      }, 500);
    });
    slider.addEventListener("input", show);
    choices.forEach((choice) => choice.addEventListener("change", choose));
    window.playgroundRun = (which, run) => {
      for (const name of ["points", "arrows", "background"]) run[name] = bytes(run[name]);
      runs[which] = run;
    };
    window.playgroundAbout = (found) => {
      about = found;
      about.real = bytes(about.real);
      slider.max = about.moments.length - 1;
      const first = { loss: "non-saturating", d_learning_rate: 0.001, g_learning_rate: 0.001, d_steps: 1 };
      for (const choice of choices) {
        for (const value of new Set(about.runs.map((run) => run[choice.name]))) {
          choice.add(new Option(value, value, false, value === first[choice.name]));
        }
      }
      slider.value = about.moments.indexOf(300);
      choose();
    };
    load(`${place}about.js`).catch(() => { words.textContent = "The recorded runs could not be loaded."; });
  }

  /* A movie repeats for ever: it can be stopped, and does not start where the reader wants no motion. */
  function movie(image) {
    const moving = image.src, button = document.createElement("button");
    const set = (runs) => {
      image.src = runs ? moving : image.dataset.still;
      button.textContent = runs ? "Stop the movie" : "Play the movie";
    };
    button.type = "button";
    button.className = "movie-button";
    button.addEventListener("click", () => set(image.src !== moving));
    set(!window.matchMedia("(prefers-reduced-motion: reduce)").matches);
    image.after(button);
  }

  /* What scrolls sideways can be reached by keys. */
  function reachable() {
    for (const part of document.querySelectorAll(".formula, p:has(> img), .cell_output .output, pre, .pst-scrollable-table-container")) {
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    }
  }

  document.querySelectorAll(".playground").forEach(playground);
  document.querySelectorAll("img[data-still]").forEach(movie);
  reachable();
  window.addEventListener("resize", reachable);
  document.addEventListener("toggle", reachable, true);
})();
