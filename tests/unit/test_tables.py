"""Tables as people read them: columns of text, and HTML in which every text is escaped."""

from textwrap import dedent

from pmm_core._tables import columns, html_notes, html_table

HOSTILE = "</td><script>alert('x' & \"y\")</script>"
ESCAPED = "&lt;/td&gt;&lt;script&gt;alert(&#x27;x&#x27; &amp; &quot;y&quot;)&lt;/script&gt;"


def told(text: str) -> str:
    return dedent(text).strip("\n")


def test_one_column_is_to_the_left_and_the_others_to_the_right() -> None:
    rows = [("a", "bbb", "1"), ("aa", "b", "22")]
    assert ["a   bbb   1", "aa    b  22"] == columns(rows)
    assert [" a  bbb   1", "aa  b    22"] == columns(rows, left=1)


def test_no_line_ends_with_a_blank() -> None:
    assert ["b  aa", "b"] == columns([("b", "aa"), ("b", "")], left=1)


def test_every_text_of_a_table_is_escaped() -> None:
    html = html_table("x", "en", HOSTILE, [(HOSTILE, HOSTILE)], head=(HOSTILE, HOSTILE), notes=[HOSTILE])
    assert (
        told(f"""
        <table class="pmm-x" lang="en">
        <caption>{ESCAPED}</caption>
        <thead><tr><th scope="col">{ESCAPED}</th><th scope="col">{ESCAPED}</th></tr></thead>
        <tbody>
        <tr><th scope="row">{ESCAPED}</th><td>{ESCAPED}</td></tr>
        </tbody></table>
        <p lang="en">{ESCAPED}</p>
        """)
        == html
    )


def test_a_table_may_have_no_head_no_notes_and_another_column_that_names_the_row() -> None:
    assert told("""
        <table class="pmm-x" lang="id">
        <caption>c</caption>
        <tbody>
        <tr><td>1</td><th scope="row">a</th></tr>
        </tbody></table>
        """) == html_table("x", "id", "c", [("1", "a")], left=1)


def test_notes_are_paragraphs() -> None:
    assert ['<p lang="id">a</p>', '<p lang="id">&lt;b&gt;</p>'] == html_notes("id", ("a", "<b>"))
