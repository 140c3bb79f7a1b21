"""A cleaned notebook renders without anything that runs, leads anywhere or fetches anything."""

import base64
import re
import time

import nbformat
import pytest
from bleach._vendor import html5lib
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from grading.results.clean import LONGEST, clean_markdown, clean_notebook

PICTURE = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"x" * 20).decode()
HTML = "{http://www.w3.org/1999/xhtml}"
TEXT_TAGS = (
    "div p br hr h1 h2 h3 h4 h5 h6 em strong b i u s del sub sup code pre kbd blockquote ul ol li dl dt dd"
)
TAGS = {
    "html",
    "head",
    "body",
    "a",
    "abbr",
    "acronym",
    "details",
    "summary",
    "span",
    "img",
    *TEXT_TAGS.split(),
}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
EXPORTER = HTMLExporter(template_name="basic")
ATTACKS = [
    "<script>alert(1)</script>",
    "text <img src=x onerror=alert(1)> text",
    "<svg onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<iframe src=https://example.org></iframe>",
    "<object data=x.swf><embed src=x>",
    "<form action=https://example.org><input type=submit>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='https://example.org'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x) [y](https://example.org \"title\") ![z](https://example.org/a.png 'onload=alert(1)')",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[1]: https://example.org\n\n[1] and ![1]",
    "<https://example.org> <javascript:alert(1)> https://example.org www.example.org",
    '![x](attachment:a.png) !["onload=alert(1)](attachment:evil)',
    "![x](file:///etc/passwd) ![x](../../solutions/lab01/x.png)",
    '![a" onerror="alert(1)](x)',
    "<style>*{background:url(https://example.org)}</style><link rel=stylesheet href=//example.org/x>",
    "<base href=https://example.org><meta http-equiv=refresh content='0;url=https://example.org'>",
    "<div style='position:fixed;background:url(//example.org)' class='btn full-credit' id=why>x</div>",
    "<input class=score id=test-half value=5>",
    "```mermaid\n</pre><img src=x onerror=alert(1)>\n```",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "```html\n<script>alert(1)</script>\n```",
    '```"><img/src=x/onerror=alert(1)>\nx\n```',
    "`<script>` and ``</code><script>alert(1)</script>``",
    "    <script>alert(1)</script>",
    "| <b | c>\n|-|-|\n| <img src=x onerror=alert(1)> | [x](javascript:a) |",
    "$<script>alert(1)</script>$ $$<img src=x onerror=alert(1)>$$",
    "\\begin{a}<script>alert(1)</script>\\end{a} \\\\[<script>alert(1)</script>\\\\]",
    "$\\href{javascript:alert(1)}{x}$ and \\HREF {https://example.org}{x} &#92;href{javascript:a}{x}",
    "$\\let\\x=\\href \\x{javascript:alert(1)}{x}$ $\\def\\y#1{\\href#1} \\y{{{javascript:a}}}$",
    "$\\bbox[position:fixed;background:url(//example.org)]{x}$ $\\mmlToken{mi}[href='javascript:a']{x}$",
    "\\<script>alert(1)\\</script> \\\\<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt; &#60;script&#62;",
    "<div>\n\n<script>\n\nalert(1)\n\n</script>\n\n[x](javascript:a)\n</div>",
    "<pre>\n\n[x](javascript:alert(1))\n\n<script>alert(1)</script>",
    "<pre>&#13;&#13;[x](javascript:alert(1))&#13;&#10;&#10;&lt;script>",
    "a\x0b\n\x0c\n\x85[x](javascript:a)\u2028\n\u2029<script>",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php <script>alert(1)</script> ?>",
    "<p title='</p><script>alert(1)</script>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea></textarea><title></title><xmp><script>alert(1)</script></xmp><plaintext>",
    "<details ontoggle=alert(1) open><summary>x</summary>y</details>",
    "<img src='data:image/svg+xml;base64,PHN2Zy8+'><img src=data:text/html;base64,PHN2Zy8+>",
    '<img src="data:image/png;base64,iVBORw0KGgo=&#10;" onerror=alert(1) srcset=//example.org/x>',
    "- [ ] <b onclick=alert(1)>open\n- [x] done",
    "Term\n: <script>alert(1)</script>",
    "# <script>alert(1)</script> {#id}",
    "</div></div></div><script>alert(1)</script>",
    "<" * 500 + "script>alert(1)</script>",
    "\x00<scr\x00ipt>alert(1)</script>",
]


