#!/usr/bin/env python3
"""Draws every size the bundles want from icon.svg and icon-small.svg. Run by hand after changing a drawing.

Needs rsvg-convert (Debian: librsvg2-bin) and ImageMagick, which writes the classic bitmaps that Windows wants inside
an .ico below 256 pixels. The .icns container is eight bytes of header around PNGs, so it is written here.
"""
import struct
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
SMALL_UP_TO = 32  # pixels: from here down the drawing on the 16-pixel grid is the sharper one


def png(size: int, name: str | None = None) -> Path:
    source = HERE / ("icon-small.svg" if size <= SMALL_UP_TO else "icon.svg")
    target = HERE / (name or f".{size}.png")
    subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), "-o", target, source], check=True)
    # Tauri takes RGBA only; a quantiser in between would leave a palette.
    subprocess.run(["convert-im6.q16", target, "-strip", "-define", "png:color-type=6", target], check=True)
    return target


def icns(target: Path, parts: list[tuple[bytes, int]]) -> None:
    """Apple's icon container: type, length including the header, PNG; twice each for plain and Retina sizes."""
    body = b""
    for kind, size in parts:
        drawing = png(size).read_bytes()
        body += kind + struct.pack(">I", len(drawing) + 8) + drawing
    target.write_bytes(b"icns" + struct.pack(">I", len(body) + 8) + body)


def main() -> None:
    png(32, "32x32.png")
    png(64, "64x64.png")
    png(128, "128x128.png")
    png(256, "128x128@2x.png")
    png(1024, "icon.png")
    icns(
        HERE / "icon.icns",
        [(b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128),
         (b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024)],
    )
    # The first picture is the one a window shows while developing.
    layers = [png(size) for size in (32, 16, 24, 48, 64, 256)]
    subprocess.run(["convert-im6.q16", *layers, HERE / "icon.ico"], check=True)
    for leftover in HERE.glob(".*.png"):
        leftover.unlink()


main()
