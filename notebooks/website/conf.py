"""Settings of Sphinx for the site; `make site` gives it the pages (`notebooks.website.make`)."""

from pathlib import Path

project = "Generative Adversarial Networks"
html_title = "Generative Adversarial Networks"
author = "The authors of the course"
project_copyright = "The text is under CC BY 4.0, the code under the MIT licence"
language = "en"
extensions = ["myst_nb", "notebooks.website.mathematics"]
nb_execution_mode = "off"  # what is stored is shown, and nothing is run
nb_render_markdown_format = "myst"  # tables and links in outputs
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 4
smartquotes = False
html_theme = "sphinx_book_theme"
html_math_renderer = "mathml"
html_static_path = ["static"]
templates_path = ["templates"]
html_sidebars = {"**": ["home.html", "search-button-field.html", "sbt-sidebar-nav.html"]}
html_css_files = ["site.css"]
html_search_scorer = str(Path(__file__).with_name("scorer.js"))
html_js_files = [("site.js", {"defer": "defer"})]
html_copy_source = False
html_use_index = False  # the glossary is one
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "navbar_persistent": [],  # the search stands in the side bar
    "show_toc_level": 2,
    "toc_title": "On this page",
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
html_context = {"default_mode": "auto"}