def rendered(notebook):
    """Render as nbgrader's pages do; return the page's elements, parsed as browsers parse."""
    page, _ = EXPORTER.from_notebook_node(notebook)
    tree = html5lib.parse(f"<!DOCTYPE html><body>{page}", namespaceHTMLElements=True)
    return page, list(tree.iter())


def words(elements):
    """Return the text in which MathJax looks for formulas: all but code."""
    code = {id(part) for one in elements if one.tag in (f"{HTML}pre", f"{HTML}code") for part in one.iter()}
    return [one.text or "" for one in elements if isinstance(one.tag, str) and id(one) not in code]


def check(notebook):
    """Assert that nothing in the rendered notebook runs, leads anywhere or fetches anything."""
    page, elements = rendered(notebook)
    assert not re.search(r"\\\\(href|let|def|bbox|mml|require|style|class|cssId)", "".join(words(elements)))
    for element in elements:
        if not isinstance(element.tag, str):
            continue  # a comment
        assert element.tag.removeprefix(HTML) in TAGS, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert name not in ("style", "srcset", "action", "formaction", "data", "background"), name
            if name == "src":
                assert value.startswith(("data:image/png;base64,", "data:image/jpeg;base64,")), value
            if name == "href":
                assert value.startswith("#"), value
            if name == "class":
                assert "credit" not in value
            if name == "id":
                assert value not in ("why", "test-half")
    return page


def one(source, **more):
    return new_notebook(cells=[new_markdown_cell(source, **more)])


@pytest.mark.parametrize("source", ATTACKS)
def test_markdown_does_nothing(source):
    attachments = {
        "a.png": {"image/png": PICTURE},
        "evil": {"image/png": '"><script>', "text/html": "<script>"},
    }
    notebook = one(f"before\n\n{source}\n\nafter", attachments=attachments)
    frames = [
        "{}",
        "> {}",
        "* {}",
        "**{}**",
        "$$ {}",
        "x {} $$",
        "<div>{}",
        "`{}",
        "```\n{}",
        "|a|\n|-|\n|{}|",
    ]
    for frame in frames:
        notebook.cells += one(frame.format(source), attachments=attachments).cells
    page = check(clean_notebook(notebook))
    assert "before" in page
    assert "after" in page or "<!--" in source  # what students comment out is not shown
    clean = clean_notebook(notebook)
    check(clean_notebook(clean))


@pytest.mark.parametrize("source", ATTACKS)
def test_raw_cells_code_outputs_and_metadata_do_nothing(source):
    code = new_code_cell(source)
    code.outputs = [
        new_output("stream", text=source),
        new_output("display_data", {"text/html": source}),
        new_output("display_data", {"text/html": source, "text/plain": source}),
        new_output("display_data", {"image/png": source, "image/svg+xml": source, "text/markdown": source}),
        new_output(
            "display_data", {"image/png": PICTURE}, metadata={"image/png": {"width": source, "alt": source}}
        ),
        new_output("execute_result", {"text/latex": source, "application/pdf": source}),
        new_output("display_data", {"application/javascript": source, "text/vnd.mermaid": source}),
        new_output("display_data", {"application/vnd.jupyter.widget-view+json": {"model_id": source}}),
        new_output("error", ename=source, evalue=source, traceback=[source]),
    ]
    code["execution_count"] = source
    code.metadata.update(
        tags=[source], nbgrader={"grade_id": source, "grade": True}, alt=source, title=source
    )
    code["id"] = source
    raw = new_raw_cell(source, metadata={"raw_mimetype": "text/html", "format": "text/html"})
    odd = nbformat.from_dict({"cell_type": source, "source": source, "metadata": {}})
    notebook = new_notebook()
    notebook.cells = [code, raw, odd]
    notebook.metadata.update(
        title=source,
        widgets={"application/vnd.jupyter.widget-state+json": {"state": source}},
        language_info={"name": source, "pygments_lexer": source},
        kernelspec={"name": source, "display_name": source, "language": source},
    )
    clean = clean_notebook(notebook)
    check(clean)
    nbformat.validate(clean)
    assert clean.cells[0].source == source


def test_plain_answers_stay_as_they_are():
    for source in (
        "Because *half* is less than `x`.",
        "# Title\n\n1. one\n2. two\n\n$a^2 = \\frac{1}{2}$",
        "",
    ):
        assert clean_notebook(one(source)).cells[0].source == source


