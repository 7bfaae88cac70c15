import gzip
import os
from pathlib import Path

import pytest

from agents.commands.inputs import Found, Unreadable, list_files, read_pages
from tests.embedded import page


def read(path: Path, **options: str) -> list[Found | Unreadable]:
    return list(read_pages(list_files([path]), **options))


def urls(path: Path, **options: str) -> list[str]:
    return [item.page.url for item in read(path, **options) if isinstance(item, Found)]


def write(path: Path, content: bytes = b"<html>") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def test_a_folder_gives_the_pages_below_it_and_leaves_the_rest(tmp_path: Path):
    for name in (
        "a.html",
        "deep/b.HTM",
        "deep/c.html.gz",
        "index.php?id=3",
        "d.jsonl",
        "style.css",
        "notes.txt",
        ".hidden.html",
        "e.png",
    ):
        write(tmp_path / name, page().to_json() if name == "d.jsonl" else b"\x89PNG" if name == "e.png" else b"<!DOCTYPE html><p>x")
    found = [str(file.relative_to(tmp_path)) for file, _ in list_files([tmp_path])]
    assert found == ["a.html", "d.jsonl", "deep/b.HTM", "deep/c.html.gz", "index.php?id=3"]


def test_a_file_that_is_named_is_taken_whatever_its_name(tmp_path: Path):
    assert len(read(write(tmp_path / "notes.txt"))) == 1


def test_the_url_is_the_base_and_the_path(tmp_path: Path):
    write(tmp_path / "news/ä b.html.gz")
    assert urls(tmp_path, base_url="https://x.example/site/") == ["https://x.example/site/news/%C3%A4%20b.html"]
    assert urls(tmp_path / "news/ä b.html.gz", base_url="https://x.example") == ["https://x.example/%C3%A4%20b.html"]


@pytest.mark.parametrize(
    "link",
    [
        b'<link rel="canonical" href="https://x.example/?a=1&amp;b=2">',
        b"<LINK HREF='https://x.example/?a=1&b=2' REL='canonical'/>",
        b"<link rel=canonical href=https://x.example/?a=1&b=2>",
        b'<link rel="icon" href="https://y.example/"><link rel="canonical" href=" https://x.example/?a=1&amp;b=2 ">',
    ],
)
def test_without_a_base_it_is_the_pages_canonical_link(tmp_path: Path, link: bytes):
    assert urls(write(tmp_path / "a.html", b"<html>" + link)) == ["https://x.example/?a=1&b=2"]


@pytest.mark.parametrize("link", [b"", b'<link rel="canonical" href="/relative">', b'<link rel="canonical">'])
def test_without_a_credible_link_it_is_the_files_own(tmp_path: Path, link: bytes):
    file = write(tmp_path / "a.html", link)
    assert urls(file) == [file.as_uri()]


def test_a_file_was_fetched_when_it_was_last_written(tmp_path: Path):
    file = write(tmp_path / "a.html")
    os.utime(file, (1_000_000_000, 1_000_000_000))
    [item] = read(file, crawl="daily")
    assert isinstance(item, Found)
    assert (item.page.fetched_at.timestamp(), item.page.crawl, item.page.body) == (1_000_000_000, "daily", b"<html>")


def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path):
    lines = [
        page("https://x.example/1").to_json(),
        b"{",
        b"",
        b'{"url": "https://x.example/"}',
        page("https://x.example/2").to_json(),
    ]
    file = write(tmp_path / "pages.jsonl.gz", b"\n".join(lines))
    found = read(file)
    assert [item.page.url for item in found if isinstance(item, Found)] == ["https://x.example/1", "https://x.example/2"]
    bad = [(item.where, item.reason) for item in found if isinstance(item, Unreadable)]
    assert [where for where, _ in bad] == [f"{file}:2", f"{file}:4"]
    assert bad[0][1].startswith("no JSON")
    assert bad[1][1] == "no RawPage: fetched_at: Field required"


def test_a_damaged_archive_is_named_and_the_others_go_on(tmp_path: Path):
    (tmp_path / "a.html.gz").write_bytes(b"no gzip")
    write(tmp_path / "b.jsonl.gz", page().to_json() * 1000)
    (tmp_path / "b.jsonl.gz").write_bytes((tmp_path / "b.jsonl.gz").read_bytes()[:40])
    write(tmp_path / "c.html")
    assert [type(item) for item in read(tmp_path)] == [Unreadable, Unreadable, Found]


def test_a_path_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"no file or folder .*nothing"):
        list_files([tmp_path / "nothing"])