def test_what_is_rendered_stays_readable():
    source = (
        "# Title\n\nIf a < b, see [the paper](https://example.org/x).\n\n"
        "```python\nfor i in x[0]:\n\n    a < b\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n\n"
        "![plot](attachment:a.png) $a<b$ and <b>bold</b>, I <3 GANs"
    )
    page = check(clean_notebook(one(source, attachments={"a.png": {"image/png": PICTURE}})))
    for part in (
        "<h1>Title</h1>",
        "<td>1</td>",
        "☑",
        "<b>bold</b>",
        "(https://example.org/x)",
        PICTURE,
        "I &lt;3 GANs",
    ):
        assert part in page, part
    assert "a &lt; b" in page
    text = clean_markdown("```\none\n\n\n  two [x](y)\n```")
    tree = html5lib.parse(text)
    assert "".join(tree.itertext()).strip("\n") == "one\n\n\n  two [x](y)"


def test_tags_that_are_not_allowed_are_shown_as_typed():
    for typed in (
        "<script>a = 1",
        "List<int> and <style>x</style>",
        "x <b y",
        "vector <TEXTAREA>t",
        "<imgx> <",
        "</script>",
    ):
        tree = html5lib.parse(clean_markdown(f"{typed} after <u>it</u>"))
        assert "".join(tree.itertext()).strip() == f"{typed} after it"
    assert "hidden" not in clean_markdown("seen <!-- hidden --> text")


def test_text_of_the_lab_stays_as_it_is():
    source = "See [the notebook](../06.ipynb) <details><summary>Hint</summary>x</details>"
    assert clean_notebook(one(source), trusted=one(source)).cells[0].source == source
    assert clean_notebook(one(source + " "), trusted=one(source)).cells[0].source != source


def test_marks_verdicts_and_pictures_stay():
    marks = {
        "grade_id": "test-half",
        "grade": True,
        "solution": False,
        "locked": True,
        "points": 2,
        "task": False,
    }
    marks |= {"schema_version": 3, "cell_type": "code", "checksum": "0" * 32}
    verdict = {"verdict": "passed", "hint": "<b>", "outside": "yes"}
    cell = new_code_cell("x", metadata={"nbgrader": marks, "grading": verdict, "tags": ["a"]})
    cell.outputs = [
        new_output("display_data", {"image/png": PICTURE, "text/plain": "<Figure>"}),
        new_output("stream", name="stderr", text=["a\n", "b"]),
        new_output("execute_result", {"text/plain": "1.5"}, execution_count=3),
    ]
    cell.execution_count = 3
    notebook = new_notebook(cells=[cell])
    before = nbformat.writes(notebook)
    clean = clean_notebook(notebook).cells[0]
    assert nbformat.writes(notebook) == before
    assert clean.metadata == {"nbgrader": marks, "grading": verdict}
    assert clean.outputs[0].data == {"image/png": PICTURE, "text/plain": "<Figure>"}
    assert clean.outputs[1].text == "a\nb"
    assert clean.outputs[2].data == {"text/plain": "1.5"}
    assert clean.execution_count == clean.outputs[2].execution_count == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["<b>", "<b><p>", "<table>", "<a><div>", "[", "![", "[a](", "> ", "- ", "*a_", "`<", "<!--",
     "\\begin{a}", "$$<", "<a b='", "[a]: <", "&lt;", "<svg><math>", "<pre>\n\n", "|<", "***<", "</p>",
     "1. <", "\\\\[<", "<b x=1 "],
)  # fmt: skip
def test_text_made_to_keep_the_grader_busy_takes_seconds_at_most(piece):
    source = ("<" + piece * LONGEST)[:LONGEST]
    started = time.process_time()
    check(clean_notebook(one(source)))
    assert time.process_time() - started < 6
    longer = clean_markdown(source + "x")
    assert longer.startswith("<div><pre>")
    assert "\n" not in longer


def test_many_long_texts_are_shown_as_typed():
    notebook = new_notebook(cells=[new_markdown_cell("[" * LONGEST) for _ in range(40)])
    started = time.process_time()
    page = check(clean_notebook(notebook))
    assert time.process_time() - started < 60
    assert page.count("[" * LONGEST) == 40


@pytest.mark.slow
def test_code_made_to_keep_the_grader_busy_is_shown_without_colours():
    notebook = new_notebook(cells=[new_code_cell("." * 500_000) for _ in range(2)])
    notebook.cells += [new_code_cell(" \n" * 1490 + '"""') for _ in range(30)]
    notebook.cells.append(new_code_cell("x = 1"))
    started = time.process_time()
    page = check(clean_notebook(notebook))
    assert time.process_time() - started < 60
    assert "." * 500_000 in page
    assert (
        "magics_language"
        not in clean_notebook(new_notebook(cells=[new_code_cell("x = 1")])).cells[0].metadata
    )
